import type { Entry } from "./happening.ts";
import type { Log } from "./log.ts";

/** Keeps every entry whole. */
export function createFullLog(): Log {
  const entries: Entry[] = [];
  return {
    add(entry) {
      entries.push(entry);
    },
    after: (seq) => entries.slice(seq),
    size: () => entries.length,
  };
}
