import lexicon from "../lexicon/en/sources.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { phrasesOf } from "../text/phrases.ts";
import type { Token } from "../text/tokens.ts";
import type { Voice } from "./voice.ts";

const saying = phrasesOf([...lexicon.saying, ...lexicon.putting]);
const citing = phrasesOf(lexicon.citing);
const agencies = phrasesOf(lexicon.agencies);
const pronouns = new Set(lexicon.pronouns.map(foldWord));
const breaks = new Set(lexicon.breaks.map(foldWord));
const adverbs = new Set(lexicon.adverbs.map(foldWord));

/** "… said that", "said …", "according to …", "(Reuters)". */
export function englishVoices(tokens: readonly Token[]): readonly Voice[] {
  const voices: Voice[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const voice = voiceAt(tokens, at);
    if (voice !== undefined) voices.push(voice);
    const relayed = relayedAt(tokens, at);
    if (relayed !== undefined) voices.push(relayed);
  }
  return voices.toSorted((a, b) => a.at - b.at);
}

function voiceAt(tokens: readonly Token[], at: number): Voice | undefined {
  const cited = citing.lengthAt(tokens, at);
  if (cited > 0) return cite(tokens, at, nameFrom(tokens, at + cited));
  if (saying.lengthAt(tokens, at) === 0 || isParticiple(tokens, at)) return undefined;
  if (isInverted(tokens, at)) return cite(tokens, at, nameFrom(tokens, at + 1));
  const name = nameBefore(tokens, at);
  return name && speak(tokens, at, name);
}

type Name = readonly [first: number, last: number];

function cite(tokens: readonly Token[], at: number, name: Name | undefined): Voice | undefined {
  return name && { name, at, manner: "citing", isAgency: isAgency(tokens, name) };
}

/** What was said before "…, officials said" is theirs too. */
function speak(tokens: readonly Token[], verb: number, name: Name): Voice {
  const [at] = name;
  const begins = at === 0 || tokens[at - 1]?.text === '"';
  const isPronoun = pronouns.has(textOf(tokens, name));
  return {
    ...(!isPronoun && { name }),
    at,
    manner: begins || isFollowed(tokens, verb) ? "saying" : "citing",
    isAgency: isAgency(tokens, name),
  };
}

/** "was reported", "has been confirmed", "reportedly", "reports of". */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? "";
  const after = tokens[at + 1]?.text ?? "";
  return (
    /^(?:was|were|is|are|been|be|being|the|a|an|of|no|some|initial|early|media|these|those|its|their|to)$/.test(
      before,
    ) || after === "of"
  );
}

/** Something follows that is said: "said on Friday that …", "said 12 people". */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  return rest.length > 3 && rest[0]?.type !== "sign";
}

/** '…," said Col. Smith', "…, said the Ministry": a name in capitals follows. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text;
  const next = tokens[at + 1];
  const name = next?.text === "the" ? tokens[at + 2] : next;
  return (before === '"' || before === ",") && name?.isLatin === true && !name.isLower;
}

/** A name is no longer. */
const longestName = 12;

/** The words before a verb, back to the beginning of their clause. */
function nameBefore(tokens: readonly Token[], verb: number): Name | undefined {
  const last = beforeExplained(tokens, nameEnd(tokens, verb));
  if (last === undefined) return undefined;
  const first = clauseStart(tokens, last);
  return first > last ? undefined : [first, last];
}

/** "officials later said", "the Network (SNHR) said". */
function nameEnd(tokens: readonly Token[], verb: number): number {
  let last = verb - 1;
  while (last >= 0 && adverbs.has(tokens[last]?.text ?? "")) last -= 1;
  return tokens[last]?.text === ")" && tokens[last - 2]?.text === "(" ? last - 3 : last;
}

/** "Emma Adams, the head of the hospital, said": the name stands before what explains it. */
function beforeExplained(tokens: readonly Token[], last: number): number | undefined {
  if (tokens[last]?.text !== ",") return last;
  const from = Math.max(0, last - longestName);
  const comma = tokens.slice(from, last).findLastIndex(({ text }) => text === ",");
  return comma < 0 ? undefined : from + comma - 1;
}

function clauseStart(tokens: readonly Token[], last: number): number {
  let first = last + 1;
  while (first > 0 && last - first < longestName && isNamePart(tokens, first - 1)) first -= 1;
  while (first <= last && isOpening(tokens, first)) first += 1;
  return first;
}

function isNamePart(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.type === "number") return false;
  if (token.type === "sign") return /[.'-]/.test(token.text);
  return !isBreak(tokens, index);
}

/** A word in capitals is a name: WHO. */
function isBreak(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const isOne = token?.isLower === true && breaks.has(token.text);
  // "medics and residents": joins two of them, not two clauses.
  const joins = token?.text === "and" && tokens[index - 1]?.type === "word";
  return isOne && !joins;
}

/** "On Friday officials said": the time is no part of the name. */
function isOpening(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? "";
  return adverbs.has(text) || text === "." || text === "-";
}

function nameFrom(tokens: readonly Token[], from: number): Name | undefined {
  let last = from - 1;
  while (last - from < longestName && isNamePart(tokens, last + 1)) {
    if (adverbs.has(tokens[last + 1]?.text ?? "")) break;
    last += 1;
  }
  while (last >= from && tokens[last]?.type === "sign") last -= 1;
  return last < from ? undefined : [from, last];
}

/** "told Reuters", "(Reuters)". */
function relayedAt(tokens: readonly Token[], at: number): Voice | undefined {
  const length = agencies.lengthAt(tokens, at);
  const before = tokens[at - 1]?.text ?? "";
  if (length === 0 || !(before === "told" || before === "(" || before === "[")) return undefined;
  const aside = before === "told" ? {} : { isAside: true as const };
  return { name: [at, at + length - 1], at, manner: "citing", isAgency: true, ...aside };
}

function isAgency(tokens: readonly Token[], [first, last]: Name): boolean {
  return first + agencies.lengthAt(tokens, first) > last;
}

function textOf(tokens: readonly Token[], [first, last]: Name): string {
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(" ");
}
