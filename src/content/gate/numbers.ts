import type { Amount } from "../../domain/figure.ts";
import { numbersIn } from "../../extraction/numbers.ts";

/** The lowest and the highest number that a source gave: the same for a count. */
export interface Numbers {
  readonly min: number;
  readonly max: number;
}

/** Undefined where no number was given. */
export function rangeOf(amount: Amount): Numbers | undefined {
  if (amount.type === "count") return { min: amount.count, max: amount.count };
  return amount.type === "range" ? { min: amount.min, max: amount.max } : undefined;
}

/** The numbers without which a text cannot state an amount; none where words may do. */
export function numbersOf(amount: Amount): readonly number[] {
  const range = rangeOf(amount);
  return range === undefined ? [] : [range.min, range.max];
}

/** Whether each number of an amount stands in a text; true where it has none. */
export function standsIn(amount: Amount, text: string): boolean {
  const standing = numbersIn(text);
  return numbersOf(amount).every((number) => standing.has(number));
}

/** Whether an amount is stated by a number or not at all: one and two hide in the forms of words. */
export function mustBeSeen(amount: Amount): boolean {
  return numbersOf(amount).some((number) => number > 2);
}
