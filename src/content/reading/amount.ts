import type { Amount, Qualifier } from "../../domain/figure.ts";
import { complaint, conflict, listed } from "./complaints.ts";
import type { Complaint } from "../problem.ts";
import type { FigureFields } from "../schema/figure.ts";

interface AmountReading {
  /** Undefined where the fields do not give exactly one. */
  readonly amount: Amount | undefined;
  readonly complaints: readonly Complaint[];
}

/** How many, from the flat fields of a figure. */
export function readAmount(fields: FigureFields): AmountReading {
  const ways = waysGiven(fields);
  if (ways.length === 0) return wrong(conflict([], `no amount: expected ${exactlyOne}`));
  if (ways.length > 1) {
    return wrong(conflict([], `${listed(ways)}: expected exactly one of them`));
  }
  if (fields.vague !== undefined) return right({ type: "vague", word: fields.vague });
  if (fields.zero !== undefined) return readZero(fields);
  return fields.count === undefined ? readRange(fields) : readCount(fields.count);
}

const exactlyOne = "exactly one of count, min and max, vague, zero";

function waysGiven({ count, min, max, vague, zero }: FigureFields): readonly string[] {
  // A count of 0 beside zero says the same once more.
  const counted = count !== undefined && !(count === 0 && zero !== undefined);
  const ways: readonly [string, boolean][] = [
    ["count", counted],
    ["min and max", min !== undefined || max !== undefined],
    ["vague", vague !== undefined],
    ["zero", zero !== undefined],
  ];
  return ways.filter(([, isGiven]) => isGiven).map(([way]) => way);
}

function right(amount: Amount): AmountReading {
  return { amount, complaints: [] };
}

function wrong(...complaints: Complaint[]): AmountReading {
  return { amount: undefined, complaints };
}

function readCount(count: number): AmountReading {
  if (count > 0) return right({ type: "count", count });
  return wrong(
    complaint(
      ["count"],
      count,
      "zero: asserted where the source said that there were none, or zero: not_reported where it had no reports of any",
    ),
  );
}

function readRange({ min, max }: FigureFields): AmountReading {
  if (min === undefined) return wrong(complaint(["min"], min, "the lower number beside max"));
  if (max === undefined) return wrong(complaint(["max"], max, "the higher number beside min"));
  if (max <= min) return wrong(complaint(["max"], max, `more than min (${min})`));
  return right({ type: "range", min, max });
}

function readZero({ zero, count }: FigureFields): AmountReading {
  if (zero === "not_reported" && count === 0) {
    return wrong(
      complaint(["count"], count, "no count beside zero: not_reported, which is not a number"),
    );
  }
  return right({ type: zero === "asserted" ? "zero" : "not_reported" });
}

const usual: Readonly<Record<Amount["type"], Qualifier>> = {
  count: "exact",
  range: "range",
  vague: "vague",
  zero: "exact",
  not_reported: "exact",
};

/** The qualifiers that contradict an amount. */
const contradictions: Readonly<Record<Amount["type"], readonly Qualifier[]>> = {
  count: ["range", "vague"],
  range: ["exact", "vague"],
  vague: ["exact", "range", "about", "more_than", "less_than"],
  zero: ["at_least", "more_than", "less_than", "about", "up_to", "range", "vague"],
  not_reported: ["at_least", "more_than", "less_than", "about", "up_to", "range", "vague"],
};

const named: Readonly<Record<Amount["type"], string>> = {
  count: "count",
  range: "min and max",
  vague: "vague",
  zero: "zero",
  not_reported: "zero",
};

/** The hedge of an amount where the file gives none. */
export function qualifierOf(amount: Amount, given: Qualifier | undefined): Qualifier {
  return given ?? usual[amount.type];
}

export function qualifierComplaints(
  amount: Amount,
  given: Qualifier | undefined,
): readonly Complaint[] {
  if (given === undefined || !contradictions[amount.type].includes(given)) return [];
  return [
    complaint(
      ["qualifier"],
      given,
      `a qualifier that does not contradict ${named[amount.type]} (by itself it is ${usual[amount.type]})`,
    ),
  ];
}
