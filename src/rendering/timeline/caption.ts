import type { Printing } from "../../domain/printing.ts";
import type { Panel, Series } from "../../domain/timeline.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
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
import { changesOf, markText, markTime } from "./report.ts";

/** A figure that was changed, in the revisions that were told and the newest, oldest first. */
export interface Changed {
  readonly figure: string;
  readonly revisions: readonly ToldRevision[];
}

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
export function captionOf(chart: Chart, changed: readonly Changed[], printing: Printing): Caption {
  const [first] = voicesOf(printing);
  const alone = first?.language ?? "ar";
  const shapes = [printing.language, alone].flatMap((language): readonly Shape[] => [
    { language, reports: "each", changes: 4 },
    { language, reports: "in short", changes: 4 },
    { language, reports: "in short", changes: 1 },
  ]);
  const bare: Shape = { language: alone, reports: "none", changes: 0 };
  for (const shape of [...shapes, { ...bare, changes: 1 }]) {
    const caption = shaped(chart, changed, printing, shape);
    if (isWithin(costOf(caption), captionLimits)) return caption;
  }
  return shaped(chart, changed, printing, bare);
}

function shaped(
  chart: Chart,
  changed: readonly Changed[],
  printing: Printing,
  shape: Shape,
): Caption {
  const shown = { ...printing, language: shape.language };
  const pieces = blocksInVoices(shown, (voice) => blocksOf(chart, changed, shape, voice))
    .flat()
    .map((one, index) => ({
      ...one,
      html: directed(one.html, one.language),
      ...(index === 0 && { chart }),
    }));
  const language = pieces[0]?.language ?? "ar";
  return { html: htmlOf(pieces), pieces, voice: { ...printing, language } };
}

function blocksOf(
  chart: Chart,
  changed: readonly Changed[],
  { reports, changes }: Shape,
  voice: Voice,
): readonly Block[] {
  const { language } = voice;
  const { title, panels, asOf } = chart;
  const topic = say(language, "timeline:title", { topic: told(title, voice) });
  const steps = changed
    .flatMap(({ figure, revisions }) => changesOf(figure, revisions, voice))
    .slice(0, changes);
  const date = formatDate(asOf, voice);
  const isUntold = changed.length > 0 && steps.length === 0;
  const key = isUntold ? "timeline:chart.changed" : "cards:asOf.day";
  return [
    block(html`<b>${topic}</b>`, voice),
    ...steps.map((step) => lineBlock(step, voice)),
    ...(panels.length === 0 ? [lineBlock(say(language, "timeline:chart.gone"), voice)] : []),
    ...(reports === "none" ? [] : panels.map((panel) => panelBlock(panel, chart, reports, voice))),
    ...leftLine(chart, voice).map((line) => block(line, voice)),
    lineBlock(html`<i>${say(language, key, { date })}</i>`, voice),
  ];
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
  const args = {
    count: marks.length,
    n: formatCount(marks.length, voice),
    source: sourceName(attribution, sources, voice),
    span: formatDays({ from: first.time.from, to: last.time.to }, voice),
    latest: eventPhrase(last.figure, voice),
  };
  return say(language, "timeline:chart.series", args);
}
