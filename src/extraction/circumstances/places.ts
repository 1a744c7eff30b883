import arabic from "../lexicon/ar/places.json" with { type: "json" };
import english from "../lexicon/en/places.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { phrasesOf } from "../text/phrases.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** Tokens of a place's name, both included. */
export type Place = readonly [first: number, last: number];

/** Where a sentence says that things happened, from its beginning to its end. */
export function placesOf({ language, tokens }: Sentence): readonly Place[] {
  const read = language === "ar" ? arabicPlace : englishPlace;
  const places: Place[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const place = read(tokens, at);
    if (place === undefined) continue;
    places.push(place);
    at = place[1];
  }
  return places;
}

const heads = phrasesOf(arabic.heads, ["ب"]);
const sides = phrasesOf(arabic.sides, ["ب"]);
const names = phrasesOf(arabic.names, ["ب"]);
const joined = new Set(arabic.joins.map(foldWord));
const arabicEnds = new Set(arabic.ends.map(foldWord));

/** Words of a name behind «مدينة». */
const longestName = 3;

/** «في مدينة …», «بريف …», and the names that are known. */
function arabicPlace(tokens: readonly Token[], at: number): Place | undefined {
  const isJoined =
    joined.has(tokens[at - 1]?.text ?? "") || tokens[at]?.text.startsWith("ب") === true;
  if (!isJoined) return undefined;
  let last = at - 1;
  for (;;) {
    const next = last + 1;
    const side = sides.lengthAt(tokens, next);
    const name = names.lengthAt(tokens, next);
    if (side + name > 0) last += Math.max(side, name);
    else if (heads.lengthAt(tokens, next) > 0) last += 1 + nameLength(tokens, next + 1);
    else break;
    if (last - at > 8) break;
  }
  return last < at ? undefined : [at, last];
}

/** One word is the name, and those that agree with it: «الغوطة الشرقية». */
function nameLength(tokens: readonly Token[], from: number): number {
  const known = names.lengthAt(tokens, from);
  if (known > 0) return known;
  let length = 0;
  while (length < longestName) {
    const token = tokens[from + length];
    if (token === undefined || token.type !== "word" || arabicEnds.has(token.text)) break;
    if (length > 0 && !token.text.startsWith("ال")) break;
    length += 1;
  }
  return length;
}

const englishJoins = new Set(english.joins);
const parts = new Set(english.parts);
const notPlaces = new Set(english.notPlaces);

/** "in the city of Homs", "near Idlib": capital letters, and what belongs to them. */
function englishPlace(tokens: readonly Token[], at: number): Place | undefined {
  if (!englishJoins.has(tokens[at - 1]?.text ?? "")) return undefined;
  const first = tokens[at]?.text === "the" ? at + 1 : at;
  const place = tokens.slice(first, first + longestPlace);
  const end = place.findIndex((token) => !isPart(token));
  const parts = end < 0 ? place : place.slice(0, end);
  const length = parts.findLastIndex(({ text }) => !/^(?:the|of|and|-)$/.test(text)) + 1;
  return parts.some(({ isLower }) => !isLower) && length > 0
    ? [first, first + length - 1]
    : undefined;
}

/** In words. */
const longestPlace = 10;

function isPart({ type, text, isLower }: Token): boolean {
  if (text === "-") return true;
  if (type !== "word" || notPlaces.has(text)) return false;
  return !isLower || parts.has(text);
}
