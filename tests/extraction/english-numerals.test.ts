import { describe, expect, it } from "vitest";
import { amountAt } from "../../src/extraction/english/amounts.ts";
import { numeralAt } from "../../src/extraction/english/numerals.ts";
import { tokensOf } from "../../src/extraction/text/tokens.ts";

function valueOf(text: string): number | undefined {
  const tokens = tokensOf(text);
  const read = numeralAt(tokens, 0);
  return read?.last === tokens.length - 1 ? read.value : undefined;
}

describe("English numerals", () => {
  it.each([
    ["seven", 7],
    ["twenty-one", 21],
    ["twenty one", 21],
    ["a hundred", 100],
    ["one hundred and five", 105],
    ["two hundred and fifty-three", 253],
    ["three thousand", 3000],
    ["three thousand two hundred", 3200],
    ["forty-five thousand and twelve", 45_012],
    ["one million two hundred thousand", 1_200_000],
    ["two and a half million", 2_500_000],
    ["half a million", 500_000],
    ["half a dozen", 6],
    ["a quarter of a million", 250_000],
    ["three quarters of a million", 750_000],
    ["a dozen", 12],
    ["three dozen", 36],
    ["2.5 million", 2_500_000],
    ["14 thousand", 14_000],
    ["70 000", 70_000],
    ["23,403", 23_403],
  ])("%s", (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each(["two three", "hundred", "and five", "two hundred and three hundred"])(
    "%s is no one number",
    (text) => {
      expect(valueOf(text)).toBeUndefined();
    },
  );
});

describe("English amounts", () => {
  it.each([
    ["at least another 12 people", "at_least"],
    ["12 or more people", "at_least"],
    ["more than an estimated 100 people", "more_than"],
    ["no more than 150 people", "up_to"],
    ["some 40 people", "about"],
    ["a total of 40 people", "exact"],
    ["20-30 people", "range"],
    ["two or three people", "range"],
    ["several dozen people", "vague"],
  ])("%s: %s", (text, qualifier) => {
    expect(amountAt(tokensOf(text), 0)?.qualifier).toBe(qualifier);
  });

  it.each(["12 percent", "12-storey house", "12th", "20.53m", "5%", "12.5 people", "3-1"])(
    "%s counts nothing",
    (text) => {
      expect(amountAt(tokensOf(text), 0)).toBeUndefined();
    },
  );

  it.each(["$ 12", "on July 25", "in 2014", "Flight 103", "AK-47", "page 12"])(
    "the number in %s counts nothing",
    (text) => {
      const tokens = tokensOf(text);
      const at = tokens.findIndex(({ type }) => type === "number");
      expect(amountAt(tokens, at)).toBeUndefined();
    },
  );

  it("a separator that may be a decimal point is a doubt", () => {
    expect(amountAt(tokensOf("2.908 people"), 0)?.doubts).toEqual(["decimal_or_thousands"]);
  });
});
