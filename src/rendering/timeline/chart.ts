import { changeOf } from "../../domain/change.ts";
import type { Day, PartialDate } from "../../domain/time/dates.ts";
import { lastDay } from "../../domain/time/days.ts";
import { figuresOf, type Topic } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Source } from "../../domain/source.ts";
import {
  countsAlike,
  marksOf,
  markOf,
  withMarks,
  type Mark,
  type Panel,
} from "../../domain/timeline.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import type { Chart, Corrected } from "../message/chart.ts";
import type { Made, Message } from "../message/message.ts";
import type { ChartPicture, Theme } from "../message/picture.ts";
import type { Reference } from "../message/reference.ts";
import { captionOf } from "./caption.ts";
import { changesIn } from "./changes.ts";
import { chartPicture } from "./chart-picture.ts";
import { beforeCorrection } from "./report.ts";
import { keyOf } from "./shown.ts";
import type { Known } from "./timeline.ts";

/** What a phone's screen has room for; what is left is in the text. */
const most = { panels: 3, series: 6, marks: 60 };

/** A message with a chart. */
export interface ChartMessage extends Message {
  readonly picture: ChartPicture;
}

/** What a chart is of. */
export interface Charted {
  readonly topic: Topic;
  readonly panels: readonly Panel[];
  readonly known: Known;
  readonly theme: Theme;
}

/**
 * A topic's figures over time as a picture, in the first of the chat's languages, and in words as
 * its caption, which is inside Telegram's limits: each figure where there is room, else what each
 * source reported in short.
 */
export function renderChart(
  { topic, panels, known, theme }: Charted,
  printing: Printing,
  reference: Reference,
): ChartMessage {
  const drawn = panels.slice(0, most.panels).map(fewer);
  const marks = drawn.flatMap(marksOf);
  const { sources, standings } = reference.edition;
  const stories = [...new Set(marks.map(({ story }) => story))];
  const corrected = marks.flatMap((mark) => correctedIn(mark, known.get(mark.story) ?? []));
  const chart: Chart = {
    topic: topic.id,
    title: topic.title,
    theme,
    panels: drawn,
    gone: [],
    left: panels.flatMap(marksOf).length - marks.length,
    sources: quotedIn(marks, sources),
    corrected,
    changes: stories.flatMap((story) => {
      const isCorrected = (mark: Mark) =>
        corrected.some((one) => one.story === story && one.was.id === mark.figure.id);
      const own = marks.filter((mark) => mark.story === story && isCorrected(mark));
      const revisions = known.get(story) ?? [];
      return changesIn({ story, marks: own, left: [], revisions }, printing);
    }),
    asOf: newestOf([
      ...marks.map(({ time }) => time.to),
      ...stories.flatMap((id) => standings?.get(id)?.changed?.at ?? []),
    ]),
  };
  const shows = stories.map((id) => [id, [standings?.get(id)?.revision ?? 0]] as const);
  return messageOf(chart, { printing, shows: Object.fromEntries(shows) }, reference);
}

/** The sources with most reports, and the newest of those. */
function fewer(panel: Panel): Panel {
  const kept = new Set(
    panel.series
      .slice(0, most.series)
      .flatMap(({ marks }) => marks)
      .toSorted((a, b) => lastDay(b.time.to) - lastDay(a.time.to))
      .slice(0, most.marks),
  );
  return withMarks(panel, (mark) => (kept.has(mark) ? mark : undefined)) ?? panel;
}

function quotedIn(marks: readonly Mark[], sources: ReadonlyMap<string, Source>): readonly Source[] {
  const ids = marks.flatMap(({ figure: { attribution } }) => [
    attribution.type === "none" ? undefined : attribution.source,
    attribution.via,
  ]);
  return [...new Set(ids)].flatMap((id) => sources.get(id ?? "") ?? []);
}

function correctedIn(
  { story, figure }: Mark,
  revisions: readonly ToldRevision[],
): readonly Corrected[] {
  const was = beforeCorrection(figure.id, revisions);
  return was === undefined ? [] : [{ story, was }];
}

/** The one that ends last. */
function newestOf(dates: readonly PartialDate[]): PartialDate {
  return dates.reduce((newest, date) => (lastDay(date) > lastDay(newest) ? date : newest));
}

/** What the chart of a message shows; undefined for any other message. */
export function chartIn({ pieces }: Made): Chart | undefined {
  return pieces[0]?.chart;
}

/**
 * A chart anew, with the newest revisions of the stories in `told`, and what was changed. A report
 * that is withdrawn, or counts something else now, leaves it, and comes back where it is as before.
 */
export function correctChart(
  made: Made,
  chart: Chart,
  told: Known,
  reference: Reference,
): ChartMessage {
  const marks = chart.panels.flatMap(marksOf);
  const gone = marks.filter((mark) =>
    told.has(mark.story) ? now(mark, told) === undefined : chart.gone.includes(keyOf(mark)),
  );
  const panels = chart.panels.flatMap(
    (panel) => withMarks(panel, (mark) => now(mark, told) ?? mark) ?? [],
  );
  const quoted = [...told.values()].flatMap((all) => [...(all.at(-1)?.sources.values() ?? [])]);
  const changes = [...told].flatMap(([story, revisions]) => {
    const own = marks.filter((mark) => mark.story === story);
    const left = gone.filter((mark) => mark.story === story);
    return changesIn({ story, marks: own, left, revisions }, made.printing);
  });
  const corrected: Chart = {
    ...chart,
    panels,
    gone: gone.map(keyOf),
    sources: [...new Map([...chart.sources, ...quoted].map((one) => [one.id, one])).values()],
    corrected: marks.flatMap((mark) => {
      const revisions = told.get(mark.story);
      if (revisions !== undefined) return correctedIn(mark, revisions);
      return chart.corrected.filter(
        ({ story, was }) => story === mark.story && was.id === mark.figure.id,
      );
    }),
    changes: [...changes, ...chart.changes.filter(({ story }) => !told.has(story))],
    asOf: newestOf([chart.asOf, ...[...told.values()].flatMap(dayOf)]),
  };
  const shows = [...told].flatMap(([story, all]) =>
    made.shows[story] === undefined ? [] : [[story, all.map(({ number }) => number)] as const],
  );
  const shown = { ...made.shows, ...Object.fromEntries(shows) };
  return messageOf(corrected, { printing: made.printing, shows: shown }, reference);
}

/** A report as its story has it now; undefined where that does not count the same any more. */
function now(mark: Mark, told: Known): Mark | undefined {
  const newest = told.get(mark.story)?.at(-1);
  if (newest === undefined) return mark;
  const { story } = newest;
  const figure = figuresOf(story).find(({ id }) => id === mark.figure.id);
  if (story.withdrawn !== undefined || figure === undefined) return undefined;
  const renewed = markOf(story, figure);
  const isSame = figure.sameAs === undefined && countsAlike(mark, renewed);
  return isSame ? renewed : undefined;
}

function dayOf(revisions: readonly ToldRevision[]): readonly Day[] {
  const [was, now] = revisions.slice(-2);
  if (was === undefined || now === undefined) return [];
  return [changeOf(was.story, now.story).note?.at ?? now.story.withdrawn?.at ?? now.day];
}

function messageOf(
  chart: Chart,
  { printing, shows }: Pick<Made, "printing" | "shows">,
  reference: Reference,
): ChartMessage {
  const { html, pieces, voice } = captionOf(chart, printing);
  return {
    html,
    picture: chartPicture(chart, reference.botUsername, voice),
    made: { printing, pieces, shows },
  };
}
