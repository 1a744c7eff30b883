import type { Language } from "../domain/language.ts";
import { languagesOf, type Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import { asOneRun, html, join, type Html } from "./html.ts";
import type { Button, Message } from "./message.ts";
import { inVoices } from "./notices.ts";
import { formatCount } from "./numbers.ts";
import { encodePress } from "./press.ts";
import { told } from "./told.ts";
import { label, say } from "./translate.ts";

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
  const message = inVoices(printing, (voice) => {
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

/** A trouble with the sending that wants an editor's eye. */
export type EditorsTrouble =
  | { readonly type: "run paused"; readonly runId: number; readonly reason: string }
  | { readonly type: "mostly gone" | "unpaid" };

/** To an editor: what goes wrong with the sending, and what helps. */
export function troubleNotice(trouble: EditorsTrouble, printing: Printing): Message {
  return inVoices(printing, ({ language }) => troubleLines(trouble, language));
}

function troubleLines(trouble: EditorsTrouble, language: Language): readonly Html[] {
  switch (trouble.type) {
    case "run paused": {
      const command = asOneRun(`npm run -s outbox -- resume ${trouble.runId}`);
      return [
        say(language, "interface:trouble.paused", { reason: asOneRun(trouble.reason) }),
        say(language, "interface:trouble.resume", { command: html`<code>${command}</code>` }),
      ];
    }
    case "mostly gone":
      return [say(language, "interface:trouble.gone")];
    case "unpaid":
      return [say(language, "interface:trouble.unpaid")];
  }
}
