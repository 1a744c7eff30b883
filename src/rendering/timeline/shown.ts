import { withMarks, type Mark, type Panel } from "../../domain/timeline.ts";
import type { Chart } from "../message/chart.ts";

/** What stands for a report in a chart. */
export function keyOf({ story, figure }: Mark): string {
  return `${story}/${figure.id}`;
}

/** The panels of a chart with the reports that are shown. */
export function shownIn({ panels, gone }: Pick<Chart, "panels" | "gone">): readonly Panel[] {
  const isShown = (mark: Mark) => !gone.includes(keyOf(mark));
  return panels.flatMap(
    (panel) => withMarks(panel, (mark) => (isShown(mark) ? mark : undefined)) ?? [],
  );
}
