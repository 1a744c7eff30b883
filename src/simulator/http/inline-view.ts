import type { InlineAnswerView } from "../control.ts";
import type { InlineAnswer, InlineResult } from "../world/telegram.ts";

/** The page loads nothing from elsewhere, so only files that were uploaded here are shown. */
function thumbnailOf({ content }: InlineResult): string | undefined {
  return content.type === "photo" ? `/control/files/${content.file.id}` : undefined;
}

/** An answer of the inline mode as the page shows it. */
export function inlineView({ results, nextOffset, button }: InlineAnswer): InlineAnswerView {
  return {
    results: results.map((result) => {
      const { id, title, description } = result;
      const thumbnail = thumbnailOf(result);
      return { id, title, description, ...(thumbnail !== undefined && { thumbnail }) };
    }),
    nextOffset,
    ...(button !== undefined && { button }),
  };
}
