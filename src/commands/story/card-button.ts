import type { Story } from "../../domain/story.ts";
import type { Button } from "../../rendering/message/message.ts";
import { label } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { press } from "../replies.ts";
import type { Request } from "../request.ts";

/** To the card of a story that is told in words. */
export function cardButtons(request: Request, { id, withdrawn }: Story): readonly Button[] {
  if (request.chat.type === "channel" || withdrawn !== undefined) return [];
  return [press(label(wordingOf(request), "cards:button.card"), { type: "card", story: id })];
}
