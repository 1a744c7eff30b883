import type { DayRange } from "../../src/domain/time/dates.ts";
import type { Amount, Figure } from "../../src/domain/figure.ts";
import type { Bilingual } from "../../src/domain/language.ts";
import type { Source } from "../../src/domain/source.ts";

/** Figures of a story of 7 February 2018 in Eastern Ghouta, and the lines that a reader should see. */
export interface Sentence {
  readonly says: string;
  readonly figures: readonly Figure[];
  readonly ar: readonly string[];
  readonly en: readonly string[];
}

export const date: DayRange = { from: "2018-02-07", to: "2018-02-07" };
export const place: Bilingual = { ar: "الغوطة الشرقية", en: "Eastern Ghouta" };

function source(id: string, ar: string, en: string): readonly [string, Source] {
  return [id, { id, name: { ar, en }, kind: "monitor" }];
}

export const sources: ReadonlyMap<string, Source> = new Map([
  source("sohr", "المرصد السوري لحقوق الإنسان", "the Syrian Observatory for Human Rights"),
  source("snhr", "الشبكة السورية لحقوق الإنسان", "the Syrian Network for Human Rights"),
  source("centcom", "القيادة المركزية الأميركية", "US Central Command"),
  source("us", "مسؤول عسكري أميركي لم يُذكر اسمه", "an unnamed US military official"),
  source("rescue", "الدفاع المدني السوري", "the Syrian Civil Defence"),
  source("reuters", "وكالة رويترز", "Reuters"),
]);

export const count = (count: number): Amount => ({ type: "count", count });
const range = (min: number, max: number): Amount => ({ type: "range", min, max });
const vague = (word: "several" | "tens" | "dozens" | "scores" | "hundreds" | "thousands") =>
  ({ type: "vague", word }) as const;
const zero: Amount = { type: "zero" };
const unreported: Amount = { type: "not_reported" };

const stated = (source: string) => ({ type: "stated", source }) as const;
const likely = (source: string) => ({ type: "inferred", source }) as const;

/** 38 civilians killed, stated by SOHR, and what differs from that. */
function figure(given: Partial<Figure> = {}): Figure {
  return {
    id: "a",
    kind: "killed",
    who: "civilians",
    amount: count(38),
    qualifier: "exact",
    attribution: stated("sohr"),
    scope: "incident",
    basis: "total_reported",
    status: "reported",
    ...given,
  };
}

function one(says: string, given: Partial<Figure>, ar: string, en: string): Sentence {
  return { says, figures: [figure(given)], ar: [ar], en: [en] };
}

const sohrAr = "، بحسب المرصد السوري لحقوق الإنسان";
const sohrEn = ", according to the Syrian Observatory for Human Rights";

/** A sentence about one figure of SOHR's, without the attribution that ends it. */
function bySohr(says: string, given: Partial<Figure>, ar: string, en: string): Sentence {
  return one(says, given, ar + sohrAr, en + sohrEn);
}

const forces: Bilingual = { ar: "القوات الموالية للنظام", en: "pro-government forces" };
const sdf: Bilingual = { ar: "قوات سورية الديموقراطية", en: "the Syrian Democratic Forces" };
const usForces: Bilingual = { ar: "القوات الأميركية", en: "US forces" };
const douma: Bilingual = { ar: "دوما", en: "Douma" };

const kinds: readonly Sentence[] = [
  bySohr("killed", {}, "مقتل 38 مدنياً", "38 civilians killed"),
  bySohr(
    "injured",
    { kind: "injured", who: "persons", amount: count(65) },
    "إصابة 65 شخصاً",
    "65 people injured",
  ),
  bySohr(
    "killed or injured, never split",
    { kind: "killed_or_injured" },
    "سقوط 38 مدنياً بين قتيل وجريح",
    "38 civilians killed or injured",
  ),
  bySohr(
    "women killed or injured",
    { kind: "killed_or_injured", who: "women", amount: count(3) },
    "سقوط 3 نساء بين قتيلة وجريحة",
    "3 women killed or injured",
  ),
  bySohr(
    "one killed or injured",
    { kind: "killed_or_injured", amount: count(1) },
    "مقتل أو إصابة مدني واحد",
    "one civilian killed or injured",
  ),
  bySohr(
    "a range killed or injured",
    { kind: "killed_or_injured", amount: range(20, 30), qualifier: "range" },
    "مقتل أو إصابة بين 20 و30 مدنياً",
    "between 20 and 30 civilians killed or injured",
  ),
  bySohr(
    "missing",
    { kind: "missing", who: "persons", amount: count(12) },
    "فقدان 12 شخصاً",
    "12 people missing",
  ),
  bySohr(
    "detained",
    { kind: "detained", who: "men", amount: count(5) },
    "احتجاز 5 رجال",
    "5 men detained",
  ),
  bySohr(
    "abducted",
    { kind: "abducted", who: "journalists", amount: count(2) },
    "اختطاف صحفيَّين اثنين",
    "2 journalists abducted",
  ),
  bySohr(
    "displaced",
    { kind: "displaced", who: "persons", amount: count(12_000) },
    "نزوح 12,000 شخص",
    "12,000 people displaced",
  ),
  bySohr(
    "households displaced",
    { kind: "displaced", who: "households", amount: count(3) },
    "نزوح 3 أسر",
    "3 households displaced",
  ),
];

const munitions: readonly Sentence[] = [
  bySohr(
    "barrel bombs",
    { kind: "munitions", who: "barrel_bomb", amount: count(427), qualifier: "at_least" },
    "إلقاء ما لا يقل عن 427 برميلاً متفجراً",
    "at least 427 barrel bombs dropped",
  ),
  bySohr(
    "two barrel bombs",
    { kind: "munitions", who: "barrel_bomb", amount: count(2) },
    "إلقاء برميلين متفجرين",
    "2 barrel bombs dropped",
  ),
  bySohr(
    "shells",
    { kind: "munitions", who: "shell", amount: range(20, 30), qualifier: "range" },
    "سقوط بين 20 و30 قذيفة",
    "between 20 and 30 shells landed",
  ),
  bySohr(
    "rockets",
    { kind: "munitions", who: "rocket", amount: count(5) },
    "سقوط 5 صواريخ",
    "5 rockets landed",
  ),
  bySohr(
    "air strikes",
    { kind: "munitions", who: "airstrike", amount: count(12) },
    "شن 12 غارة جوية",
    "12 air strikes carried out",
  ),
  bySohr(
    "two air strikes",
    { kind: "munitions", who: "airstrike", amount: count(2) },
    "شن غارتين جويتين",
    "2 air strikes carried out",
  ),
  bySohr(
    "mines",
    { kind: "munitions", who: "mine", amount: count(11) },
    "انفجار 11 لغماً",
    "11 mines exploded",
  ),
  bySohr(
    "explosive devices",
    { kind: "munitions", who: "ied", amount: count(2) },
    "انفجار عبوتين ناسفتين",
    "2 improvised explosive devices exploded",
  ),
  bySohr(
    "bombs",
    { kind: "munitions", who: "bomb", amount: count(1) },
    "إلقاء قنبلة واحدة",
    "one bomb dropped",
  ),
  bySohr(
    "dozens of barrel bombs",
    { kind: "munitions", who: "barrel_bomb", amount: vague("dozens"), qualifier: "vague" },
    "إلقاء عشرات البراميل المتفجرة",
    "dozens of barrel bombs dropped",
  ),
  bySohr(
    "no barrel bomb",
    { kind: "munitions", who: "barrel_bomb", amount: zero },
    "لم يُلقَ أي برميل متفجر",
    "no barrel bombs were dropped",
  ),
  bySohr(
    "no shell",
    { kind: "munitions", who: "shell", amount: zero },
    "لم تسقط أي قذيفة",
    "no shells landed",
  ),
  bySohr(
    "no air strike",
    { kind: "munitions", who: "airstrike", amount: zero },
    "لم تُشن أي غارة جوية",
    "no air strikes were carried out",
  ),
];

const whos: readonly Sentence[] = [
  bySohr("two civilians", { amount: count(2) }, "مقتل مدنيَّين اثنين", "2 civilians killed"),
  bySohr(
    "two injured civilians",
    { kind: "injured", amount: count(2) },
    "إصابة مدنيَّين اثنين",
    "2 civilians injured",
  ),
  bySohr("one civilian", { amount: count(1) }, "مقتل مدني واحد", "one civilian killed"),
  bySohr("two children", { who: "children", amount: count(2) }, "مقتل طفلين", "2 children killed"),
  bySohr("three women", { who: "women", amount: count(3) }, "مقتل 3 نساء", "3 women killed"),
  bySohr("one woman", { who: "women", amount: count(1) }, "مقتل امرأة واحدة", "one woman killed"),
  bySohr("two women", { who: "women", amount: count(2) }, "مقتل امرأتين", "2 women killed"),
  bySohr("eleven women", { who: "women", amount: count(11) }, "مقتل 11 امرأة", "11 women killed"),
  bySohr(
    "women and children",
    { who: "women_and_children" },
    "مقتل 38 من النساء والأطفال",
    "38 women and children killed",
  ),
  bySohr("two soldiers", { who: "soldiers", amount: count(2) }, "مقتل جنديين", "2 soldiers killed"),
  bySohr(
    "ten soldiers",
    { who: "soldiers", amount: count(10) },
    "مقتل 10 جنود",
    "10 soldiers killed",
  ),
  bySohr(
    "two police",
    { who: "police", amount: count(2) },
    "مقتل شرطيَّين اثنين",
    "2 police officers killed",
  ),
  bySohr(
    "two of the security forces",
    { who: "security", amount: count(2) },
    "مقتل عنصرَي أمن",
    "2 members of the security forces killed",
  ),
  bySohr(
    "eleven of the security forces",
    { who: "security", amount: count(11) },
    "مقتل 11 عنصر أمن",
    "11 members of the security forces killed",
  ),
  bySohr("two medics", { who: "medics", amount: count(2) }, "مقتل مسعفَين اثنين", "2 medics killed"),
  bySohr("three medics", { who: "medics", amount: count(3) }, "مقتل 3 مسعفين", "3 medics killed"),
  bySohr(
    "one of the UN's",
    { who: "un_personnel", amount: count(1) },
    "مقتل موظف واحد في الأمم المتحدة",
    "one UN staff member killed",
  ),
  bySohr(
    "three of the UN's",
    { who: "un_personnel", amount: count(3) },
    "مقتل 3 موظفين في الأمم المتحدة",
    "3 UN staff members killed",
  ),
  bySohr(
    "a hundred children",
    { who: "children", amount: count(100) },
    "مقتل 100 طفل",
    "100 children killed",
  ),
  bySohr(
    "a hundred and one civilians, as the press writes it",
    { amount: count(101) },
    "مقتل 101 مدني",
    "101 civilians killed",
  ),
  bySohr(
    "a hundred and three civilians",
    { amount: count(103) },
    "مقتل 103 مدنيين",
    "103 civilians killed",
  ),
  bySohr(
    "a group after its noun",
    { who: "combatants", group: forces, amount: count(38) },
    "مقتل 38 عنصراً من القوات الموالية للنظام",
    "38 combatants from pro-government forces killed",
  ),
  bySohr(
    "one of a group",
    { kind: "injured", who: "combatants", group: sdf, amount: count(1) },
    "إصابة عنصر واحد من قوات سورية الديموقراطية",
    "one combatant from the Syrian Democratic Forces injured",
  ),
  bySohr(
    "a group killed or injured",
    { kind: "killed_or_injured", who: "combatants", group: forces, amount: count(5) },
    "سقوط 5 عناصر من القوات الموالية للنظام بين قتيل وجريح",
    "5 combatants from pro-government forces killed or injured",
  ),
];

const hedges: readonly Sentence[] = [
  bySohr(
    "at least",
    { qualifier: "at_least" },
    "مقتل ما لا يقل عن 38 مدنياً",
    "at least 38 civilians killed",
  ),
  bySohr(
    "more than",
    { qualifier: "more_than" },
    "مقتل أكثر من 38 مدنياً",
    "more than 38 civilians killed",
  ),
  bySohr(
    "less than",
    { qualifier: "less_than", amount: count(10) },
    "مقتل أقل من 10 مدنيين",
    "fewer than 10 civilians killed",
  ),
  bySohr("about", { qualifier: "about" }, "مقتل نحو 38 مدنياً", "about 38 civilians killed"),
  bySohr(
    "up to",
    { qualifier: "up_to", who: "children", amount: count(30) },
    "مقتل ما يصل إلى 30 طفلاً",
    "up to 30 children killed",
  ),
  bySohr("unspecified", { qualifier: "unspecified" }, "مقتل 38 مدنياً", "38 civilians killed"),
  bySohr(
    "at least one",
    { qualifier: "at_least", amount: count(1) },
    "مقتل ما لا يقل عن مدني واحد",
    "at least one civilian killed",
  ),
  bySohr(
    "at least two",
    { qualifier: "at_least", amount: count(2) },
    "مقتل ما لا يقل عن مدنيَّين اثنين",
    "at least 2 civilians killed",
  ),
  bySohr(
    "a range follows its second number",
    { amount: range(5, 11), qualifier: "range" },
    "مقتل بين 5 و11 مدنياً",
    "between 5 and 11 civilians killed",
  ),
  bySohr(
    "a range up to ten",
    { amount: range(1, 3), qualifier: "range" },
    "مقتل بين 1 و3 مدنيين",
    "between 1 and 3 civilians killed",
  ),
  bySohr(
    "a range up to two",
    { amount: range(1, 2), qualifier: "range" },
    "مقتل بين 1 و2 من المدنيين",
    "between 1 and 2 civilians killed",
  ),
  bySohr(
    "about a range",
    { amount: range(20, 30), qualifier: "about" },
    "مقتل نحو 20 إلى 30 مدنياً",
    "about 20 to 30 civilians killed",
  ),
  bySohr(
    "at least a range",
    { amount: range(20, 30), qualifier: "at_least" },
    "مقتل ما لا يقل عن 20 إلى 30 مدنياً",
    "at least 20 to 30 civilians killed",
  ),
  bySohr(
    "at most a range",
    { amount: range(20, 30), qualifier: "up_to" },
    "مقتل 20 إلى 30 مدنياً على الأكثر",
    "at most 20 to 30 civilians killed",
  ),
  bySohr(
    "several",
    { amount: vague("several"), qualifier: "vague" },
    "مقتل عدد من المدنيين",
    "several civilians killed",
  ),
  bySohr(
    "tens",
    { amount: vague("tens"), qualifier: "vague" },
    "مقتل عشرات المدنيين",
    "tens of civilians killed",
  ),
  bySohr(
    "dozens of children",
    { who: "children", amount: vague("dozens"), qualifier: "vague" },
    "مقتل عشرات الأطفال",
    "dozens of children killed",
  ),
  bySohr(
    "scores",
    { amount: vague("scores"), qualifier: "vague" },
    "مقتل عشرات المدنيين",
    "scores of civilians killed",
  ),
  bySohr(
    "hundreds injured",
    { kind: "injured", who: "persons", amount: vague("hundreds"), qualifier: "vague" },
    "إصابة مئات الأشخاص",
    "hundreds of people injured",
  ),
  bySohr(
    "thousands of households",
    { kind: "displaced", who: "households", amount: vague("thousands"), qualifier: "vague" },
    "نزوح آلاف الأسر",
    "thousands of households displaced",
  ),
  bySohr(
    "at least dozens",
    { amount: vague("dozens"), qualifier: "at_least" },
    "مقتل عشرات المدنيين على الأقل",
    "at least dozens of civilians killed",
  ),
  bySohr(
    "up to hundreds",
    { amount: vague("hundreds"), qualifier: "up_to" },
    "مقتل ما يصل إلى مئات المدنيين",
    "up to hundreds of civilians killed",
  ),
  bySohr(
    "dozens of a group",
    { who: "combatants", group: forces, amount: vague("dozens"), qualifier: "vague" },
    "مقتل عشرات العناصر من القوات الموالية للنظام",
    "dozens of combatants from pro-government forces killed",
  ),
];

const none: readonly Sentence[] = [
  bySohr("no one killed", { who: "persons", amount: zero }, "لم يُقتل أحد", "no one was killed"),
  bySohr(
    "a count of nought is said as none",
    { who: "persons", amount: count(0) },
    "لم يُقتل أحد",
    "no one was killed",
  ),
  bySohr(
    "no one injured",
    { kind: "injured", who: "persons", amount: zero },
    "لم يُصب أحد",
    "no one was injured",
  ),
  bySohr(
    "no child",
    { who: "children", amount: zero },
    "لم يُقتل أي طفل",
    "no children were killed",
  ),
  bySohr("no woman", { who: "women", amount: zero }, "لم تُقتل أي امرأة", "no women were killed"),
  bySohr(
    "no women or children",
    { who: "women_and_children", amount: zero },
    "لم يُقتل أحد من النساء والأطفال",
    "no women or children were killed",
  ),
  bySohr(
    "none of a group",
    { who: "persons", group: usForces, amount: zero },
    "لم يُقتل أحد من القوات الأميركية",
    "no one from US forces was killed",
  ),
  bySohr(
    "no soldier of a group",
    { who: "soldiers", group: usForces, amount: zero },
    "لم يُقتل أي جندي من القوات الأميركية",
    "no soldiers from US forces were killed",
  ),
  bySohr(
    "no soldier of a group injured",
    { kind: "injured", who: "soldiers", group: usForces, amount: zero },
    "لم يُصب أي جندي من القوات الأميركية",
    "no soldiers from US forces were injured",
  ),
  bySohr(
    "none killed or injured",
    { kind: "killed_or_injured", amount: zero },
    "لم يُقتل أو يُصب أي مدني",
    "no civilians were killed or injured",
  ),
  bySohr(
    "no household displaced",
    { kind: "displaced", who: "households", amount: zero },
    "لم تنزح أي أسرة",
    "no households were displaced",
  ),
  bySohr(
    "no one missing",
    { kind: "missing", who: "persons", amount: zero },
    "لم يُفقد أحد",
    "no one went missing",
  ),
  bySohr(
    "no reports of dead",
    { amount: unreported },
    "لم ترد أنباء عن مقتل مدنيين",
    "no reports of civilians killed",
  ),
  bySohr(
    "no reports of anyone injured",
    { kind: "injured", who: "persons", amount: unreported },
    "لم ترد أنباء عن إصابة أحد",
    "no reports of anyone injured",
  ),
  bySohr(
    "no reports of killed or injured",
    { kind: "killed_or_injured", amount: unreported },
    "لم ترد أنباء عن مقتل أو إصابة مدنيين",
    "no reports of civilians killed or injured",
  ),
  bySohr(
    "no reports of a group",
    { who: "soldiers", group: usForces, amount: unreported },
    "لم ترد أنباء عن مقتل جنود من القوات الأميركية",
    "no reports of soldiers from US forces killed",
  ),
  bySohr(
    "no reports of rockets",
    { kind: "munitions", who: "rocket", amount: unreported },
    "لم ترد أنباء عن سقوط صواريخ",
    "no reports of rockets landing",
  ),
  bySohr(
    "no reports of shells",
    { kind: "munitions", who: "shell", amount: unreported },
    "لم ترد أنباء عن سقوط قذائف",
    "no reports of shells landing",
  ),
  bySohr(
    "no reports of mines",
    { kind: "munitions", who: "mine", amount: unreported },
    "لم ترد أنباء عن انفجار ألغام",
    "no reports of mines exploding",
  ),
  bySohr(
    "no reports of improvised devices",
    { kind: "munitions", who: "ied", amount: unreported },
    "لم ترد أنباء عن انفجار عبوات ناسفة",
    "no reports of improvised explosive devices exploding",
  ),
  bySohr(
    "no reports of barrel bombs",
    { kind: "munitions", who: "barrel_bomb", amount: unreported },
    "لم ترد أنباء عن إلقاء براميل متفجرة",
    "no reports of barrel bombs being dropped",
  ),
  bySohr(
    "no reports of bombs",
    { kind: "munitions", who: "bomb", amount: unreported },
    "لم ترد أنباء عن إلقاء قنابل",
    "no reports of bombs being dropped",
  ),
  bySohr(
    "no reports of air strikes",
    { kind: "munitions", who: "airstrike", amount: unreported },
    "لم ترد أنباء عن شن غارات جوية",
    "no reports of air strikes being carried out",
  ),
];

const attributions: readonly Sentence[] = [
  one(
    "a stated source",
    { attribution: stated("centcom") },
    "مقتل 38 مدنياً، بحسب القيادة المركزية الأميركية",
    "38 civilians killed, according to US Central Command",
  ),
  one(
    "who is the source and who the relay",
    { attribution: { ...stated("centcom"), via: "reuters" } },
    "مقتل 38 مدنياً، بحسب القيادة المركزية الأميركية، كما نُقل عبر وكالة رويترز",
    "38 civilians killed, according to US Central Command, as relayed by Reuters",
  ),
  one(
    "a likely source is a likelihood",
    { attribution: likely("sohr") },
    "مقتل 38 مدنياً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "38 civilians killed (source not stated; likely the Syrian Observatory for Human Rights)",
  ),
  one(
    "a likely source through a relay",
    { attribution: { ...likely("sohr"), via: "reuters" } },
    "مقتل 38 مدنياً (كما نُقل عبر وكالة رويترز؛ لم يُذكر المصدر صراحةً، ويُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "38 civilians killed (as relayed by Reuters, source not stated; likely the Syrian Observatory for Human Rights)",
  ),
  one(
    "nobody named",
    { attribution: { type: "none" } },
    "مقتل 38 مدنياً، من دون ذكر المصدر",
    "38 civilians killed, no source named",
  ),
  one(
    "a relay that names nobody",
    { attribution: { type: "none", via: "reuters" } },
    "مقتل 38 مدنياً، كما نُقل عبر وكالة رويترز من دون ذكر المصدر",
    "38 civilians killed, as relayed by Reuters, no source named",
  ),
  one(
    "an estimate",
    { attribution: stated("us"), basis: "estimate" },
    "مقتل 38 مدنياً، بحسب تقدير مسؤول عسكري أميركي لم يُذكر اسمه",
    "38 civilians killed, by the estimate of an unnamed US military official",
  ),
  one(
    "a likely estimate",
    { attribution: likely("sohr"), basis: "estimate" },
    "مقتل 38 مدنياً (تقدير لم يُذكر مصدره صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "38 civilians killed (an estimate, source not stated; likely the Syrian Observatory for Human Rights)",
  ),
  one(
    "a likely running total, in one pair of brackets",
    { attribution: likely("sohr"), scope: "cumulative", since: "2015" },
    "مقتل 38 مدنياً منذ عام 2015، في حصيلة تراكمية (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "38 civilians killed since 2015, a running total (source not stated; likely the Syrian Observatory for Human Rights)",
  ),
  one(
    "an estimate of nobody's",
    { attribution: { type: "none" }, basis: "estimate" },
    "مقتل 38 مدنياً، في تقدير لم يُذكر مصدره",
    "38 civilians killed, an estimate, no source named",
  ),
  bySohr(
    "only the named",
    { basis: "identified_by_name" },
    "مقتل 38 مدنياً، باحتساب الأسماء الموثَّقة وحدها",
    "38 civilians killed, counting only those identified by name",
  ),
  bySohr(
    "only the bodies",
    { basis: "bodies_recovered" },
    "مقتل 38 مدنياً، باحتساب الجثامين المنتشلة وحدها",
    "38 civilians killed, counting only bodies recovered",
  ),
  one(
    "corroborated",
    { status: "corroborated" },
    `مقتل 38 مدنياً${sohrAr}؛ تؤيد الرقم مصادر أخرى`,
    `38 civilians killed${sohrEn}; corroborated by other sources`,
  ),
  one(
    "contested",
    { status: "contested" },
    `مقتل 38 مدنياً${sohrAr}؛ الرقم موضع خلاف`,
    `38 civilians killed${sohrEn}; this figure is contested`,
  ),
  {
    says: "a retracted figure is not shown",
    figures: [figure({ status: "retracted" })],
    ar: [],
    en: [],
  },
];

const whereAndWhen: readonly Sentence[] = [
  bySohr(
    "the story's own place goes without saying",
    { place },
    "مقتل 38 مدنياً",
    "38 civilians killed",
  ),
  bySohr(
    "another place",
    { place: douma },
    "مقتل 38 مدنياً في دوما",
    "38 civilians killed in Douma",
  ),
  bySohr(
    "the story's own day goes without saying",
    { period: { type: "dates", ...date } },
    "مقتل 38 مدنياً",
    "38 civilians killed",
  ),
  bySohr(
    "another day",
    { scope: "period", period: { type: "dates", from: "2018-02-05", to: "2018-02-05" } },
    "مقتل 38 مدنياً في 5 شباط/فبراير 2018",
    "38 civilians killed on 5 February 2018",
  ),
  bySohr(
    "two days",
    { scope: "period", period: { type: "dates", from: "2018-02-06", to: "2018-02-07" } },
    "مقتل 38 مدنياً في 6 و7 شباط/فبراير 2018",
    "38 civilians killed on 6–7 February 2018",
  ),
  bySohr(
    "some days",
    { scope: "period", period: { type: "dates", from: "2018-02-05", to: "2018-02-08" } },
    "مقتل 38 مدنياً بين 5 و8 شباط/فبراير 2018",
    "38 civilians killed from 5 to 8 February 2018",
  ),
  bySohr(
    "days of two months",
    { scope: "period", period: { type: "dates", from: "2018-01-30", to: "2018-02-02" } },
    "مقتل 38 مدنياً بين 30 كانون الثاني/يناير و2 شباط/فبراير 2018",
    "38 civilians killed from 30 January to 2 February 2018",
  ),
  bySohr(
    "days of two years",
    { scope: "period", period: { type: "dates", from: "2017-12-30", to: "2018-01-02" } },
    "مقتل 38 مدنياً بين 30 كانون الأول/ديسمبر 2017 و2 كانون الثاني/يناير 2018",
    "38 civilians killed from 30 December 2017 to 2 January 2018",
  ),
  bySohr(
    "a month",
    { scope: "period", period: { type: "dates", from: "2018-01", to: "2018-01" } },
    "مقتل 38 مدنياً في كانون الثاني/يناير 2018",
    "38 civilians killed in January 2018",
  ),
  bySohr(
    "some months",
    { scope: "period", period: { type: "dates", from: "2018-01", to: "2018-03" } },
    "مقتل 38 مدنياً بين كانون الثاني/يناير وآذار/مارس 2018",
    "38 civilians killed from January to March 2018",
  ),
  bySohr(
    "a year",
    { scope: "period", period: { type: "dates", from: "2017", to: "2017" } },
    "مقتل 38 مدنياً في عام 2017",
    "38 civilians killed in 2017",
  ),
  bySohr(
    "some years",
    { scope: "period", period: { type: "dates", from: "2015", to: "2018" } },
    "مقتل 38 مدنياً بين عامي 2015 و2018",
    "38 civilians killed from 2015 to 2018",
  ),
  bySohr(
    "a month to a day",
    { scope: "period", period: { type: "dates", from: "2015-09", to: "2018-01-31" } },
    "مقتل 38 مدنياً بين أيلول/سبتمبر 2015 و31 كانون الثاني/يناير 2018",
    "38 civilians killed from September 2015 to 31 January 2018",
  ),
  bySohr(
    "one day's length",
    { scope: "period", period: { type: "days", days: 1 } },
    "مقتل 38 مدنياً خلال يوم واحد",
    "38 civilians killed over one day",
  ),
  bySohr(
    "two days' length",
    { scope: "period", period: { type: "days", days: 2 } },
    "مقتل 38 مدنياً خلال يومين",
    "38 civilians killed over two days",
  ),
  bySohr(
    "three days' length",
    { scope: "period", period: { type: "days", days: 3 } },
    "مقتل 38 مدنياً خلال ثلاثة أيام",
    "38 civilians killed over three days",
  ),
  bySohr(
    "twelve days' length",
    { scope: "period", period: { type: "days", days: 12 } },
    "مقتل 38 مدنياً خلال 12 يوماً",
    "38 civilians killed over 12 days",
  ),
  bySohr(
    "a hundred days' length",
    { scope: "period", period: { type: "days", days: 100 } },
    "مقتل 38 مدنياً خلال 100 يوم",
    "38 civilians killed over 100 days",
  ),
  bySohr(
    "a running total",
    { scope: "cumulative", since: "2015-09" },
    "مقتل 38 مدنياً منذ أيلول/سبتمبر 2015 (حصيلة تراكمية)",
    "38 civilians killed since September 2015 (a running total)",
  ),
  bySohr(
    "a running total since a year",
    { scope: "cumulative", since: "2011" },
    "مقتل 38 مدنياً منذ عام 2011 (حصيلة تراكمية)",
    "38 civilians killed since 2011 (a running total)",
  ),
  bySohr(
    "a running total since a day",
    { scope: "cumulative", since: "2015-09-30" },
    "مقتل 38 مدنياً منذ 30 أيلول/سبتمبر 2015 (حصيلة تراكمية)",
    "38 civilians killed since 30 September 2015 (a running total)",
  ),
  bySohr(
    "a place and a time",
    { place: douma, scope: "period", period: { type: "days", days: 3 } },
    "مقتل 38 مدنياً في دوما خلال ثلاثة أيام",
    "38 civilians killed in Douma over three days",
  ),
];

function nested(
  says: string,
  whole: Partial<Figure>,
  parts: readonly Partial<Figure>[],
  lines: readonly [ar: string, en: string],
): Sentence {
  const figures = parts.map((part, index) =>
    figure({ id: `part${String(index)}`, of: "a", ...part }),
  );
  return {
    says,
    figures: [figure(whole), ...figures],
    ar: [lines[0] + sohrAr],
    en: [lines[1] + sohrEn],
  };
}

type WholeAndPart = readonly [whole: string, part: string];

/** A whole and how many of it were in Douma. */
function elsewhere(
  says: string,
  whole: Partial<Figure>,
  n: number,
  ...[ar, en]: readonly [ar: WholeAndPart, en: WholeAndPart]
): Sentence {
  return {
    says,
    figures: [
      figure(whole),
      figure({ ...whole, id: "b", of: "a", place: douma, amount: count(n) }),
    ],
    ar: [ar[0] + sohrAr, `◦ ${ar[1]}${sohrAr}`],
    en: [en[0] + sohrEn, `◦ ${en[1]}${sohrEn}`],
  };
}

const nesting: readonly Sentence[] = [
  nested(
    "a part",
    {},
    [{ who: "children", amount: count(12) }],
    ["مقتل 38 مدنياً، بينهم 12 طفلاً", "38 civilians killed, 12 of them children"],
  ),
  nested(
    "a part of one",
    {},
    [{ who: "children", amount: count(1) }],
    ["مقتل 38 مدنياً، بينهم طفل واحد", "38 civilians killed, one of them a child"],
  ),
  nested(
    "a part of two is a subject",
    {},
    [{ who: "children", amount: count(2) }],
    ["مقتل 38 مدنياً، بينهم طفلان", "38 civilians killed, 2 of them children"],
  ),
  nested(
    "a hedged part of two is not",
    {},
    [{ who: "children", amount: count(2), qualifier: "at_least" }],
    ["مقتل 38 مدنياً، بينهم ما لا يقل عن طفلين", "38 civilians killed, at least 2 of them children"],
  ),
  nested(
    "two parts",
    {},
    [
      { who: "children", amount: count(12) },
      { who: "women", amount: count(3) },
    ],
    [
      "مقتل 38 مدنياً، بينهم 12 طفلاً و3 نساء",
      "38 civilians killed, including 12 children and 3 women",
    ],
  ),
  nested(
    "three parts",
    {},
    [
      { who: "children", amount: count(12) },
      { who: "women", amount: count(3) },
      { who: "medics", amount: count(2) },
    ],
    [
      "مقتل 38 مدنياً، بينهم 12 طفلاً و3 نساء ومسعفان",
      "38 civilians killed, including 12 children, 3 women and 2 medics",
    ],
  ),
  nested(
    "a vague part",
    {},
    [{ who: "children", amount: vague("several"), qualifier: "vague" }],
    ["مقتل 38 مدنياً، بينهم عدد من الأطفال", "38 civilians killed, several of them children"],
  ),
  nested(
    "a range as a part",
    {},
    [{ who: "children", amount: range(5, 7), qualifier: "range" }],
    [
      "مقتل 38 مدنياً، بينهم من 5 إلى 7 أطفال",
      "38 civilians killed, between 5 and 7 of them children",
    ],
  ),
  nested(
    "no part",
    {},
    [{ who: "children", amount: zero }],
    ["مقتل 38 مدنياً، ليس بينهم أطفال", "38 civilians killed, none of them children"],
  ),
  nested(
    "a part and no part",
    {},
    [
      { who: "women", amount: count(3) },
      { who: "children", amount: zero },
    ],
    [
      "مقتل 38 مدنياً، بينهم 3 نساء، وليس بينهم أطفال",
      "38 civilians killed, 3 of them women, none of them children",
    ],
  ),
  nested(
    "a part that nobody reports",
    {},
    [{ who: "children", amount: unreported }],
    [
      "مقتل 38 مدنياً، ولم ترد أنباء عن أطفال بينهم",
      "38 civilians killed, with no reports of children among them",
    ],
  ),
  nested(
    "women's parts",
    { who: "women", amount: count(11) },
    [{ who: "medics", amount: count(3) }],
    ["مقتل 11 امرأة، بينهن 3 مسعفات", "11 women killed, 3 of them medics"],
  ),
  nested(
    "a part of women is feminine",
    { who: "women", amount: count(3) },
    [{ who: "journalists", amount: count(1) }],
    ["مقتل 3 نساء، بينهن صحفية واحدة", "3 women killed, one of them a journalist"],
  ),
  nested(
    "one of two women",
    { who: "women", amount: count(2) },
    [{ who: "journalists", amount: count(1) }],
    ["مقتل امرأتين، إحداهما صحفية", "2 women killed, one of them a journalist"],
  ),
  nested(
    "the killed among women killed and injured",
    { kind: "killed_or_injured", who: "women", amount: count(12) },
    [{ who: "women", amount: count(2) }],
    [
      "سقوط 12 امرأة بين قتيلة وجريحة، بينهن قتيلتان",
      "12 women killed or injured, 2 of them killed",
    ],
  ),
  nested(
    "killed and injured, each counted",
    { kind: "killed_or_injured", who: "persons" },
    [
      { who: "persons", amount: count(1) },
      { kind: "injured", who: "persons", amount: count(37) },
    ],
    [
      "سقوط 38 شخصاً بين قتيل وجريح، بينهم قتيل واحد و37 جريحاً",
      "38 people killed or injured, including one killed and 37 injured",
    ],
  ),
  nested(
    "things' parts",
    { kind: "munitions", who: "bomb", amount: count(30) },
    [{ kind: "munitions", who: "barrel_bomb", amount: count(12) }],
    ["إلقاء 30 قنبلة، بينها 12 برميلاً متفجراً", "30 bombs dropped, 12 of them barrel bombs"],
  ),
  nested(
    "one of two",
    { amount: count(2) },
    [{ who: "children", amount: count(1) }],
    ["مقتل مدنيَّين اثنين، أحدهما طفل", "2 civilians killed, one of them a child"],
  ),
  nested(
    "the killed among killed and injured",
    { kind: "killed_or_injured", amount: count(50) },
    [{ amount: count(20) }],
    [
      "سقوط 50 مدنياً بين قتيل وجريح، بينهم 20 قتيلاً",
      "50 civilians killed or injured, 20 of them killed",
    ],
  ),
  nested(
    "a part of a group",
    { who: "persons", amount: count(40) },
    [{ who: "combatants", group: forces, amount: count(11) }],
    [
      "مقتل 40 شخصاً، بينهم 11 عنصراً من القوات الموالية للنظام",
      "40 people killed, 11 of them combatants from pro-government forces",
    ],
  ),
  {
    says: "a part of another source has its own",
    figures: [
      figure(),
      figure({
        id: "b",
        of: "a",
        who: "children",
        amount: count(12),
        attribution: stated("rescue"),
      }),
    ],
    ar: [`مقتل 38 مدنياً${sohrAr}`, "◦ بينهم 12 طفلاً، بحسب الدفاع المدني السوري"],
    en: [
      `38 civilians killed${sohrEn}`,
      "◦ 12 of them children, according to the Syrian Civil Defence",
    ],
  },
  {
    says: "a part on another basis has its own",
    figures: [
      figure(),
      figure({ id: "b", of: "a", basis: "identified_by_name", amount: count(24) }),
    ],
    ar: [`مقتل 38 مدنياً${sohrAr}`, `◦ بينهم 24، باحتساب الأسماء الموثَّقة وحدها${sohrAr}`],
    en: [
      `38 civilians killed${sohrEn}`,
      `◦ 24 of them, counting only those identified by name${sohrEn}`,
    ],
  },
  nested(
    "two who are told whole",
    { who: "persons", amount: count(2) },
    [
      { who: "women", amount: count(1) },
      { who: "children", amount: count(1) },
    ],
    ["مقتل شخصين، هما امرأة وطفل", "2 people killed, a woman and a child"],
  ),
  nested(
    "two of whom one may be both",
    { who: "persons", amount: count(2) },
    [
      { who: "women", amount: count(1) },
      { who: "medics", amount: count(1) },
    ],
    ["مقتل شخصين، بينهما امرأة ومسعف", "2 people killed, including a woman and a medic"],
  ),
  nested(
    "both of two",
    { who: "persons", amount: count(2) },
    [{ who: "children", amount: count(2) }],
    ["مقتل شخصين، كلاهما من الأطفال", "2 people killed, both of them children"],
  ),
  nested(
    "both of two women",
    { who: "women", amount: count(2) },
    [{ who: "journalists", amount: count(2) }],
    ["مقتل امرأتين، كلتاهما من الصحفيات", "2 women killed, both of them journalists"],
  ),
  nested(
    "one killed and one injured",
    { kind: "killed_or_injured", who: "persons", amount: count(2) },
    [
      { who: "persons", amount: count(1) },
      { who: "persons", amount: count(1), kind: "injured" },
    ],
    [
      "سقوط شخصين بين قتيل وجريح، هما قتيل وجريح",
      "2 people killed or injured, one killed and one injured",
    ],
  ),
  nested(
    "two at least are no pair",
    { who: "persons", amount: count(2), qualifier: "at_least" },
    [
      { who: "women", amount: count(1) },
      { who: "children", amount: count(1) },
    ],
    [
      "مقتل ما لا يقل عن شخصين، بينهم امرأة واحدة وطفل واحد",
      "at least 2 people killed, including one woman and one child",
    ],
  ),
  nested(
    "one of two bombs",
    { kind: "munitions", who: "bomb", amount: count(2) },
    [{ who: "barrel_bomb", amount: count(1), kind: "munitions" }],
    ["إلقاء قنبلتين، إحداهما برميل متفجر", "2 bombs dropped, one of them a barrel bomb"],
  ),
  elsewhere(
    "both of two air strikes in another place",
    { kind: "munitions", who: "airstrike", amount: count(2) },
    2,
    ["شن غارتين جويتين", "كلتاهما في دوما"],
    ["2 air strikes carried out", "both of them in Douma"],
  ),
  elsewhere(
    "two of many air strikes in another place",
    { kind: "munitions", who: "airstrike", amount: count(60) },
    2,
    ["شن 60 غارة جوية", "بينها اثنتان في دوما"],
    ["60 air strikes carried out", "2 of them in Douma"],
  ),
  elsewhere(
    "one of many shells in another place",
    { kind: "munitions", who: "shell", amount: count(60) },
    1,
    ["سقوط 60 قذيفة", "بينها واحدة في دوما"],
    ["60 shells landed", "one of them in Douma"],
  ),
  elsewhere(
    "two of many rockets in another place",
    { kind: "munitions", who: "rocket", amount: count(60) },
    2,
    ["سقوط 60 صاروخاً", "بينها اثنان في دوما"],
    ["60 rockets landed", "2 of them in Douma"],
  ),
  elsewhere(
    "one of many households in another place",
    { kind: "displaced", who: "households", amount: count(400) },
    1,
    ["نزوح 400 أسرة", "بينها واحدة في دوما"],
    ["400 households displaced", "one of them in Douma"],
  ),
  elsewhere(
    "two of many women in another place",
    { who: "women", amount: count(11) },
    2,
    ["مقتل 11 امرأة", "بينهن اثنتان في دوما"],
    ["11 women killed", "2 of them in Douma"],
  ),
  elsewhere(
    "two of many civilians in another place",
    {},
    2,
    ["مقتل 38 مدنياً", "بينهم اثنان في دوما"],
    ["38 civilians killed", "2 of them in Douma"],
  ),
  elsewhere(
    "one of two bombs in another place",
    { kind: "munitions", who: "bomb", amount: count(2) },
    1,
    ["إلقاء قنبلتين", "إحداهما في دوما"],
    ["2 bombs dropped", "one of them in Douma"],
  ),
  elsewhere(
    "one of two mines in another place",
    { kind: "munitions", who: "mine", amount: count(2) },
    1,
    ["انفجار لغمين", "أحدهما في دوما"],
    ["2 mines exploded", "one of them in Douma"],
  ),
  {
    says: "a part with a part",
    figures: [
      figure({ amount: count(100), who: "persons" }),
      figure({ id: "b", of: "a", amount: count(38) }),
      figure({ id: "c", of: "b", who: "children", amount: count(12) }),
    ],
    ar: [`مقتل 100 شخص${sohrAr}`, `◦ بينهم 38 مدنياً، بينهم 12 طفلاً${sohrAr}`],
    en: [`100 people killed${sohrEn}`, `◦ 38 of them civilians, 12 of them children${sohrEn}`],
  },
  {
    says: "a part of another harm",
    figures: [
      figure({ kind: "killed_or_injured", amount: count(50) }),
      figure({ id: "b", of: "a", who: "children", amount: count(4) }),
    ],
    ar: [`سقوط 50 مدنياً بين قتيل وجريح${sohrAr}`, `◦ ضمن هذا العدد: مقتل 4 أطفال${sohrAr}`],
    en: [
      `50 civilians killed or injured${sohrEn}`,
      `◦ within this count: 4 children killed${sohrEn}`,
    ],
  },
  {
    says: "people are no part of households",
    figures: [
      figure({ kind: "displaced", who: "households", amount: count(400) }),
      figure({ id: "b", of: "a", kind: "displaced", who: "children", amount: count(300) }),
    ],
    ar: [`نزوح 400 أسرة${sohrAr}`, `◦ ضمن هذا العدد: نزوح 300 طفل${sohrAr}`],
    en: [
      `400 households displaced${sohrEn}`,
      `◦ within this count: 300 children displaced${sohrEn}`,
    ],
  },
  {
    says: "the addends of a sum",
    figures: [
      figure({ who: "combatants", amount: count(18_072) }),
      figure({
        id: "b",
        componentOf: "a",
        who: "combatants",
        group: forces,
        amount: count(13_539),
      }),
      figure({ id: "c", componentOf: "a", who: "soldiers", amount: count(2) }),
    ],
    ar: [
      `مقتل 18,072 عنصراً${sohrAr}، وهذا مجموع:`,
      "◦ 13,539 عنصراً من القوات الموالية للنظام",
      "◦ جنديان",
    ],
    en: [
      `18,072 combatants killed${sohrEn}, the sum of:`,
      "◦ 13,539 combatants from pro-government forces",
      "◦ 2 soldiers",
    ],
  },
  {
    says: "a repetition and a part of a sum are no addends",
    figures: [
      figure({ amount: count(50) }),
      figure({ id: "b", componentOf: "a", amount: count(20), place: douma }),
      figure({ id: "c", sameAs: "a", amount: count(50), attribution: stated("rescue") }),
      figure({ id: "d", componentOf: "a", who: "children", amount: count(30) }),
      figure({ id: "e", of: "a", who: "women", amount: count(4), attribution: stated("rescue") }),
    ],
    ar: [
      `مقتل 50 مدنياً${sohrAr}`,
      "◦ الرقم نفسه، بحسب الدفاع المدني السوري",
      "◦ بينهم 4 نساء، بحسب الدفاع المدني السوري",
      "◦ العدد الكلي مجموع:",
      "– 20 مدنياً في دوما",
      "– 30 طفلاً",
    ],
    en: [
      `50 civilians killed${sohrEn}`,
      "◦ the same figure, according to the Syrian Civil Defence",
      "◦ 4 of them women, according to the Syrian Civil Defence",
      "◦ the total is the sum of:",
      "– 20 civilians in Douma",
      "– 30 children",
    ],
  },
  {
    says: "a repetition of an addend stands below it",
    figures: [
      figure({ amount: count(50) }),
      figure({ id: "b", componentOf: "a", amount: count(20), place: douma }),
      figure({ id: "c", sameAs: "b", amount: count(20), attribution: stated("rescue") }),
      figure({ id: "d", componentOf: "a", who: "children", amount: count(30) }),
    ],
    ar: [
      `مقتل 50 مدنياً${sohrAr}، وهذا مجموع:`,
      "◦ 20 مدنياً في دوما",
      "– الرقم نفسه، بحسب الدفاع المدني السوري",
      "◦ 30 طفلاً",
    ],
    en: [
      `50 civilians killed${sohrEn}, the sum of:`,
      "◦ 20 civilians in Douma",
      "– the same figure, according to the Syrian Civil Defence",
      "◦ 30 children",
    ],
  },
  {
    says: "the addends of a sum of two harms",
    figures: [
      figure({ kind: "killed_or_injured", amount: count(50) }),
      figure({ id: "b", componentOf: "a", amount: count(20) }),
      figure({
        id: "c",
        componentOf: "a",
        kind: "injured",
        amount: count(30),
        attribution: stated("rescue"),
      }),
    ],
    ar: [
      `سقوط 50 مدنياً بين قتيل وجريح${sohrAr}، وهذا مجموع:`,
      "◦ مقتل 20 مدنياً",
      "◦ إصابة 30 مدنياً، بحسب الدفاع المدني السوري",
    ],
    en: [
      `50 civilians killed or injured${sohrEn}, the sum of:`,
      "◦ 20 civilians killed",
      "◦ 30 civilians injured, according to the Syrian Civil Defence",
    ],
  },
];

const repetitions: readonly Sentence[] = [
  {
    says: "a second source for the same figure",
    figures: [figure(), figure({ id: "b", sameAs: "a", attribution: stated("rescue") })],
    ar: [`مقتل 38 مدنياً${sohrAr}`, "◦ الرقم نفسه، بحسب الدفاع المدني السوري"],
    en: [
      `38 civilians killed${sohrEn}`,
      "◦ the same figure, according to the Syrian Civil Defence",
    ],
  },
  {
    says: "a second, likely source for the same figure",
    figures: [figure(), figure({ id: "b", sameAs: "a", attribution: likely("rescue") })],
    ar: [
      `مقتل 38 مدنياً${sohrAr}`,
      "◦ الرقم نفسه (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه الدفاع المدني السوري)",
    ],
    en: [
      `38 civilians killed${sohrEn}`,
      "◦ the same figure (source not stated; likely the Syrian Civil Defence)",
    ],
  },
  {
    says: "the same source again is no second source",
    figures: [figure(), figure({ id: "b", sameAs: "a" })],
    ar: [`مقتل 38 مدنياً${sohrAr}`, "◦ كرر المصدر نفسه هذا الرقم"],
    en: [`38 civilians killed${sohrEn}`, "◦ the same source repeats this figure"],
  },
  {
    says: "a repetition with another hedge is said in full",
    figures: [
      figure(),
      figure({ id: "b", sameAs: "a", qualifier: "about", attribution: stated("rescue") }),
    ],
    ar: [`مقتل 38 مدنياً${sohrAr}`, "◦ مقتل نحو 38 مدنياً، بحسب الدفاع المدني السوري"],
    en: [
      `38 civilians killed${sohrEn}`,
      "◦ about 38 civilians killed, according to the Syrian Civil Defence",
    ],
  },
  one(
    "a figure of another story",
    { sameAs: "ghta0206/killed" },
    `مقتل 38 مدنياً${sohrAr}؛ ورد الرقم نفسه في خبر آخر`,
    `38 civilians killed${sohrEn}; the same figure is in another story`,
  ),
];

const rates: readonly Sentence[] = [
  one(
    "a rate of the source's own",
    {
      kind: "munitions",
      who: "barrel_bomb",
      amount: count(23_403),
      scope: "cumulative",
      since: "2015-09",
      rate: { count: 28, per: "day" },
      attribution: stated("snhr"),
    },
    "إلقاء 23,403 براميل متفجرة منذ أيلول/سبتمبر 2015 (حصيلة تراكمية)، بحسب الشبكة السورية لحقوق الإنسان، أي بمعدل 28 برميلاً متفجراً يومياً بحسب المصدر نفسه",
    "23,403 barrel bombs dropped since September 2015 (a running total), according to the Syrian Network for Human Rights, a rate of 28 a day by its own count",
  ),
  one(
    "a rate of two a week",
    { rate: { count: 2, per: "week" } },
    `مقتل 38 مدنياً${sohrAr}، أي بمعدل مدنيَّين اثنين أسبوعياً بحسب المصدر نفسه`,
    `38 civilians killed${sohrEn}, a rate of 2 a week by its own count`,
  ),
  one(
    "a rate of nobody's",
    { rate: { count: 5, per: "month" }, attribution: { type: "none" } },
    "مقتل 38 مدنياً، من دون ذكر المصدر، أي بمعدل 5 مدنيين شهرياً كما ورد",
    "38 civilians killed, no source named, a rate of 5 a month as reported",
  ),
];

export const sentences: readonly Sentence[] = [
  ...kinds,
  ...munitions,
  ...whos,
  ...hedges,
  ...none,
  ...attributions,
  ...whereAndWhen,
  ...nesting,
  ...repetitions,
  ...rates,
];
