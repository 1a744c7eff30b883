import type { FileComplaint } from "../check/content.ts";
import { found } from "./finding.ts";
import { isSameAmount } from "./likeness.ts";
import { repeatedBy, type Recorded } from "./recorded.ts";
import { sourceOf } from "./said.ts";

/** Figures that are marked as repetitions of others and say something else. */
export function mergedComplaints(recorded: readonly Recorded[]): readonly FileComplaint[] {
  const byName = new Map(recorded.map((one) => [one.name, one]));
  return recorded.flatMap((one) => {
    const original = byName.get(repeatedBy(one) ?? "");
    if (original === undefined || saysTheSame(one, original)) return [];
    const { figure, file, path } = one;
    const values = { id: figure.id, figure, name: original.name, original: original.figure };
    return [{ file, path: [...path, "same_as"], ...found("merged", values) }];
  });
}

/** One source may repeat itself with a hedge more or less; two that differ in it differ. */
function saysTheSame({ figure }: Recorded, { figure: original }: Recorded): boolean {
  return (
    figure.kind === original.kind &&
    isSameAmount(figure.amount, original.amount) &&
    (figure.qualifier === original.qualifier || sourceOf(figure) === sourceOf(original))
  );
}
