import type { DeskContext, DeskInput, DeskReply, Scene, Stepped } from "./context.ts";
import type { ChangeField, DeskDraft } from "./draft.ts";
import { addPieces, replacePiece } from "./collect.ts";
import { answerTyped } from "./typed.ts";
import { answerPress } from "./pressed.ts";
import { askOf } from "./next.ts";
import { askPages } from "../pages/ask-pages.ts";
import { send } from "../pages/parts.ts";

/**
 * One step of the dialogue: what an editor did, the draft that follows and what is shown. Pure: what
 * is to be written or sent elsewhere is only named. Whatever comes in, the draft is never less than
 * it was but by the editor's own word.
 */
export function step(draft: DeskDraft, input: DeskInput, context: DeskContext): Stepped {
  switch (input.type) {
    case "pieces":
      return addPieces({ draft, context }, input.pieces);
    case "edited":
      return replacePiece({ draft, context }, input.piece);
    case "typed":
      return answerTyped({ draft, context }, input);
    case "pressed":
      return answerPress({ draft, context }, input.action);
  }
}

/** Whether the next plain text is an answer, a part of the article, or none of the desk's. */
export function expects(draft: DeskDraft): "article" | "answer" | "nothing" {
  const ask = askOf(draft);
  switch (ask.type) {
    case "article":
      return "article";
    case "date":
    case "text":
    case "settle":
      return "answer";
    case "change":
      return isTyped(ask.field) ? "answer" : "nothing";
    case "figure":
    case "figures":
    case "topic":
    case "preview":
      return "nothing";
  }
}

/** Whether a field of a figure can be written; every other has its buttons alone. */
function isTyped(field: ChangeField): boolean {
  return field !== "qualifier" && field !== "who" && field !== "scope";
}

/** The draft as it stands, shown anew: after a restart, or when it is taken up again. */
export function showDraft(scene: Scene): readonly DeskReply[] {
  return send(...askPages(scene));
}
