import { latestStories, storiesOf } from "../../domain/edition.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import { renderSources } from "../../rendering/stories/sources.ts";
import { say } from "../../rendering/text/translate.ts";
import type { Command } from "../command.ts";
import { outOfDate, sendAll } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { askTopic, readTopic } from "./topic-argument.ts";

export const sources: Command = {
  name: "sources",
  access: "read",
  run: (request, argument) => {
    const topic = readTopic(request, argument);
    if (topic.type === "unknown") return Promise.resolve(askTopic(request));
    return Promise.resolve(answerSources(request, topic.id));
  },
};

/** Who is quoted, in one topic or in all. */
export function answerSources(request: Request, topicId: string | undefined): readonly Reply[] {
  const { edition, printing } = request;
  const topic = edition.topics.get(topicId ?? "");
  if (topicId !== undefined && topic === undefined) return [outOfDate(request)];
  const stories = topic === undefined ? latestStories(edition) : storiesOf(edition, topic.id);
  const heading: Heading = (language) =>
    topic === undefined
      ? say(language, "interface:sources.all")
      : say(language, "interface:sources.topic", { topic: topic.title[language] });
  return sendAll(renderSources(heading, stories, printing, request));
}
