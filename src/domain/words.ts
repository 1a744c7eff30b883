import { normalise } from "./normalise.ts";

/** A word of a text: where it stands in UTF-16 units, and the forms under which it is looked up. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** As `formsOf` says; never empty. */
  readonly forms: readonly string[];
}

/** Letters of a word that count; nobody tells longer ones apart. */
const longest = 40;

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]|['’‘ʼʿʾ`](?=\p{L}))*/gu;

/** The words of a text in their order, marks and invisible signs on their letters included. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index: from }) => {
    const forms = formsOf(found);
    return forms.length === 0 ? [] : [{ from, to: from + found.length, forms }];
  });
}

// A word with a preposition or conjunction written onto it, and what is left without: at least so
// many letters that «بالغ» and «والي» are not mistaken for «ال» before one or two of them.
const prefixed: readonly RegExp[] = [
  /^(?:[وف][بك]?|[بك])ال(.{3,})$/u,
  /^[وف]?لل(.{3,})$/u,
  /^و(?!ال|لل|بال|كال)(\p{sc=Arabic}{4,})$/u,
];

const plurals: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})ies$/, "y"],
  [/(?<=[a-z]{2}[^siu])s$/, ""],
];

/**
 * The forms under which one word is found: itself as `normalise` writes it, first, then without an
 * article, preposition or conjunction written onto it, and without an English plural's ending.
 */
export function formsOf(text: string): readonly string[] {
  const plain = normalise(text)
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => part.slice(0, longest));
  return [...new Set([...plain, ...plain.flatMap(shorterForms)])];
}

function shorterForms(plain: string): readonly string[] {
  const bare = prefixed.flatMap((pattern) => pattern.exec(plain)?.[1] ?? []);
  const singular = plurals.find(([ending]) => ending.test(plain));
  return singular === undefined ? bare : [...bare, plain.replace(...singular)];
}
