import { languagesOf, type Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import { block, renderInVoices } from "./blocks.ts";
import { asOneRun, html, join, type Html } from "./html.ts";
import type { Button, Message } from "./message.ts";
import { formatCount } from "./numbers.ts";
import { encodePress } from "./press.ts";
import { told } from "./told.ts";
import { label, say } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** An alert that waits for an editor's word. */
export interface WaitingAlert {
  readonly story: Story;
  readonly number: number;
  /** How many chats would get it. */
  readonly places: number;
}

/** To an editor: whether an alert is to go out. The buttons count for this revision alone. */
export function alertQuestion(alert: WaitingAlert, printing: Printing): Message {
  const { story, number: revision, places } = alert;
  const button = (confirm: boolean): Button => {
    const key = confirm ? "interface:confirm.send" : "interface:confirm.keep";
    const words = languagesOf(printing).map((language) => label(language, key));
    const data = encodePress({ type: "alert", story: story.id, revision, confirm });
    return { type: "press", label: words.join(" · "), data };
  };
  const message = oneMessage(printing, (voice) => {
    const { language } = voice;
    const args = { count: places, n: formatCount(places, voice) };
    const line = say(language, "interface:confirm.line", {
      revision: formatCount(revision, voice),
      id: html`<code>${story.id}</code>`,
      places: say(language, "interface:confirm.places", args),
    });
    return [
      html`<b>${say(language, "interface:confirm.title")}</b>`,
      join([html`<b>${told(story.headline, voice)}</b>`, line], "\n"),
    ];
  });
  return { ...message, keyboard: [[button(true), button(false)]] };
}

/** What editors are told of; the rest is for the log. */
export type EditorsTrouble =
  | { readonly type: "run paused"; readonly runId: number; readonly reason: string }
  | { readonly type: "mostly gone" | "unpaid" };

/** To an editor: what goes wrong with the sending, and what helps; undefined for other troubles. */
export function troubleNotice(
  trouble: EditorsTrouble | { readonly type: string },
  printing: Printing,
): Message | undefined {
  const lines = linesOf(trouble);
  return lines && oneMessage(printing, (voice) => lines(voice));
}

function linesOf(
  trouble: EditorsTrouble | { readonly type: string },
): ((voice: Voice) => readonly Html[]) | undefined {
  if ("runId" in trouble) {
    const { runId, reason } = trouble;
    const command = asOneRun(`npm run -s outbox -- resume ${runId}`);
    return ({ language }) => [
      say(language, "interface:trouble.paused", { reason: asOneRun(reason) }),
      say(language, "interface:trouble.resume", { command: html`<code>${command}</code>` }),
    ];
  }
  if (trouble.type === "mostly gone") {
    return ({ language }) => [say(language, "interface:trouble.gone")];
  }
  if (trouble.type !== "unpaid") return undefined;
  return ({ language }) => [say(language, "interface:trouble.unpaid")];
}

function oneMessage(printing: Printing, lines: (voice: Voice) => readonly Html[]): Message {
  const [message] = renderInVoices(printing, (voice) =>
    lines(voice).map((line) => block(line, voice)),
  );
  return message ?? { html: "" };
}
