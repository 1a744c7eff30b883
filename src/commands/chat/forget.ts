import { label, say } from "../../rendering/text/translate.ts";
import { forgetChat } from "../../store/chats/forget.ts";
import { defaultPrinting } from "../../domain/printing.ts";
import { wordingOf, type Command } from "../command.ts";
import { press, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

export const forget: Command = {
  name: "forget",
  access: "decide",
  run: (request) => {
    const wording = wordingOf(request);
    const buttons = [
      press(label(wording, "interface:forget.erase"), { type: "forget", confirm: true }),
      press(label(wording, "interface:forget.keep"), { type: "forget", confirm: false }),
    ];
    return Promise.resolve(sendAll([text(say(wording, "interface:forget.question"), [buttons])]));
  },
};

/** The answer to the question: erased for good, or left as it is. */
export async function confirmForget(
  request: Request,
  confirmed: boolean,
): Promise<readonly Reply[]> {
  if (confirmed) await forgetChat(request.db, request.chat.id);
  const wording = wordingOf(confirmed ? { ...request, printing: defaultPrinting } : request);
  const words = say(wording, confirmed ? "interface:forget.erased" : "interface:forget.kept");
  return [{ type: "edit", message: text(words) }];
}
