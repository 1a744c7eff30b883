import type { Amount, Kind, Qualifier, Who } from "../../domain/figure.ts";
import type { Doubt } from "../figure.ts";
import type { EnglishMark } from "./marks.ts";

/** An amount with the harm that a pattern attached to it. */
export interface Attachment {
  /** Tokens, both included. */
  readonly first: number;
  readonly last: number;
  /** Indices of marks: the amount, and the word of harm. */
  readonly mark: number;
  readonly harm: number;
  readonly kind: Kind;
  readonly who: Who;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly doubts: readonly Doubt[];
  /** Index of the mark of the whole. */
  readonly whole?: number;
  readonly ofBefore?: "kind" | "any";
  readonly basis?: "bodies_recovered";
}

/** Close enough to stand in one span. */
const near = 8;

export function attach(
  marks: readonly EnglishMark[],
  at: number,
  harm: number,
  kind: Kind,
): Attachment | undefined {
  const mark = marks[at];
  const word = marks[harm];
  if (mark === undefined || word === undefined) return undefined;
  const isNear = Math.abs(word.first - mark.first) <= near;
  const first = isNear ? Math.min(mark.first, word.first) : mark.first;
  const last = isNear ? Math.max(mark.last, word.last) : mark.last;
  const common = { first, last, mark: at, harm, kind };
  if (mark.counted === undefined) {
    const who = mark.who ?? "persons";
    return { ...common, who, amount: { type: "zero" }, qualifier: "exact", doubts: [] };
  }
  const { who, amount, qualifier, doubts } = mark.counted;
  return { ...common, who, amount, qualifier, doubts };
}
