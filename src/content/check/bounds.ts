import type { Figure, Qualifier } from "../../domain/figure.ts";

/** What to add to a number for the fewest that it surely means. */
const below: Readonly<Record<Qualifier, number>> = {
  exact: 0,
  at_least: 0,
  more_than: 1,
  range: 0,
  less_than: -Infinity,
  about: -Infinity,
  up_to: -Infinity,
  vague: -Infinity,
  unspecified: -Infinity,
};

/** What to add to a number for the most that it can mean. */
const above: Readonly<Record<Qualifier, number>> = {
  exact: 0,
  up_to: 0,
  range: 0,
  less_than: -1,
  at_least: Infinity,
  more_than: Infinity,
  about: Infinity,
  vague: Infinity,
  unspecified: Infinity,
};

/** The fewest that a figure surely means; 0 where that is not sure. */
export function lowerBound({ amount, qualifier }: Figure): number {
  if (amount.type === "count") return Math.max(0, amount.count + below[qualifier]);
  return amount.type === "range" ? Math.max(0, amount.min + below[qualifier]) : 0;
}

/** The most that a figure can mean; infinite where it has no certain end. */
export function upperBound({ amount, qualifier }: Pick<Figure, "amount" | "qualifier">): number {
  if (amount.type === "zero") return 0;
  if (amount.type === "count") return amount.count + above[qualifier];
  return amount.type === "range" ? amount.max + above[qualifier] : Infinity;
}
