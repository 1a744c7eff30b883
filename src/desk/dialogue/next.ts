import type { Language } from "../../domain/language.ts";
import { looseEndsOf, textFields, type Ask, type DeskDraft, type DeskFigure } from "./draft.ts";

const languages: readonly Language[] = ["ar", "en"];

/**
 * What the editor is asked now: what they went back to, or the first thing that is missing. It is
 * found anew from the draft each time, so that a draft can be taken up wherever it was left.
 */
export function askOf(draft: DeskDraft): Ask {
  if (!draft.isRead) return { type: "article" };
  return draft.asking ?? figureAsk(draft.figures) ?? fieldAsk(draft) ?? { type: "preview" };
}

function figureAsk(figures: readonly DeskFigure[]): Ask | undefined {
  for (const one of figures) {
    const figure = one.figure.id;
    if (one.decision === "open") return { type: "figure", figure };
    const [end] = one.decision === "kept" ? looseEndsOf(one) : [];
    if (end !== undefined) return { type: "settle", figure, end };
  }
  return undefined;
}

function fieldAsk(draft: DeskDraft): Ask | undefined {
  if (draft.topic === undefined) return { type: "topic" };
  if (draft.date === undefined) return { type: "date" };
  for (const field of textFields) {
    const language = languages.find((one) => draft[field][one] === undefined);
    if (language !== undefined) return { type: "text", field, language };
  }
  return undefined;
}
