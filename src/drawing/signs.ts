import type { ChartValue } from "../rendering/message/picture.ts";
import type { Point, SeriesTone, Shape, Tone } from "./words.ts";

/** How far a sign reaches from its middle, in pixels at full size. */
export const radius = 13;

/** How far an arrow reaches beyond its sign. */
export const arrowLength = 26;

/** How a source is told from the others: by its form, and besides by its tone. */
export interface Mark {
  readonly index: number;
  readonly tone: SeriesTone;
  readonly scale: number;
}

/** Corners around a middle: circle, square, triangle, diamond, pentagon, triangle on its head. */
const forms = [
  { corners: 24, turn: 0 },
  { corners: 4, turn: 45 },
  { corners: 3, turn: 0 },
  { corners: 4, turn: 0 },
  { corners: 5, turn: 0 },
  { corners: 3, turn: 180 },
] as const;

/** Small forms look smaller than a circle of the same reach. */
function cornersOf(
  { index, scale }: Pick<Mark, "index" | "scale">,
  { x, y }: Point,
): readonly Point[] {
  const { corners, turn } = forms[index % forms.length] ?? forms[0];
  const reach = radius * scale;
  return Array.from({ length: corners }, (_, corner) => {
    const angle = ((360 / corners) * corner + turn - 90) * (Math.PI / 180);
    return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
  });
}

function filled(mark: Mark, at: Point): Shape {
  return {
    points: cornersOf(mark, at),
    isClosed: true,
    fill: mark.tone,
    stroke: edge("page", mark),
  };
}

/** So that a line behind it does not touch it. */
function edge(tone: Tone, { scale }: Mark): { readonly tone: Tone; readonly width: number } {
  return { tone, width: 3 * scale };
}

function hollow(mark: Mark, at: Point, tone: Tone = mark.tone): Shape {
  return {
    points: cornersOf(mark, at),
    isClosed: true,
    fill: "page",
    stroke: { tone, width: 4 * mark.scale },
  };
}

/** An arrow from a sign, up or down. */
function arrow({ tone, scale }: Mark, { x, y }: Point, way: -1 | 1): readonly Shape[] {
  const from = y + way * radius * scale;
  const until = from + way * arrowLength * scale;
  const head = 9 * scale;
  const stroke = { tone, width: 4 * scale };
  return [
    {
      points: [
        { x, y: from },
        { x, y: until },
      ],
      isClosed: false,
      stroke,
    },
    {
      points: [
        { x: x - head, y: until - way * head },
        { x, y: until },
        { x: x + head, y: until - way * head },
      ],
      isClosed: false,
      stroke,
    },
  ];
}

/** Where the sign of a value stands: its height, or a strip of its own for what has none. */
export interface Spot {
  readonly x: number;
  readonly yOf: (count: number) => number;
  /** The middle of the strip below the axis. */
  readonly strip: number;
}

/** Where the middle of a value's sign is; of a range its upper end. */
export function middleOf(value: ChartValue, { x, yOf, strip }: Spot): Point {
  if ("count" in value) return { x, y: yOf(value.count) };
  if (value.type === "range") return { x, y: yOf(value.max) };
  return { x, y: value.type === "zero" ? yOf(0) : strip };
}

/** A value as a sign: a bound has an arrow, a range two ends, and what has no height is no number. */
export function signOf(value: ChartValue, mark: Mark, spot: Spot): readonly Shape[] {
  const at = middleOf(value, spot);
  switch (value.type) {
    case "exact":
    case "zero":
    case "vague":
      return [filled(mark, at)];
    case "about":
    case "not_reported":
      return [hollow(mark, at)];
    case "low":
      return [...arrow(mark, at, -1), filled(mark, at)];
    case "high":
      return [...arrow(mark, at, 1), hollow(mark, at)];
    case "range":
      return between(mark, at, { x: at.x, y: spot.yOf(value.min) });
  }
}

function between(mark: Mark, top: Point, bottom: Point): readonly Shape[] {
  const small = { ...mark, scale: mark.scale * 0.75 };
  const stroke = { tone: mark.tone, width: 5 * mark.scale };
  return [
    { points: [top, bottom], isClosed: false, stroke },
    filled(small, top),
    filled(small, bottom),
  ];
}

/** What was said before a correction: struck through, and a dotted line to what is said now. */
export function struck(was: ChartValue, now: ChartValue, mark: Mark, spot: Spot): readonly Shape[] {
  if (was.type === "vague" || was.type === "not_reported") return [];
  const at = middleOf(was, spot);
  const reach = 1.25 * radius * mark.scale;
  const line = { tone: "muted", width: 3 * mark.scale } as const;
  return [
    { points: [at, middleOf(now, spot)], isClosed: false, stroke: { ...line, isDotted: true } },
    hollow(mark, at, "muted"),
    {
      points: [
        { x: at.x - reach, y: at.y + reach },
        { x: at.x + reach, y: at.y - reach },
      ],
      isClosed: false,
      stroke: line,
    },
  ];
}
