import type { Topic } from "../../domain/edition.ts";
import { renderTopics } from "../../rendering/stories/topics.ts";
import type { Button, Keyboard } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { inRows, press, sendAll, text, editInto } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

export const topics: Command = {
  name: "topics",
  access: "read",
  run: (request) => Promise.resolve(answerTopics(request)),
};

const pageSize = 8;

function answerTopics(request: Request): readonly Reply[] {
  return sendAll(...topicsPage(request, 0));
}

/** A press on "all topics" opens the list; one on a page turns it in place. */
export function turnTopics(request: Request, page: number | undefined): readonly Reply[] {
  return page === undefined ? answerTopics(request) : editInto(...topicsPage(request, page));
}

function topicsPage(request: Request, page: number): Parameters<typeof editInto> {
  const wording = wordingOf(request);
  const all = [...request.edition.topics.values()];
  if (all.length === 0) return [[text(say(wording, "interface:topics.none"))], []];
  const shown = pageOf(all, page, pageSize);
  const buttons = shown.items.map((topic) => topicButton(request, topic));
  const turns = pageKeyboard(wording, shown, (to) => ({ type: "topics", page: to }));
  return [renderTopics(shown.items, request.printing), [...inRows(buttons, 2), ...turns]];
}

/** Opens a topic's briefing. */
export function topicButton(request: Request, { id, title }: Topic): Button {
  return press(title[wordingOf(request)], { type: "briefing", topic: id });
}

/** The topics as buttons: these, or the first ones of the edition. */
export function topicButtons(request: Request, ids?: readonly string[]): Keyboard {
  const wording = wordingOf(request);
  const { topics: all } = request.edition;
  const shown = ids ?? [...all.keys()].slice(0, pageSize);
  const buttons = shown.flatMap((id) => {
    const topic = all.get(id);
    return topic === undefined ? [] : [topicButton(request, topic)];
  });
  const more =
    ids === undefined && all.size > pageSize
      ? [[press(label(wording, "interface:button.topics"), { type: "topics" })]]
      : [];
  return [...inRows(buttons, 2), ...more];
}
