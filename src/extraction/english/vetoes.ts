import { isMoney } from "../grammar/millions.ts";
import type { Token } from "../text/tokens.ts";
import type { Attachment } from "./attachment.ts";
import { textAt } from "./lookup.ts";
import type { EnglishMark } from "./marks.ts";

/** A sentence as vetoes see it. */
export interface Scene {
  readonly marks: readonly EnglishMark[];
  readonly tokens: readonly Token[];
}

type Veto = (scene: Scene, one: Attachment) => boolean;

const vetoes: readonly Veto[] = [
  isRate,
  isYearly,
  isFreed,
  isTitle,
  isFiction,
  isLeft,
  isHelped,
  isVotedOut,
  isOnFilm,
  isSubject,
  isIll,
  (_scene, { kind, amount }) => isMoney(kind, amount),
];

/** Whether what a pattern attached is no casualty after all. */
export function isVetoed(scene: Scene, one: Attachment): boolean {
  return vetoes.some((is) => is(scene, one));
}

/** "12 a day"; "130 deaths for every 100 births", or the other way round. */
function isRate({ marks, tokens }: Scene, { mark, harm, first, last }: Attachment): boolean {
  if (marks[mark + 1]?.sign === "%" || marks[harm + 1]?.sign === "%") return true;
  return (
    /\bfor every \d/.test(wordsOf(tokens, first - 8, first + 1)) ||
    wordsOf(tokens, last + 1, last + 3) === "for every"
  );
}

const each = /\b(?:(?:every|each|per|a) (?:year|month|week|day|hour|minute)|annually)\b/;

/** "Every year 300,000 people die of it": what goes on is no count of what happened. */
function isYearly({ marks, tokens }: Scene, { harm, first, last }: Attachment): boolean {
  const { first: at = 0, last: end = 0 } = marks[harm] ?? {};
  const isPresent =
    /^(?:die|dies|kills?|kill)$/.test(textAt(tokens, end)) || textAt(tokens, at - 1) === "are";
  if (!isPresent) return false;
  const around = `${wordsOf(tokens, first - 5, first)} ${wordsOf(tokens, last + 1, last + 7)}`;
  return each.test(around);
}

/** "48 detainees, among them six women, walked free"; "freed 12 people who were kidnapped". */
function isFreed({ marks }: Scene, { mark, harm }: Attachment): boolean {
  const behind = marks.slice(harm + 1, harm + 40).map(({ sign }) => sign);
  return harm >= mark && (freed.test(behind.join("")) || marks[mark - 1]?.sign === "x");
}

const freed = /^(?:,?u{1,36}(?:fB)?,?)?h?b{0,2}x/;

/** “Nine Dead Men”, a film. */
function isTitle({ tokens }: Scene, { first, last }: Attachment): boolean {
  const isQuoted = tokens[first - 1]?.text === '"' && tokens[last + 1]?.text === '"';
  return isQuoted && tokens.slice(first, last + 1).every(({ isLower }) => !isLower);
}

const told =
  /\b(?:novels|novel(?= (?:[,.":]|is|was|by|in|about|that|which|tells|opens|ends)|$)|thrillers?|whodunits?|sitcoms?|screenplay|protagonist|every chapter|in (?:the|his|her|this) (?:film|movie|play|comedy)|the (?:film|movie|play) (?:opens|begins|ends|tells|follows))\b/;
const known = new WeakMap<readonly Token[], boolean>();

/** "The novel, in which 12 soldiers are killed"; remembered, for it is asked for each figure. */
function isFiction({ tokens }: Scene): boolean {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const is = told.test(wordsOf(tokens, 0, tokens.length));
  known.set(tokens, is);
  return is;
}

const dear =
  /^(?:person|people|civilians|relatives?|sons?|daughters?|brothers?|sisters?|siblings|parents|cousins?|uncles?|aunts?|nephews|nieces|grandchildren|friends?|colleagues?|comrades|staff|sailors|villagers)$/;

/** "lost 300 pilots to rivals", "the loss of 700 teachers to them": who left; not "lost two brothers". */
function isLeft({ marks, tokens }: Scene, { mark, who, last }: Attachment): boolean {
  const verb = marks[mark - 1]?.sign ?? "";
  if (!/^[\^Λ]$/u.test(verb) || marks[mark]?.sign === "J") return false;
  if (marks[mark + 1]?.sign === "t") return /^(?:persons|men|women)$/.test(who);
  return verb === "^" && who === "persons" && !isDear(tokens, last);
}

function isDear(tokens: readonly Token[], last: number): boolean {
  const family = /^members of (?:his|her|their|the same) /;
  return dear.test(textAt(tokens, last)) || family.test(wordsOf(tokens, last, last + 4));
}

const help =
  /^(?:for|feeds?|fed|feeding|helps?|helped|helping|assists?|assisted|assisting|vaccinated|teach(?:es)?|taught|serv(?:es|ed|ing)|reach(?:ed|es|ing)?|aid|donated)$/;

/** "feeds 12,000 displaced people", "a school for 300 displaced children": counted as those helped. */
function isHelped({ tokens }: Scene, { kind, mark, harm, first }: Attachment): boolean {
  const before = tokens.slice(Math.max(0, first - 3), first);
  return kind === "displaced" && harm === mark && before.some(({ text }) => help.test(text));
}

/** "Three candidates were eliminated": only fighters are killed by that word. */
function isVotedOut({ marks, tokens }: Scene, { harm, who }: Attachment): boolean {
  return (
    who === "persons" && /^(?:eliminat|neutrali)/.test(textAt(tokens, marks[harm]?.last ?? -1))
  );
}

/** "captured 12 people on film". */
function isOnFilm({ tokens }: Scene, { kind, first, last }: Attachment): boolean {
  const words = wordsOf(tokens, first - 4, last + 4);
  return (
    kind === "detained" &&
    /\bcaptur/.test(words) &&
    /\b(?:on (?:film|camera|video|canvas|tape)|photographer|camera|portraits?)\b/.test(words)
  );
}

/** "two songs about a man who died". */
function isSubject({ marks, tokens }: Scene, { mark, first }: Attachment): boolean {
  return textAt(tokens, first - 1) === "about" && marks[mark]?.counted?.isImplicit === true;
}

const illness =
  /\b(?:flu|influenza|covid|coronavirus|virus|cholera|measles|dengue|malaria|pneumonia|disease|outbreak|infections?|infected|fever|poisoning|heatstroke|vaccin\w+|symptoms)\b/;

/** "hospitalised with flu". */
function isIll({ marks, tokens }: Scene, { harm }: Attachment): boolean {
  const isInHospital = textAt(tokens, marks[harm]?.last ?? -1).startsWith("hospitali");
  return isInHospital && illness.test(wordsOf(tokens, 0, tokens.length));
}

export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  const words = tokens.slice(Math.max(0, from), Math.max(0, to));
  return words.map(({ text }) => text).join(" ");
}
