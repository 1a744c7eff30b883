import { describe, expect, it } from "vitest";
import { comparisonsIn, spreadOf } from "../../src/domain/comparison.ts";
import type { Figure } from "../../src/domain/figure.ts";
import { aFigure, aStory } from "../builders.ts";

function said(id: string, source: string, count: number, given: Partial<Figure> = {}): Figure {
  const attribution = { type: "stated", source } as const;
  return aFigure({
    id,
    attribution,
    amount: { type: "count", count },
    qualifier: "exact",
    ...given,
  });
}

function compared(...figures: readonly Figure[]): readonly (readonly string[])[] {
  return comparisonsIn(aStory({ figures })).map((one) => one.figures.map(({ id }) => id));
}

describe("figures on which sources differ", () => {
  it("are those that count the same and do not say the same", () => {
    expect(compared(said("a", "sohr", 38), said("b", "snhr", 41))).toEqual([["a", "b"]]);
    expect(compared(said("a", "sohr", 38), said("b", "snhr", 38))).toEqual([]);
    const floor = said("b", "snhr", 38, { qualifier: "at_least" });
    expect(compared(said("a", "sohr", 38), floor)).toEqual([["a", "b"]]);
  });

  it("are of more than one source, one of which may be nobody", () => {
    expect(compared(said("a", "sohr", 38), said("b", "sohr", 41))).toEqual([]);
    const nobody = said("b", "sohr", 41, { attribution: { type: "none" } });
    expect(compared(said("a", "sohr", 38), nobody)).toEqual([["a", "b"]]);
  });

  it.each<[string, Partial<Figure>]>([
    ["kind", { kind: "injured" }],
    ["people", { who: "children" }],
    ["group", { group: { ar: "القوات", en: "the forces" } }],
    ["place", { place: { ar: "دوما", en: "Douma" } }],
    ["time", { since: "2015" }],
    ["scope", { scope: "cumulative" }],
    ["basis", { basis: "identified_by_name" }],
    ["part", { of: "a" }],
  ])("are never of another %s", (_, other) => {
    expect(compared(said("a", "sohr", 38), said("b", "snhr", 41, other))).toEqual([]);
  });

  it("are of the same time, however that is written", () => {
    const day = "2018-02-07";
    const dates = { type: "dates", from: day, to: day } as const;
    const figures = [
      said("a", "sohr", 38),
      said("b", "snhr", 20, { period: dates }),
      said("c", "centcom", 7, { period: { type: "days", days: 1 } }),
    ];
    expect(compared(...figures)).toEqual([["a", "b", "c"]]);
  });

  it("are where and when their wholes are, unless they say else", () => {
    const period = { type: "days", days: 3 } as const;
    const wholes = [said("a", "sohr", 150, { period, scope: "period" }), said("b", "snhr", 38)];
    const children = (id: string, source: string, of: string) =>
      said(id, source, of === "a" ? 40 : 12, { who: "children", of });
    const parts = [children("a1", "sohr", "a"), children("b1", "snhr", "b")];
    expect(compared(...wholes, ...parts)).toEqual([]);
    expect(compared(...wholes, ...parts, children("c1", "snhr", "a"))).toEqual([]);
  });

  it("are parts of the same people, whatever whole they are a part of", () => {
    const wholes = [said("a", "sohr", 38), said("b", "snhr", 41, { who: "persons" })];
    const children = { who: "children" } as const;
    const parts = (of: string) => [
      said("a1", "sohr", 12, { ...children, of: "a" }),
      said("b1", "snhr", 14, { ...children, of }),
    ];
    expect(compared(...wholes, ...parts("a"))).toEqual([["a1", "b1"]]);
    expect(compared(...wholes, ...parts("b"))).toEqual([["a1", "b1"]]);
    const alone = said("c1", "ministry", 20, children);
    expect(compared(...wholes, ...parts("b"), alone)).toEqual([["a1", "b1", "c1"]]);
    const sum = said("b", "snhr", 20, { componentOf: "c" });
    expect(compared(said("a", "sohr", 38), sum, said("c", "snhr", 41))).toEqual([["a", "c"]]);
  });

  it("are neither repetitions nor retracted", () => {
    expect(compared(said("a", "sohr", 38), said("b", "snhr", 41, { sameAs: "a" }))).toEqual([]);
    const gone = said("b", "snhr", 41, { status: "retracted" });
    expect(compared(said("a", "sohr", 38), gone)).toEqual([]);
  });

  it("stand at one place, however its name is spelt in one language", () => {
    const figures = [
      said("a", "sohr", 38, { place: { ar: "دوما", en: "Douma" } }),
      said("b", "snhr", 41, { place: { ar: "دوما", en: "Duma" } }),
    ];
    expect(compared(...figures)).toEqual([["a", "b"]]);
  });

  it("begin with the one that the newsroom leads with", () => {
    const why = { ar: "أحدث", en: "newer" };
    const figures = [said("a", "sohr", 38), said("b", "snhr", 41), said("c", "ministry", 40)];
    const [only] = comparisonsIn(aStory({ figures, lead: [{ figure: "b", why }] }));
    expect(only?.figures.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(only?.lead?.why).toBe(why);
  });
});

describe("the numbers between which figures lie", () => {
  it("are their sources' own, with their hedges, and never a mean", () => {
    const high = said("b", "snhr", 41, { qualifier: "at_least" });
    expect(spreadOf([high, said("a", "sohr", 28)])).toMatchObject({
      low: { amount: { count: 28 }, qualifier: "exact" },
      high: { amount: { count: 41 }, qualifier: "at_least" },
    });
  });

  it("keep the hedge of one that says the same number without", () => {
    const floor = said("c", "ministry", 41, { qualifier: "at_least" });
    const figures = [said("a", "sohr", 28), said("b", "snhr", 41), floor];
    expect(spreadOf(figures)?.high.qualifier).toBe("at_least");
    expect(spreadOf(figures.toReversed())?.high.qualifier).toBe("at_least");
  });

  it("are the ends of a range", () => {
    const range = said("b", "snhr", 0, {
      amount: { type: "range", min: 20, max: 50 },
      qualifier: "range",
    });
    expect(spreadOf([said("a", "sohr", 38), range])).toMatchObject({
      low: { amount: { count: 20 }, qualifier: "exact" },
      high: { amount: { count: 50 }, qualifier: "exact" },
    });
  });

  it("are not said of words, of none, or of one number", () => {
    const dozens = said("b", "snhr", 0, { amount: { type: "vague", word: "dozens" } });
    const none = said("c", "ministry", 0, { amount: { type: "zero" } });
    expect(spreadOf([said("a", "sohr", 38), dozens, none])).toBeUndefined();
    expect(spreadOf([said("a", "sohr", 38), said("d", "x", 40), none])).toBeUndefined();
    expect(spreadOf([said("a", "sohr", 38), said("d", "x", 40), dozens])).toBeUndefined();
    const floor = said("b", "snhr", 38, { qualifier: "at_least" });
    expect(spreadOf([said("a", "sohr", 38), floor])).toBeUndefined();
  });
});
