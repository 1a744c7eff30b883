import type { Figure, Who } from "../../domain/figure.ts";
import { conflict } from "../reading/complaints.ts";
import type { Complaint } from "../problem.ts";
import { lowerBound, upperBound } from "./bounds.ts";

/** Categories of which nobody is in two; of others (civilians and children) anybody may be. */
const disjoint: readonly (readonly Who[])[] = [
  ["children", "women", "men"],
  ["women_and_children", "men"],
  ["civilians", "combatants"],
  ["civilians", "soldiers"],
  ["journalists", "medics", "police", "soldiers"],
];

/** Parts of one whole, by one source, that are more than the whole together. */
export function partSumComplaints(figures: readonly (Figure | undefined)[]): readonly Complaint[] {
  const told = figures
    .filter((figure) => figure !== undefined)
    .filter(({ status }) => status !== "retracted");
  return figures.flatMap((whole, index) => {
    if (whole === undefined || !told.includes(whole)) return [];
    const parts = told.filter(({ of, kind }) => of === whole.id && kind === whole.kind);
    const most = upperBound(whole);
    const tooMany = apart(parts).find((some) => least(some) > most);
    if (tooMany === undefined) return [];
    const names = tooMany.map(({ id }) => id).join(", ");
    const text = `${whole.id}: expected a whole of at least ${least(tooMany)}, as its parts (${names}) say together, found at most ${most}`;
    return [conflict(["figures", index], text)];
  });
}

/** The sets of two parts or more in which nobody is counted twice. */
function apart(parts: readonly Figure[]): readonly (readonly Figure[])[] {
  return [...Map.groupBy(parts, circumstancesOf).values()]
    .flatMap((some) =>
      disjoint.map((categories) => categories.flatMap((who) => largest(some, who) ?? [])),
    )
    .filter(({ length }) => length > 1);
}

/** Only what one source says of one place and time on one basis is added up. */
function circumstancesOf({ attribution, place, period, since, scope, basis }: Figure): string {
  const source = attribution.type === "none" ? undefined : attribution.source;
  return JSON.stringify([source, place, period, since, scope, basis]);
}

/** Two counts of the same people may be of the same persons. */
function largest(figures: readonly Figure[], who: Who): Figure | undefined {
  return figures
    .filter((figure) => figure.who === who)
    .toSorted((a, b) => lowerBound(b) - lowerBound(a))[0];
}

function least(figures: readonly Figure[]): number {
  return figures.reduce((sum, figure) => sum + lowerBound(figure), 0);
}
