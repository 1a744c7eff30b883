import { describe, expect, it } from "vitest";
import type { ReadFigure } from "../../src/extraction/figure.ts";
import type { Label } from "./labels.ts";
import { nothing, scoresOf, tallyOf } from "./scoring.ts";

const figure: ReadFigure = {
  span: { start: 0, length: 10 },
  kind: "killed",
  who: "civilians",
  amount: { type: "count", count: 12 },
  qualifier: "exact",
  modality: "asserted",
  attribution: { type: "none" },
  scope: "incident",
  basis: "total_reported",
  doubts: [],
};

const label: Label = {
  kind: "killed",
  kind_alt: [],
  who: "civilians",
  who_alt: [],
  count: 12,
  qualifier: "exact",
  q_alt: [],
  span: "0123456789",
  start: 0,
  optional: false,
};

describe("the score of what was read", () => {
  it("counts a figure that says the same as its label", () => {
    expect(tallyOf([label], [figure])).toEqual({ ...nothing, labels: 1, found: 1, strict: 1 });
  });

  it("counts another hedge, other people or another whole as found, but not strictly", () => {
    for (const other of [{ qualifier: "about" }, { who: "persons" }, { of: 0 }] as const) {
      expect(tallyOf([label], [{ ...figure, ...other }])).toMatchObject({ found: 1, strict: 0 });
    }
  });

  it("counts another number, another harm or other words as wrong", () => {
    const others = [
      { amount: { type: "count", count: 13 } },
      { kind: "injured" },
      { span: { start: 10, length: 3 } },
    ] as const;
    for (const other of others) {
      expect(tallyOf([label], [{ ...figure, ...other }])).toMatchObject({ found: 0, wrong: 1 });
    }
  });

  it("counts what takes a denial for an assertion as wrong", () => {
    const denied = { ...label, modality: "denied" as const };
    expect(tallyOf([denied], [figure])).toMatchObject({ labels: 0, wrong: 1 });
    expect(tallyOf([denied], [{ ...figure, modality: "denied" }])).toEqual(nothing);
  });

  it("neither asks for what is optional nor minds it", () => {
    const optional = { ...label, optional: true };
    expect(tallyOf([optional], [figure])).toEqual(nothing);
    expect(tallyOf([optional], [])).toEqual(nothing);
  });

  it("lets one figure stand for one label only", () => {
    expect(tallyOf([label, label], [figure])).toMatchObject({ labels: 2, found: 1, wrong: 0 });
  });

  it("gives precision, recall and their mean", () => {
    const scores = scoresOf({ ...nothing, labels: 4, found: 3, wrong: 1, strict: 2 });
    expect(scores).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75, strictRecall: 0.5 });
  });
});
