import type { Edition } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import { renderHistory } from "../../rendering/changes/history.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import type { Keyboard, Message } from "../../rendering/message/message.ts";
import type { Press } from "../../rendering/message/press.ts";
import { say } from "../../rendering/text/translate.ts";
import { toldRevision } from "../../rendering/changes/told-revision.ts";
import { topicIndex } from "../../search/topics.ts";
import { readHistoryPage, type Recorded } from "../../store/revisions/history.ts";
import { wordingOf, type Command } from "../command.ts";
import { pageKeyboard } from "../pages.ts";
import { editInto, inRows, outOfDate, press, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

export const history: Command = {
  name: "history",
  access: "read",
  run: (request, argument) => answerHistory(request, argument.trim()),
};

/** Revisions to a page: each brings the lines of what it changed. */
const pageSize = 5;

/** Stories that are offered where none was named. */
const mostOffered = 6;

type Pressed = Extract<Press, { readonly type: "history" }>;

async function answerHistory(request: Request, words: string): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  if (words === "") {
    const example = asOneRun(`/history ${latelyRevised(request.edition)[0]?.id ?? "abcd0101"}`);
    const usage = say(wording, "interface:history.usage", { example });
    return sendAll([text(usage, offers(request))]);
  }
  const id = words.toLowerCase();
  if (request.edition.stories.has(id)) return turnHistory(request, { type: "history", story: id });
  const [topic] = topicIndex(request.edition).named(words);
  if (topic !== undefined) return turnHistory(request, { type: "history", topic });
  const typed = asOneRun(words.slice(0, 32));
  return sendAll([text(say(wording, "interface:history.unknown", { typed }), offers(request))]);
}

/** The stories whose figures changed last, the latest first. */
function latelyRevised({ stories, standings }: Edition): readonly Story[] {
  return [...(standings ?? [])]
    .flatMap(([id, { changed }]) => {
      const story = stories.get(id);
      return story === undefined || changed === undefined ? [] : [{ story, at: changed.at }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, mostOffered)
    .map(({ story }) => story);
}

function offers(request: Request): Keyboard {
  const buttons = latelyRevised(request.edition).map(({ id, headline }) =>
    press(headline[wordingOf(request)], { type: "history", story: id }),
  );
  return inRows(buttons, 1);
}

/**
 * What was changed in a story, or in all stories of a topic: anew, or one page of it in place. What
 * is withdrawn stays there.
 */
export async function turnHistory(request: Request, pressed: Pressed): Promise<readonly Reply[]> {
  const subject = subjectOf(request.edition, pressed);
  if (subject === undefined) return [outOfDate(request)];
  const { page } = pressed;
  const at = { page: page ?? 0, size: pageSize };
  const shown = await readHistoryPage(request.db, subject.stories, at);
  const keyboard = pageKeyboard(wordingOf(request), shown, (to) => ({ ...pressed, page: to }));
  const messages = pageMessages(request, subject, shown.items);
  return page === undefined ? sendAll(messages, keyboard) : editInto(messages, keyboard);
}

function pageMessages(
  request: Request,
  { of, heading }: Subject,
  items: readonly Recorded[],
): readonly Message[] {
  if (items.length === 0) return [text(say(wordingOf(request), "interface:history.none"))];
  const entries = items.map(({ revision, before }) => ({
    now: toldRevision(revision, request.defaultZone),
    was: before && toldRevision(before, request.defaultZone),
  }));
  return renderHistory(heading, { of, entries }, request.printing, request);
}

/** What a history is about. */
interface Subject {
  readonly of: "story" | "topic";
  readonly heading: Heading;
  readonly stories: readonly string[];
}

function subjectOf(edition: Edition, pressed: Pressed): Subject | undefined {
  return "story" in pressed
    ? storySubject(edition.stories.get(pressed.story))
    : topicSubject(edition, pressed.topic);
}

function storySubject(story: Story | undefined): Subject | undefined {
  if (story === undefined) return undefined;
  const { id, headline } = story;
  const heading: Heading = (language) =>
    say(language, "interface:history.story", { headline: headline[language] });
  return { of: "story", heading, stories: [id] };
}

function topicSubject({ topics, stories }: Edition, id: string): Subject | undefined {
  const topic = topics.get(id);
  if (topic === undefined) return undefined;
  const heading: Heading = (language) =>
    say(language, "interface:history.topic", { topic: topic.title[language] });
  const own = [...stories.values()].filter((one) => one.topic === id || one.also.includes(id));
  return { of: "topic", heading, stories: own.map((story) => story.id) };
}
