import type { Amount, Figure } from "../../src/domain/figure.ts";
import type { CorrectionNote } from "../../src/domain/story.ts";
import { aFigure } from "../builders.ts";
import { count } from "./sentences.ts";

/** Two states of a story of 7 February 2018, and what its readers should be told on 9 February. */
export interface Change {
  readonly says: string;
  readonly was: readonly Figure[];
  readonly now: readonly Figure[];
  readonly reason?: CorrectionNote["reason"];
  /** Nothing but that figures are taken back. */
  readonly takesBack?: boolean;
  /** Below «تصحيح (9 شباط/فبراير):» or "Update (9 February):"; the first stands on its line. */
  readonly ar: readonly string[];
  readonly en: readonly string[];
}

type Given = Partial<Figure>;

interface Told {
  readonly reason?: CorrectionNote["reason"];
  readonly ar: string;
  readonly en: string;
}

function one(says: string, was: Given, now: Given, { ar, en, ...told }: Told): Change {
  return { says, was: [aFigure(was)], now: [aFigure(now)], ...told, ar: [ar], en: [en] };
}

const of = (n: number, more: Given = {}): Given => ({ amount: count(n), ...more });
const range = (min: number, max: number): Given => ({
  amount: { type: "range", min, max },
  qualifier: "range",
});
const vague = (word: "tens" | "dozens" | "hundreds"): Given => ({
  amount: { type: "vague", word },
  qualifier: "vague",
});
const zero: Amount = { type: "zero" };
const unreported: Amount = { type: "not_reported" };
const rescue = { type: "stated", source: "rescue" } as const;

const sohrAr = "، بحسب المرصد السوري لحقوق الإنسان";
const sohrEn = ", according to the Syrian Observatory for Human Rights";
const beforeAr = "؛ وكان قد ورد سابقاً: ";
const beforeEn = "; reported earlier: ";

/** Agreement of the counted nouns: «41 قتيلاً مدنياً», after another count. */
export const tolls: readonly (readonly [given: Given, was: number, ar: string, en: string])[] = [
  [
    of(1),
    38,
    "انخفاض الحصيلة إلى قتيل مدني واحد بعد 38",
    "the toll falls to one civilian killed, from 38",
  ],
  [
    of(2),
    1,
    "ارتفاع الحصيلة إلى قتيلين مدنيَّين بعد واحد",
    "the toll rises to 2 civilians killed, from one",
  ],
  [
    of(3),
    2,
    "ارتفاع الحصيلة إلى 3 قتلى مدنيين بعد اثنين",
    "the toll rises to 3 civilians killed, from 2",
  ],
  [
    of(10),
    3,
    "ارتفاع الحصيلة إلى 10 قتلى مدنيين بعد 3",
    "the toll rises to 10 civilians killed, from 3",
  ],
  [
    of(11),
    10,
    "ارتفاع الحصيلة إلى 11 قتيلاً مدنياً بعد 10",
    "the toll rises to 11 civilians killed, from 10",
  ],
  [
    of(38),
    11,
    "ارتفاع الحصيلة إلى 38 قتيلاً مدنياً بعد 11",
    "the toll rises to 38 civilians killed, from 11",
  ],
  [
    of(41),
    38,
    "ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38",
    "the toll rises to 41 civilians killed, from 38",
  ],
  [
    of(99),
    100,
    "انخفاض الحصيلة إلى 99 قتيلاً مدنياً بعد 100",
    "the toll falls to 99 civilians killed, from 100",
  ],
  [
    of(100),
    99,
    "ارتفاع الحصيلة إلى 100 قتيل مدني بعد 99",
    "the toll rises to 100 civilians killed, from 99",
  ],
  [
    of(101),
    100,
    "ارتفاع الحصيلة إلى 101 قتيل مدني بعد 100",
    "the toll rises to 101 civilians killed, from 100",
  ],
  [
    of(102),
    101,
    "ارتفاع الحصيلة إلى 102 قتيل مدني بعد 101",
    "the toll rises to 102 civilians killed, from 101",
  ],
  [
    of(1000),
    102,
    "ارتفاع الحصيلة إلى 1,000 قتيل مدني بعد 102",
    "the toll rises to 1,000 civilians killed, from 102",
  ],
  [
    of(2, { kind: "injured" }),
    1,
    "ارتفاع الحصيلة إلى جريحين مدنيَّين بعد واحد",
    "the toll rises to 2 civilians injured, from one",
  ],
  [
    of(3, { kind: "injured" }),
    2,
    "ارتفاع الحصيلة إلى 3 جرحى مدنيين بعد اثنين",
    "the toll rises to 3 civilians injured, from 2",
  ],
  [
    of(65, { kind: "injured" }),
    60,
    "ارتفاع الحصيلة إلى 65 جريحاً مدنياً بعد 60",
    "the toll rises to 65 civilians injured, from 60",
  ],
  [
    of(100, { kind: "injured" }),
    60,
    "ارتفاع الحصيلة إلى 100 جريح مدني بعد 60",
    "the toll rises to 100 civilians injured, from 60",
  ],
  [
    of(2, { who: "persons" }),
    1,
    "ارتفاع الحصيلة إلى قتيلين بعد واحد",
    "the toll rises to 2 people killed, from one",
  ],
  [
    of(41, { who: "persons" }),
    38,
    "ارتفاع الحصيلة إلى 41 قتيلاً بعد 38",
    "the toll rises to 41 people killed, from 38",
  ],
  [
    of(3, { who: "women" }),
    2,
    "ارتفاع الحصيلة إلى 3 قتيلات بعد اثنتين",
    "the toll rises to 3 women killed, from 2",
  ],
  [
    of(11, { who: "women" }),
    1,
    "ارتفاع الحصيلة إلى 11 قتيلة بعد واحدة",
    "the toll rises to 11 women killed, from one",
  ],
  [
    of(1, { who: "children" }),
    2,
    "انخفاض الحصيلة إلى قتيل واحد من الأطفال بعد اثنين",
    "the toll falls to one child killed, from 2",
  ],
  [
    of(12, { who: "children" }),
    10,
    "ارتفاع الحصيلة إلى 12 قتيلاً من الأطفال بعد 10",
    "the toll rises to 12 children killed, from 10",
  ],
  [
    of(12, { who: "women_and_children" }),
    10,
    "ارتفاع الحصيلة إلى 12 قتيلاً من النساء والأطفال بعد 10",
    "the toll rises to 12 women and children killed, from 10",
  ],
  [
    of(3, { who: "un_personnel" }),
    2,
    "ارتفاع الحصيلة إلى 3 قتلى من موظفي الأمم المتحدة بعد اثنين",
    "the toll rises to 3 UN staff members killed, from 2",
  ],
  [
    of(3, { who: "combatants" }),
    2,
    "ارتفاع الحصيلة: مقتل 3 عناصر، بعد اثنين",
    "the toll rises to 3 combatants killed, from 2",
  ],
  [
    of(41, { kind: "killed_or_injured" }),
    38,
    "ارتفاع الحصيلة: سقوط 41 مدنياً بين قتيل وجريح، بعد 38",
    "the toll rises to 41 civilians killed or injured, from 38",
  ],
  [
    of(3, { kind: "missing" }),
    2,
    "ارتفاع العدد إلى 3 مفقودين من المدنيين بعد اثنين",
    "the number rises to 3 civilians missing, from 2",
  ],
  [
    of(11, { kind: "detained", who: "journalists" }),
    9,
    "ارتفاع العدد إلى 11 محتجزاً من الصحفيين بعد 9",
    "the number rises to 11 journalists detained, from 9",
  ],
  [
    of(1500, { kind: "displaced", who: "persons" }),
    1200,
    "ارتفاع العدد إلى 1,500 نازح بعد 1,200",
    "the number rises to 1,500 people displaced, from 1,200",
  ],
  [
    of(3, { kind: "displaced", who: "households" }),
    2,
    "ارتفاع العدد: نزوح 3 أسر، بعد اثنتين",
    "the number rises to 3 households displaced, from 2",
  ],
  [
    of(41, { kind: "munitions", who: "barrel_bomb" }),
    38,
    "ارتفاع العدد: إلقاء 41 برميلاً متفجراً، بعد 38",
    "the number rises to 41 barrel bombs dropped, from 38",
  ],
  [
    of(3, { kind: "munitions", who: "shell" }),
    2,
    "ارتفاع العدد: سقوط 3 قذائف، بعد اثنتين",
    "the number rises to 3 shells landed, from 2",
  ],
  [
    of(41, { group: { ar: "حلب", en: "Aleppo" } }),
    38,
    "ارتفاع الحصيلة: مقتل 41 مدنياً من حلب، بعد 38",
    "the toll rises to 41 civilians from Aleppo killed, from 38",
  ],
  [
    of(41, { place: { ar: "دوما", en: "Douma" } }),
    38,
    "ارتفاع الحصيلة: مقتل 41 مدنياً في دوما، بعد 38 مدنياً",
    "the toll rises to 41 civilians killed in Douma, from 38 civilians",
  ],
  [
    of(50, { scope: "cumulative", since: "2015-09" }),
    38,
    "ارتفاع الحصيلة: مقتل 50 مدنياً منذ أيلول/سبتمبر 2015 (حصيلة تراكمية)، بعد 38 مدنياً",
    "the toll rises to 50 civilians killed since September 2015 (a running total), from 38 civilians",
  ],
  [
    of(41, { qualifier: "at_least" }),
    38,
    "ارتفاع الحصيلة إلى ما لا يقل عن 41 قتيلاً مدنياً بعد ما لا يقل عن 38",
    "the toll rises to at least 41 civilians killed, from at least 38",
  ],
  [
    of(41, { basis: "identified_by_name" }),
    38,
    "ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38، باحتساب الأسماء الموثَّقة وحدها",
    "the toll rises to 41 civilians killed, from 38, counting only those identified by name",
  ],
];

/** «مقتل 41 مدنياً، لا 38 كما ورد سابقاً». */
export const corrected: readonly (readonly [now: number, was: number, ar: string, en: string])[] = [
  [1, 38, "مقتل مدني واحد، لا 38 كما ورد سابقاً", "one civilian killed, not 38 as reported earlier"],
  [2, 3, "مقتل مدنيَّين اثنين، لا 3 كما ورد سابقاً", "2 civilians killed, not 3 as reported earlier"],
  [3, 2, "مقتل 3 مدنيين، لا اثنين كما ورد سابقاً", "3 civilians killed, not 2 as reported earlier"],
  [10, 11, "مقتل 10 مدنيين، لا 11 كما ورد سابقاً", "10 civilians killed, not 11 as reported earlier"],
  [11, 10, "مقتل 11 مدنياً، لا 10 كما ورد سابقاً", "11 civilians killed, not 10 as reported earlier"],
  [38, 41, "مقتل 38 مدنياً، لا 41 كما ورد سابقاً", "38 civilians killed, not 41 as reported earlier"],
  [41, 38, "مقتل 41 مدنياً، لا 38 كما ورد سابقاً", "41 civilians killed, not 38 as reported earlier"],
  [
    99,
    100,
    "مقتل 99 مدنياً، لا 100 كما ورد سابقاً",
    "99 civilians killed, not 100 as reported earlier",
  ],
  [
    100,
    99,
    "مقتل 100 مدني، لا 99 كما ورد سابقاً",
    "100 civilians killed, not 99 as reported earlier",
  ],
  [
    101,
    102,
    "مقتل 101 مدني، لا 102 كما ورد سابقاً",
    "101 civilians killed, not 102 as reported earlier",
  ],
  [
    102,
    101,
    "مقتل 102 مدني، لا 101 كما ورد سابقاً",
    "102 civilians killed, not 101 as reported earlier",
  ],
  [
    1000,
    100,
    "مقتل 1,000 مدني، لا 100 كما ورد سابقاً",
    "1,000 civilians killed, not 100 as reported earlier",
  ],
];

export const changes: readonly Change[] = [
  one("a count that was one: 'not one' would read as none", of(1), of(3), {
    reason: "our_error",
    ar: `مقتل 3 مدنيين${sohrAr}${beforeAr}مقتل مدني واحد`,
    en: `3 civilians killed${sohrEn}${beforeEn}one civilian killed`,
  }),
  one(
    "a hedge that goes",
    { qualifier: "at_least" },
    {},
    {
      reason: "our_error",
      ar: `مقتل 38 مدنياً${sohrAr}${beforeAr}مقتل ما لا يقل عن 38 مدنياً`,
      en: `38 civilians killed${sohrEn}${beforeEn}at least 38 civilians killed`,
    },
  ),
  one("a hedge that comes with a higher count", {}, of(100, { qualifier: "more_than" }), {
    ar: `ارتفاع الحصيلة إلى أكثر من 100 قتيل مدني بعد 38${sohrAr}`,
    en: `the toll rises to more than 100 civilians killed, from 38${sohrEn}`,
  }),
  one("a lower bound that falls below an exact count", {}, of(35, { qualifier: "at_least" }), {
    ar: `مقتل ما لا يقل عن 35 مدنياً${sohrAr}${beforeAr}مقتل 38 مدنياً`,
    en: `at least 35 civilians killed${sohrEn}${beforeEn}38 civilians killed`,
  }),
  one(
    "none, where some were reported",
    {},
    { amount: zero },
    {
      reason: "source_revised",
      ar: `لم يُقتل أي مدني${sohrAr}${beforeAr}مقتل 38 مدنياً`,
      en: `no civilians were killed${sohrEn}${beforeEn}38 civilians killed`,
    },
  ),
  one(
    "some, where none were reported",
    { amount: zero, who: "persons" },
    of(2, { who: "persons" }),
    {
      ar: `مقتل شخصين${sohrAr}${beforeAr}لم يُقتل أحد`,
      en: `2 people killed${sohrEn}${beforeEn}no one was killed`,
    },
  ),
  one(
    "no reports, where there was none",
    { amount: zero },
    { amount: unreported },
    {
      reason: "our_error",
      ar: `لم ترد أنباء عن مقتل مدنيين${sohrAr}${beforeAr}لم يُقتل أي مدني`,
      en: `no reports of civilians killed${sohrEn}${beforeEn}no civilians were killed`,
    },
  ),
  one("a range for a vague word", vague("dozens"), range(20, 30), {
    ar: `مقتل بين 20 و30 مدنياً${sohrAr}${beforeAr}مقتل عشرات المدنيين`,
    en: `between 20 and 30 civilians killed${sohrEn}${beforeEn}dozens of civilians killed`,
  }),
  one("a vague word for a range", range(20, 30), vague("hundreds"), {
    reason: "our_error",
    ar: `مقتل مئات المدنيين${sohrAr}${beforeAr}مقتل بين 20 و30 مدنياً`,
    en: `hundreds of civilians killed${sohrEn}${beforeEn}between 20 and 30 civilians killed`,
  }),
  one(
    "another source",
    {},
    { attribution: rescue },
    {
      reason: "reattributed",
      ar: `مقتل 38 مدنياً، بحسب الدفاع المدني السوري، لا بحسب المرصد السوري لحقوق الإنسان كما ورد سابقاً`,
      en: `38 civilians killed, according to the Syrian Civil Defence, not according to the Syrian Observatory for Human Rights as reported earlier`,
    },
  ),
  one(
    "another source, nobody says why",
    {},
    { attribution: rescue },
    {
      ar: `مقتل 38 مدنياً، بحسب الدفاع المدني السوري${beforeAr}بحسب المرصد السوري لحقوق الإنسان`,
      en: `38 civilians killed, according to the Syrian Civil Defence${beforeEn}according to the Syrian Observatory for Human Rights`,
    },
  ),
  one(
    "a source that was likely and is stated",
    { attribution: { type: "inferred", source: "sohr" } },
    {},
    {
      reason: "reattributed",
      ar: `مقتل 38 مدنياً${sohrAr}${beforeAr}لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان`,
      en: `38 civilians killed${sohrEn}${beforeEn}source not stated; likely the Syrian Observatory for Human Rights`,
    },
  ),
  one("another count by another source", {}, of(41, { attribution: rescue }), {
    ar: `مقتل 41 مدنياً، بحسب الدفاع المدني السوري${beforeAr}مقتل 38 مدنياً${sohrAr}`,
    en: `41 civilians killed, according to the Syrian Civil Defence${beforeEn}38 civilians killed${sohrEn}`,
  }),
  one(
    "another kind of harm",
    {},
    { kind: "injured" },
    {
      reason: "our_error",
      ar: `إصابة 38 مدنياً${sohrAr}${beforeAr}مقتل 38 مدنياً`,
      en: `38 civilians injured${sohrEn}${beforeEn}38 civilians killed`,
    },
  ),
  one("other people", of(41), of(38, { who: "children" }), {
    reason: "source_revised",
    ar: `مقتل 38 طفلاً${sohrAr}${beforeAr}مقتل 41 مدنياً`,
    en: `38 children killed${sohrEn}${beforeEn}41 civilians killed`,
  }),
  one(
    "another basis",
    {},
    { basis: "identified_by_name" },
    {
      reason: "basis_change",
      ar: `مقتل 38 مدنياً، باحتساب الأسماء الموثَّقة وحدها${sohrAr}${beforeAr}مقتل 38 مدنياً`,
      en: `38 civilians killed, counting only those identified by name${sohrEn}${beforeEn}38 civilians killed`,
    },
  ),
  one(
    "an estimate that was told as a count",
    {},
    { basis: "estimate" },
    {
      reason: "basis_change",
      ar: `مقتل 38 مدنياً، بحسب تقدير المرصد السوري لحقوق الإنسان${beforeAr}مقتل 38 مدنياً${sohrAr}`,
      en: `38 civilians killed, by the estimate of the Syrian Observatory for Human Rights${beforeEn}38 civilians killed${sohrEn}`,
    },
  ),
  one(
    "another scope",
    {},
    { scope: "period" },
    {
      reason: "our_error",
      ar: `مقتل 38 مدنياً (حصيلة فترة)${sohrAr}${beforeAr}مقتل 38 مدنياً (حصيلة حدث واحد)`,
      en: `38 civilians killed (over a period)${sohrEn}${beforeEn}38 civilians killed (in one incident)`,
    },
  ),
  one(
    "a longer time",
    { scope: "period", period: { type: "days", days: 2 } },
    of(50, { scope: "period", period: { type: "days", days: 3 } }),
    {
      ar: `مقتل 50 مدنياً خلال ثلاثة أيام${sohrAr}${beforeAr}مقتل 38 مدنياً خلال يومين`,
      en: `50 civilians killed over three days${sohrEn}${beforeEn}38 civilians killed over two days`,
    },
  ),
  one(
    "another rate",
    { rate: { count: 27, per: "day" } },
    { rate: { count: 28, per: "day" } },
    {
      reason: "our_error",
      ar: `مقتل 38 مدنياً${sohrAr}، أي بمعدل 28 مدنياً يومياً بحسب المصدر نفسه${beforeAr}مقتل 38 مدنياً، أي بمعدل 27 مدنياً يومياً بحسب المصدر نفسه`,
      en: `38 civilians killed${sohrEn}, a rate of 28 a day by its own count${beforeEn}38 civilians killed, a rate of 27 a day by its own count`,
    },
  ),
  one(
    "a count over a time, whose number must not be read as one of days",
    { scope: "period", period: { type: "days", days: 3 } },
    of(2, { scope: "period", period: { type: "days", days: 3 } }),
    {
      reason: "our_error",
      ar: `مقتل مدنيَّين اثنين خلال ثلاثة أيام، لا 38 مدنياً كما ورد سابقاً${sohrAr}`,
      en: `2 civilians killed over three days, not 38 civilians as reported earlier${sohrEn}`,
    },
  ),
  one("a count of nought, which is none", of(38), of(0), {
    ar: `لم يُقتل أي مدني${sohrAr}${beforeAr}مقتل 38 مدنياً`,
    en: `no civilians were killed${sohrEn}${beforeEn}38 civilians killed`,
  }),
  one("a higher count of a later report", of(38), of(41), {
    reason: "late_report",
    ar: `ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38${sohrAr}`,
    en: `the toll rises to 41 civilians killed, from 38${sohrEn}`,
  }),
  {
    says: "a figure more",
    was: [aFigure()],
    now: [aFigure(), aFigure({ id: "children", who: "children", ...of(12), of: "killed" })],
    ar: [`ورد أيضاً: مقتل 12 طفلاً${sohrAr}`],
    en: [`also reported: 12 children killed${sohrEn}`],
  },
  {
    says: "a figure that is retracted, and nobody says why",
    takesBack: true,
    was: [aFigure()],
    now: [aFigure({ status: "retracted" })],
    ar: [`سُحب ما ورد سابقاً: مقتل 38 مدنياً${sohrAr}`],
    en: [`withdrawn: 38 civilians killed${sohrEn}`],
  },
  {
    says: "several figures, each on a line",
    was: [aFigure(), aFigure({ id: "injured", kind: "injured", who: "persons", ...of(65) })],
    now: [aFigure(of(41))],
    reason: "withdrawn",
    ar: [
      "",
      `– مقتل 41 مدنياً، لا 38 كما ورد سابقاً${sohrAr}`,
      `– سُحب ما ورد سابقاً: إصابة 65 شخصاً${sohrAr}`,
    ],
    en: [
      "",
      `– 41 civilians killed, not 38 as reported earlier${sohrEn}`,
      `– withdrawn: 65 people injured${sohrEn}`,
    ],
  },
];
