import type { Amount } from "../../domain/figure.ts";
import { numbersIn } from "../../extraction/numbers.ts";

/** The numbers without which a text cannot state an amount; none where words may do. */
export function numbersOf(amount: Amount): readonly number[] {
  if (amount.type === "count") return [amount.count];
  return amount.type === "range" ? [amount.min, amount.max] : [];
}

/** Whether each number of an amount stands in a text; true where it has none. */
export function standsIn(amount: Amount, text: string): boolean {
  const standing = numbersIn(text);
  return numbersOf(amount).every((number) => standing.has(number));
}
