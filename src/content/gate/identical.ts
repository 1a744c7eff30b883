import { normalise } from "../../domain/normalise.ts";
import type { FileComplaint } from "../check/content.ts";
import { repeatedBy, type Recorded } from "./recorded.ts";
import { inWords } from "./said.ts";

/** Figures of different stories that look like one, so that the same dead may be told as others. */
export function identicalComplaints(recorded: readonly Recorded[]): readonly FileComplaint[] {
  const originals = originalsOf(recorded);
  const names = new Map<string, string>();
  const counted = recorded.filter(({ figure: { amount } }) =>
    ["count", "range"].includes(amount.type),
  );
  const alike = Map.groupBy(counted, (one) => looksOf(one, names));
  return [...alike.values()].flatMap((some) => (some.length > 1 ? twinsIn(some, originals) : []));
}

/** `names` remembers the names of places in the form in which they are compared. */
function looksOf({ figure, story }: Recorded, names: Map<string, string>): string {
  const { kind, who, amount, place = story.place } = figure;
  const name = names.get(place.en) ?? normalise(place.en);
  names.set(place.en, name);
  return `${kind} ${who} ${JSON.stringify(amount)} ${name}`;
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

/** A figure is compared with so many before it. */
const mostCompared = 20;

function twinsIn(
  alike: readonly Recorded[],
  originals: ReadonlyMap<string, string>,
): readonly FileComplaint[] {
  const inTime = alike.toSorted((a, b) => a.days.first - b.days.first);
  let before: readonly Recorded[] = [];
  return inTime.flatMap((one) => {
    before = before.filter(({ days }) => days.last >= one.days.first).slice(-mostCompared);
    const twin = before.find(
      (other) => other.story !== one.story && nameOf(other, originals) !== nameOf(one, originals),
    );
    before = [...before, one];
    if (twin === undefined) return [];
    return [isNewer(twin, one) ? question(twin, one) : question(one, twin)];
  });
}

function nameOf({ name }: Recorded, originals: ReadonlyMap<string, string>): string {
  return originals.get(name) ?? name;
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
    text: `${figure.id}: ${inWords(figure)}, as ${twin.name} of the same place and time`,
    mend: `if they are the same people, say same_as: ${twin.name}; if not, say where or when they differ`,
  };
}
