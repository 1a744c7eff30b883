import {
  drawable,
  type Bar,
  type Box,
  type Layout,
  type Measure,
  type Run,
  type Shape,
} from "./words.ts";

/** A piece of a picture, from its own top left corner; what it draws is inside its height. */
export interface Part extends Pick<Layout, "boxes" | "bars" | "shapes"> {
  readonly height: number;
}

export const nothing: Part = { height: 0, boxes: [], bars: [], shapes: [] };

/** A part moved to the right and down, in a piece that ends where it does. */
export function moved({ height, boxes, bars, shapes }: Part, x: number, y: number): Part {
  const shift = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({
    ...one,
    x: one.x + x,
    y: one.y + y,
  });
  return {
    height: height + y,
    boxes: boxes.map(shift<Box>),
    bars: bars.map(shift<Bar>),
    shapes: shapes.map((shape): Shape => ({ ...shape, points: shape.points.map(shift) })),
  };
}

/** Parts on the same spot, as high as the highest. */
export function together(...parts: readonly Part[]): Part {
  return {
    height: Math.max(0, ...parts.map(({ height }) => height)),
    boxes: parts.flatMap(({ boxes }) => boxes),
    bars: parts.flatMap(({ bars }) => bars),
    shapes: parts.flatMap(({ shapes }) => shapes),
  };
}

/** What stands below what is above it, and how far. */
export interface Below {
  readonly above: number;
  readonly part: Part;
}

export function stacked(parts: readonly Below[]): Part {
  return parts.reduce(
    (all, { above, part }) => together(all, moved(part, 0, all.height + above)),
    nothing,
  );
}

/** Words in a column, of which they are broken; nothing where there are none. */
export function paragraph(
  text: string,
  look: Omit<Run, "text">,
  { direction, width, measure }: Column,
): Part {
  const drawn = drawable(text);
  if (drawn === "") return nothing;
  const words = { runs: [{ ...look, text: drawn }], direction };
  const extent = measure(words, width);
  return { ...nothing, height: extent.height, boxes: [{ ...extent, x: 0, y: 0, width, words }] };
}

/** Where words are broken, and how they are read. */
export interface Column {
  readonly direction: "rtl" | "ltr";
  readonly width: number;
  readonly measure: Measure;
}

/** Words on one line, as wide as they are; broken only where they are wider than the column. */
export function oneLine(text: string, look: Omit<Run, "text">, column: Column): Part {
  const whole = paragraph(text, look, column);
  const [box] = whole.boxes;
  if (box === undefined) return nothing;
  const width = Math.min(column.width, box.line + 1);
  const extent = column.measure(box.words, width);
  return {
    ...nothing,
    height: extent.height,
    boxes: [{ ...extent, x: 0, y: 0, width, words: box.words }],
  };
}

/** How wide a part's words are. */
export function widthOf({ boxes }: Part): number {
  return Math.max(0, ...boxes.map(({ x, width }) => x + width));
}
