import type { DeskDraft } from "./dialogue/draft.ts";
import type { StoredDraft } from "../store/desk/drafts.ts";

/** A draft as it was kept: only the desk writes it. */
export function stateOf({ state }: Pick<StoredDraft, "state">): DeskDraft {
  const draft: DeskDraft = JSON.parse(state);
  return draft;
}
