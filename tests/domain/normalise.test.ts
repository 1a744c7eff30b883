import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/domain/normalise.ts";

describe("normalise", () => {
  it.each([
    ["alef forms are one", "أحمد إحمد آحمد ٱحمد", "احمد احمد احمد احمد"],
    ["hamza leaves its seat", "مسؤول رئيس ماء", "مسوول رييس ما"],
    ["alef maqsura is yaa, and so is the Farsi yaa", "حلبى مصطفی", "حلبي مصطفي"],
    ["taa marbuta is haa", "غوطة", "غوطه"],
    ["tashkeel and the dagger alef are dropped", "مُدُنٌ هٰذا", "مدن هذا"],
    ["tatweel is dropped", "دومـــا", "دوما"],
    ["the article is dropped from each word", "الغوطة الشرقية", "غوطه شرقيه"],
    ["an article with one letter behind it is a word", "الم", "الم"],
    ["Arabic-Indic and Persian digits are Western", "٢٠١٨ ۲۰۱۸", "2018 2018"],
    ["letters are lower case, without accents", "Éastern GHOUTA", "eastern ghouta"],
    ["underscores and other signs part words", "eastern_ghouta/«دوما»!", "eastern ghouta دوما"],
    ["an apostrophe inside a word joins it", "Da'esh Ba’ath", "daesh baath"],
    ["direction controls and joiners are dropped", "\u2067غو\u200dطة\u2069\u200f", "غوطه"],
    ["presentation forms are letters", "ﻏﻮﻃﺔ", "غوطه"],
    ["the Turkish capital is a plain i", "İstanbul", "istanbul"],
    ["nothing but signs is nothing", " –…! ", ""],
  ])("%s", (_, given, expected) => {
    expect(normalise(given)).toBe(expected);
  });

  it("leaves only letters, digits and single spaces, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normalise(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 300 },
    );
  });

  it("takes the same name with or without tashkeel and tatweel", () => {
    const letter = fc.constantFrom(...Array.from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"));
    const word = fc.array(letter, { minLength: 3, maxLength: 8 });
    const mark = fc.constantFrom("\u064e", "\u064f", "\u0650", "\u0651", "\u0652", "\u0640", "");
    fc.assert(
      fc.property(word, mark, (all, added) => {
        expect(normalise(all.join(added))).toBe(normalise(all.join("")));
      }),
      { numRuns: 200 },
    );
  });
});
