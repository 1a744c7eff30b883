import { comparisonsIn } from "../domain/comparison.ts";
import { storiesOf } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import { renderComparisons } from "../rendering/compare/comparison.ts";
import { asOneRun } from "../rendering/text/html.ts";
import type { Heading } from "../rendering/text/heading.ts";
import { say } from "../rendering/text/translate.ts";
import { topicIndex } from "../search/topics.ts";
import { wordingOf, type Command } from "./command.ts";
import { sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";
import { askTopic } from "./topic-argument.ts";

export const compare: Command = {
  name: "compare",
  access: "read",
  run: (request, argument) => Promise.resolve(answerCompare(request, argument.trim())),
};

/** Stories of a topic that are compared, the newest ones: each may bring many figures. */
const mostStories = 10;

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
    const none = say(wording, "sharing:compare.none");
    return tell(request, storyHeading, comparedIn([story])) ?? sendAll([text(none)]);
  }
  const topic = edition.topics.get(topicIndex(edition).named(words)[0] ?? "");
  if (topic === undefined) return askTopic(request);
  const heading: Heading = (language) =>
    say(language, "sharing:compare.topic", { topic: topic.title[language] });
  const none = say(wording, "sharing:compare.noneOfTopic", { topic: topic.title[wording] });
  const compared = comparedIn(storiesOf(edition, topic.id)).slice(0, mostStories);
  return tell(request, heading, compared) ?? sendAll([text(none)]);
}

const storyHeading: Heading = (language) => say(language, "sharing:compare.title");

function comparedIn(stories: readonly Story[]): readonly Story[] {
  return stories.filter(
    (story) => story.withdrawn === undefined && comparisonsIn(story).length > 0,
  );
}

function tell(
  request: Request,
  heading: Heading,
  compared: readonly Story[],
): readonly Reply[] | undefined {
  if (compared.length === 0) return undefined;
  return sendAll(renderComparisons(heading, compared, request.printing, request));
}
