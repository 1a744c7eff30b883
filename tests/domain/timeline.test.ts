import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/domain/figure.ts";
import type { Story } from "../../src/domain/story.ts";
import {
  countsAlike,
  markOf,
  marksOf,
  timelineOf,
  withMarks,
  type Panel,
} from "../../src/domain/timeline.ts";
import { aFigure, aStory } from "../builders.ts";

const on = (day: string) => ({ from: day, to: day });

function by(source: string): Pick<Figure, "attribution"> {
  return { attribution: { type: "stated", source } };
}

function told(id: string, day: string, ...figures: readonly Figure[]): Story {
  return aStory({ id, date: on(day), figures });
}

/** By panel, by source: which reports, in order. */
function lines(panels: readonly Panel[]): readonly (readonly string[])[] {
  return panels.map(({ series }) =>
    series.map(({ attribution, marks }) => {
      const source = attribution.type === "none" ? "nobody" : attribution.source;
      return `${source}: ${marks.map(({ story, figure }) => `${story}/${figure.id}`).join(" ")}`;
    }),
  );
}

describe("what sources reported over time", () => {
  it("is a panel with a line for each source, in order of time", () => {
    const panels = timelineOf([
      told("s0209", "2018-02-09", aFigure({ id: "a" })),
      told("s0207", "2018-02-07", aFigure({ id: "a" }), aFigure({ id: "b", ...by("snhr") })),
      told("s0208", "2018-02-08", aFigure({ id: "a" })),
    ]);
    expect(lines(panels)).toEqual([["sohr: s0207/a s0208/a s0209/a", "snhr: s0207/b"]]);
  });

  it.each<[string, Partial<Figure>]>([
    ["kind", { kind: "injured" }],
    ["people", { who: "children" }],
    ["group", { group: { ar: "القوات", en: "the forces" } }],
    ["scope", { scope: "period" }],
    ["scope, of running totals", { scope: "cumulative" }],
    ["basis", { basis: "identified_by_name" }],
    ["whole that it is a part of", { componentOf: "a" }],
  ])("never has figures of another %s on one axis", (_, other) => {
    const story = told("s0207", "2018-02-07", aFigure({ id: "a" }), aFigure({ id: "b", ...other }));
    const panels = lines(timelineOf([story]));
    expect(new Set(panels.flat())).toEqual(new Set(["sohr: s0207/a", "sohr: s0207/b"]));
    expect(panels).toHaveLength(2);
  });

  it("counts periods and running totals by their places, and events wherever they are", () => {
    const place = { ar: "دوما", en: "Douma" };
    const panels = (scope: Figure["scope"]) => {
      const two = [aFigure({ id: "g", scope }), aFigure({ id: "d", scope, place })];
      return timelineOf([told("s0207", "2018-02-07", ...two)]).length;
    };
    expect([panels("incident"), panels("period"), panels("cumulative")]).toEqual([1, 2, 2]);
  });

  it("takes a place that is spelt otherwise in one language for the same", () => {
    const stories = ["سورية", "سوريا"].map((ar, index) =>
      told(
        `s100${String(index)}`,
        "2018-02-07",
        aFigure({ scope: "cumulative", place: { ar, en: "Syria" } }),
      ),
    );
    expect(timelineOf(stories)).toHaveLength(1);
  });

  it("never puts running totals since different days together", () => {
    const totals = ["2011", "2015"].map((since) =>
      aFigure({ id: `d${since}`, scope: "cumulative", since }),
    );
    expect(timelineOf([told("s0207", "2018-02-07", ...totals)])).toHaveLength(2);
  });

  it("places a running total on the day on which it stood, and a count over a period on all of it", () => {
    const period = { type: "dates", from: "2018-01", to: "2018-02-05" } as const;
    const at = (scope: Figure["scope"]) =>
      timelineOf([told("s0207", "2018-02-07", aFigure({ scope, period }))])
        .flatMap(marksOf)
        .map(({ time }) => time);
    expect(at("cumulative")).toEqual([{ from: "2018-02-05", to: "2018-02-05" }]);
    expect(at("period")).toEqual([{ from: "2018-01", to: "2018-02-05" }]);
  });

  it("leaves out repetitions, what was retracted, and stories that were withdrawn", () => {
    const gone = { at: "2018-02-10", note: { ar: "سُحب", en: "Gone" } };
    const panels = timelineOf([
      told(
        "s0207",
        "2018-02-07",
        aFigure({ id: "a" }),
        aFigure({ id: "b", sameAs: "a" }),
        aFigure({ id: "c", status: "retracted" }),
      ),
      { ...told("s0208", "2018-02-08", aFigure({ id: "a" })), withdrawn: gone },
    ]);
    expect(lines(panels)).toEqual([["sohr: s0207/a"]]);
  });

  it("keeps what is likely apart from what is stated, and nobody from everybody", () => {
    const panels = timelineOf([
      told(
        "s0207",
        "2018-02-07",
        aFigure({ id: "a" }),
        aFigure({ id: "b", attribution: { type: "inferred", source: "sohr" } }),
        aFigure({ id: "c", attribution: { type: "none" } }),
        aFigure({ id: "d", attribution: { type: "stated", source: "sohr", via: "afp" } }),
      ),
    ]);
    expect(lines(panels)).toEqual([["sohr: s0207/a s0207/d", "sohr: s0207/b", "nobody: s0207/c"]]);
  });

  it("is in the order of the last days that its times may mean", () => {
    const totals = ["2018", "2018-02", "2018-03-01"].map((day) => {
      const period = { type: "dates", from: day, to: day } as const;
      return aFigure({ id: `p${day}`, scope: "cumulative", since: "2011", period });
    });
    const panels = timelineOf([told("s0207", "2018-06-07", ...totals)]);
    expect(lines(panels)).toEqual([["sohr: s0207/p2018-02 s0207/p2018-03-01 s0207/p2018"]]);
  });

  it("begins with what was reported most", () => {
    const hurt = aFigure({ id: "b", kind: "injured" });
    const panels = timelineOf([
      told("s0207", "2018-02-07", aFigure({ id: "a" }), hurt),
      told("s0208", "2018-02-08", hurt),
    ]);
    expect(panels.map(({ measure }) => measure.kind)).toEqual(["injured", "killed"]);
  });
});

describe("a panel whose figures change", () => {
  const story = told("s0207", "2018-02-07", aFigure({ id: "a" }));
  const panel = timelineOf([story, told("s0208", "2018-02-08", aFigure({ id: "a" }))])[0];
  if (panel === undefined) throw new Error("there is a panel");

  it("has a figure of another source in that one's line, and none where all are gone", () => {
    const moved = withMarks(panel, (mark) =>
      mark.story === "s0207" ? { ...mark, figure: { ...mark.figure, ...by("snhr") } } : mark,
    );
    expect(lines(moved ? [moved] : [])).toEqual([["snhr: s0207/a", "sohr: s0208/a"]]);
    expect(withMarks(panel, () => undefined)).toBeUndefined();
  });

  it("has a figure in the place of another only where that counts the same", () => {
    const was = markOf(story, aFigure({ id: "a" }));
    const alike = (given: Partial<Figure>) =>
      countsAlike(was, markOf(story, aFigure({ id: "a", ...given })));
    expect(alike({ amount: { type: "count", count: 41 } })).toBe(true);
    expect(alike({ of: "whole" })).toBe(true);
    expect(alike({ scope: "cumulative" })).toBe(false);
    expect(alike({ who: "children" })).toBe(false);
    expect(alike({ kind: "injured" })).toBe(false);
  });
});
