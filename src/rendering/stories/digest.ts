import type { Digest, DigestGroup, ToldStory } from "../../domain/digest.ts";
import type { Window } from "../../domain/time/due.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import type { LocalDate } from "../../domain/time/time-zone.ts";
import { block, renderGroupsInVoices, renderInVoices } from "../message/blocks.ts";
import { formatCalendarDay } from "../text/calendar.ts";
import { html, join } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { moreButton } from "../message/more-button.ts";
import { formatCount } from "../text/numbers.ts";
import type { Block, Group } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import { sectionBlocks, sectionOf } from "./section.ts";
import { notAdded, topicTitle } from "./telling.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** Which digest it is, and for whom. */
export interface Issue {
  /** The day of its slot where the chat is. */
  readonly date: LocalDate;
  /** The day on which its news begin, to be said where that is longer ago than usual. */
  readonly since?: LocalDate | undefined;
  /** What the button to the rest of the news asks for. */
  readonly window: Window;
  /** In a channel a press would speak to all its readers: there the button leads to the private chat. */
  readonly to: "chat" | "channel";
}

function heading({ date, since }: Issue, voice: Voice): Block {
  const { language } = voice;
  const day = formatCalendarDay(date, voice);
  const title = html`<b>${say(language, "printing:digest.heading", { date: day })}</b>`;
  if (since === undefined) return block(title, voice);
  const from = formatCalendarDay(since, voice);
  return block(join([title, say(language, "printing:digest.since", { date: from })], "\n"), voice);
}

function storyGroup({ story, told }: ToldStory, reference: Reference, voice: Voice): Group {
  const section = sectionOf(story, { type: "digest", told }, reference);
  return sectionBlocks(section, [], reference, voice);
}

/** The first story of a topic goes with the topic's title. */
function topicGroups(
  { topic, stories }: DigestGroup,
  reference: Reference,
  voice: Voice,
): readonly Group[] {
  const name = html`■ <b>${topicTitle(topic, voice)}</b>`;
  const title: Block = { ...block(name, voice), title: true };
  return stories.map((story, index) => {
    const group = storyGroup(story, reference, voice);
    return index === 0 ? [title, ...group] : group;
  });
}

function ending({ groups, more }: Digest, voice: Voice): readonly Block[] {
  const figures = groups.flatMap(({ stories }) => stories.flatMap(({ story }) => figuresOf(story)));
  const args = { count: more, n: formatCount(more, voice) };
  const rest = more > 0 ? [block(say(voice.language, "printing:digest.more", args), voice)] : [];
  return [...notAdded(figures, voice), ...rest];
}

/** Neither the heading nor what stands below the last story is ever a message by itself. */
function withEnds(first: Block, groups: readonly Group[], last: readonly Block[]): Group[] {
  return groups.map((group, index) => [
    ...(index === 0 ? [first] : []),
    ...group,
    ...(index === groups.length - 1 ? last : []),
  ]);
}

/**
 * A digest as messages, as few as hold it: a story is in one message whole unless it is longer than
 * a message. Under the last one is a button to the stories that are not told. None for an empty
 * digest.
 */
export function renderDigest(
  digest: Digest,
  issue: Issue,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  const messages = renderGroupsInVoices(printing, (voice) => {
    const groups = digest.groups.flatMap((group) => topicGroups(group, reference, voice));
    return withEnds(heading(issue, voice), groups, ending(digest, voice));
  });
  if (digest.more === 0) return messages;
  const keyboard = [[moreButton(digest.more, issue, printing, reference)]];
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, keyboard } : message,
  );
}

/** One quiet line for those who want one where nothing is new. */
export function renderEmptyDigest(day: LocalDate, printing: Printing): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const date = formatCalendarDay(day, voice);
    return [block(say(voice.language, "printing:digest.nothing", { date }), voice)];
  });
}
