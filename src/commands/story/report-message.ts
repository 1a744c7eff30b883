import { randomUUID } from "node:crypto";
import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { figureLabel } from "../../rendering/figures/figure-label.ts";
import { asOneRun, html, join, prose, type Html } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import { say } from "../../rendering/text/translate.ts";
import { readPrinting } from "../../store/chats/chats.ts";
import type { ReportDialogue } from "../../store/chats/dialogues.ts";
import type { Notice } from "../../store/runs/notices.ts";
import { wordingOf } from "../command.ts";
import { startLink, text } from "../replies.ts";
import type { Person, Request } from "../request.ts";

/** What an editor is told, and nothing else of the reader. */
export interface Report {
  readonly story: Story;
  readonly dialogue: ReportDialogue;
  /** Only where the reader agreed. */
  readonly sender: Person | undefined;
}

/**
 * A report for the private chat of an editor, in the language of that chat. Its key says nothing of
 * the reader; that it comes once is kept by their dialogue, which ends with it.
 */
export async function editorNotice(
  request: Request,
  editor: number,
  report: Report,
): Promise<Notice> {
  const printing = await readPrinting(request.db, editor);
  const message = reportMessage(request, { printing }, report);
  return { key: `report ${randomUUID()}`, chatId: editor, message };
}

function reportMessage(
  request: Request,
  reader: Pick<Request, "printing">,
  { story, dialogue, sender }: Report,
): Message {
  const wording = wordingOf(reader);
  const figure = story.figures.find(({ id }) => id === dialogue.figure);
  const lines: readonly Html[] = [
    html`<b>${say(wording, "interface:report.received")}</b>`,
    html`${prose(story.headline[wording], wording)} (<code>${story.id}</code>)`,
    ...(figure === undefined
      ? []
      : [
          html`${say(wording, "interface:report.figure")}: ${figureLabel(figure, { ...reader.printing, language: wording })} (<code>${figure.id}</code>)`,
        ]),
    html`${say(wording, "interface:report.from")}: ${senderLine(wording, sender)}`,
    html`<blockquote>${dialogue.words ?? ""}</blockquote>`,
  ];
  const url = startLink(request, `story_${story.id}`);
  return text(join(lines, "\n"), [[{ type: "link", label: story.headline[wording], url }]]);
}

function senderLine(wording: Language, sender: Person | undefined): Html {
  if (sender === undefined) return say(wording, "interface:report.anonymous");
  return html`${asOneRun(sender.name)} (<code>${String(sender.id)}</code>)`;
}
