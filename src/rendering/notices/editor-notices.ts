import { changeOf, isTold } from "../../domain/change.ts";
import type { Language } from "../../domain/language.ts";
import { languagesOf, type Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { changeLines, pairsOf } from "../changes/change-lines.ts";
import { asOneRun, html, join, type Html } from "../text/html.ts";
import type { Button, Message } from "../message/message.ts";
import { inVoices } from "./notices.ts";
import { formatCount } from "../text/numbers.ts";
import { encodePress } from "../message/press-data.ts";
import type { Press } from "../message/press.ts";
import { told } from "../text/told.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import { label, say, type Key } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

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
  const press = { type: "alert", story: story.id, revision } as const;
  const send = button("interface:confirm.send", { ...press, confirm: true }, printing);
  const keep = button("interface:confirm.keep", { ...press, confirm: false }, printing);
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
  return { ...message, keyboard: [[send, keep]] };
}

function button(key: Key, press: Press, printing: Printing): Button {
  const words = languagesOf(printing).map((language) => label(language, key));
  return { type: "press", label: words.join(" · "), data: encodePress(press) };
}

/** Messages that wait for an editor's word before they are corrected. */
export interface WaitingCorrection {
  readonly story: Story;
  readonly number: number;
  /** How many messages would be edited, in how many chats. */
  readonly messages: number;
  readonly chats: number;
  /** What the messages show and what they would show, oldest first. */
  readonly revisions: readonly ToldRevision[];
}

/**
 * To an editor: whether messages are to be corrected, and the difference as their readers would see
 * it, as much as one message holds. The buttons count for this revision alone.
 * @throws RangeError for a source that its revision does not name.
 */
export function correctionQuestion(correction: WaitingCorrection, printing: Printing): Message {
  const { story, number: revision, revisions } = correction;
  const press = { type: "correction", story: story.id, revision } as const;
  const send = button("interface:confirm.correction.send", { ...press, confirm: true }, printing);
  const keep = button("interface:confirm.correction.keep", { ...press, confirm: false }, printing);
  const message = inVoices(printing, (voice) => [
    html`<b>${say(voice.language, "interface:confirm.correction.title")}</b>`,
    join([html`<b>${told(story.headline, voice)}</b>`, reachLine(correction, voice)], "\n"),
    ...changeLines(revisions, voice),
  ]);
  return { ...message, keyboard: [[send, keep]] };
}

/** Which revision it is, how many messages would be edited, and whether anybody would be told. */
export function reachLine(correction: WaitingCorrection, voice: Voice): Html {
  const { language } = voice;
  const { story, number, messages, chats, revisions } = correction;
  const counted = (count: number) => ({ count, n: formatCount(count, voice) });
  const words = "interface:confirm.correction";
  const isReply = pairsOf(revisions).some(({ was, now }) => isTold(changeOf(was.story, now.story)));
  return say(language, `${words}.line`, {
    revision: formatCount(number, voice),
    id: html`<code>${story.id}</code>`,
    edited: say(language, `${words}.edited`, {
      messages: say(language, `${words}.messages`, counted(messages)),
      chats: say(language, `${words}.chats`, counted(chats)),
    }),
    told: isReply
      ? say(language, `${words}.told`, counted(chats))
      : say(language, `${words}.untold`),
  });
}

/** A trouble with the sending that wants an editor's eye. */
export type EditorsTrouble =
  | { readonly type: "run paused"; readonly runId: number; readonly reason: string }
  | { readonly type: "behind"; readonly stories: readonly string[] }
  | { readonly type: "mostly gone" | "unpaid" };

/** Stories that are named; the log has them all. */
const mostNamed = 20;

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
    case "behind": {
      const { stories } = trouble;
      const more = stories.length > mostNamed ? [", …"] : [];
      const ids = asOneRun([stories.slice(0, mostNamed).join(", "), ...more].join(""));
      return [
        say(language, "interface:trouble.behind", { ids }),
        say(language, "interface:trouble.catchUp"),
      ];
    }
    case "mostly gone":
      return [say(language, "interface:trouble.gone")];
    case "unpaid":
      return [say(language, "interface:trouble.unpaid")];
  }
}
