import { changeText } from "./change-step.ts";
import type { Dated, Pair } from "./change-step.ts";
import { formatDate, formatDayOfMonth } from "../text/dates.ts";
import type { Html } from "../text/html.ts";
import type { ToldRevision } from "./told-revision.ts";
import type { Voice } from "../text/voice.ts";

/** The year only where it is not that of the story. */
function besides({ story }: ToldRevision, voice: Voice): Dated {
  const year = story.date.to.slice(0, 4);
  return (day) => (day.startsWith(year) ? formatDayOfMonth(day, voice) : formatDate(day, voice));
}

/** Each revision with the one before it, the last one first. */
export function pairsOf(revisions: readonly ToldRevision[]): readonly Pair[] {
  return revisions
    .flatMap((now, index) => {
      const was = revisions[index - 1];
      const told = revisions.slice(0, index).findLast(({ story }) => story.withdrawn === undefined);
      return was === undefined ? [] : [{ was, now, told }];
    })
    .toReversed();
}

/**
 * What changed between each of a story's revisions (oldest first) and the one before it, a dated
 * text for each such step, the newest first: «تصحيح (9 شباط/فبراير): مقتل 41 مدنياً، لا 38 كما ورد
 * سابقاً، بحسب …». A step that changed several figures has a line for each below its first. None for
 * a step in which nothing material changed.
 * @throws RangeError for a source that its revision does not name.
 */
export function changeLines(revisions: readonly ToldRevision[], voice: Voice): readonly Html[] {
  return pairsOf(revisions).flatMap((pair) => changeLine(pair, voice) ?? []);
}

/** What changed between two revisions, dated; undefined where nothing material did. */
export function changeLine(pair: Pair, voice: Voice): Html | undefined {
  return changeText(pair, besides(pair.now, voice), voice);
}
