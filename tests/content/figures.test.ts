import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/domain/figure.ts";
import { aFigure } from "../builders.ts";
import { editionIn, figure, figureProblems, folderWith, story } from "./folder.ts";

const { count: _, ...uncounted } = figure;
const { source: __, ...unsourced } = figure;

async function figureOf(fields: object): Promise<Figure | undefined> {
  const file = { ...story, figures: [fields] };
  const edition = await editionIn(folderWith({ "ghouta/a.yaml": file }));
  return edition.stories.get("ghta0207")?.figures[0];
}

describe("a figure in a file", () => {
  it("has defaults for everything that goes without saying", async () => {
    expect(await figureOf(figure)).toStrictEqual(aFigure());
  });

  it("keeps every field that was given", async () => {
    const place = { ar: "دوما", en: "Douma" };
    const group = { ar: "سكان دوما", en: "residents of Douma" };
    const given = {
      ...figure,
      group,
      qualifier: "at_least",
      via: "sohr",
      attribution: "inferred",
      place,
      since: "2015-09",
      scope: "cumulative",
      basis: "estimate",
      rate: { count: 28, per: "day" },
      status: "contested",
      quote: "38 مدنياً، أي 28 كل يوم",
    };
    expect(await figureOf(given)).toStrictEqual(
      aFigure({
        group,
        qualifier: "at_least",
        attribution: { type: "inferred", source: "sohr", via: "sohr" },
        place,
        since: "2015-09",
        scope: "cumulative",
        basis: "estimate",
        rate: { count: 28, per: "day" },
        status: "contested",
        quote: "38 مدنياً، أي 28 كل يوم",
      }),
    );
  });

  it.each<[string, object, Partial<Figure>]>([
    [
      "a range",
      { min: 20, max: 30 },
      { amount: { type: "range", min: 20, max: 30 }, qualifier: "range" },
    ],
    [
      "a hedged range",
      { min: 20, max: 30, qualifier: "about" },
      { amount: { type: "range", min: 20, max: 30 }, qualifier: "about" },
    ],
    [
      "a vague word",
      { vague: "dozens" },
      { amount: { type: "vague", word: "dozens" }, qualifier: "vague" },
    ],
    ["an asserted zero", { zero: "asserted" }, { amount: { type: "zero" } }],
    ["an asserted zero, told twice", { zero: "asserted", count: 0 }, { amount: { type: "zero" } }],
    ["no reports", { zero: "not_reported" }, { amount: { type: "not_reported" } }],
  ])("may give %s instead of a count", async (_, fields, expected) => {
    expect(await figureOf({ ...uncounted, ...fields })).toStrictEqual(aFigure(expected));
  });

  it("may name nobody, if it says so", async () => {
    const attribution = { type: "none", via: "sohr" } as const;
    expect(await figureOf({ ...unsourced, attribution: "none", via: "sohr" })).toStrictEqual(
      aFigure({ attribution }),
    );
  });

  it.each<[string, unknown, Figure["period"]]>([
    ["a month", "2018-01", { type: "dates", from: "2018-01", to: "2018-01" }],
    ["a bare year", 2018, { type: "dates", from: "2018", to: "2018" }],
    [
      "dates of any exactness",
      { from: 2015, to: "2018-02-07" },
      { type: "dates", from: "2015", to: "2018-02-07" },
    ],
    ["a number of days", { days: 3 }, { type: "days", days: 3 }],
  ])("may cover %s", async (_, period, expected) => {
    expect((await figureOf({ ...figure, period }))?.period).toStrictEqual(expected);
  });

  it("may count since a bare year", async () => {
    expect((await figureOf({ ...figure, since: 2015 }))?.since).toBe("2015");
  });
});

describe("a wrong figure", () => {
  it.each<[string, object, string]>([
    ["a negative count", { count: -3 }, "figures[0].count: -3: expected a whole number from 1"],
    ["half a person", { count: 1.5 }, "figures[0].count: 1.5: expected a whole number from 1"],
    [
      "a count in quotes",
      { count: "38" },
      'figures[0].count: "38": expected a whole number from 1',
    ],
    ["a blank count", { count: null }, "figures[0].count: blank: expected a whole number from 1"],
    [
      "a bare zero",
      { count: 0 },
      "figures[0].count: 0: expected zero: asserted where the source said that there were none, or zero: not_reported where it had no reports of any",
    ],
    [
      "a count of what was not reported",
      { count: 0, zero: "not_reported" },
      "figures[0].count: 0: expected no count beside zero: not_reported, which is not a number",
    ],
    [
      "no amount",
      { count: undefined },
      "figures[0]: no amount: expected exactly one of count, min and max, vague, zero",
    ],
    [
      "two amounts",
      { vague: "dozens" },
      "figures[0]: count and vague: expected exactly one of them",
    ],
    [
      "three amounts",
      { vague: "dozens", min: 3 },
      "figures[0]: count, min and max and vague: expected exactly one of them",
    ],
    [
      "a count beside zero",
      { zero: "asserted" },
      "figures[0]: count and zero: expected exactly one of them",
    ],
    [
      "half a range",
      { count: undefined, min: 20 },
      "figures[0].max: missing: expected the higher number beside min",
    ],
    [
      "the other half",
      { count: undefined, max: 20 },
      "figures[0].min: missing: expected the lower number beside max",
    ],
    [
      "a range upside down",
      { count: undefined, min: 30, max: 20 },
      "figures[0].max: 20: expected more than min (30)",
    ],
    [
      "a range of one",
      { count: undefined, min: 20, max: 20 },
      "figures[0].max: 20: expected more than min (20)",
    ],
    [
      "a made-up vague word",
      { count: undefined, vague: "many" },
      "figures[0].vague: many: expected one of several, tens, dozens, scores, hundreds, thousands",
    ],
    [
      "the qualifier of a range",
      { qualifier: "range" },
      "figures[0].qualifier: range: expected a qualifier that does not contradict count (by itself it is exact)",
    ],
    [
      "the qualifier of a vague word",
      { qualifier: "vague" },
      "figures[0].qualifier: vague: expected a qualifier that does not contradict count (by itself it is exact)",
    ],
    [
      "an exact range",
      { count: undefined, min: 20, max: 30, qualifier: "exact" },
      "figures[0].qualifier: exact: expected a qualifier that does not contradict min and max (by itself it is range)",
    ],
    [
      "an exact vague word",
      { count: undefined, vague: "tens", qualifier: "exact" },
      "figures[0].qualifier: exact: expected a qualifier that does not contradict vague (by itself it is vague)",
    ],
    [
      "a hedged zero",
      { count: undefined, zero: "asserted", qualifier: "about" },
      "figures[0].qualifier: about: expected a qualifier that does not contradict zero (by itself it is exact)",
    ],
    [
      "no source",
      { source: undefined },
      "figures[0].source: missing: expected an id of sources.yaml, or attribution: none where nobody is named",
    ],
    [
      "an inference from nobody",
      { source: undefined, attribution: "inferred" },
      "figures[0].source: missing: expected an id of sources.yaml beside attribution: inferred",
    ],
    [
      "a source that is none",
      { attribution: "none" },
      "figures[0].attribution: none: expected stated or inferred beside a source",
    ],
    [
      "an unknown source",
      { source: "shor" },
      "figures[0].source: shor: expected an id of sources.yaml: did you mean sohr?",
    ],
    [
      "an unknown agency",
      { via: "reuters" },
      "figures[0].via: reuters: expected an id of sources.yaml",
    ],
    [
      "shells that were killed",
      { who: "shell" },
      "figures[0].who: shell: expected one of persons, civilians, children, women, men, women_and_children, soldiers, combatants, police, security, journalists, medics, un_personnel, households beside kind: killed",
    ],
    [
      "children that were fired",
      { kind: "munitions", who: "children" },
      "figures[0].who: children: expected one of barrel_bomb, shell, rocket, airstrike, mine, ied, bomb beside kind: munitions",
    ],
    [
      "an unknown kind",
      { kind: "dead" },
      "figures[0].kind: dead: expected one of killed, injured, killed_or_injured, missing, detained, abducted, displaced, munitions",
    ],
    [
      "a misspelt field",
      { qualifer: "about" },
      "figures[0].qualifer: unknown field: did you mean qualifier?",
    ],
    [
      "a field of nothing like it",
      { xyzzy: 1 },
      "figures[0].xyzzy: unknown field: expected one of id, kind, who, group, count, min, max, vague, zero, qualifier, source, via, attribution, place, period, since, scope, basis, of, component_of, same_as, rate, status, quote",
    ],
    [
      "a domain name of a field",
      { componentOf: "x" },
      "figures[0].componentOf: unknown field: did you mean component_of?",
    ],
    [
      "an illegal id",
      { id: "Killed!" },
      "figures[0].id: Killed!: expected an id of 1 to 16 letters a-z, digits and _",
    ],
    [
      "half a group",
      { group: { ar: "المدنيون" } },
      "figures[0].group.en: missing: expected English text of up to 120 characters",
    ],
    [
      "a day that does not exist",
      { since: "2018-02-30" },
      "figures[0].since: 2018-02-30: expected a day that exists: this month has 28",
    ],
    [
      "a month that does not exist",
      { since: "2018-13" },
      "figures[0].since: 2018-13: expected a month from 01 to 12",
    ],
    [
      "a year nobody means",
      { since: 218 },
      "figures[0].since: 218: expected a day, month or year such as 2018-02-07, 2018-02 or 2018",
    ],
    [
      "a year long past",
      { since: 1018 },
      "figures[0].since: 1018: expected a year from 1900 to 2099",
    ],
    [
      "a period in words",
      { period: "January" },
      "figures[0].period: January: expected a day, month or year such as 2018-02-07, 2018-02 or 2018; or from and to; or days",
    ],
    [
      "a period of a day that does not exist",
      { period: "2018-02-30" },
      "figures[0].period: 2018-02-30: expected a day that exists: this month has 28",
    ],
    [
      "a period that goes backwards",
      { period: { from: "2018-02", to: "2018-01" } },
      "figures[0].period.to: 2018-01: expected a date not before from (2018-02)",
    ],
    [
      "half a period",
      { period: { from: "2018-02" } },
      "figures[0].period.to: missing: expected a date beside from",
    ],
    [
      "a period of days and dates",
      { period: { days: 3, from: 2018, to: 2018 } },
      "figures[0].period: from, to and days: expected from and to, or days",
    ],
    [
      "an empty period",
      { period: {} },
      "figures[0].period: no time: expected from and to, or days",
    ],
    [
      "an unknown field in a period",
      { period: { days: 3, hours: 2 } },
      "figures[0].period.hours: unknown field: expected one of from, to, days",
    ],
    [
      "both since and period",
      { period: 2018, since: 2015 },
      "figures[0].since: since and period: expected one of them",
    ],
    [
      "a rate per year",
      { rate: { count: 28, per: "year" } },
      "figures[0].rate.per: year: expected one of day, week, month",
    ],
    [
      "a control character in the quote",
      { quote: "38\u0007" },
      "figures[0].quote: 38U+0007: expected no control character (U+0007)",
    ],
  ])("%s", async (_, fields, expected) => {
    expect(await figureProblems(fields)).toEqual([expected]);
  });
});
