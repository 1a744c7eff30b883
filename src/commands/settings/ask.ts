import { asOneRun } from "../../rendering/text/html.ts";
import type { Button } from "../../rendering/message/message.ts";
import type { Question } from "../../rendering/message/press-place.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { placeButton, type Target } from "./target.ts";

/** Lets a person type what no button offers, where what they type is talk to the bot. */
export function askButtons(request: Request, target: Target, what: Question): readonly Button[] {
  if (request.chat.type !== "private") return [];
  const words = label(wordingOf(request), "interface:button.type");
  return [placeButton(target, words, { type: "ask", what })];
}

const examples: Readonly<Record<Question, string>> = { zone: "Berlin", time: "07:43" };

/** What a person is to type now. */
export function askWords(request: Request, what: Question): readonly Reply[] {
  const args = { example: asOneRun(examples[what]) };
  return sendAll([text(say(wordingOf(request), `interface:ask.${what}`, args))]);
}
