import { canonical } from "./canonical.ts";
import { asCounted, isPart } from "./counted.ts";
import type { PartialDate } from "./time/dates.ts";
import { firstDay, lastDay } from "./time/days.ts";
import { figuresOf } from "./edition.ts";
import { kinds, type Attribution, type Figure } from "./figure.ts";
import type { Bilingual } from "./language.ts";
import { namesAmong, type NameOf } from "./names-alike.ts";
import type { Story } from "./story.ts";

/** A report of a source: a figure, and the time that it counts. */
export interface Mark {
  readonly story: string;
  /** With its place, and without the words that it was read from. */
  readonly figure: Figure & { readonly place: Bilingual };
  /** Of a running total the day on which it stood. */
  readonly time: Span;
}

/** Both ends are included, each as exact as the source was. */
export interface Span {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** Reports that may stand on one axis. */
export interface Panel {
  readonly measure: Measure;
  /** Those of a source together, each in order of time; the source with most reports first. */
  readonly series: readonly Series[];
}

/** Of a source, reports of one measure. */
export interface Series {
  readonly attribution: Attribution;
  readonly marks: readonly Mark[];
}

/** What the figures of a panel count, and in which way. */
export interface Measure extends Pick<Figure, "kind" | "who" | "group" | "scope" | "basis"> {
  /** Of counts over a period and of running totals; events may be anywhere. */
  readonly place?: Bilingual;
  /** Of running totals. */
  readonly since?: PartialDate;
  /** Figures that are included in others of the same people. */
  readonly isPart: boolean;
}

type Told = Pick<Story, "id" | "figures" | "place" | "date" | "withdrawn">;

/**
 * What sources reported over time, by what they counted; the measure with most reports first. Single
 * events, counts over a period and running totals never stand together, nor do figures of two bases,
 * parts and their wholes, or counts of two places. Repetitions, what was retracted, and stories that
 * were withdrawn are left out.
 */
export function timelineOf(stories: readonly Told[]): readonly Panel[] {
  const all = stories
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap((story) => reportsIn(story));
  const nameOf = namesAmong(
    all.flatMap(({ measure }) => [measure.place, measure.group].filter(isThere)),
  );
  const panels = Map.groupBy(all, ({ measure }) => keyOf(measure, nameOf));
  return [...panels.values()]
    .flatMap((reports) => {
      const marks = reports.map(({ mark }) => mark);
      return reports[0] === undefined ? [] : [panelOf(reports[0].measure, marks)];
    })
    .toSorted((a, b) => marksOf(b).length - marksOf(a).length || order(a.measure, b.measure));
}

/** A panel with its reports as they are now; undefined where none is left. */
export function withMarks(panel: Panel, now: (mark: Mark) => Mark | undefined): Panel | undefined {
  const marks = marksOf(panel)
    .map(now)
    .filter((mark) => mark !== undefined);
  return marks.length === 0 ? undefined : panelOf(panel.measure, marks);
}

/** All reports of a panel. */
export function marksOf({ series }: Panel): readonly Mark[] {
  return series.flatMap(({ marks }) => marks);
}

/** A figure of a story as it stands on a timeline. */
export function markOf(story: Told, told: Figure): Mark {
  const { quote: _quote, ...figure } = asCounted(told, story);
  const placed = { ...figure, place: figure.place ?? story.place };
  return { story: story.id, figure: placed, time: timeOf(figure, story) };
}

/** Whether a figure counts what a report did, in the same way, so that it may stand in its place. */
export function countsAlike(
  { figure: was }: Pick<Mark, "figure">,
  { figure: now }: Pick<Mark, "figure">,
): boolean {
  const [one, other] = [was, now].map(ownMeasure);
  if (one === undefined || other === undefined) return false;
  const names = [one, other].flatMap(({ place, group }) => [place, group].filter(isThere));
  const nameOf = namesAmong(names);
  return keyOf(one, nameOf) === keyOf(other, nameOf);
}

interface Report {
  readonly mark: Mark;
  readonly measure: Measure;
}

function reportsIn(story: Told): readonly Report[] {
  return figuresOf(story)
    .filter(({ sameAs }) => sameAs === undefined)
    .map((figure) => ({ mark: markOf(story, figure), measure: measureOf(story, figure) }));
}

function measureOf(story: Told, told: Figure): Measure {
  const { figure } = markOf(story, told);
  return { ...ownMeasure(figure), isPart: isPart(figure, story) };
}

/** Whatever it is a part of. */
function ownMeasure(figure: Mark["figure"]): Measure {
  const { kind, who, group, scope, basis } = figure;
  const since = scope === "cumulative" ? startOf(figure) : undefined;
  return {
    kind,
    who,
    ...(group !== undefined && { group }),
    scope,
    basis,
    ...(scope !== "incident" && { place: figure.place }),
    ...(since !== undefined && { since }),
    isPart: false,
  };
}

function startOf({ since, period }: Figure): PartialDate | undefined {
  return since ?? (period?.type === "dates" ? period.from : undefined);
}

function timeOf({ scope, period }: Figure, { date }: Told): Span {
  const span: Span = period?.type === "dates" ? { from: period.from, to: period.to } : date;
  return scope === "cumulative" ? { from: span.to, to: span.to } : span;
}

function keyOf(measure: Measure, nameOf: NameOf): string {
  const { kind, who, group, scope, basis, place, since, isPart } = measure;
  const names = [group && nameOf(group), place && nameOf(place)];
  return canonical([kind, who, names, scope, basis, since, isPart]);
}

function panelOf(measure: Measure, all: readonly Mark[]): Panel {
  const bySource = Map.groupBy(all, ({ figure }) => sourceKey(figure.attribution));
  const series = [...bySource.values()].flatMap((own): Series[] => {
    const marks = own.toSorted(inTime);
    return marks[0] === undefined ? [] : [{ attribution: marks[0].figure.attribution, marks }];
  });
  return { measure, series: series.toSorted((a, b) => b.marks.length - a.marks.length) };
}

/** Who relays it makes no other source, but where nobody else stands behind it. */
export function sourceKey(attribution: Attribution): string {
  const { type } = attribution;
  return canonical([type, type === "none" ? attribution.via : attribution.source]);
}

function inTime(a: Mark, b: Mark): number {
  return (
    lastDay(a.time.to) - lastDay(b.time.to) ||
    firstDay(a.time.from) - firstDay(b.time.from) ||
    compare(a.story, b.story) ||
    compare(a.figure.id, b.figure.id)
  );
}

function order(a: Measure, b: Measure): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(canonical(a), canonical(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isThere(name: Bilingual | undefined): name is Bilingual {
  return name !== undefined;
}
