import type { Bilingual } from "./language.ts";

export const sourceKinds = [
  "party",
  "monitor",
  "official",
  "medical",
  "media",
  "un",
  "witness",
  "anonymous",
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** Who made a claim. */
export interface Source {
  readonly id: string;
  readonly name: Bilingual;
  /** Other names by which articles call it, as the editor wrote them. */
  readonly aliases?: readonly string[];
  readonly kind: SourceKind;
  readonly url?: string;
  readonly note?: Bilingual;
}
