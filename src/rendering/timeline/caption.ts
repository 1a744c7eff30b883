import { firstDay } from "../../domain/time/days.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Panel, Series } from "../../domain/timeline.ts";
import type { Sources } from "../figures/attribution.ts";
import { eventPhrase } from "../figures/event.ts";
import { block, blocksInVoices, lineBlock } from "../message/blocks.ts";
import type { Chart } from "../message/chart.ts";
import { htmlOf } from "../message/made.ts";
import type { Block } from "../message/pack.ts";
import { captionLimits, costOf, isWithin } from "../text/cost.ts";
import { formatDate, formatDays } from "../text/dates.ts";
import { directed } from "../text/directed.ts";
import { html, join, type Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import { voicesOf, type Voice } from "../text/voice.ts";
import { leftLine, sourceName } from "./chart-picture.ts";
import { measureTitle } from "./measure.ts";
import { markText, markTime } from "./report.ts";
import { shownIn } from "./shown.ts";

interface Caption {
  readonly html: string;
  readonly pieces: readonly Block[];
  /** The first language that it is in. */
  readonly voice: Voice;
}

/** How much of a chart is said; its figures before a language, its changes before its figures. */
interface Shape {
  readonly language: Printing["language"];
  readonly reports: "each" | "in short" | "none";
  /** Lines about what was changed, at most. */
  readonly changes: number;
}

/** A chart in words, inside the limits of a caption; the barest always is. */
export function captionOf(chart: Chart, printing: Printing): Caption {
  const [first] = voicesOf(printing);
  const alone = first?.language ?? "ar";
  const shapes = [printing.language, alone].flatMap((language): readonly Shape[] => [
    { language, reports: "each", changes: 4 },
    { language, reports: "in short", changes: 4 },
    { language, reports: "in short", changes: 1 },
  ]);
  const bare: Shape = { language: alone, reports: "none", changes: 0 };
  for (const shape of [...shapes, { ...bare, changes: 1 }]) {
    const caption = shaped(chart, printing, shape);
    if (isWithin(costOf(caption), captionLimits)) return caption;
  }
  return shaped(chart, printing, bare);
}

function shaped(chart: Chart, printing: Printing, shape: Shape): Caption {
  const shown = { ...printing, language: shape.language };
  const pieces = blocksInVoices(shown, (voice) => blocksOf(chart, shape, voice))
    .flat()
    .map((one, index) => ({
      ...one,
      html: directed(one.html, one.language),
      ...(index === 0 && { chart }),
    }));
  const language = pieces[0]?.language ?? "ar";
  return { html: htmlOf(pieces), pieces, voice: { ...printing, language } };
}

function blocksOf(chart: Chart, { reports, changes }: Shape, voice: Voice): readonly Block[] {
  const { language } = voice;
  const { title, asOf } = chart;
  const panels = shownIn(chart);
  const topic = say(language, "timeline:title", { topic: told(title, voice) });
  const all = chart.changes.flatMap(({ lines }) => lines[language]);
  const steps = all.slice(0, changes);
  const more = all.length - steps.length;
  const date = formatDate(asOf, voice);
  const isUntold = all.length > 0 && steps.length === 0;
  const key = isUntold ? "timeline:chart.changed" : "cards:asOf.day";
  return [
    block(html`<b>${topic}</b>`, voice),
    ...steps.map((step) => lineBlock(step, voice)),
    ...(more > 0 && steps.length > 0 ? [lineBlock(moreChanges(more, voice), voice)] : []),
    ...(panels.length === 0 ? [lineBlock(say(language, "timeline:chart.gone"), voice)] : []),
    ...(reports === "none" ? [] : panels.map((panel) => panelBlock(panel, chart, reports, voice))),
    ...leftLine(chart, voice).map((line) => block(line, voice)),
    lineBlock(html`<i>${say(language, key, { date })}</i>`, voice),
  ];
}

function moreChanges(more: number, voice: Voice): Html {
  return say(voice.language, "printing:change.more", { count: more, n: formatCount(more, voice) });
}

function panelBlock(
  { measure, series }: Panel,
  chart: Chart,
  reports: "each" | "in short",
  voice: Voice,
): Block {
  const sources = new Map(chart.sources.map((source) => [source.id, source]));
  const lines = series.flatMap((one) =>
    reports === "each" ? each(one, sources, voice) : [inShort(one, sources, voice)],
  );
  const title = html`<b>${measureTitle(measure, voice)}</b>`;
  return block(join([title, ...lines.map((line) => html`• ${line}`)], "\n"), voice);
}

function each({ marks }: Series, sources: Sources, voice: Voice): readonly Html[] {
  return marks.map((mark) =>
    say(voice.language, "timeline:report", {
      date: markTime(mark, voice),
      text: markText(mark, sources, voice),
    }),
  );
}

/** How many reports of a source from when to when, and what the latest says. */
function inShort({ attribution, marks }: Series, sources: Sources, voice: Voice): Html {
  const { language } = voice;
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a series has a mark");
  const earliest = marks.reduce((one, other) =>
    firstDay(other.time.from) < firstDay(one.time.from) ? other : one,
  );
  const args = {
    count: marks.length,
    n: formatCount(marks.length, voice),
    source: sourceName(attribution, sources, voice),
    span: formatDays({ from: earliest.time.from, to: last.time.to }, voice),
    latest: eventPhrase(last.figure, voice),
  };
  return say(language, "timeline:chart.series", args);
}
