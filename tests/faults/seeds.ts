import { randomInt } from "node:crypto";
import { generator } from "../broadcast/kills.ts";
import { fuzzRuns } from "../fuzz-runs.ts";

/** `FAULT_SEED=n` plays the faults of that seed again; the names of the tests say theirs. */
const given = process.env["FAULT_SEED"];

/** What the dice of this run begin with. */
export const seed = Number(given ?? randomInt(1_000_000));

/** One seed for each of so many runs: `FUZZ_RUNS` says how many, and one that is given is alone. */
export function seeds(usual: number): readonly number[] {
  const runs = given === undefined ? fuzzRuns(usual) : 1;
  return Array.from({ length: runs }, (_, index) => seed + index);
}

/** A whole number from the first to the last, the next of those that follow from the seed. */
export function dice(from = seed): (first: number, last: number) => number {
  const random = generator(from);
  return (first, last) => first + Math.floor(random() * (last - first + 1));
}
