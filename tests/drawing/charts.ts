import { array, boolean, constantFrom, integer, oneof, option, record, tuple } from "fast-check";
import type { Arbitrary } from "fast-check";
import type {
  ChartMark,
  ChartPanel,
  ChartPicture,
  ChartValue,
} from "../../src/rendering/message/picture.ts";
import { text } from "./cards.ts";

const most = 1_000_000_000;

const value: Arbitrary<ChartValue> = oneof(
  record({
    type: constantFrom("exact" as const, "about" as const, "low" as const, "high" as const),
    count: oneof(integer({ min: 0, max: 200 }), integer({ min: 0, max: most })),
  }),
  tuple(integer({ min: 0, max: 500 }), integer({ min: 1, max: 500 })).map(([min, more]) => ({
    type: "range" as const,
    min,
    max: min + more,
  })),
  constantFrom<ChartValue>({ type: "vague" }, { type: "zero" }, { type: "not_reported" }),
);

const mark: Arbitrary<ChartMark> = record({
  from: oneof(integer({ min: 17_500, max: 17_510 }), integer({ min: 10_000, max: 17_520 })),
  days: oneof(integer({ min: 1, max: 3 }), integer({ min: 1, max: 400 })),
  value,
  label: text(40),
  corrected: option(value, { nil: undefined }),
}).map(({ days, corrected, ...given }) => ({
  ...given,
  until: given.from + days,
  ...(corrected !== undefined && { corrected }),
}));

function heightOf(given: ChartValue | undefined): number {
  if (given === undefined) return 0;
  if ("count" in given) return given.count;
  return "max" in given ? given.max : 0;
}

const panel: Arbitrary<ChartPanel> = record({
  scope: constantFrom("incident" as const, "period" as const, "cumulative" as const),
  title: text(300),
  series: array(record({ name: text(120), marks: array(mark, { minLength: 1, maxLength: 60 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
}).map(({ scope, title, series }) => {
  const marks = series.flatMap((one) => one.marks);
  const from = Math.min(...marks.map((one) => one.from)) - 1;
  const until = Math.max(...marks.map((one) => one.until)) + 1;
  const highest = Math.max(
    ...marks.map((one) => Math.max(heightOf(one.value), heightOf(one.corrected))),
  );
  const counts = [...new Set([0, Math.ceil(highest / 2), highest])];
  return {
    scope,
    title,
    span: { from, until },
    times: [from, (from + until) / 2, until].map((at) => ({
      at,
      label: `day ${String(at)} of a year`,
    })),
    counts: counts.map((at) => ({ at, label: at.toLocaleString("en") })),
    series: series.map((one, sign) => ({
      ...one,
      sign,
      marks: one.marks.toSorted((a, b) => a.from - b.from),
    })),
  };
});

const signs = [
  "low",
  "high",
  "about",
  "range",
  "vague",
  "zero",
  "not_reported",
  "corrected",
] as const;

/** Any chart that the record allows, and then some. */
export const charts: Arbitrary<ChartPicture> = record({
  theme: constantFrom("light" as const, "dark" as const),
  isArabic: boolean(),
  topic: text(120),
  panels: array(panel, { maxLength: 3 }),
  meanings: text(60),
  notes: array(text(80), { maxLength: 2 }),
  asOf: text(60),
}).map(({ isArabic, meanings, ...given }) => ({
  ...given,
  type: "chart",
  language: isArabic ? "ar" : "en",
  botUsername: "mujaz_bot",
  title: "Reported over time",
  legend: signs.map((sign) => ({ sign, meaning: meanings })),
}));

/** A chart of one panel of one source, from 0 to 100 over ten days. */
export function chartOf(
  scope: ChartPanel["scope"],
  ...all: readonly (readonly (readonly [
    day: number,
    value: ChartValue,
    corrected?: ChartValue,
  ])[])[]
): ChartPicture {
  const series = all.map((marks, sign) => ({
    name: `Source ${String(sign)}`,
    sign,
    marks: marks.map(([day, value, corrected]) => ({
      from: day,
      until: day + 1,
      value,
      label: "label",
      ...(corrected && { corrected }),
    })),
  }));
  return {
    type: "chart",
    theme: "light",
    language: "en",
    botUsername: "mujaz_bot",
    topic: "Eastern Ghouta",
    title: "Reported over time",
    panels: [
      {
        scope,
        title: "Civilians killed",
        span: { from: 0, until: 10 },
        times: [{ at: 5, label: "5 February" }],
        counts: [0, 50, 100].map((at) => ({ at, label: String(at) })),
        series,
      },
    ],
    legend: [],
    notes: [],
    asOf: "As of 8 February 2018",
  };
}
