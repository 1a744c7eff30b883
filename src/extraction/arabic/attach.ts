import type { Found } from "../found.ts";
import { attachHarms } from "./attach-harms.ts";
import { attachDrops, attachLinks } from "./attach-links.ts";
import type { Attachments } from "./attachments.ts";
import { figuresOf, type KeyedFound } from "./figures.ts";
import type { ArabicMark } from "./marks.ts";
import { zerosOf } from "./negation.ts";
import type { Word } from "./words.ts";

/** A sentence without one of these signs has no figures. */
const harmful = /[kjVvPUMCKFHDSGYmb]/;

/** The figures of a sentence, in the order of their words. */
export function attach(words: readonly Word[], marks: readonly ArabicMark[]): readonly Found[] {
  if (!marks.some(({ sign }) => harmful.test(sign))) return [];
  const attached: Attachments = new Map();
  attachHarms(words, marks, attached);
  attachLinks(marks, attached);
  attachDrops(marks, attached);
  const zeros = zerosOf(words, marks).map((found): KeyedFound => ({ found, key: -1 }));
  return inOrder([...figuresOf(words, marks, attached), ...zeros]);
}

function inOrder(figures: readonly KeyedFound[]): readonly Found[] {
  const sorted = figures.toSorted((a, b) => a.found.first - b.found.first);
  const places = new Map(sorted.map(({ key }, place) => [key, place]));
  return sorted.map(({ found, whole }) => {
    const of = whole === undefined ? undefined : places.get(whole);
    return { ...found, ...(of !== undefined && { of }) };
  });
}
