import type { Language } from "../../domain/language.ts";
import { html, join } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import { say } from "../../rendering/text/translate.ts";
import { text } from "../replies.ts";

/** Problems that fit in a message that is read on a phone; the log has them all. */
const mostShown = 10;

/** Characters of one problem; ten such lines stay well inside a message. */
const longestLine = 300;

function cut(line: string): string {
  const characters = Array.from(line);
  return characters.length <= longestLine
    ? line
    : `${characters.slice(0, longestLine - 1).join("")}…`;
}

export interface ContentTrouble {
  /** Whether the content cannot become an edition, and the one before it stays. */
  readonly isHeld: boolean;
  /** One a problem. */
  readonly lines: readonly string[];
}

/** What an editor is told about problems of the content folder. */
export function contentTrouble({ isHeld, lines }: ContentTrouble, wording: Language): Message {
  const shown = lines.slice(0, mostShown).map((line) => html`<code>${cut(line)}</code>`);
  const left = lines.length - shown.length;
  const heading = isHeld ? "interface:failure.content" : "interface:failure.contentWarnings";
  return text(
    join(
      [
        html`<b>${say(wording, heading)}</b>`,
        ...shown,
        ...(left > 0 ? [say(wording, "interface:failure.contentMore", { n: String(left) })] : []),
      ],
      "\n\n",
    ),
  );
}
