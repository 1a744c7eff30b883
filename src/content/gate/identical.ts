import type { FileComplaint } from "../check/content.ts";
import { found } from "./finding.ts";
import { rangeOf } from "./numbers.ts";
import { repeatedBy, subjectOf, type Recorded } from "./recorded.ts";

/** Figures of different stories that look like one, so that the same dead may be told as others. */
export function identicalComplaints(recorded: readonly Recorded[]): readonly FileComplaint[] {
  const originals = originalsOf(recorded);
  const counted = recorded.filter(({ figure }) => rangeOf(figure.amount) !== undefined);
  const alike = Map.groupBy(
    counted,
    (one) => `${subjectOf(one)} ${JSON.stringify(one.figure.amount)}`,
  );
  return [...alike.values()].flatMap((some) => (some.length > 1 ? twinsIn(some, originals) : []));
}

/** Of repetitions, by name, the figure that they lead to. */
function originalsOf(recorded: readonly Recorded[]): ReadonlyMap<string, string> {
  const repeated = new Map(
    recorded.flatMap((one) => {
      const next = repeatedBy(one);
      return next === undefined ? [] : [[one.name, next] as const];
    }),
  );
  return new Map([...repeated.keys()].map((name) => [name, originalOf(name, repeated)]));
}

function originalOf(name: string, repeated: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let original = name;
  for (let next = repeated.get(name); next !== undefined && !seen.has(next);) {
    seen.add(next);
    original = next;
    next = repeated.get(next);
  }
  return original;
}

function twinsIn(
  alike: readonly Recorded[],
  originals: ReadonlyMap<string, string>,
): readonly FileComplaint[] {
  // Of each figure and its repetitions the one that goes on longest: it meets all that the others do.
  const open = new Map<string, Recorded>();
  return alike
    .toSorted((a, b) => a.days.first - b.days.first)
    .flatMap((one) => {
      const original = originals.get(one.name) ?? one.name;
      const twin = twinOf(one, original, open);
      const longest = open.get(original);
      if (longest === undefined || longest.days.last < one.days.last) open.set(original, one);
      if (twin === undefined) return [];
      return [isNewer(twin, one) ? question(twin, one) : question(one, twin)];
    });
}

/** What has ended before it is forgotten: what comes after begins later still. */
function twinOf(
  one: Recorded,
  original: string,
  open: Map<string, Recorded>,
): Recorded | undefined {
  for (const [name, other] of open) {
    if (other.days.last < one.days.first) open.delete(name);
    else if (name !== original && isTwin(one, other)) return other;
  }
  return undefined;
}

function isTwin(one: Recorded, other: Recorded): boolean {
  if (one.story === other.story) return false;
  return one.group === undefined || other.group === undefined || one.group === other.group;
}

/** The question is put where the second of them was written, as far as that is known. */
function isNewer(one: Recorded, other: Recorded): boolean {
  return one.story.date.to > other.story.date.to;
}

function question({ figure, file, path }: Recorded, twin: Recorded): FileComplaint {
  return {
    file,
    path,
    level: "warning",
    ...found("repeats", { id: figure.id, figure, name: twin.name }),
  };
}
