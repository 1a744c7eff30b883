import { cities } from "./cities.ts";
import { normalise } from "../normalise.ts";
import { canonicalZone, offsetMinutes } from "./time-zone.ts";
import type { TimeOfDay } from "./time-zone.ts";

/** A normalised name of a zone. */
interface Named {
  readonly name: string;
  readonly zone: string;
}

/** Made when first asked for: our cities before the rest of the zones. */
let table: readonly Named[] | undefined;

/** The zones whose own or city's name it is, whole; several where cities share a name. */
export function zonesNamed(typed: string): readonly string[] {
  const own = canonicalZone(typed.trim().replaceAll(" ", "_"));
  const wanted = normalise(typed.slice(0, 60));
  const exact = wanted === "" ? [] : namedZones().filter(({ name }) => name === wanted);
  return [...new Set([...(own === undefined ? [] : [own]), ...exact.map(({ zone }) => zone)])];
}

/**
 * Zones that a typed name may mean, the likeliest first, each once, at most `limit`: the zone whose
 * own or city's name it is; names that begin with it, or with a word of which it is the beginning;
 * names one or two letters away. Empty where nothing is near.
 */
export function zonesNear(typed: string, limit = 6): readonly string[] {
  const named = zonesNamed(typed);
  const wanted = normalise(typed.slice(0, 60));
  // A name that is exactly one place is not one of a longer name.
  const found = named.length > 0 || wanted === "" ? named : zonesAround(wanted, namedZones());
  return [...new Set(found)].slice(0, limit);
}

function zonesAround(wanted: string, names: readonly Named[]): readonly string[] {
  const begin = names.filter(({ name }) => name.startsWith(wanted));
  const within = names.filter(({ name }) => name.includes(` ${wanted}`));
  const allowed = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  const near = names.filter(({ name }) => distance(name, wanted, allowed) <= allowed);
  return [...begin, ...near, ...within].map(({ zone }) => zone);
}

/**
 * Zones whose clocks show this time now, for a person who says what time it is for them: a clock up
 * to 7 minutes wrong still gives the right quarter of an hour, which all offsets of today are whole
 * numbers of. Both days are tried (13 hours ahead of UTC, or 11 behind). Likely places first, each
 * zone once, at most `limit`; empty where no zone is at that offset.
 */
export function zonesShowing(time: TimeOfDay, now: Date, limit = 6): readonly string[] {
  const utc = now.getUTCHours() * 60 + now.getUTCMinutes();
  const ahead = Math.round((time - utc) / 15) * 15;
  const zones = new Set(namedZones().map(({ zone }) => zone));
  return [...zones]
    .filter((zone) => (offsetMinutes(now, zone) - ahead) % 1440 === 0)
    .slice(0, limit);
}

function namedZones(): readonly Named[] {
  table ??= [
    ...cities.flatMap(([zone, names]) => [
      ...ownNames(zone),
      ...names.map((name) => ({ name: normalise(name), zone })),
    ]),
    ...otherZones(),
  ];
  return table;
}

function otherZones(): readonly Named[] {
  return Intl.supportedValuesOf("timeZone").flatMap((name) => {
    const zone = canonicalZone(name) ?? name;
    return zone === name ? ownNames(zone) : [...ownNames(zone), ...ownNames(name, zone)];
  });
}

/** `America/New_York` is called by its city and by the whole of its name. */
function ownNames(name: string, zone = name): readonly Named[] {
  const city = name.slice(name.lastIndexOf("/") + 1);
  return [
    { name: normalise(city), zone },
    { name: normalise(name), zone },
  ];
}

/** Letters to add, drop or change between two names; more than `allowed` is not counted out. */
function distance(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > allowed) return Infinity;
    row = next;
  }
  return row[b.length] ?? Infinity;
}
