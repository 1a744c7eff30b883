import { digitsOf } from "../../rendering/text/digits.ts";
import { html, join } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { voicesOf } from "../../rendering/text/voice.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

/** A page of our own in the languages that the chat reads. */
export function sendPage(request: Request, name: "about" | "privacy"): readonly Reply[] {
  const blocks = voicesOf(request.printing).map((voice) => {
    const title = say(voice.language, `interface:${name}.title`);
    const words = digitsOf(say(voice.language, `interface:${name}.text`), voice);
    return html`<b>${title}</b>\n${words}`;
  });
  return sendAll([text(join(blocks, "\n\n"))]);
}
