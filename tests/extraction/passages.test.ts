import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/extraction/extract.ts";
import { readPassages } from "./labels.ts";
import { add, nothing, scoresOf, tallyOf, type Tally } from "./scoring.ts";

function tallyOfAll(name: string): Tally {
  return readPassages(new URL(`passages/${name}.jsonl`, import.meta.url))
    .map(({ text, figures }) => tallyOf(figures, extractFigures(text)))
    .reduce(add, nothing);
}

describe.each(["ar", "en"])("passages of the press, %s", (language) => {
  it("have their figures found, and hardly any that they do not state", () => {
    const { precision, f1, strictRecall } = scoresOf(tallyOfAll(`fresh.${language}`));
    expect(precision).toBeGreaterThanOrEqual(0.92);
    expect(f1).toBeGreaterThanOrEqual(0.85);
    expect(strictRecall).toBeGreaterThanOrEqual(0.65);
  });

  it.each(["clean", "traps", "plain"])("without figures are left clean: %s", (set) => {
    const { clean, without } = tallyOfAll(`${set}.${language}`);
    expect(clean / without).toBeGreaterThanOrEqual(0.95);
  });
});
