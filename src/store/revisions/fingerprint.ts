import { createHash } from "node:crypto";
import { canonical } from "../../domain/canonical.ts";
import { materialOf } from "../../domain/change.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";

/** What tells one state of a story from another. */
export interface Fingerprint {
  /** Of all that the story says. */
  readonly hash: string;
  /** Of what is material in the figures that are told, in any order. */
  readonly figuresHash: string;
}

/** A story never changes: a reload of the content makes new ones of the files that did. */
const known = new WeakMap<Story, Fingerprint>();

export function fingerprintOf(story: Story): Fingerprint {
  const kept = known.get(story);
  if (kept !== undefined) return kept;
  const made = { hash: hashOf(story), figuresHash: hashOf(materialOf(story)) };
  known.set(story, made);
  return made;
}

/** The hash of a story's figures in the revisions that were recorded before bodies were kept. */
export function formerFiguresHash(story: Story): string {
  const figures = figuresOf(story).map((figure) => ({ ...figure, quote: undefined }));
  return hashOf(figures.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** The same for equal values, whatever the order of their fields. */
function hashOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("base64url");
}
