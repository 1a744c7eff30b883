import { changeLines } from "./change-lines.ts";
import type { Html } from "../text/html.ts";
import type { Form } from "../message/pack.ts";
import type { ToldRevision } from "./told-revision.ts";
import type { Voice } from "../text/voice.ts";

/**
 * What changed, a text for each step, newest first. That a story is withdrawn now is said in the
 * place of its figures, and so not here.
 */
export function stepsOf(
  revisions: readonly ToldRevision[],
  { type }: Form,
  voice: Voice,
): readonly Html[] {
  const isGone = revisions.at(-1)?.story.withdrawn !== undefined;
  if (!isGone || type === "notice") return changeLines(revisions, voice);
  const lastTold = revisions.findLastIndex(({ story }) => story.withdrawn === undefined);
  return changeLines(revisions.slice(0, lastTold + 1), voice);
}
