import type { MenuCommand } from "../control.ts";

/** What the bot says of itself; texts by language code, "" for all others. */
export interface Profile {
  /** By scope key and language code, joined by a space. */
  readonly commands: Map<string, readonly MenuCommand[]>;
  readonly names: Map<string, string>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  stars: number;
}

export function createProfile(): Profile {
  return {
    commands: new Map(),
    names: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    stars: 0,
  };
}
