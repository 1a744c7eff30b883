import { wordsOf } from "../domain/words.ts";
import { isCommon } from "./common-words.ts";
import type { Field } from "./document.ts";

/** Texts that are remembered: a newsroom's stories say most words again and again. */
const mostKnown = 50_000;

const space = /\s/;

/** Reads the terms of a field; a word, and the names of topics and sources, are read once. */
export function createTermReader(): (text: string, field: Field) => readonly string[] {
  const ofPart = remembering((part) =>
    wordsOf(part).flatMap(({ forms }) => forms.filter((form) => !isCommon(form))),
  );
  const ofText = (text: string): readonly string[] => {
    const terms: string[] = [];
    for (const part of text.split(space)) terms.push(...ofPart(part));
    return terms;
  };
  const ofNames = remembering(ofText);
  return (text, field) => (field === "topic" || field === "source" ? ofNames(text) : ofText(text));
}

function remembering(
  read: (text: string) => readonly string[],
): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const terms = read(text);
    if (known.size >= mostKnown) known.clear();
    known.set(text, terms);
    return terms;
  };
}
