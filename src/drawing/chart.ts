import type { ChartLegend, ChartPanel, ChartPicture } from "../rendering/message/picture.ts";
import {
  moved,
  nothing,
  paragraph,
  stacked,
  together,
  type Below,
  type Column,
  type Part,
} from "./part.ts";
import { plotOf } from "./plot.ts";
import { arrowLength, radius, signOf, struck, type Mark } from "./signs.ts";
import { seriesTones, type Layout, type Measure, type Shape } from "./words.ts";

/** Of a phone's screen, at its full width. */
const width = 1080;
const margin = 72;
const topBar = 14;

/** Telegram takes pictures whose width and height are 10,000 together. */
const mostHeight = 8900;
const scales = [1, 0.8, 0.65, 0.5, 0.4, 0.3] as const;

/** From the highest count to 0, in pixels at full size, by how many panels there are. */
const plotHeights = [620, 620, 420, 320] as const;

/**
 * A chart in the largest type with which it is a picture that Telegram takes.
 * @throws where there is none
 */
export function layOutChart(picture: ChartPicture, measure: Measure): Layout {
  for (const scale of scales) {
    const { height, ...drawn } = chartOf(picture, scale, measure);
    if (height > mostHeight) continue;
    const bar = { x: 0, y: 0, width, height: topBar, tone: "accent" } as const;
    return { ...drawn, width, height: Math.max(width, Math.ceil(height)), bars: [bar] };
  }
  throw new Error("the chart is too long to be a picture");
}

function chartOf(picture: ChartPicture, scale: number, measure: Measure): Part {
  const { language, panels } = picture;
  const direction = language === "ar" ? "rtl" : "ltr";
  const column: Column = { direction, width: width - 2 * margin, measure };
  const line = (text: string, size: number, more: Partial<Look> = {}): Part =>
    paragraph(text, { ...plain, ...more, size: size * scale }, column);
  const plotHeight = (plotHeights[panels.length] ?? plotHeights[3]) * scale;
  const parts: readonly Below[] = [
    { above: 0, part: line(picture.title, 36, { tone: "accent", weight: 600 }) },
    { above: 6, part: line(picture.topic, 60, { weight: 700 }) },
    ...panels.flatMap((panel): readonly Below[] => [
      { above: 44, part: line(panel.title, 38, { weight: 600 }) },
      ...sourcesOf(panel, scale, column),
      { above: 4, part: plotOf(panel, plotHeight, scale, column) },
    ]),
    ...signsOf(picture.legend, scale, column),
    ...picture.notes.map((note, index) => ({ above: index === 0 ? 30 : 4, part: line(note, 30) })),
    { above: 30, part: line(picture.asOf, 30, muted) },
    { above: 0, part: line(`\u2068@${picture.botUsername}\u2069`, 30, { ...muted, weight: 600 }) },
  ];
  const spaced = parts.map(({ above, part }) => ({ above: above * scale, part }));
  const page = moved(stacked(spaced), margin, margin + topBar);
  return { ...page, height: page.height + margin };
}

interface Look {
  readonly weight: 400 | 600 | 700;
  readonly tone: "ink" | "muted" | "accent";
}

const plain: Look = { weight: 400, tone: "ink" };
const muted: Look = { weight: 400, tone: "muted" };

/** Which sign is whose. */
function sourcesOf({ series }: ChartPanel, scale: number, column: Column): readonly Below[] {
  return series.map(({ name, sign }, index) => {
    const tone = seriesTones[sign] ?? "first";
    const look: Mark = { index: sign, tone, scale };
    const sample = (x: number, y: number) =>
      signOf({ type: "exact", count: 0 }, look, { x, yOf: () => y, strip: y });
    return { above: index === 0 ? 12 : 2, part: keyed(name, sample, scale, column) };
  });
}

/** What the signs mean, with the sign that the first source would have. */
function signsOf(legend: readonly ChartLegend[], scale: number, column: Column): readonly Below[] {
  return legend.map(({ sign, meaning }, index) => {
    const sample = (x: number, y: number) => sampleOf(sign, x, y, scale);
    return { above: index === 0 ? 48 : 14, part: keyed(meaning, sample, scale, column) };
  });
}

function sampleOf(
  sign: ChartLegend["sign"],
  x: number,
  y: number,
  scale: number,
): readonly Shape[] {
  const look: Mark = { index: 0, tone: "first", scale };
  const reach = (arrowLength / 2) * scale;
  const spot = { x, yOf: () => y, strip: y };
  switch (sign) {
    case "low":
      return signOf({ type: "low", count: 0 }, look, { ...spot, yOf: () => y + reach });
    case "high":
      return signOf({ type: "high", count: 0 }, look, { ...spot, yOf: () => y - reach });
    case "range":
      return signOf({ type: "range", min: 0, max: 1 }, look, {
        ...spot,
        yOf: (count) => (count === 1 ? y - reach : y + reach),
      });
    case "corrected":
      return struck({ type: "exact", count: 0 }, { type: "exact", count: 0 }, look, spot);
    case "zero": {
      const wide = 2 * radius * scale;
      const axis: Shape = {
        points: [
          { x: x - wide, y },
          { x: x + wide, y },
        ],
        isClosed: false,
        stroke: { tone: "muted", width: 3 * scale },
      };
      return [axis, ...signOf({ type: "zero" }, look, spot)];
    }
    case "about":
      return signOf({ type: "about", count: 0 }, look, spot);
    case "exact":
    case "vague":
    case "not_reported":
    default: {
      // Below the axis.
      const wide = 2 * radius * scale;
      const over = y - (radius + 8) * scale;
      const axis: Shape = {
        points: [
          { x: x - wide, y: over },
          { x: x + wide, y: over },
        ],
        isClosed: false,
        stroke: { tone: "muted", width: 3 * scale },
      };
      return [axis, ...signOf({ type: sign === "not_reported" ? sign : "vague" }, look, spot)];
    }
  }
}

/** A sign, and beside it what it is, where lines are begun to be read. */
function keyed(
  text: string,
  sign: (x: number, y: number) => readonly Shape[],
  scale: number,
  column: Column,
): Part {
  const room = 64 * scale;
  const isRtl = column.direction === "rtl";
  const look = { ...plain, size: 28 * scale };
  const words = paragraph(text, look, { ...column, width: column.width - room });
  const tall = Math.max(words.height, 2 * (radius + arrowLength / 2) * scale);
  const x = isRtl ? column.width - room / 2 : room / 2;
  const shapes = sign(
    x,
    Math.min(tall, 28 * scale * 1.45) / 2 + Math.max(0, tall - words.height) / 2,
  );
  return together(
    { ...nothing, height: tall, shapes },
    moved(words, isRtl ? 0 : room, Math.max(0, tall - words.height) / 2),
  );
}
