import type { Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { inRows, mark, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { backRow } from "./back.ts";
import { pageWords } from "./plan.ts";
import { placeButton, wishOf, type Target } from "./target.ts";

const pageSize = 12;

/** All topics, or some: a press on the first one while all are chosen leaves only that one. */
export function topicsPage(request: Request, target: Target, item = 0): Message {
  const wording = wordingOf(request);
  const chosen = wishOf(target).topics;
  const shown = pageOf([...request.edition.topics.values()], item, pageSize);
  const { page } = shown;
  const all = placeButton(
    target,
    mark(label(wording, "interface:topics.all"), chosen.length === 0),
    {
      type: "topic",
      on: true,
      page,
    },
  );
  const some = shown.items.map(({ id, title }) => {
    const isChosen = chosen.includes(id);
    const words = mark(title[wording], isChosen);
    return placeButton(target, words, { type: "topic", topic: id, on: !isChosen, page });
  });
  const turns = pageKeyboard(wording, shown, (to) => ({
    type: "place",
    ...(target.at && { at: target.at }),
    action: { type: "open", to: "topics", item: to },
  }));
  const title = say(wording, "interface:page.topics");
  const words = pageWords(request, target, title, say(wording, "interface:topics.hint"));
  return text(words, [[all], ...inRows(some, 2), ...turns, backRow(request, target)]);
}
