import { firstDay, lastDay } from "../../domain/time/days.ts";
import type { Attribution, Figure } from "../../domain/figure.ts";
import {
  countsAlike,
  marksOf,
  sourceKey,
  type Mark,
  type Panel,
  type Series,
} from "../../domain/timeline.ts";
import { attributionPhrase, type Sources } from "../figures/attribution.ts";
import type { Chart } from "../message/chart.ts";
import type {
  ChartLegend,
  ChartMark,
  ChartPanel,
  ChartPicture,
  ChartSeries,
  ChartSpan,
} from "../message/picture.ts";
import { formatDate } from "../text/dates.ts";
import { asOneRun, isolate, visible, type Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import { label, say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { measureTitle } from "./measure.ts";
import { heightOf, labelOf, valueOf } from "./signs.ts";
import { shownIn } from "./shown.ts";
import { countTicks, timeTicks } from "./ticks.ts";

/** A chart in one language, ready to be drawn. */
export function chartPicture(chart: Chart, botUsername: string, voice: Voice): ChartPicture {
  const { language } = voice;
  const shown = shownIn(chart);
  const signs = signsAmong(shown);
  const panels = shown.map((panel, index) => panelOf(panel, signs[index] ?? [], chart, voice));
  return {
    type: "chart",
    theme: chart.theme,
    language,
    botUsername,
    topic: visible(told(chart.title, voice)),
    title: label(language, "timeline:chart.title"),
    panels,
    legend: legendOf(panels, voice),
    notes: [
      ...(panels.length === 0 ? [label(language, "timeline:chart.gone")] : []),
      ...leftLine(chart, voice).map((line) => visible(line)),
    ],
    asOf: label(language, "cards:asOf.day", { date: formatDate(chart.asOf, voice) }),
  };
}

/** How many figures there is no room for, and where they are; none where all are shown. */
export function leftLine({ topic, left }: Chart, voice: Voice): readonly Html[] {
  if (left === 0) return [];
  const args = {
    count: left,
    n: formatCount(left, voice),
    command: asOneRun(`/timeline ${topic}`),
  };
  return [say(voice.language, "timeline:chart.left", args)];
}

/** How many signs there are to tell sources apart. */
const mostSigns = 6;

/**
 * By panel, the sign of each source: the same in all panels as long as there are enough, and
 * another one for each source of a panel.
 */
function signsAmong(panels: readonly Panel[]): readonly (readonly number[])[] {
  const keys = panels.flatMap(({ series }) =>
    series.map(({ attribution }) => sourceKey(attribution)),
  );
  const all = [...new Set(keys)];
  return panels.map(({ series }) => {
    const own = series.map(({ attribution }) => all.indexOf(sourceKey(attribution)));
    const free = Array.from({ length: mostSigns }, (_, sign) => sign).filter(
      (sign) => !own.includes(sign),
    );
    return own.map((sign) => (sign < mostSigns ? sign : (free.shift() ?? 0)));
  });
}

function panelOf(panel: Panel, signs: readonly number[], chart: Chart, voice: Voice): ChartPanel {
  const sources = new Map(chart.sources.map((source) => [source.id, source]));
  const span = spanOf(marksOf(panel));
  const series = panel.series.map((one, index) => ({
    ...seriesOf(one, chart.corrected, sources, voice),
    sign: signs[index] ?? 0,
  }));
  const values = series.flatMap(({ marks }) =>
    marks.flatMap(({ value, corrected }) => [value, ...(corrected ? [corrected] : [])]),
  );
  return {
    scope: panel.measure.scope,
    title: visible(measureTitle(panel.measure, voice)),
    span,
    times: timeTicks(span, voice),
    counts: countTicks(Math.max(0, ...values.map(heightOf)), voice),
    series,
  };
}

function seriesOf(
  { attribution, marks }: Series,
  corrected: Chart["corrected"],
  sources: Sources,
  voice: Voice,
): Omit<ChartSeries, "sign"> {
  return {
    name: sourceName(attribution, sources, voice),
    marks: marks.map((mark) => drawn(mark, corrected, voice)),
  };
}

/** A source as it is named; where nobody is named, or it is only likely, that is said. */
export function sourceName(attribution: Attribution, sources: Sources, voice: Voice): string {
  const { type } = attribution;
  if (type !== "stated") {
    return visible(attributionPhrase({ attribution, basis: "total_reported" }, sources, voice));
  }
  const name = sources.get(attribution.source)?.name[voice.language];
  if (name === undefined) throw new RangeError(`there is no source ${attribution.source}`);
  return visible(isolate(name));
}

function drawn(mark: Mark, corrected: Chart["corrected"], voice: Voice): ChartMark {
  const { figure, story } = mark;
  const before = corrected.find((one) => one.story === story && one.was.id === figure.id);
  return {
    ...daysOf(mark),
    value: valueOf(figure),
    label: labelOf(figure, voice),
    ...(before !== undefined && isOther(before.was, figure) && { corrected: valueOf(before.was) }),
  };
}

/** A value that has a height, on the same axis. */
function isOther(was: Figure, now: Mark["figure"]): boolean {
  const value = valueOf(was);
  const isDrawn = value.type !== "vague" && value.type !== "not_reported";
  const [before, after] = [was, now].map((figure) => ({ figure: { ...figure, place: now.place } }));
  const isHere = before !== undefined && after !== undefined && countsAlike(before, after);
  return isDrawn && isHere && JSON.stringify(value) !== JSON.stringify(valueOf(now));
}

/** "Over three days", without dates, is as wide as that up to the day of its story. */
function daysOf({ time, figure: { period, scope } }: Mark): ChartSpan {
  const [from, until] = [firstDay(time.from), lastDay(time.to) + 1];
  const isLong = scope === "period" && period?.type === "days";
  return { from: isLong ? Math.min(from, until - period.days) : from, until };
}

/** The time of all marks, with room at both ends. */
function spanOf(marks: readonly Mark[]): ChartSpan {
  const days = marks.map(daysOf);
  const from = Math.min(...days.map((day) => day.from));
  const until = Math.max(...days.map((day) => day.until));
  const room = Math.max(1, Math.ceil((until - from) / 20));
  return { from: from - room, until: until + room };
}

const signs = [
  "low",
  "high",
  "about",
  "range",
  "vague",
  "zero",
  "not_reported",
  "corrected",
] as const;

/** A plain number needs no explanation. */
function legendOf(panels: readonly ChartPanel[], { language }: Voice): readonly ChartLegend[] {
  const marks = panels.flatMap(({ series }) => series.flatMap((one) => one.marks));
  const used = new Set(
    marks.flatMap(({ value, corrected }) => [value.type, ...(corrected ? ["corrected"] : [])]),
  );
  return signs
    .filter((sign) => used.has(sign))
    .map((sign) => ({ sign, meaning: label(language, `timeline:sign.${sign}`) }));
}
