import type { Printing } from "../../domain/printing.ts";
import type { Mark } from "../../domain/timeline.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import type { Changes } from "../message/chart.ts";
import { withdrawalLine } from "../stories/withdrawal.ts";
import type { Html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { changesOf, markTime } from "./report.ts";

/** What became of a story's reports in a chart; `left` are those that it shows no more. */
interface Changed {
  readonly story: string;
  readonly marks: readonly Mark[];
  readonly left: readonly Mark[];
  readonly revisions: readonly ToldRevision[];
}

/** What was changed of a story's reports; one that stands there no more is never gone in silence. */
export function changesIn(changed: Changed, printing: Printing): readonly Changes[] {
  const lines = (["ar", "en"] as const).map((language) =>
    linesOf(changed, { ...printing, language }),
  );
  const [ar = [], en = []] = lines;
  return ar.length === 0 ? [] : [{ story: changed.story, lines: { ar, en } }];
}

function linesOf({ marks, left, revisions }: Changed, voice: Voice): readonly Html[] {
  const { language } = voice;
  const withdrawn = revisions.at(-1)?.story.withdrawn;
  const [first] = marks;
  if (withdrawn !== undefined && first !== undefined) {
    const date = markTime(first, voice);
    return [say(language, "timeline:report", { date, text: withdrawalLine(withdrawn, voice) })];
  }
  return marks.flatMap((mark) => {
    const steps = changesOf(mark.figure.id, revisions, voice);
    if (steps.length > 0 || !left.includes(mark)) return steps;
    return [say(language, "timeline:moved", { date: markTime(mark, voice) })];
  });
}
