import { changeOf } from "../../domain/change.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { countsAlike, markOf, type Mark } from "../../domain/timeline.ts";
import { changeLine, pairsOf } from "../changes/change-lines.ts";
import type { Pair } from "../changes/change-step.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import { attributed, type Sources } from "../figures/attribution.ts";
import { onBasis } from "../figures/basis.ts";
import { circumstance } from "../figures/circumstance.ts";
import { withStanding } from "../figures/claim.ts";
import { eventPhrase } from "../figures/event.ts";
import { lineBlock } from "../message/blocks.ts";
import type { Block, StoryPart } from "../message/pack.ts";
import { storyLink, type Reference } from "../message/reference.ts";
import { withdrawalLine } from "../stories/withdrawal.ts";
import { formatDays } from "../text/dates.ts";
import { html, link, type Html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** A report on a timeline, and the revision that it is from. */
export interface Report {
  readonly mark: Mark;
  /** 0 where the store does not know the edition. */
  readonly revision: number;
  readonly sources: Sources;
  /** What is known of its story, oldest first: says what was changed. */
  readonly revisions: readonly ToldRevision[];
}

/** Of what changed, the newest steps at most. */
const mostChanges = 2;

/**
 * A report in lines of its own: when, what, where, who says so, and below it what was changed of
 * it. A figure stands by itself and names its source, because lines are forwarded.
 */
export function reportBlocks(report: Report, reference: Reference, voice: Voice): readonly Block[] {
  const { mark, revisions } = report;
  const changes = changesOf(mark.figure.id, revisions, voice).slice(0, mostChanges);
  return tagged(
    report,
    [lineOf(mark, markText(mark, report.sources, voice), reference, voice), ...changes],
    voice,
  );
}

/** A report as a sentence, with where and who says so. */
export function markText({ figure, time }: Mark, sources: Sources, voice: Voice): Html {
  const event = eventPhrase(figure, voice);
  // The line begins with its day, and names each place: others stand above and below it.
  const told = circumstance(event, figure, { date: time, place: nowhere }, voice);
  const based = onBasis(told, figure, voice);
  return withStanding(attributed(based, figure, sources, voice), figure, voice);
}

const nowhere = { ar: "", en: "" };

/** The time that a report counts, as its line begins. */
export function markTime({ time }: Mark, voice: Voice): Html {
  return formatDays(time, voice);
}

function lineOf(mark: Mark, text: Html, reference: Reference, voice: Voice): Html {
  const date = link(storyLink(mark.story, reference), markTime(mark, voice));
  return html`• ${say(voice.language, "timeline:report", { date, text })}`;
}

function tagged(
  { mark, revision }: Pick<Report, "mark" | "revision">,
  texts: readonly Html[],
  voice: Voice,
): readonly Block[] {
  const { story, figure } = mark;
  return texts.map((text, index) => ({
    ...lineBlock(text, voice),
    of: {
      story,
      revision,
      form: { type: "timeline" },
      role: index === 0 ? "figure" : "changes",
      figure: figure.id,
    },
  }));
}

/** What was changed of one figure of a story, a text for each step, the newest first. */
export function changesOf(
  figure: string,
  revisions: readonly ToldRevision[],
  voice: Voice,
): readonly Html[] {
  return stepsAbout(figure, revisions).flatMap((pair) => changeLine(pair, voice) ?? []);
}

/** A figure as it was before it was corrected; undefined where its latest change is no correction. */
export function beforeCorrection(
  figure: string,
  revisions: readonly ToldRevision[],
): Figure | undefined {
  const [step] = stepsAbout(figure, revisions);
  if (step === undefined) return undefined;
  const isCorrected = changeOf(step.was.story, step.now.story).weight === "correction";
  return isCorrected ? step.was.story.figures[0] : undefined;
}

/** The steps in which a figure changed, the newest first, as if its story had no other. */
function stepsAbout(figure: string, revisions: readonly ToldRevision[]): readonly Pair[] {
  const alone = revisions
    .filter(({ story }) => story.withdrawn === undefined)
    .map((revision) => ({ ...revision, story: onlyWith(figure, revision.story) }));
  return pairsOf(alone).filter(({ was, now }) => changeOf(was.story, now.story).figures.length > 0);
}

function onlyWith(figure: string, story: Story): Story {
  return { ...story, figures: story.figures.filter(({ id }) => id === figure) };
}

/**
 * A report that was told before, as the newest of its story's revisions has it: with what changed;
 * or that it, or its story, was withdrawn.
 */
export function retellReport(
  part: StoryPart,
  revisions: readonly ToldRevision[],
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const newest = revisions.at(-1);
  const last = revisions.findLast(({ story }) => figureIn(story, part) !== undefined);
  const figure = last && figureIn(last.story, part);
  if (newest === undefined || last === undefined || figure === undefined) return [];
  const { edition } = reference;
  const mark = markOf(last.story, figure);
  const sources = new Map([...last.sources, ...edition.sources]);
  const report = { mark, revision: newest.number, sources, revisions };
  const { withdrawn } = newest.story;
  const isThere = withdrawn === undefined && last === newest;
  const isHere = isThere && countsAlike(firstTold(part, revisions) ?? mark, mark);
  if (isHere) return reportBlocks(report, reference, voice);
  // The title above says what is counted: nothing else stands below it but as what became of it.
  const [gone = say(voice.language, "timeline:other")] =
    withdrawn === undefined
      ? changesOf(figure.id, revisions, voice)
      : [withdrawalLine(withdrawn, voice)];
  return tagged(report, [lineOf(mark, gone, reference, voice)], voice);
}

/** The report as the message told it first, which its title is of. */
function firstTold(part: StoryPart, revisions: readonly ToldRevision[]): Mark | undefined {
  const first = revisions.find(({ story }) => figureIn(story, part) !== undefined);
  const figure = first && figureIn(first.story, part);
  return first && figure && markOf(first.story, figure);
}

function figureIn(story: Story, part: StoryPart): Figure | undefined {
  return figuresOf(story).find(({ id }) => id === part.figure);
}
