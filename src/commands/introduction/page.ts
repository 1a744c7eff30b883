import { html, join, type Html } from "../../rendering/text/html.ts";
import { voicesOf, type Voice } from "../../rendering/text/voice.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

interface Page {
  readonly title: Html;
  readonly words: Html;
}

/** A page of our own in the languages that the chat reads. */
export function sendPage(request: Request, pageIn: (voice: Voice) => Page): readonly Reply[] {
  const blocks = voicesOf(request.printing).map((voice) => {
    const { title, words } = pageIn(voice);
    return html`<b>${title}</b>\n${words}`;
  });
  return sendAll([text(join(blocks, "\n\n"))]);
}
