import type { SearchResult } from "minisearch";
import { fields, type Field } from "./document.ts";

const weights: Readonly<Record<Field, number>> = {
  headline: 50,
  place: 40,
  topic: 30,
  source: 20,
  excerpt: 10,
};

const field = new Map<string, Field>(fields.map((name) => [name, name]));

function weightOf(found: readonly string[] | undefined): number {
  let most = 0;
  for (const name of found ?? []) {
    const known = field.get(name);
    if (known !== undefined) most = Math.max(most, weights[known]);
  }
  return most;
}

/** How a word of the index answers a word that was typed: as it is, by a form, a beginning, a likeness. */
function nearness(term: string, forms: readonly string[]): number {
  if (term === forms[0]) return 4;
  if (forms.includes(term)) return 3;
  return forms.some((form) => term.startsWith(form)) ? 2 : 1;
}

/**
 * How well a story answers: for each word the best place where it stands, and there how near it is
 * to what was typed. Whole numbers that depend on nothing but the story and the words.
 */
export function rank(
  { match, terms }: SearchResult,
  words: readonly (readonly string[])[],
): number {
  let sum = 0;
  for (const forms of words) {
    let best = 0;
    for (const term of terms) {
      const near = nearness(term, forms);
      if (near > 1 || words.length === 1) best = Math.max(best, weightOf(match[term]) + near);
    }
    sum += best;
  }
  return sum > 0 ? sum : Math.max(0, ...terms.map((term) => weightOf(match[term])));
}
