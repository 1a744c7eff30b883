import { comparisonsIn } from "../../domain/comparison.ts";
import { storiesOf, type Edition, type Topic } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { renderComparisons } from "../../rendering/compare/comparison.ts";
import type { Keyboard, Message } from "../../rendering/message/message.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import { say } from "../../rendering/text/translate.ts";
import { topicIndex } from "../../search/topics.ts";
import { wordingOf, type Command } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { editInto, outOfDate, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

export const compare: Command = {
  name: "compare",
  access: "read",
  run: (request, argument) => Promise.resolve(answerCompare(request, argument.trim())),
};

/** Stories to a page, the newest first: each may bring many figures. */
const pageSize = 4;

function answerCompare(request: Request, words: string): readonly Reply[] {
  const { edition } = request;
  const wording = wordingOf(request);
  if (words === "") {
    const [example = "ghouta"] = edition.topics.keys();
    const args = { example: asOneRun(`/compare ${example}`) };
    return sendAll([text(say(wording, "sharing:compare.usage", args))]);
  }
  const story = edition.stories.get(words.toLowerCase());
  if (story !== undefined) {
    const compared = comparedIn([story]);
    if (compared.length === 0) return sendAll([text(say(wording, "sharing:compare.none"))]);
    return sendAll(renderComparisons(storyHeading, compared, request.printing, request));
  }
  const topic = edition.topics.get(topicIndex(edition).named(words)[0] ?? "");
  if (topic === undefined) {
    const typed = asOneRun(words.slice(0, 32));
    return sendAll([text(say(wording, "cards:unknown", { typed }))]);
  }
  return sendAll(...page(request, topic, 0));
}

/** A press on a page turns it in place. */
export function turnCompare(
  request: Request,
  pressed: { readonly topic: string; readonly page?: number },
): readonly Reply[] {
  const topic = request.edition.topics.get(pressed.topic);
  if (topic === undefined) return [outOfDate(request)];
  return pressed.page === undefined
    ? sendAll(...page(request, topic, 0))
    : editInto(...page(request, topic, pressed.page));
}

function page(
  request: Request,
  { id, title }: Topic,
  at: number,
): readonly [readonly Message[], Keyboard] {
  const wording = wordingOf(request);
  const shown = pageOf(comparedOf(request.edition, id), at, pageSize);
  if (shown.items.length === 0) {
    return [[text(say(wording, "sharing:compare.noneOfTopic", { topic: title[wording] }))], []];
  }
  const heading: Heading = (language) =>
    say(language, "sharing:compare.topic", { topic: title[language] });
  const turns = pageKeyboard(wording, shown, (to) => ({ type: "compare", topic: id, page: to }));
  return [renderComparisons(heading, shown.items, request.printing, request), turns];
}

const known = new WeakMap<Edition, Map<string, readonly Story[]>>();

/** The stories of a topic on which sources differ, looked for once in an edition. */
function comparedOf(edition: Edition, topic: string): readonly Story[] {
  const topics = known.get(edition) ?? new Map<string, readonly Story[]>();
  known.set(edition, topics);
  const compared = topics.get(topic) ?? comparedIn(storiesOf(edition, topic));
  topics.set(topic, compared);
  return compared;
}

const storyHeading: Heading = (language) => say(language, "sharing:compare.title");

function comparedIn(stories: readonly Story[]): readonly Story[] {
  return stories.filter(
    (story) => story.withdrawn === undefined && comparisonsIn(story).length > 0,
  );
}
