import { changeOf, isMaterial } from "../../domain/change.ts";
import type { StoryChange } from "../../domain/change.ts";
import type { Day } from "../../domain/time/dates.ts";
import type { CorrectionNote } from "../../domain/story.ts";
import { figureChangeLine } from "./figure-change.ts";
import type { Step } from "./figure-change.ts";
import { html, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import type { ToldRevision } from "./told-revision.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { withdrawalLine } from "../stories/withdrawal.ts";

/** How many changed figures of one step are told; the others are counted. */
const most = 6;

/** How a day is written. */
export type Dated = (day: Day) => Html;

/** Two revisions of a story, one after the other. */
export interface Pair {
  readonly was: ToldRevision;
  readonly now: ToldRevision;
  /** The last one before `now` in which the story was not withdrawn, where that is known. */
  readonly told?: ToldRevision | undefined;
}

/** What the editor says of a change: why it was made, and what readers are to know. */
export function why({ reason, note }: CorrectionNote, voice: Voice): Html {
  const { language } = voice;
  const args = {
    reason: say(language, `printing:change.reason.${reason}`),
    note: told(note, voice),
  };
  return say(language, "printing:change.why", args);
}

/** What a story that is told again says besides what it said before it was withdrawn. */
function linesAgain({ told, now }: Pair, voice: Voice): Html[] {
  const again = say(voice.language, "printing:change.again");
  if (told === undefined) return [again];
  const change = changeOf(told.story, now.story);
  const as = change.weight === "correction" ? "correction" : "update";
  return [again, ...lines({ was: told, now }, change, as, voice)];
}

function lines(pair: Pair, change: StoryChange, as: Step["as"], voice: Voice): Html[] {
  const { was, now } = pair;
  if (was.story.withdrawn !== undefined) return linesAgain(pair, voice);
  const all = change.figures.flatMap(
    (figure) => figureChangeLine(figure, { was, now, as }, voice) ?? [],
  );
  const more = all.length - most;
  if (more <= 0) return all;
  const args = { count: more, n: formatCount(more, voice) };
  return [...all.slice(0, most), say(voice.language, "printing:change.more", args)];
}

function underHead(head: Html, lines: readonly Html[], reason: Html | undefined, voice: Voice) {
  const [only, ...others] = lines;
  if (only === undefined) return reason && html`${head} ${reason}`;
  if (others.length > 0) {
    const first = reason === undefined ? head : html`${head} ${reason}`;
    return join([first, ...lines.map((line) => html`– ${line}`)], "\n");
  }
  const line = html`${head} ${only}`;
  if (reason === undefined) return line;
  return say(voice.language, "printing:change.explained", { line, why: reason });
}

/**
 * What changed between two revisions, with its date, and why, where an editor says so. One figure
 * makes one line; several stand each on a line of its own below the date. Undefined where nothing
 * material changed in this language.
 * @throws RangeError for a source that its revision does not name.
 */
export function changeText(pair: Pair, dated: Dated, voice: Voice): Html | undefined {
  const change = changeOf(pair.was.story, pair.now.story);
  if (!isMaterial(change)) return undefined;
  const { withdrawn } = pair.now.story;
  if (withdrawn !== undefined) return withdrawalLine(withdrawn, voice);
  const { note, weight } = change;
  const as = weight === "correction" ? "correction" : "update";
  const date = dated(note?.at ?? pair.now.day);
  const head = say(voice.language, `printing:change.${as}`, { date });
  return underHead(head, lines(pair, change, as, voice), note && why(note, voice), voice);
}
