import { wordsOf } from "../domain/words.ts";
import { isCommon } from "./common-words.ts";

/** Stretches of text that are remembered: a newsroom's stories say most words again and again. */
const mostKnown = 50_000;

const space = /\s/;

/** Reads the terms of a text; what stands between spaces is read once and remembered. */
export function createTermReader(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const read = (part: string): readonly string[] => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const terms = wordsOf(part).flatMap(({ forms }) => forms.filter((form) => !isCommon(form)));
    if (known.size >= mostKnown) known.clear();
    known.set(part, terms);
    return terms;
  };
  return (text) => {
    const terms: string[] = [];
    for (const part of text.split(space)) terms.push(...read(part));
    return terms;
  };
}
