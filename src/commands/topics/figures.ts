import { figuresOf, latestStories, storiesOf } from "../../domain/edition.ts";
import { renderFigures } from "../../rendering/stories/figures.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import type { Keyboard, Message } from "../../rendering/message/message.ts";
import { say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { editInto, outOfDate, sendAll } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { askTopic, readTopic } from "./topic-argument.ts";

export const figures: Command = {
  name: "figures",
  access: "read",
  run: (request, argument) => {
    const topic = readTopic(request, argument);
    if (topic.type === "unknown") return Promise.resolve(askTopic(request));
    return Promise.resolve(sendAll(...page(request, topic.id, 0)));
  },
};

/** Stories to a page: few, since each brings all its figures. */
const pageSize = 3;

/** A press on "figures" opens the list; one on a page turns it in place. */
export function turnFigures(
  request: Request,
  pressed: { readonly topic?: string; readonly page?: number },
): readonly Reply[] {
  const { topic } = pressed;
  if (topic !== undefined && !request.edition.topics.has(topic)) return [outOfDate(request)];
  return pressed.page === undefined
    ? sendAll(...page(request, topic, 0))
    : editInto(...page(request, topic, pressed.page));
}

function page(
  request: Request,
  topicId: string | undefined,
  at: number,
): readonly [readonly Message[], Keyboard] {
  const { edition, printing } = request;
  const topic = edition.topics.get(topicId ?? "");
  const stories = topic === undefined ? latestStories(edition) : storiesOf(edition, topic.id);
  const counted = stories.filter((story) => figuresOf(story).length > 0);
  const shown = pageOf(counted, at, pageSize);
  const heading: Heading = (language) =>
    topic === undefined
      ? say(language, "interface:figures.all")
      : say(language, "interface:figures.topic", { topic: topic.title[language] });
  const turns = pageKeyboard(wordingOf(request), shown, (to) => ({
    type: "figures",
    ...(topic === undefined ? {} : { topic: topic.id }),
    page: to,
  }));
  return [renderFigures(heading, shown.items, printing, request), turns];
}
