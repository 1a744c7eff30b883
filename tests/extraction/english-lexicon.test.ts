import { describe, expect, it } from "vitest";
import { kinds, munitions, people, qualifiers, vagueWords } from "../../src/domain/figure.ts";
import amounts from "../../src/extraction/lexicon/en/amounts.json" with { type: "json" };
import among from "../../src/extraction/lexicon/en/among.json" with { type: "json" };
import functionWords from "../../src/extraction/lexicon/en/function-words.json" with { type: "json" };
import harms from "../../src/extraction/lexicon/en/harms.json" with { type: "json" };
import modifiers from "../../src/extraction/lexicon/en/modifiers.json" with { type: "json" };
import munitionNouns from "../../src/extraction/lexicon/en/munitions.json" with { type: "json" };
import nationals from "../../src/extraction/lexicon/en/nationals.json" with { type: "json" };
import personNouns from "../../src/extraction/lexicon/en/people.json" with { type: "json" };
import tolls from "../../src/extraction/lexicon/en/tolls.json" with { type: "json" };

function repeated(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

describe("the English lexicon", () => {
  it("names only known people, munitions, kinds and hedges", () => {
    const who: readonly string[] = people;
    expect([...personNouns, ...modifiers].filter((row) => !who.includes(row.who))).toEqual([]);
    const arms: readonly string[] = munitions;
    expect(munitionNouns.filter((row) => !arms.includes(row.who))).toEqual([]);
    const harm: readonly string[] = kinds;
    expect([...harms, ...among, ...tolls].filter(({ kind }) => !harm.includes(kind))).toEqual([]);
    const hedges: readonly string[] = qualifiers;
    expect(
      [...amounts.before, ...amounts.after].filter((row) => !hedges.includes(row.qualifier)),
    ).toEqual([]);
    const vague: readonly string[] = vagueWords;
    expect(amounts.vague.filter(({ word }) => !vague.includes(word))).toEqual([]);
  });

  it("says each word once", () => {
    const nouns = [...personNouns.flatMap((row) => row.nouns), ...nationals.regular];
    expect(repeated(nouns)).toEqual([]);
    expect(repeated(munitionNouns.flatMap((row) => row.nouns))).toEqual([]);
    expect(repeated(amounts.before.flatMap((row) => row.words))).toEqual([]);
    expect(repeated([...tolls, ...among].flatMap((row) => row.words))).toEqual([]);
    for (const { done, doing, do: base, happened, state, counted, nouns: names } of harms) {
      for (const list of [done, doing, base, happened, state, counted, names]) {
        expect(repeated(list)).toEqual([]);
      }
    }
  });

  it("has one letter for each class of words of grammar", () => {
    expect(Object.keys(functionWords).filter((sign) => sign.length > 1)).toEqual([]);
    for (const words of Object.values(functionWords)) expect(repeated(words)).toEqual([]);
  });

  it("is written in small letters", () => {
    const all = JSON.stringify([personNouns, nationals, munitionNouns, tolls, among, amounts]);
    expect(all.replaceAll(/is(?:One|Open)/g, "")).toBe(
      all.replaceAll(/is(?:One|Open)/g, "").toLowerCase(),
    );
  });
});
