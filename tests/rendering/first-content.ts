import type { Source } from "../../src/domain/source.ts";
import type { Topic } from "../../src/domain/edition.ts";
import type { Figure } from "../../src/domain/figure.ts";
import type { Story } from "../../src/domain/story.ts";
import { aFigure, aSource, aStory, aTopic, anEdition } from "../builders.ts";

// The figures of the first content, as its files state them.

const sources: readonly Source[] = [
  aSource(),
  aSource({
    id: "snhr",
    name: { ar: "الشبكة السورية لحقوق الإنسان", en: "the Syrian Network for Human Rights" },
    url: "https://snhr.org/",
    note: {
      ar: "منظمة حقوقية توثق الانتهاكات في سورية وتنشر حصائل دورية.",
      en: "A rights group that documents violations in Syria and publishes regular counts.",
    },
  }),
  aSource({
    id: "centcom",
    kind: "party",
    name: { ar: "القيادة المركزية الأميركية", en: "US Central Command" },
    url: "https://www.centcom.mil/",
  }),
  aSource({
    id: "us_military_official",
    kind: "anonymous",
    name: { ar: "مسؤول عسكري أميركي لم يُذكر اسمه", en: "an unnamed US military official" },
  }),
];

const topics: readonly Topic[] = [
  aTopic(),
  aTopic({ id: "strikes", title: { ar: "ضربات التحالف", en: "Coalition strikes" } }),
  aTopic({ id: "barrelbombs", title: { ar: "البراميل المتفجرة", en: "Barrel bombs" } }),
];

const official = { type: "stated", source: "us_military_official" } as const;
const combatants: Partial<Figure> = {
  who: "combatants",
  group: { ar: "القوات الموالية للنظام", en: "pro-government forces" },
  amount: { type: "count", count: 100 },
  qualifier: "more_than",
};
const soldiers: Partial<Figure> = {
  who: "soldiers",
  group: { ar: "القوات الأميركية", en: "US forces" },
  amount: { type: "zero" },
  attribution: official,
};

export const strikes: Story = aStory({
  id: "strk0207",
  topic: "strikes",
  date: { from: "2018-02-07", to: "2018-02-08" },
  place: { ar: "شرق سورية", en: "eastern Syria" },
  headline: {
    ar: "التحالف الدولي يضرب قوات موالية للنظام في شرق سورية",
    en: "Coalition strikes pro-government forces in eastern Syria",
  },
  figures: [
    aFigure({ ...combatants, attribution: { type: "stated", source: "centcom" } }),
    aFigure({
      ...combatants,
      id: "killed_estimate",
      attribution: official,
      basis: "estimate",
      sameAs: "killed",
    }),
    aFigure({ ...soldiers, id: "us_killed" }),
    aFigure({ ...soldiers, id: "us_injured", kind: "injured" }),
    aFigure({
      id: "sdf_injured",
      kind: "injured",
      who: "combatants",
      group: { ar: "قوات سورية الديمقراطية", en: "the Syrian Democratic Forces" },
      amount: { type: "count", count: 1 },
      attribution: official,
    }),
    aFigure({
      id: "shells",
      kind: "munitions",
      who: "shell",
      amount: { type: "range", min: 20, max: 30 },
      qualifier: "range",
      attribution: official,
    }),
  ],
});

const likely = { type: "inferred", source: "sohr" } as const;

export const ghouta: Story = aStory({
  headline: {
    ar: "قتلى مدنيون بينهم أطفال في غارات على الغوطة الشرقية",
    en: "Air strikes on Eastern Ghouta kill civilians, children among them",
  },
  figures: [
    aFigure({ attribution: likely }),
    aFigure({
      id: "children",
      who: "children",
      amount: { type: "count", count: 12 },
      of: "killed",
      attribution: likely,
    }),
    aFigure({
      id: "injured",
      kind: "injured",
      who: "persons",
      amount: { type: "count", count: 65 },
      attribution: likely,
    }),
    aFigure({
      id: "three_days",
      amount: { type: "count", count: 150 },
      scope: "period",
      period: { type: "days", days: 3 },
    }),
  ],
});

const barrels: Partial<Figure> = {
  kind: "munitions",
  who: "barrel_bomb",
  attribution: { type: "stated", source: "snhr" },
};

export const barrelbombs: Story = aStory({
  id: "brrl0208",
  topic: "barrelbombs",
  date: { from: "2018-02-08", to: "2018-02-08" },
  place: { ar: "سورية", en: "Syria" },
  headline: {
    ar: "الشبكة السورية لحقوق الإنسان تحصي البراميل المتفجرة",
    en: "Rights network counts the barrel bombs dropped on Syria in January",
  },
  figures: [
    aFigure({
      ...barrels,
      id: "january",
      amount: { type: "count", count: 427 },
      qualifier: "at_least",
      scope: "period",
      period: { type: "dates", from: "2018-01", to: "2018-01" },
    }),
    aFigure({
      ...barrels,
      id: "since_2015",
      amount: { type: "count", count: 23_403 },
      scope: "cumulative",
      since: "2015-09",
      rate: { count: 28, per: "day" },
    }),
  ],
});

export const edition = anEdition({ stories: [strikes, ghouta, barrelbombs], topics, sources });
