import type { Language } from "../domain/language.ts";
import { html, join } from "../rendering/text/html.ts";
import type { Message } from "../rendering/message/message.ts";
import { say } from "../rendering/text/translate.ts";
import { text } from "./replies.ts";

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

/** What an editor is told when the content folder cannot become an edition; a line a problem. */
export function contentTrouble(problems: readonly string[], wording: Language): Message {
  const shown = problems.slice(0, mostShown).map((problem) => html`<code>${cut(problem)}</code>`);
  const left = problems.length - shown.length;
  return text(
    join(
      [
        html`<b>${say(wording, "interface:failure.content")}</b>`,
        ...shown,
        ...(left > 0 ? [say(wording, "interface:failure.contentMore", { n: String(left) })] : []),
      ],
      "\n\n",
    ),
  );
}
