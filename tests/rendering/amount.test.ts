import { describe, expect, it } from "vitest";
import type { Qualifier, Who } from "../../src/domain/figure.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { amountPhrase } from "../../src/rendering/figures/amount.ts";
import type { Form, Noun, Stated } from "../../src/rendering/figures/amount.ts";
import { eventPhrase } from "../../src/rendering/figures/event.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { count } from "./sentences.ts";

const arabic = { ...defaultPrinting, language: "ar" } as const;
const english = { ...defaultPrinting, language: "en" } as const;

function phrase(amount: Stated, noun: Noun, form: Form, qualifier: Qualifier = "exact"): string {
  return visible(amountPhrase({ amount, qualifier, noun }, form, arabic));
}

function counted(n: number, noun: Noun, form: Form): string {
  return phrase({ type: "count", count: n }, noun, form);
}

function none(kind: "killed" | "injured" | "munitions", who: Who): string {
  return visible(eventPhrase({ kind, who, amount: count(0), qualifier: "exact" }, arabic));
}

/** A table's rows as a number or noun and what is expected of it. */
function row<T>(table: readonly (readonly [T, ...string[]])[]) {
  return table.map(([given, ...expected]) => ({ given, expected }));
}

// Every row: the number, then killed, injured, children, civilians and barrel bombs.
const nouns = ["killed", "injured", "children", "civilians", "barrel_bomb"] as const;

const nominative = row<number>([
  [1, "قتيل واحد", "جريح واحد", "طفل واحد", "مدني واحد", "برميل متفجر واحد"],
  [2, "قتيلان", "جريحان", "طفلان", "مدنيان", "برميلان متفجران"],
  [3, "3 قتلى", "3 جرحى", "3 أطفال", "3 مدنيين", "3 براميل متفجرة"],
  [10, "10 قتلى", "10 جرحى", "10 أطفال", "10 مدنيين", "10 براميل متفجرة"],
  [11, "11 قتيلاً", "11 جريحاً", "11 طفلاً", "11 مدنياً", "11 برميلاً متفجراً"],
  [12, "12 قتيلاً", "12 جريحاً", "12 طفلاً", "12 مدنياً", "12 برميلاً متفجراً"],
  [38, "38 قتيلاً", "38 جريحاً", "38 طفلاً", "38 مدنياً", "38 برميلاً متفجراً"],
  [65, "65 قتيلاً", "65 جريحاً", "65 طفلاً", "65 مدنياً", "65 برميلاً متفجراً"],
  [100, "100 قتيل", "100 جريح", "100 طفل", "100 مدني", "100 برميل متفجر"],
  [101, "101 قتيل", "101 جريح", "101 طفل", "101 مدني", "101 برميل متفجر"],
  [102, "102 قتيل", "102 جريح", "102 طفل", "102 مدني", "102 برميل متفجر"],
  [103, "103 قتلى", "103 جرحى", "103 أطفال", "103 مدنيين", "103 براميل متفجرة"],
  [111, "111 قتيلاً", "111 جريحاً", "111 طفلاً", "111 مدنياً", "111 برميلاً متفجراً"],
  [150, "150 قتيلاً", "150 جريحاً", "150 طفلاً", "150 مدنياً", "150 برميلاً متفجراً"],
  [427, "427 قتيلاً", "427 جريحاً", "427 طفلاً", "427 مدنياً", "427 برميلاً متفجراً"],
  [500, "500 قتيل", "500 جريح", "500 طفل", "500 مدني", "500 برميل متفجر"],
  [23_403, "23,403 قتلى", "23,403 جرحى", "23,403 أطفال", "23,403 مدنيين", "23,403 براميل متفجرة"],
]);

// The other nouns: one, two as a subject, two after a preposition, 3, 11, 100.
const forms = row<Noun>([
  ["persons", "شخص واحد", "شخصان", "شخصين", "3 أشخاص", "11 شخصاً", "100 شخص"],
  ["civilians", "مدني واحد", "مدنيان", "مدنيَّين اثنين", "3 مدنيين", "11 مدنياً", "100 مدني"],
  ["children", "طفل واحد", "طفلان", "طفلين", "3 أطفال", "11 طفلاً", "100 طفل"],
  ["women", "امرأة واحدة", "امرأتان", "امرأتين", "3 نساء", "11 امرأة", "100 امرأة"],
  ["men", "رجل واحد", "رجلان", "رجلين", "3 رجال", "11 رجلاً", "100 رجل"],
  [
    "women_and_children",
    "شخص واحد من النساء والأطفال",
    "شخصان من النساء والأطفال",
    "شخصين من النساء والأطفال",
    "3 من النساء والأطفال",
    "11 من النساء والأطفال",
    "100 من النساء والأطفال",
  ],
  ["soldiers", "جندي واحد", "جنديان", "جنديين", "3 جنود", "11 جندياً", "100 جندي"],
  ["combatants", "عنصر واحد", "عنصران", "عنصرين", "3 عناصر", "11 عنصراً", "100 عنصر"],
  ["police", "شرطي واحد", "شرطيان", "شرطيَّين اثنين", "3 شرطيين", "11 شرطياً", "100 شرطي"],
  [
    "security",
    "عنصر أمن واحد",
    "عنصرا أمن",
    "عنصرَي أمن",
    "3 عناصر أمن",
    "11 عنصر أمن",
    "100 عنصر أمن",
  ],
  ["journalists", "صحفي واحد", "صحفيان", "صحفيَّين اثنين", "3 صحفيين", "11 صحفياً", "100 صحفي"],
  ["medics", "مسعف واحد", "مسعفان", "مسعفَين اثنين", "3 مسعفين", "11 مسعفاً", "100 مسعف"],
  [
    "un_personnel",
    "موظف واحد في الأمم المتحدة",
    "موظفان في الأمم المتحدة",
    "موظفَين اثنين في الأمم المتحدة",
    "3 موظفين في الأمم المتحدة",
    "11 موظفاً في الأمم المتحدة",
    "100 موظف في الأمم المتحدة",
  ],
  ["households", "أسرة واحدة", "أسرتان", "أسرتين", "3 أسر", "11 أسرة", "100 أسرة"],
  [
    "barrel_bomb",
    "برميل متفجر واحد",
    "برميلان متفجران",
    "برميلين متفجرين",
    "3 براميل متفجرة",
    "11 برميلاً متفجراً",
    "100 برميل متفجر",
  ],
  ["shell", "قذيفة واحدة", "قذيفتان", "قذيفتين", "3 قذائف", "11 قذيفة", "100 قذيفة"],
  ["rocket", "صاروخ واحد", "صاروخان", "صاروخين", "3 صواريخ", "11 صاروخاً", "100 صاروخ"],
  [
    "airstrike",
    "غارة جوية واحدة",
    "غارتان جويتان",
    "غارتين جويتين",
    "3 غارات جوية",
    "11 غارة جوية",
    "100 غارة جوية",
  ],
  ["mine", "لغم واحد", "لغمان", "لغمين", "3 ألغام", "11 لغماً", "100 لغم"],
  [
    "ied",
    "عبوة ناسفة واحدة",
    "عبوتان ناسفتان",
    "عبوتين ناسفتين",
    "3 عبوات ناسفة",
    "11 عبوة ناسفة",
    "100 عبوة ناسفة",
  ],
  ["bomb", "قنبلة واحدة", "قنبلتان", "قنبلتين", "3 قنابل", "11 قنبلة", "100 قنبلة"],
  ["killed", "قتيل واحد", "قتيلان", "قتيلين", "3 قتلى", "11 قتيلاً", "100 قتيل"],
  ["injured", "جريح واحد", "جريحان", "جريحين", "3 جرحى", "11 جريحاً", "100 جريح"],
  ["missing", "مفقود واحد", "مفقودان", "مفقودَين اثنين", "3 مفقودين", "11 مفقوداً", "100 مفقود"],
  ["detained", "محتجز واحد", "محتجزان", "محتجزَين اثنين", "3 محتجزين", "11 محتجزاً", "100 محتجز"],
  ["abducted", "مختطف واحد", "مختطفان", "مختطفَين اثنين", "3 مختطفين", "11 مختطفاً", "100 مختطف"],
  ["displaced", "نازح واحد", "نازحان", "نازحَين اثنين", "3 نازحين", "11 نازحاً", "100 نازح"],
]);

describe("Arabic nouns agree with their numbers", () => {
  it.each(nominative)("$given", ({ given: n, expected }) => {
    expect(nouns.map((noun) => counted(n, noun, "subject"))).toEqual(expected);
  });

  it.each(forms)("$given", ({ given: noun, expected }) => {
    const others = [3, 11, 100].map((n) => counted(n, noun, "subject"));
    const pair = [counted(2, noun, "subject"), counted(2, noun, "oblique")];
    expect([counted(1, noun, "subject"), ...pair, ...others]).toEqual(expected);
  });

  it("says none as a sentence, never as a number", () => {
    expect(none("killed", "persons")).toBe("لم يُقتل أحد");
    expect(none("injured", "persons")).toBe("لم يُصب أحد");
    expect(none("killed", "children")).toBe("لم يُقتل أي طفل");
    expect(none("killed", "civilians")).toBe("لم يُقتل أي مدني");
    expect(none("munitions", "barrel_bomb")).toBe("لم يُلقَ أي برميل متفجر");
  });

  it("refuses munitions that are people", () => {
    expect(() => none("munitions", "civilians")).toThrow(RangeError);
  });
});

function between(min: number, max: number): Stated {
  return { type: "range", min, max };
}

function word(word: "dozens" | "hundreds"): Stated {
  return { type: "vague", word };
}

describe("hedges", () => {
  it.each<[Qualifier, Noun, number, string]>([
    ["at_least", "barrel_bomb", 427, "ما لا يقل عن 427 برميلاً متفجراً"],
    ["more_than", "killed", 100, "أكثر من 100 قتيل"],
    ["more_than", "civilians", 3, "أكثر من 3 مدنيين"],
    ["about", "persons", 500, "نحو 500 شخص"],
    ["about", "civilians", 38, "نحو 38 مدنياً"],
    ["up_to", "killed", 30, "ما يصل إلى 30 قتيلاً"],
    ["less_than", "killed", 10, "أقل من 10 قتلى"],
  ])("%s does not change the noun", (qualifier, noun, n, expected) => {
    expect(phrase({ type: "count", count: n }, noun, "subject", qualifier)).toBe(expected);
  });

  it("puts two into the case that it governs", () => {
    const two: Stated = { type: "count", count: 2 };
    expect(phrase(two, "children", "subject", "at_least")).toBe("ما لا يقل عن طفلين");
    expect(phrase(two, "civilians", "subject", "more_than")).toBe("أكثر من مدنيَّين اثنين");
  });

  it("lets the noun follow the second number of a range", () => {
    expect(phrase(between(20, 30), "shell", "subject", "range")).toBe("بين 20 و30 قذيفة");
    expect(phrase(between(5, 11), "civilians", "subject", "range")).toBe("بين 5 و11 مدنياً");
    expect(phrase(between(7, 7), "civilians", "subject", "range")).toBe("7 مدنيين");
  });

  it("keeps a vague word vague", () => {
    expect(phrase(word("dozens"), "killed", "subject", "vague")).toBe("عشرات القتلى");
    expect(phrase(word("hundreds"), "killed", "subject", "vague")).toBe("مئات القتلى");
  });

  it("can be had without the event, for a line about a changed number", () => {
    const amount: Stated = { type: "count", count: 41 };
    const quantity = { amount, qualifier: "exact", noun: "civilians" } as const;
    expect(visible(amountPhrase(quantity, "oblique", arabic))).toBe("41 مدنياً");
    expect(visible(amountPhrase(quantity, "oblique", english))).toBe("41 civilians");
    const eastern = { ...arabic, digits: "arabic" } as const;
    expect(visible(amountPhrase(quantity, "oblique", eastern))).toBe("٤١ مدنياً");
  });
});
