import type { ChartMark, ChartPanel } from "../rendering/message/picture.ts";
import { countAxis, countsWidth, scalesOf, timeAxis, type Frame, type Scales } from "./axes.ts";
import { labelsOf, type Labelled } from "./labels.ts";
import { nothing, together, type Column, type Part } from "./part.ts";
import { arrowLength, middleOf, radius, signOf, struck, type Mark, type Spot } from "./signs.ts";
import { seriesTones, type Shape } from "./words.ts";

/** A mark of a source where it stands. */
interface Placed {
  readonly mark: ChartMark;
  readonly look: Mark;
  readonly spot: Spot;
}

/** Room above the highest count, for an arrow and a label. */
const above = 84;
const stripHeight = 64;
/** Below the axis, half of the line that its 0 stands on. */
const zeroHeight = 22;

/** What sources reported, as signs on axes. `height`: from the highest count to 0. */
export function plotOf(panel: ChartPanel, height: number, scale: number, column: Column): Part {
  const names = countsWidth(panel, scale, column);
  const isRtl = column.direction === "rtl";
  const highest = panel.counts.at(-1)?.at ?? 0;
  const tall = highest === 0 ? 0 : height;
  const frame: Frame = {
    left: isRtl ? 0 : names,
    right: isRtl ? column.width - names : column.width,
    top: above * scale,
    bottom: above * scale + tall,
    scale,
  };
  const scales = scalesOf(panel, frame);
  const hasStrip = panel.series.some(({ marks }) => marks.some(isInStrip));
  const below = frame.bottom + (hasStrip ? stripHeight : zeroHeight) * scale;
  const placed = placedIn(panel, frame, scales);
  const lines = linesOf(panel.scope, placed, scales);
  const old = placed.flatMap(({ mark: { value, corrected }, look, spot }) =>
    corrected === undefined ? [] : struck(corrected, value, look, spot),
  );
  const shapes: readonly Shape[] = [
    ...lines,
    ...old,
    ...placed.flatMap(({ mark, look, spot }) => signOf(mark.value, look, spot)),
  ];
  const room = { ...frame, until: below, lines: [...lines, ...old, baseline(frame)] };
  const labels = labelsOf(placed.map(labelled), room, column);
  const axes = together(countAxis(panel, frame, column), timeAxis(panel, frame, below, column));
  return together(axes, { ...nothing, height: below, shapes }, labels);
}

function isInStrip({ value }: ChartMark): boolean {
  return value.type === "vague" || value.type === "not_reported";
}

/** How far a mark may stand from its time where others are of the same, in pixels at full size. */
const mostAside = 10;

/** Reports of one moment stand side by side around it, as far as that is not another moment. */
function placedIn(panel: ChartPanel, frame: Frame, { xOf, yOf }: Scales): readonly Placed[] {
  const { scale, bottom, left, right } = frame;
  const all = panel.series.flatMap(({ marks, sign: index }) =>
    marks.map((mark) => ({ mark, index, x: xOf(middle(mark, panel.scope)) })),
  );
  const beside = Map.groupBy(all, ({ x }) => Math.round(x));
  return all.map((one) => {
    const group = beside.get(Math.round(one.x)) ?? [one];
    const own = (xOf(one.mark.until) - xOf(one.mark.from)) / 2;
    const aside =
      panel.scope === "incident"
        ? Math.max(own - radius * scale, mostAside * scale)
        : Math.min(mostAside * scale, roomAround(group, all) / 2);
    const apart = group.length > 1 ? Math.min(32 * scale, (2 * aside) / (group.length - 1)) : 0;
    const at = one.x + (group.indexOf(one) - (group.length - 1) / 2) * apart;
    const edge = radius * scale;
    const x = Math.min(Math.max(at, left + edge), right - edge);
    const tone = seriesTones[one.index] ?? "first";
    return {
      mark: one.mark,
      look: { index: one.index, tone, scale },
      spot: { x, yOf, strip: bottom + (stripHeight / 2) * scale },
    };
  });
}

interface Across {
  readonly x: number;
}

/** From a moment to the one next to it: no running total may stand before an older one. */
function roomAround(moment: readonly Across[], all: readonly Across[]): number {
  const own = moment.map(({ x }) => x);
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const rooms = all.map(({ x }) => Math.max(first - x, x - last));
  return Math.min(...rooms.filter((room) => room > 0));
}

/** A running total stands on the last day that is meant, everything else in the middle of its time. */
function middle({ from, until }: ChartMark, scope: ChartPanel["scope"]): number {
  return scope === "cumulative" ? until - 0.5 : (from + until) / 2;
}

/** The height up to which a value is certain; none of what has no height, and of "up to". */
function heightOf({ value }: ChartMark): number | undefined {
  if (value.type === "zero") return 0;
  if ("count" in value) return value.type === "high" ? undefined : value.count;
  return value.type === "range" ? value.min : undefined;
}

/** What leads to the signs, by what they count. */
function linesOf(
  scope: ChartPanel["scope"],
  placed: readonly Placed[],
  scales: Scales,
): readonly Shape[] {
  switch (scope) {
    case "incident":
      return placed.flatMap(stem);
    case "period":
      return placed.flatMap((one) => bar(one, scales));
    case "cumulative":
      return steps(placed);
  }
}

/** No label stands across the line that numbers begin at. */
function baseline({ left, right, bottom }: Frame): Shape {
  const points = [
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
  return { points, isClosed: false };
}

/** Each event stands by itself: nothing joins one to another. */
function stem({ mark, look, spot }: Placed): readonly Shape[] {
  const height = heightOf(mark);
  if (height === undefined) return [];
  const { x, yOf } = spot;
  const points = [
    { x, y: yOf(0) },
    { x, y: yOf(height) },
  ];
  return [{ points, isClosed: false, stroke: { tone: look.tone, width: 4 * look.scale } }];
}

/** As wide as its time. */
function bar({ mark, look, spot }: Placed, { xOf }: Scales): readonly Shape[] {
  const height = heightOf(mark);
  if (height === undefined) return [];
  const { scale } = look;
  const least = 6 * scale;
  const wide = Math.max(least, xOf(mark.until) - xOf(mark.from));
  const left = (xOf(mark.from) + xOf(mark.until) - wide) / 2;
  const [top, bottom] = [spot.yOf(height), spot.yOf(0)];
  const points = [
    { x: left, y: bottom },
    { x: left, y: top },
    { x: left + wide, y: top },
    { x: left + wide, y: bottom },
  ];
  return [{ points, isClosed: true, stroke: { tone: look.tone, width: 3 * scale } }];
}

/**
 * A running total holds until the same source gives the next one. Where that gave no number, or had
 * none to give, the line ends: a gap is a gap.
 */
function steps(placed: readonly Placed[]): readonly Shape[] {
  return placed.flatMap((now, index): readonly Shape[] => {
    const was = placed[index - 1];
    if (was === undefined || was.look.index !== now.look.index) return [];
    const [before, after] = [heightOf(was.mark), heightOf(now.mark)];
    if (before === undefined || after === undefined) return [];
    const y = was.spot.yOf(before);
    const points = [
      { x: was.spot.x, y },
      { x: now.spot.x, y },
      { x: now.spot.x, y: now.spot.yOf(after) },
    ];
    return [
      { points, isClosed: false, stroke: { tone: now.look.tone, width: 4 * now.look.scale } },
    ];
  });
}

/** A mark's label, and how much room its sign takes. */
function labelled({ mark, look: { scale }, spot }: Placed): Labelled {
  const { value, label } = mark;
  const { x, y } = middleOf(value, spot);
  const lowest = value.type === "range" ? spot.yOf(value.min) : y;
  const reach = radius * scale;
  const arrow = arrowLength * scale;
  return {
    text: label,
    x,
    top: y - reach - (value.type === "low" ? arrow : 0),
    bottom: lowest + reach + (value.type === "high" ? arrow : 0),
    reach,
    time: mark.until,
  };
}
