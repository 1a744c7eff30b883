import { assert, integer, property, uniqueArray } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { layOutChart } from "../../src/drawing/chart.ts";
import { openKit, type Kit } from "../../src/drawing/kit.ts";
import { colours } from "../../src/drawing/themes.ts";
import {
  seriesTones,
  type Box,
  type Layout,
  type Point,
  type Shape,
} from "../../src/drawing/words.ts";
import type { ChartPicture, ChartValue } from "../../src/rendering/message/picture.ts";
import { chartOf, charts } from "./charts.ts";
import { fuzzRuns } from "../fuzz-runs.ts";

let kit: Kit;
beforeAll(async () => {
  kit = await openKit();
}, 30_000);

function touch(a: Box, b: Box): boolean {
  const isAcross = a.x < b.x + b.width && b.x < a.x + a.width;
  return isAcross && a.y < b.y + b.height && b.y < a.y + a.height;
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

function exact(count: number): ChartValue {
  return { type: "exact", count };
}

function drawn(picture: ChartPicture): Layout {
  return layOutChart(picture, kit.measure);
}

/** The lines in the tone of a source that are no sign. */
function linesOf(picture: ChartPicture, width = 4): readonly (readonly Point[])[] {
  return drawn(picture)
    .shapes.filter(
      ({ stroke, fill }) =>
        stroke?.tone === "first" && stroke.width === width && fill === undefined,
    )
    .map(({ points }) => points);
}

function centre({ points }: Shape): Point {
  const middle = (of: (point: Point) => number): number => {
    const all = points.map(of);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return { x: middle(({ x }) => x), y: middle(({ y }) => y) };
}

/** The middles of the signs in the plot, from left to right; the key's stand at the margin. */
function signsOf(picture: ChartPicture, isSign: (shape: Shape) => boolean): readonly Point[] {
  return drawn(picture)
    .shapes.filter((shape) => shape.points.length > 20 && isSign(shape))
    .map(centre)
    .slice(1)
    .toSorted((a, b) => a.x - b.x);
}

/** Where the axis of 0 is, which is the only one of its tone and width. */
function baselineOf(picture: ChartPicture): number {
  const [axis] = drawn(picture).shapes.filter(
    ({ stroke }) => stroke?.tone === "muted" && stroke.width === 3,
  );
  return axis?.points[0]?.y ?? NaN;
}

/** How wide a count over the days 1 to `until` is. */
function widthUntil(until: number): number {
  const picture = chartOf("period", [[1, exact(50)]]);
  const panels = picture.panels.map((panel) => ({
    ...panel,
    series: panel.series.map((one) => ({
      ...one,
      marks: one.marks.map((mark) => ({ ...mark, until })),
    })),
  }));
  const [bar] = linesOf({ ...picture, panels }, 3);
  const all = (bar ?? []).map(({ x }) => x);
  return Math.max(...all) - Math.min(...all);
}

/** Where the names of counts are. */
function countsAt(picture: ChartPicture): number {
  const box = drawn(picture).boxes.find(({ words }) =>
    words.runs.some(({ text }) => text === "100"),
  );
  return box?.x ?? 0;
}

function isOn({ x, y }: Point, box: Box | undefined): boolean {
  if (box === undefined) return false;
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

const filled = ({ fill }: Shape) => fill === "first";

describe("a chart", () => {
  it("has no words on other words, and nothing off the page, whatever it shows", () => {
    assert(
      property(charts, (picture) => {
        const { boxes, shapes, width, height } = drawn(picture);
        expect(pairs(boxes).filter(([a, b]) => touch(a, b))).toEqual([]);
        const isOn = (x: number, y: number) => x >= 40 && x <= width - 40 && y >= 40 && y <= height;
        const loose = boxes.filter(
          (box) => !isOn(box.x, box.y) || !isOn(box.x + box.width, box.y + box.height),
        );
        expect(loose).toEqual([]);
        const points = shapes.flatMap((shape) => shape.points);
        expect(points.filter(({ x, y }) => !isOn(x, y))).toEqual([]);
        expect(width + height).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: fuzzRuns(40) },
    );
  }, 120_000);

  it("is painted, and the same for the same data", () => {
    const picture = chartOf("incident", [[1, exact(38)]]);
    const paint = () => Buffer.from(kit.paint(drawn(picture), colours.light));
    expect(paint().equals(paint())).toBe(true);
  });

  it("has numbers in their order from a baseline that is 0", () => {
    const picture = chartOf("incident", [
      [1, { type: "zero" }],
      [3, exact(25)],
      [5, exact(50)],
      [7, exact(100)],
    ]);
    const bottom = baselineOf(picture);
    const [none, low, half, high] = signsOf(picture, filled).map(({ y }) => bottom - y);
    if (none === undefined || low === undefined || half === undefined || high === undefined) {
      throw new Error("there are four signs");
    }
    expect(none).toBeCloseTo(0);
    expect(half).toBeCloseTo(2 * low);
    expect(high).toBeCloseTo(2 * half);
  });

  it("joins no event to another", () => {
    const stems = linesOf(
      chartOf("incident", [
        [1, exact(38)],
        [3, exact(75)],
      ]),
    );
    expect(stems).toHaveLength(2);
    for (const points of stems) expect(new Set(points.map(({ x }) => x)).size).toBe(1);
  });

  it("draws running totals in steps, which hold until the next one and not beyond", () => {
    const [step, ...more] = linesOf(
      chartOf("cumulative", [
        [1, exact(38)],
        [5, exact(75)],
      ]),
    );
    expect(more).toEqual([]);
    const [from, corner, until] = step ?? [];
    expect(corner).toEqual({ x: until?.x, y: from?.y });
  });

  it.each<ChartValue>([{ type: "not_reported" }, { type: "vague" }])(
    "leaves a gap where a running total has no number (%o)",
    (gap) => {
      const picture = chartOf("cumulative", [
        [1, exact(38)],
        [3, gap],
        [5, exact(75)],
      ]);
      expect(linesOf(picture)).toEqual([]);
    },
  );

  it("joins no source's totals to another's", () => {
    expect(linesOf(chartOf("cumulative", [[1, exact(38)]], [[5, exact(75)]]))).toEqual([]);
  });

  it("has a word and what nobody reported below the axis, apart from none", () => {
    for (const value of [{ type: "vague" }, { type: "not_reported" }] as const) {
      const picture = chartOf("incident", [[1, value]]);
      const [sign] = signsOf(picture, () => true);
      expect(sign?.y).toBeGreaterThan(baselineOf(picture) + 13);
    }
  });

  it("points up from a number that may be higher, and down from one that may be lower", () => {
    for (const [type, way] of [
      ["low", -1],
      ["high", 1],
    ] as const) {
      const [line] = linesOf(chartOf("period", [[1, { type, count: 50 }]]));
      const [start, end] = line ?? [];
      expect(Math.sign((end?.y ?? 0) - (start?.y ?? 0))).toBe(way);
    }
  });

  it("spans a range from its lower end to its upper one, with no sign between", () => {
    const picture = chartOf("incident", [[1, { type: "range", min: 50, max: 100 }]]);
    const bottom = baselineOf(picture);
    const heights = signsOf(picture, filled).map(({ y }) => bottom - y);
    expect(Math.max(...heights)).toBeCloseTo(2 * Math.min(...heights));
    expect(heights).toHaveLength(2);
  });

  it("is as wide over a period as that is long", () => {
    expect(widthUntil(5)).toBeCloseTo(2 * widthUntil(3));
  });

  it("strikes through what was said before a correction, with a dotted line to what is said now", () => {
    const picture = chartOf("incident", [[1, exact(41), exact(38)]]);
    const muted = drawn(picture).shapes.filter(({ stroke }) => stroke?.tone === "muted");
    const dotted = muted.filter(({ stroke }) => stroke?.isDotted === true);
    const [line] = dotted;
    const [was, now] = line?.points ?? [];
    expect(dotted).toHaveLength(1);
    expect(was?.y).toBeGreaterThan(now?.y ?? NaN);
    expect(muted.filter(({ points, fill }) => fill === "page" && points.length > 20)).toHaveLength(
      1,
    );
  });

  it("has no label on what was said before a correction", () => {
    for (const was of [39, 40, 42, 45, 50]) {
      const { boxes, shapes } = drawn(chartOf("incident", [[4, exact(38), exact(was)]]));
      const old = shapes.filter(
        ({ stroke, points }) =>
          stroke?.tone === "muted" && stroke.width !== 2 && points.length > 20,
      );
      const [label] = boxes.filter(({ words }) => words.runs.some(({ text }) => text === "label"));
      expect(old).toHaveLength(1);
      const under = old.flatMap(({ points }) => points).filter((point) => isOn(point, label));
      expect(under).toEqual([]);
    }
  });

  it.each(["incident", "period", "cumulative"] as const)(
    "shows each source where two say the same of the same day (%s)",
    (scope) => {
      const elsewhere = [7, 7.001].map((day) => [day, exact(90)] as const);
      const { shapes } = drawn(chartOf(scope, [[5, exact(50)], ...elsewhere], [[5, exact(50)]]));
      const [one, other] = (["first", "second"] as const).map((tone) =>
        shapes.filter(({ fill }) => fill === tone).map(centre),
      );
      const apart = (other?.[1]?.x ?? 0) - (one?.[1]?.x ?? 0);
      expect(apart).toBeGreaterThan(13);
    },
  );

  it("never leads a running total back in time, however close its days are", () => {
    assert(
      property(
        uniqueArray(integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 30 }),
        (days) => {
          const totals = days.toSorted((a, b) => a - b).map((day) => [day, exact(50)] as const);
          const picture = chartOf("cumulative", totals, totals.slice(0, 9), totals.slice(0, 9));
          const panels = picture.panels.map((panel) => ({
            ...panel,
            span: { from: 0, until: 10_000 },
          }));
          for (const points of linesOf({ ...picture, panels })) {
            const [from, corner] = points;
            expect(corner?.x).toBeGreaterThanOrEqual(from?.x ?? NaN);
          }
        },
      ),
      { numRuns: fuzzRuns(40) },
    );
  });

  it("tells sources apart by form, whatever eyes make of the colours", () => {
    const picture = chartOf(
      "incident",
      ...seriesTones.map((_, day) => [[day, exact(50)] as const]),
    );
    const forms = seriesTones.map((tone) => {
      const [sign] = drawn(picture).shapes.filter(({ fill }) => fill === tone);
      const from = sign === undefined ? { x: 0, y: 0 } : sign.points[0];
      return sign?.points.map(({ x, y }) =>
        [Math.round(x - (from?.x ?? 0)), Math.round(y - (from?.y ?? 0))].join(),
      );
    });
    expect(new Set(forms.map((form) => form?.join(" "))).size).toBe(seriesTones.length);
  });

  it("has no time's name on another's, and none on the counts", () => {
    const picture = chartOf("incident", [[1, exact(50)]]);
    const times = Array.from({ length: 9 }, (_, at) => ({
      at: at + 0.5,
      label: `${String(at)} of a long month`,
    }));
    const panels = picture.panels.map((panel) => ({ ...panel, times }));
    const { boxes } = drawn({ ...picture, panels });
    expect(pairs(boxes).filter(([a, b]) => touch(a, b))).toEqual([]);
    expect(boxes.length).toBeGreaterThan(8);
  });

  it("has the counts at the right in Arabic, and at the left in English; time runs alike", () => {
    const english = chartOf("incident", [
      [1, exact(38)],
      [8, exact(38)],
    ]);
    const arabic = { ...english, language: "ar" } as const;
    expect(countsAt(english)).toBeLessThan(200);
    expect(countsAt(arabic)).toBeGreaterThan(880);
    for (const picture of [english, arabic]) expect(linesOf(picture)).toHaveLength(2);
    const [first = { x: 0 }, last = { x: 0 }] = linesOf(arabic).map(([point]) => ({
      x: point?.x ?? 0,
    }));
    expect(first.x).toBeLessThan(last.x);
  });
});
