import type { Kind, Qualifier, Who } from "../../domain/figure.ts";
import { matchesOf, type Pattern } from "../grammar/pattern.ts";
import { jointKind } from "./counted.ts";
import type { ArabicMark } from "./marks.ts";

/** What a count counts, once a pattern said so. */
export interface Attached {
  readonly kind: Kind;
  /** Index of the mark that says what happened, where that is another one. */
  readonly harm?: number;
  /** Index of the mark of the whole. */
  readonly of?: number;
  readonly ofBefore?: "kind" | "any";
  /** Of a verb that stands far before the number. */
  readonly qualifier?: Qualifier;
  /** Of the harmed that were named before their number. */
  readonly who?: Who;
}

/** By the index of the mark of the count. */
export type Attachments = Map<number, Attached>;

/** Calls `use` for each place where one of the patterns matches; -1 stands for a missing group. */
export function each(
  marks: readonly ArabicMark[],
  patterns: readonly Pattern[],
  use: (group: (name: string) => number) => void,
): void {
  for (const pattern of patterns) {
    for (const { groups } of matchesOf(marks, pattern)) use((name) => groups[name]?.[0] ?? -1);
  }
}

/** What a mark of harm says; «القتلى والجرحى» are both. */
export function kindOf(marks: readonly ArabicMark[], index: number): Kind | undefined {
  const harm = marks[index];
  const before = marks[index - 2];
  const isJoint = harm?.sign === "H" && marks[index - 1]?.sign === "+" && before?.sign === "H";
  return isJoint ? jointKind(before, harm) : harm?.kind;
}
