import { composeBriefing } from "../../domain/briefing.ts";
import { latestStories, storiesOf, type Edition } from "../../domain/edition.ts";
import { defaultPrinting, type Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import {
  offerBriefing,
  offerStory,
  type Offer,
  type Reader,
} from "../../rendering/inline/offer.ts";
import { label } from "../../rendering/text/translate.ts";
import { readQuery } from "../../search/query.ts";
import { topicIndex } from "../../search/topics.ts";
import { wordingOf } from "../command.ts";
import type { Person, Request } from "../request.ts";

/** Somebody who writes `@bot words` in any chat. */
export interface InlineRequest {
  readonly person: Person;
  /** What the person chose in the private chat; undefined where that was nothing. */
  readonly chosen: Printing | undefined;
  readonly edition: Edition;
  readonly botUsername: string;
  readonly search: Request["search"];
  readonly now: Date;
  readonly defaultZone: string;
}

/** What is offered, a page of it. */
export interface InlineAnswer {
  readonly results: readonly InlineResult[];
  /** What asks for the next page; empty on the last one. */
  readonly next: string;
  /** What stands above the results: it opens the private chat. */
  readonly button: string;
}

export interface InlineResult extends Offer {
  /** Of what is offered, and not of its words: `story ID` or `topic ID`. */
  readonly about: string;
}

/** Results of one page; Telegram takes 50, and shows about five. */
const pageSize = 10;

/** Briefings that one query may ask for. */
const mostBriefings = 3;

/**
 * The results of an inline query from an offset of before, which is empty for the first page: the
 * latest stories; the briefing of a topic that the words name and its stories; or what the words
 * find. Made once for an edition and all who read it alike.
 */
export async function answerInline(
  request: InlineRequest,
  query: string,
  offset: string,
): Promise<InlineAnswer> {
  const all = await subjectsOf(request, query.trim());
  const from = readOffset(offset);
  const results = all.slice(from, from + pageSize).flatMap((subject) => offered(request, subject));
  const wording = wordingOf({ ...request, printing: printingOf(request) });
  const isLast = from + pageSize >= all.length;
  return {
    results,
    next: isLast ? "" : String(from + pageSize),
    button: label(
      wording,
      all.length === 0 ? "interface:inline.nothing" : "interface:button.private",
    ),
  };
}

/** As the private chat is written to; else as the person's Telegram is. */
function printingOf({ person, chosen }: InlineRequest): Printing {
  return chosen ?? { ...defaultPrinting, language: person.language ?? defaultPrinting.language };
}

function readOffset(offset: string): number {
  return /^[1-9]\d{0,5}$/.test(offset) ? Number(offset) : 0;
}

type Subject =
  | { readonly type: "topic"; readonly id: string }
  | { readonly type: "story"; readonly story: Story };

async function subjectsOf(request: InlineRequest, words: string): Promise<readonly Subject[]> {
  const { edition } = request;
  if (words === "") return latestStories(edition).map(storySubject);
  const byId = edition.stories.get(words.toLowerCase());
  if (byId !== undefined && byId.withdrawn === undefined) return [storySubject(byId)];
  const named = topicIndex(edition).named(words).slice(0, mostBriefings);
  const topics = named.length > 0 ? named : topicIndex(edition).nearest(words, mostBriefings);
  const briefings = topics
    .filter((id) => storiesOf(edition, id).length > 0)
    .map((id): Subject => ({ type: "topic", id }));
  const stories = [
    ...named.flatMap((id) => storiesOf(edition, id)),
    ...(await storiesFound(request, words)),
  ];
  return [...briefings, ...[...new Set(stories)].map(storySubject)];
}

/** Nothing that has only some of the words: whoever types goes on typing. */
async function storiesFound(
  { edition, search, now, defaultZone: zone }: InlineRequest,
  words: string,
): Promise<readonly Story[]> {
  const asked = readQuery(words, edition, { now, zone });
  if (asked.type !== "query") return [];
  const { stories, by } = await search.find(asked.query, edition);
  return by === "some" ? [] : stories;
}

function storySubject(story: Story): Subject {
  return { type: "story", story };
}

const known = new WeakMap<Edition, Map<string, Offer | undefined>>();

/** Far more than are asked for between two editions. */
const mostOffers = 5000;

function offered(request: InlineRequest, subject: Subject): readonly InlineResult[] {
  const { edition } = request;
  const printing = printingOf(request);
  const reader = { printing, wording: wordingOf({ ...request, printing }) };
  const about = subject.type === "topic" ? `topic ${subject.id}` : `story ${subject.story.id}`;
  const { language, digits, months } = printing;
  const key = [about, language, digits, months, reader.wording, request.botUsername].join(" ");
  const offers = known.get(edition) ?? new Map<string, Offer | undefined>();
  known.set(edition, offers);
  if (!offers.has(key)) {
    if (offers.size >= mostOffers) offers.clear();
    offers.set(key, offerOf(request, subject, reader));
  }
  const offer = offers.get(key);
  return offer === undefined ? [] : [{ ...offer, about }];
}

function offerOf(request: InlineRequest, subject: Subject, reader: Reader): Offer | undefined {
  if (subject.type === "story") return offerStory(subject.story, reader, request);
  const briefing = composeBriefing(request.edition, subject.id);
  return briefing && offerBriefing(briefing, reader, request);
}
