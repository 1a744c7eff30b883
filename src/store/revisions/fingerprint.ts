import { createHash } from "node:crypto";
import { figuresOf } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";

/** What tells one state of a story from another. */
export interface Fingerprint {
  /** Of all that the story says. */
  readonly hash: string;
  /** Of the figures that are told, in any order; the words that they were read from do not count. */
  readonly figuresHash: string;
}

/** A story never changes: a reload of the content makes new ones of the files that did. */
const known = new WeakMap<Story, Fingerprint>();

export function fingerprintOf(story: Story): Fingerprint {
  const kept = known.get(story);
  if (kept !== undefined) return kept;
  const figures = figuresOf(story)
    .map((figure) => ({ ...figure, quote: undefined }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const made = { hash: hashOf(story), figuresHash: hashOf(figures) };
  known.set(story, made);
  return made;
}

/** The same for equal values, whatever the order of their fields. */
function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sortedFields(value)))
    .digest("base64url");
}

function sortedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedFields);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sortedFields(field)]));
}
