import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/domain/edition.ts";
import type { Figure } from "../../src/domain/figure.ts";
import { editionIn } from "./folder.ts";

const dir = fileURLToPath(new URL("../../content", import.meta.url));

let edition: Edition;

beforeAll(async () => {
  edition = await editionIn(dir);
});

function figuresOf(story: string): readonly Figure[] | undefined {
  return edition.stories.get(story)?.figures;
}

function excerpts(story: string): string {
  return Object.values(edition.stories.get(story)?.excerpt ?? {}).join("\n");
}

const usual = {
  qualifier: "exact",
  scope: "incident",
  basis: "total_reported",
  status: "reported",
} as const;
const official = { type: "stated", source: "us_military_official" } as const;
const proGovernment = { ar: "القوات الموالية للنظام", en: "pro-government forces" };
const usForces = { ar: "القوات الأميركية", en: "US forces" };
const hundred = {
  ...usual,
  kind: "killed",
  who: "combatants",
  group: proGovernment,
  amount: { type: "count", count: 100 },
  qualifier: "more_than",
} as const;

describe("the content of February 2018", () => {
  it("has four topics, each with one story on its day", () => {
    expect([...edition.topics.keys()]).toEqual(["barrelbombs", "ghouta", "strikes", "summit"]);
    expect([...edition.stories.values()].map(({ id, topic, date }) => [id, topic, date])).toEqual([
      ["brrl0208", "barrelbombs", { from: "2018-02-08", to: "2018-02-08" }],
      ["smmt0208", "summit", { from: "2018-02-08", to: "2018-02-08" }],
      ["strk0207", "strikes", { from: "2018-02-07", to: "2018-02-08" }],
      ["ghta0207", "ghouta", { from: "2018-02-07", to: "2018-02-07" }],
    ]);
  });

  it("has the sources that spoke, each of its kind", () => {
    expect([...edition.sources.values()].map(({ id, kind }) => [id, kind])).toEqual([
      ["centcom", "party"],
      ["senior_turkish_official", "anonymous"],
      ["snhr", "monitor"],
      ["sohr", "monitor"],
      ["turkish_presidency", "anonymous"],
      ["us_military_official", "anonymous"],
    ]);
  });

  it("has the figures of the coalition's strikes", () => {
    expect(figuresOf("strk0207")).toStrictEqual([
      {
        ...hundred,
        id: "killed",
        attribution: { type: "stated", source: "centcom" },
        quote: "أكثر من مئة عنصر",
      },
      {
        ...hundred,
        id: "killed_estimate",
        attribution: official,
        basis: "estimate",
        sameAs: "killed",
        quote: "مقتل أكثر من مئة عنصر",
      },
      {
        ...usual,
        id: "us_killed",
        kind: "killed",
        who: "soldiers",
        group: usForces,
        amount: { type: "zero" },
        attribution: official,
        quote: "لم يقتل جنود أميركيون أو يصابوا",
      },
      {
        ...usual,
        id: "us_injured",
        kind: "injured",
        who: "soldiers",
        group: usForces,
        amount: { type: "zero" },
        attribution: official,
        quote: "لم يقتل جنود أميركيون أو يصابوا",
      },
      {
        ...usual,
        id: "sdf_injured",
        kind: "injured",
        who: "combatants",
        group: { ar: "قوات سورية الديمقراطية", en: "the Syrian Democratic Forces" },
        amount: { type: "count", count: 1 },
        attribution: official,
        quote: "أصيب مقاتل من قوات سورية الديموقراطية",
      },
      {
        ...usual,
        id: "shells",
        kind: "munitions",
        who: "shell",
        amount: { type: "range", min: 20, max: 30 },
        qualifier: "range",
        attribution: official,
        quote: "بين 20 إلى 30 قذيفة",
      },
    ]);
  });

  it("has the figures of the air strikes on Eastern Ghouta, the day's inferred", () => {
    const inferred = { type: "inferred", source: "sohr" } as const;
    expect(figuresOf("ghta0207")).toStrictEqual([
      {
        ...usual,
        id: "killed",
        kind: "killed",
        who: "civilians",
        amount: { type: "count", count: 38 },
        attribution: inferred,
        quote: "38 مدنياً",
      },
      {
        ...usual,
        id: "children",
        kind: "killed",
        who: "children",
        amount: { type: "count", count: 12 },
        attribution: inferred,
        of: "killed",
        quote: "12 طفلاً",
      },
      {
        ...usual,
        id: "injured",
        kind: "injured",
        who: "persons",
        amount: { type: "count", count: 65 },
        attribution: inferred,
        quote: "65 شخصاً",
      },
      {
        ...usual,
        id: "three_days",
        kind: "killed",
        who: "civilians",
        amount: { type: "count", count: 150 },
        attribution: { type: "stated", source: "sohr" },
        period: { type: "days", days: 3 },
        scope: "period",
        quote: "150 مدنياً",
      },
    ]);
  });

  it("has the figures of the barrel bombs, with the source's own rate", () => {
    const snhr = { type: "stated", source: "snhr" } as const;
    expect(figuresOf("brrl0208")).toStrictEqual([
      {
        ...usual,
        id: "january",
        kind: "munitions",
        who: "barrel_bomb",
        amount: { type: "count", count: 427 },
        qualifier: "at_least",
        attribution: snhr,
        period: { type: "dates", from: "2018-01", to: "2018-01" },
        scope: "period",
        quote: "ما لا يقل عن 427 برميلاً",
      },
      {
        ...usual,
        id: "since_2015",
        kind: "munitions",
        who: "barrel_bomb",
        amount: { type: "count", count: 23403 },
        attribution: snhr,
        since: "2015-09",
        scope: "cumulative",
        rate: { count: 28, per: "day" },
        quote: "23،403 برميلاً",
      },
    ]);
  });

  it("has no figures of the summit", () => {
    expect(figuresOf("smmt0208")).toEqual([]);
  });

  it("tells in its excerpts what is no casualty figure", () => {
    expect(excerpts("strk0207").match(/\b500 (?:عنصر|fighters)/gu)).toHaveLength(2);
    expect(excerpts("ghta0207")).toMatch(/دوما وبيت سوى وحمورية.*Douma, Beit Sawa and Hamouria/su);
    expect(excerpts("ghta0207").match(/2013/g)).toHaveLength(2);
  });
});
