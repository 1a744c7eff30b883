import { languagesOf } from "../domain/printing.ts";
import { html, join } from "../rendering/html.ts";
import { say } from "../rendering/translate.ts";
import { sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";

/** A page of our own in the languages that the chat reads. */
export function sendPage(request: Request, name: "about" | "privacy"): readonly Reply[] {
  const blocks = languagesOf(request.printing).map((language) => {
    const title = say(language, `interface:${name}.title`);
    return html`<b>${title}</b>\n${say(language, `interface:${name}.text`)}`;
  });
  return sendAll([text(join(blocks, "\n\n"))]);
}
