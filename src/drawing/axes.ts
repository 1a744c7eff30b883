import type { ChartPanel } from "../rendering/message/picture.ts";
import { moved, nothing, oneLine, together, widthOf, type Column, type Part } from "./part.ts";
import type { Shape } from "./words.ts";

/** Where a panel's marks may stand, in pixels from its top left corner. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where the count is 0. */
  readonly bottom: number;
  readonly scale: number;
}

/** Where times and counts are in a frame. */
export interface Scales {
  readonly xOf: (time: number) => number;
  readonly yOf: (count: number) => number;
}

/**
 * Time runs from left to right in both languages, as in the charts of Arabic newsrooms: numbers and
 * dates run that way. Counts begin at 0 always: a cut axis makes a small difference a large one.
 */
export function scalesOf({ span, counts }: ChartPanel, frame: Frame): Scales {
  const { left, right, top, bottom } = frame;
  const most = counts.at(-1)?.at ?? 0;
  return {
    xOf: (time) => left + ((time - span.from) / (span.until - span.from)) * (right - left),
    yOf: (count) => (most === 0 ? bottom : bottom - (count / most) * (bottom - top)),
  };
}

const type = { size: 26, weight: 400, tone: "muted" } as const;

/** How wide the names of counts are, with the space to the frame. */
export function countsWidth({ counts }: ChartPanel, scale: number, column: Column): number {
  const look = { ...type, size: type.size * scale };
  const widths = counts.map(({ label }) => widthOf(oneLine(label, look, column)));
  return Math.max(0, ...widths) + 14 * scale;
}

/** Counts stand where lines are begun to be read: in Arabic at the right. */
export function countAxis(panel: ChartPanel, frame: Frame, column: Column): Part {
  const { yOf } = scalesOf(panel, frame);
  const { left, right, scale } = frame;
  const look = { ...type, size: type.size * scale };
  const parts = panel.counts.map(({ at, label }): Part => {
    const name = oneLine(label, look, column);
    const y = yOf(at) - name.height / 2;
    const x = column.direction === "rtl" ? right + 14 * scale : left - 14 * scale - widthOf(name);
    const line: Shape = {
      points: [
        { x: left, y: yOf(at) },
        { x: right, y: yOf(at) },
      ],
      isClosed: false,
      stroke: { tone: at === 0 ? "muted" : "rule", width: at === 0 ? 3 * scale : 2 * scale },
    };
    return together(moved(name, x, y), { ...nothing, shapes: [line] });
  });
  return together(...parts);
}

/** The names of times below a line; one that would touch the one before it is left out. */
export function timeAxis(panel: ChartPanel, frame: Frame, y: number, column: Column): Part {
  const { xOf } = scalesOf(panel, frame);
  const { scale } = frame;
  const look = { ...type, size: type.size * scale };
  let free = -Infinity;
  const parts = panel.times.flatMap(({ at, label }): readonly Part[] => {
    const name = oneLine(label, look, column);
    const width = widthOf(name);
    const x = Math.min(Math.max(xOf(at) - width / 2, 0), column.width - width);
    if (x < free) return [];
    free = x + width + 20 * scale;
    const tick: Shape = {
      points: [
        { x: xOf(at), y: frame.bottom },
        { x: xOf(at), y: frame.bottom + 10 * scale },
      ],
      isClosed: false,
      stroke: { tone: "muted", width: 2 * scale },
    };
    return [moved(name, x, y), { ...nothing, shapes: [tick] }];
  });
  return together(...parts);
}
