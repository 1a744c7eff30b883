import type { Entry } from "./happening.ts";

/** Where entries are kept; `after` gives those after a number, oldest first. */
export interface Log {
  readonly add: (entry: Entry) => void;
  readonly after: (seq: number) => Iterable<Entry>;
  readonly size: () => number;
}
