import type { Frame } from "./axes.ts";
import { moved, nothing, oneLine, together, widthOf, type Column, type Part } from "./part.ts";
import type { Shape } from "./words.ts";

/** A sign that has a label, and the room that the sign takes. */
export interface Labelled {
  readonly text: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly reach: number;
  /** When it was: the newest is labelled first. */
  readonly time: number;
}

/** Where labels may stand: in a frame, down to a line below it. */
interface Room extends Frame {
  readonly until: number;
  /** That no label crosses. */
  readonly lines: readonly Shape[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The labels that have room, each above, beside or below its sign, on no sign and no other label.
 * The others are left out: their signs stand between the lines of the axis.
 */
export function labelsOf(signs: readonly Labelled[], room: Room, column: Column): Part {
  const taken: Place[] = [
    ...signs.map(({ x, top, bottom, reach }) => ({
      x: x - reach,
      y: top,
      width: 2 * reach,
      height: bottom - top,
    })),
    ...room.lines.flatMap(segmentsOf),
  ];
  const look = { size: 26 * room.scale, weight: 600, tone: "ink" } as const;
  const newest = signs.toSorted((a, b) => b.time - a.time);
  const parts = newest.flatMap((sign): readonly Part[] => {
    const words = oneLine(sign.text, look, column);
    const size = { width: widthOf(words), height: words.height };
    const place = spotsAround(sign, size, room.scale).find(
      (spot) => isWithin(spot, room) && !taken.some((other) => touch(spot, other)),
    );
    if (place === undefined || size.width === 0) return [];
    taken.push(place);
    return [together({ ...nothing, shapes: [behind(place)] }, moved(words, place.x, place.y))];
  });
  return { ...together(...parts), height: 0 };
}

/** The lines of the axis end where a label begins. */
function behind({ x, y, width, height }: Place): Shape {
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { points, isClosed: true, fill: "page" };
}

/** The upright and level lines of a shape, as places that they take. */
function segmentsOf({ points, isClosed }: Shape): readonly Place[] {
  const ends = isClosed ? [...points, ...points.slice(0, 1)] : points;
  return ends.slice(1).flatMap((end, index): readonly Place[] => {
    const start = ends[index];
    if (start === undefined) return [];
    const x = Math.min(start.x, end.x);
    const y = Math.min(start.y, end.y);
    const size = { width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) };
    return [{ x, y, width: Math.max(1, size.width), height: Math.max(1, size.height) }];
  });
}

type Size = Pick<Place, "width" | "height">;

function spotsAround(
  { x, top, bottom, reach }: Labelled,
  { width, height }: Size,
  scale: number,
): readonly Place[] {
  const gap = 10 * scale;
  const half = (top + bottom - height) / 2;
  return [
    { x: x - width / 2, y: top - height - 2 * scale, width, height },
    { x: x + reach + gap, y: half, width, height },
    { x: x - reach - gap - width, y: half, width, height },
    { x: x - width / 2, y: bottom + 2 * scale, width, height },
  ];
}

function isWithin({ x, y, width, height }: Place, room: Room): boolean {
  const isAcross = x >= room.left && x + width <= room.right;
  return isAcross && y >= 0 && y + height <= room.until;
}

function touch(a: Place, b: Place): boolean {
  const isAcross = a.x < b.x + b.width && b.x < a.x + a.width;
  return isAcross && a.y < b.y + b.height && b.y < a.y + a.height;
}
