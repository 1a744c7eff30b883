import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/domain/figure.ts";
import { defaultPrinting, type Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { timelineOf } from "../../src/domain/timeline.ts";
import { correctMade } from "../../src/rendering/changes/corrected.ts";
import type { ToldRevision } from "../../src/rendering/changes/told-revision.ts";
import type { Made, Message } from "../../src/rendering/message/message.ts";
import type { ChartPicture } from "../../src/rendering/message/picture.ts";
import type { Reference } from "../../src/rendering/message/reference.ts";
import { captionLimits, costOf, isWithin } from "../../src/rendering/text/cost.ts";
import { html } from "../../src/rendering/text/html.ts";
import { renderChart } from "../../src/rendering/timeline/chart.ts";
import { entriesOf, renderTimeline } from "../../src/rendering/timeline/timeline.ts";
import { aFigure, anEdition, aSource, aStory, aTopic } from "../builders.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { printing, story as anyStory } from "./arbitrary.ts";
import { assertSound } from "./sound.ts";
import { isKept, parseHtml } from "./telegram.ts";

const english: Printing = { ...defaultPrinting, language: "en" };
const sources = [
  aSource(),
  aSource({
    id: "snhr",
    name: { ar: "الشبكة السورية لحقوق الإنسان", en: "the Syrian Network for Human Rights" },
  }),
  aSource({ id: "centcom", name: { ar: "القيادة المركزية", en: "Central Command" } }),
];

function count(count: number) {
  return { type: "count", count } as const;
}

function told(id: string, day: string, ...figures: readonly Figure[]): Story {
  return aStory({ id, date: { from: day, to: day }, figures });
}

const first = told(
  "s0207",
  "2018-02-07",
  aFigure({ id: "k" }),
  aFigure({ id: "i", kind: "injured", amount: count(90) }),
);
const second = told(
  "s0208",
  "2018-02-08",
  aFigure({ id: "k", amount: count(75), qualifier: "at_least" }),
  aFigure({ id: "i", kind: "injured", amount: count(120) }),
);
const stories = [first, second];

function referenceTo(all: readonly Story[]): Reference {
  return { edition: anEdition({ stories: all, sources }), botUsername: "mujaz_bot" };
}

const heading = () => html`Ghouta`;

function listed(all: readonly Story[], chosen = english): readonly Message[] {
  const entries = entriesOf(timelineOf(all));
  return renderTimeline(heading, { entries, known: new Map() }, chosen, referenceTo(all));
}

function charted(all: readonly Story[], chosen = english) {
  const charted = { topic: aTopic(), panels: timelineOf(all), known: new Map(), theme: "light" };
  return renderChart({ ...charted, theme: "light" }, chosen, referenceTo(all));
}

/** What a message is made of as the store gives it back. */
function madeOf({ made }: Message): Made {
  const stored: Made = JSON.parse(JSON.stringify(made));
  expect(stored).toEqual(made);
  return stored;
}

function revisions(...states: readonly Story[]): readonly ToldRevision[] {
  return states.map((story, index) => ({
    number: index + 1,
    day: "2018-02-10",
    story,
    sources: new Map(sources.map((source) => [source.id, source])),
  }));
}

function corrected(message: Message, ...states: readonly Story[]): Message {
  const now = new Map([[states[0]?.id ?? "", revisions(...states)]]);
  return correctMade(madeOf(message), message.keyboard, now, referenceTo(stories));
}

function seen(message: Message | undefined): string {
  return parseHtml(message?.html ?? "").text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");
}

function pictureOf({ picture }: Message): ChartPicture {
  if (picture?.type !== "chart") throw new Error("there is no chart");
  return picture;
}

function valuesOf(message: Message): readonly unknown[] {
  return pictureOf(message).panels.flatMap(({ series }) =>
    series.flatMap(({ marks }) => marks.map(({ value }) => value)),
  );
}

const note = {
  at: "2018-02-09",
  reason: "our_error",
  note: { ar: "أخطأنا في النقل.", en: "We misread it." },
} as const;

function with41(story: Story): Story {
  const figures = story.figures.map((figure) =>
    figure.id === "k" ? { ...figure, amount: count(41) } : figure,
  );
  return { ...story, figures, corrections: [note] };
}

const gone: Story = {
  ...second,
  withdrawn: { at: "2018-02-10", note: { ar: "ليس صحيحاً.", en: "It is not true." } },
};

describe("a timeline in words", () => {
  it("has each report below what it counts, newest first, with its day, place and source", () => {
    expect(listed(stories).map(seen)).toEqual([
      [
        "Ghouta",
        "",
        "Civilians killed: event by event",
        "• 8 February 2018: at least 75 civilians killed in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
        "• 7 February 2018: 38 civilians killed in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
        "",
        "Civilians injured: event by event",
        "• 8 February 2018: 120 civilians injured in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
        "• 7 February 2018: 90 civilians injured in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
        "",
        "Each figure is as its source gave it; figures are not added together.",
      ].join("\n"),
    ]);
  });

  it("is corrected line by line, each where it stands, and the others stay", () => {
    const [message] = listed(stories);
    const now = corrected(message ?? { html: "" }, first, with41(first));
    expect(seen(now).split("\n").slice(2, 10)).toEqual([
      "Civilians killed: event by event",
      "• 8 February 2018: at least 75 civilians killed in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
      "• 7 February 2018: 41 civilians killed in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
      "Correction (9 February): 41 civilians killed, not 38 as reported earlier, according to the Syrian Observatory for Human Rights. Reason: an error of ours. We misread it.",
      "",
      "Civilians injured: event by event",
      "• 8 February 2018: 120 civilians injured in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
      "• 7 February 2018: 90 civilians injured in Eastern Ghouta, according to the Syrian Observatory for Human Rights",
    ]);
    expect(now.made?.shows).toEqual({ s0207: [1, 2], s0208: [0] });
  });

  it("says of a figure that is not told any more that it was withdrawn, and brings it back", () => {
    const [message] = listed(stories);
    const without = { ...second, figures: second.figures.slice(1), corrections: [note] };
    const now = corrected(message ?? { html: "" }, second, without);
    expect(seen(now)).toContain(
      "• 8 February 2018: Correction (9 February): withdrawn: at least 75",
    );
    expect(seen(now)).toContain("120 civilians injured");
    const again = corrected(now, second, without, second);
    expect(seen(again)).toContain("• 8 February 2018: at least 75 civilians killed in Eastern");
  });

  it("has nothing else below its title than that counts", () => {
    const [message] = listed(stories);
    const [killed = aFigure(), injured = aFigure()] = first.figures;
    const figures = [{ ...killed, scope: "cumulative" } as const, injured];
    const now = seen(
      corrected(message ?? { html: "" }, first, { ...first, figures, corrections: [note] }),
    );
    expect(now).toContain("• 7 February 2018: Correction (9 February): ");
    expect(now).not.toContain("• 7 February 2018: 38 civilians killed");
  });

  it("says of a story that was withdrawn so in each of its lines", () => {
    const [message] = listed(stories);
    const now = seen(corrected(message ?? { html: "" }, second, gone));
    expect(now.match(/It is not true/g)).toHaveLength(2);
    expect(now).not.toMatch(/75|120/);
    expect(now).toContain("38 civilians killed");
  });

  it("over several messages is corrected in each where that has the figure, and nowhere else", () => {
    const many = Array.from({ length: 18 }, (_, index) => {
      const day = `2018-02-${String(index + 10)}`;
      return { ...first, id: `s00${String(index + 10)}`, date: { from: day, to: day } };
    });
    const [top, bottom, ...more] = listed(many);
    const [one] = many;
    if (top === undefined || bottom === undefined || one === undefined) throw new Error("parted");
    expect(more).toEqual([]);
    const now = [top, bottom].map((message) => seen(corrected(message, one, with41(one))));
    expect(now.join("\n").match(/41 civilians killed in/g)).toHaveLength(1);
    expect(now.join("\n").match(/ 41 civilians .*\nCorrection/g)).toHaveLength(1);
    expect(now.join("\n").match(/90 civilians injured/g)).toHaveLength(18);
  });

  it("is sound whatever stories say, also once they are corrected", () => {
    fc.assert(
      fc.property(fc.array(anyStory, { minLength: 1, maxLength: 3 }), printing, (all, chosen) => {
        const named = all.map((story, index) => ({ ...story, id: `s000${String(index)}` }));
        const messages = listed(named, chosen);
        assertSound(messages);
        const [one] = named;
        const [message] = messages;
        if (one === undefined || message?.made === undefined) return;
        const state = { ...one, figures: one.figures.slice(1), corrections: [note] };
        const now = corrected(message, one, state);
        assertSound([now], "corrected");
        expect(now.made?.shows[one.id] ?? [1, 2]).toEqual([1, 2]);
      }),
      { numRuns: fuzzRuns(150) },
    );
  });
});

describe("a timeline as a chart", () => {
  it("draws a bound as a bound, a word without a height, and none apart from no reports", () => {
    const all = [
      told("s0001", "2018-02-01", aFigure({ qualifier: "up_to" })),
      told("s0002", "2018-02-02", aFigure({ qualifier: "more_than" })),
      told("s0003", "2018-02-03", aFigure({ qualifier: "about" })),
      told(
        "s0004",
        "2018-02-04",
        aFigure({ amount: { type: "range", min: 20, max: 30 }, qualifier: "range" }),
      ),
      told(
        "s0005",
        "2018-02-05",
        aFigure({ amount: { type: "vague", word: "dozens" }, qualifier: "vague" }),
      ),
      told("s0006", "2018-02-06", aFigure({ amount: { type: "zero" } })),
      told("s0007", "2018-02-07", aFigure({ amount: { type: "not_reported" } })),
      told("s0008", "2018-02-08", aFigure()),
    ];
    const chart = charted(all);
    expect(valuesOf(chart)).toEqual([
      { type: "high", count: 38 },
      { type: "low", count: 38 },
      { type: "about", count: 38 },
      { type: "range", min: 20, max: 30 },
      { type: "vague" },
      { type: "zero" },
      { type: "not_reported" },
      { type: "exact", count: 38 },
    ]);
    expect(pictureOf(chart).legend.map(({ sign }) => sign)).toEqual([
      "low",
      "high",
      "about",
      "range",
      "vague",
      "zero",
      "not_reported",
    ]);
  });

  it("draws a count over days without dates as wide as that, up to the day of its story", () => {
    const period = { type: "days", days: 3 } as const;
    const chart = charted([told("s0207", "2018-02-07", aFigure({ scope: "period", period }))]);
    const [mark] = pictureOf(chart).panels.flatMap(({ series }) =>
      series.flatMap((one) => one.marks),
    );
    expect(mark).toMatchObject({ from: 17_567, until: 17_570 });
    expect(seen(chart)).toContain(
      "• 7 February 2018: 38 civilians killed in Eastern Ghouta over three days",
    );
  });

  it("says in its caption each report that it shows, where there is room", () => {
    const words = seen(charted(stories));
    for (const report of ["8 February 2018: at least 75", "7 February 2018: 38 civilians killed"]) {
      expect(words).toContain(report);
    }
  });

  it("says in short what each source reported, where there is not", () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      told(`s00${String(index + 10)}`, `2018-02-${String(index + 5).padStart(2, "0")}`, aFigure()),
    );
    expect(seen(charted(many))).toContain(
      "• the Syrian Observatory for Human Rights: 20 reports, 5–24 February 2018. The latest: 38 civilians killed.",
    );
  });

  it("has axes in the months and digits of the chat", () => {
    const chosen: Printing = { language: "ar", digits: "arabic", months: "gulf" };
    const [panel] = pictureOf(charted(stories, chosen)).panels;
    expect(panel?.times.map(({ label }) => label)).toContain("٨ فبراير");
    expect(panel?.counts.map(({ label }) => label)).toContain("٨٠");
  });

  it("shows the sources and the figures with most reports, and says how many more there are", () => {
    const kinds = ["killed", "injured", "missing", "detained"] as const;
    const all = kinds.flatMap((kind, index) =>
      Array.from({ length: 5 - index }, (_, day) =>
        told(`s0${String(index)}${String(day)}0`, `2018-02-0${String(day + 1)}`, aFigure({ kind })),
      ),
    );
    const chart = charted(all);
    expect(pictureOf(chart).panels).toHaveLength(3);
    expect(pictureOf(chart).notes).toEqual(["2 more figures: \u2068/timeline ghouta\u2069"]);
    expect(seen(chart)).toContain("2 more figures: /timeline ghouta");
  });

  it("that was sent is drawn anew with what was corrected, the old value marked", () => {
    const chart = corrected(charted(stories), first, with41(first));
    const marks = pictureOf(chart).panels.flatMap(({ series }) =>
      series.flatMap((one) => one.marks),
    );
    expect(marks.filter(({ corrected: was }) => was !== undefined)).toMatchObject([
      { value: { type: "exact", count: 41 }, corrected: { type: "exact", count: 38 } },
    ]);
    expect(pictureOf(chart).legend).toMatchObject([{ sign: "low" }, { sign: "corrected" }]);
    expect(seen(chart)).toContain("Correction (9 February): 41 civilians killed, not 38");
    expect(pictureOf(chart).asOf).toBe("As of 9 February 2018");
    expect(chart.made?.shows).toEqual({ s0207: [1, 2], s0208: [0] });
  });

  it("that was sent shows a corrected figure in the line of its source, and not in another's", () => {
    const other = { attribution: { type: "stated", source: "snhr" } } as const;
    const [killed = aFigure(), injured = aFigure()] = first.figures;
    const now = { ...first, figures: [{ ...killed, ...other }, injured], corrections: [note] };
    const series = pictureOf(corrected(charted(stories), first, now)).panels.flatMap(
      (panel) => panel.series,
    );
    const name = "\u2068the Syrian Network for Human Rights\u2069";
    expect(series.find((one) => one.name === name)?.marks).toHaveLength(1);
  });

  it("never keeps a figure on an axis that it does not count on any more", () => {
    const [killed = aFigure(), injured = aFigure()] = first.figures;
    const now = {
      ...first,
      figures: [{ ...killed, scope: "cumulative" } as const, injured],
      corrections: [note],
    };
    const chart = corrected(charted(stories), first, now);
    expect(valuesOf(chart)).not.toContainEqual({ type: "exact", count: 38 });
    expect(seen(chart)).toContain("Correction (9 February)");
  });

  it("says of a story that was withdrawn so, and shows it again when it is told again", () => {
    const away = corrected(charted(stories), second, gone);
    expect(seen(away)).toContain("8 February 2018: This story was withdrawn on 10 February 2018");
    expect(valuesOf(away)).not.toContainEqual({ type: "low", count: 75 });
    const other = corrected(away, first, with41(first));
    expect(seen(other)).toContain("This story was withdrawn");
    expect(seen(other)).toContain("41 civilians killed, not 38");
    const back = corrected(other, second, gone, second);
    expect(valuesOf(back)).toContainEqual({ type: "low", count: 75 });
    expect(seen(back)).not.toContain("This story was withdrawn on");
    expect(seen(back)).toContain("41 civilians killed, not 38");
  });

  it("says how many changes more there are than it has room for", () => {
    const all = Array.from({ length: 6 }, (_, index) =>
      told(`s00${String(index + 10)}`, `2018-02-0${String(index + 1)}`, aFigure({ id: "k" })),
    );
    const chart = all.reduce<Message>(
      (message, one) => corrected(message, one, with41(one)),
      charted(all),
    );
    expect(seen(chart).match(/Correction/g)).toHaveLength(4);
    expect(seen(chart)).toContain("and 2 more changes");
  });

  it("strikes nothing that was of another measure, or that was no correction", () => {
    const [killed = aFigure(), injured = aFigure()] = first.figures;
    const total = { ...first, figures: [{ ...killed, scope: "cumulative" } as const, injured] };
    const known = new Map([["s0207", revisions(total, with41(first))]]);
    const panels = timelineOf([with41(first), second]);
    const given = { topic: aTopic(), panels, known, theme: "light" } as const;
    const chart = renderChart(given, english, referenceTo([with41(first), second]));
    const marks = pictureOf(chart).panels.flatMap(({ series }) =>
      series.flatMap((one) => one.marks),
    );
    expect(marks.filter(({ corrected: was }) => was !== undefined)).toEqual([]);
  });

  it("has the year at the first day, and where another one begins", () => {
    const all = [told("s0001", "2017-12-28", aFigure()), told("s0002", "2018-01-06", aFigure())];
    const [panel] = pictureOf(charted(all)).panels;
    const labels = panel?.times.map(({ label }) => label) ?? [];
    expect(labels[0]).toMatch(/ 2017$/);
    expect(labels.filter((label) => label.endsWith(" 2018"))).toHaveLength(1);
  });

  it("of which all was withdrawn says so", () => {
    const chart = corrected(charted([second]), second, gone);
    expect(pictureOf(chart)).toMatchObject({
      panels: [],
      notes: ["None of the figures that stood here counts here any more."],
    });
    expect(seen(chart)).not.toMatch(/75|120/);
  });

  it("is inside the limits of a caption whatever its stories say, also once they are corrected", () => {
    const many = fc.array(anyStory, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(many, printing, (all, chosen) => {
        const named = all.map((story, index) => ({ ...story, id: `s000${String(index)}` }));
        const [one] = named;
        if (one === undefined || timelineOf(named).length === 0) return;
        const chart = charted(named, chosen);
        const now = { ...one, figures: one.figures.slice(1), corrections: [note] };
        for (const message of [chart, corrected(chart, one, now)]) {
          expect({
            ...costOf(message),
            isIn: isWithin(costOf(message), captionLimits),
          }).toMatchObject({ isIn: true });
          const { text } = parseHtml(message.html);
          expect(text.length).toBeLessThanOrEqual(1024);
          expect(isKept(text)).toBe(true);
        }
      }),
      { numRuns: fuzzRuns(150) },
    );
  });
});
