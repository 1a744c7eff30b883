import { kinds, type Kind, type Who } from "../../domain/figure.ts";
import type { Mark } from "../grammar/pattern.ts";
import harmPhrases from "../lexicon/ar/harm-phrases.json" with { type: "json" };
import phrases from "../lexicon/ar/phrases.json" with { type: "json" };
import { oneOf } from "./checked.ts";
import type { Count } from "./count.ts";
import { countAt } from "./counts.ts";
import type { Lexeme, WordClass } from "./lexicon.ts";
import { Phrases } from "./phrases.ts";
import type { Word } from "./words.ts";

/** A run of words by one sign of the table below. */
export interface ArabicMark extends Mark {
  readonly count?: Count;
  /** Of words of harm. */
  readonly kind?: Kind;
  /** Of the harmed that are not counted: «القتلى». */
  readonly who?: Who;
}

/**
 * The signs. Counts: c k o d i I j m x (count.ts), h a hedged d. Harm: V verb, v verb that counts only what is
 * next to it, U verb behind its subject, P verb in the present (behind a negator), M masdar, C masdar of capture, K an army that lost, F a definite one of flight, H the
 * harmed uncounted, E «بين قتيل وجريح», T toll. Ways to them: S results, Q reports, D drops, G a drop as a noun,
 * B reaches, > to. Between: + and, & «مع» before kin, / or, b among, y between, N not, L no, e except, a clause, r relative,
 * q saying, A agents and what is no harm, R release, p preposition, t time, l «ل» before a count,
 * w «ب» before a count, z any other word, "," and ":" and ";".
 */
const signs: readonly (readonly [WordClass, string])[] = [
  ["among", "b"],
  ["toll", "T"],
  ["to", ">"],
  ["results", "S"],
  ["drops", "D"],
  ["events", "G"],
  ["meets", "Y"],
  ["reaches", "B"],
  ["not", "N"],
  ["no", "L"],
  ["reports", "Q"],
  ["except", "e"],
  ["or", "/"],
  ["clause", "a"],
  ["relative", "r"],
  ["saying", "q"],
  ["agents", "A"],
  ["helped", "A"],
  ["release", "R"],
  ["amid", "y"],
  ["time", "t"],
  ["prepositions", "p"],
];

interface Saying {
  readonly sign: string;
  readonly kind?: Kind;
}

const sayings = new Phrases<Saying>();
for (const { kind, phrases: list } of harmPhrases) {
  for (const phrase of list) sayings.add(phrase, { sign: "M", kind: oneOf(kinds, kind) });
}
for (const { kind, behind } of harmPhrases) {
  for (const phrase of behind) sayings.add(phrase, { sign: "U", kind: oneOf(kinds, kind) });
}
for (const phrase of phrases.amid) sayings.add(phrase, { sign: "y" });
for (const phrase of phrases.among) sayings.add(phrase, { sign: "b" });
for (const phrase of phrases.and) sayings.add(phrase, { sign: "+" });
for (const phrase of phrases.flight) sayings.add(phrase, { sign: "F", kind: "displaced" });
for (const phrase of phrases.either) sayings.add(phrase, { sign: "E" });
for (const phrase of phrases.reports) sayings.add(phrase, { sign: "Q" });
for (const phrase of phrases.losing) sayings.add(phrase, { sign: "K", kind: "killed" });
for (const phrase of phrases.neutral) sayings.add(phrase, { sign: "z" });
for (const phrase of phrases.casualties)
  sayings.add(phrase, { sign: "H", kind: "killed_or_injured" });

/** The marks of a sentence, from left to right; «و» before a word is a mark of its own. */
export function marksOf(words: readonly Word[]): readonly ArabicMark[] {
  const marks: ArabicMark[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    const mark = markAt(words, index);
    const here = { first: index, last: index };
    if (isJoined(word, mark)) marks.push({ ...here, sign: "+" });
    if (mark.count !== undefined && !"xt".includes(mark.sign))
      marks.push(...prepositionOf(word, here));
    marks.push(mark);
    index = mark.last + 1;
  }
  return marks;
}

/** «و» before a time or a preposition joins nothing that is counted. */
function isJoined(word: Word, { sign }: ArabicMark): boolean {
  return word.isAnd && !"+/tpz,".includes(sign);
}

function prepositionOf({ preposition }: Word, here: { first: number; last: number }) {
  if (preposition === "") return [];
  return [{ ...here, sign: preposition === "ب" ? "w" : "l" }];
}

function markAt(words: readonly Word[], index: number): ArabicMark {
  const word = words[index];
  const here = { first: index, last: index };
  if (word === undefined) return { ...here, sign: "z" };
  if (word.token.type === "sign") return { ...here, sign: signOfSign(word.token.text) };
  const saying = sayings.at(words, index);
  if (saying !== undefined) return { ...saying.meaning, first: index, last: saying.last };
  const another = anotherAt(words, index);
  const count = another ?? countAt(words, index);
  if (count !== undefined)
    return { sign: signOf(count), first: count.first, last: count.last, count };
  if (isWithKin(word, words[index + 1])) return { ...here, sign: "&" };
  return { ...here, ...harmOf(word, words[index + 1]) };
}

/** «مع أطفالها الستة» */
function isWithKin({ token, bare }: Word, next: Word | undefined): boolean {
  return (token.text === "مع" || bare === "مع") && next?.isOwned === true;
}

function signOfSign(text: string): string {
  if (/[,،()[\]]/u.test(text)) return ",";
  return text === ":" || text === "-" ? ":" : ";";
}

/** A number alone with a hedge is meant as a number of something. */
function signOf({ type, isHedged }: Count): string {
  return type === "d" && isHedged ? "h" : type;
}

/** «وأصيب آخر». */
function anotherAt(words: readonly Word[], index: number): Count | undefined {
  const word = words[index];
  const isOne = word?.lexeme.classes?.includes("another") || word?.stem === "اخران";
  if (!isOne || word?.isDefinite || words[index + 1]?.isDefinite) return undefined;
  return {
    first: index,
    last: index,
    type: "o",
    amount: { type: "count", count: word?.stem === "اخران" ? 2 : 1 },
    qualifier: "exact",
    who: "persons",
    isHedged: false,
    doubts: [],
    base: "",
  };
}

function harmOf(word: Word, next: Word | undefined): Pick<ArabicMark, "sign" | "kind" | "who"> {
  const { lexeme } = word;
  if (lexeme.verb !== undefined && word.preposition === "") return verbSign(lexeme.verb);
  if (lexeme.masdar !== undefined && !word.isDefinite) return masdarSign(lexeme.masdar);
  // «إلى النزوح» behind those who had to.
  if (lexeme.masdar === "displaced") return { sign: "F", kind: "displaced" };
  if (isHarmed(word)) return isWronged(next) ? { sign: "z" } : harmedSign(lexeme, next);
  if (lexeme.classes?.includes("ends")) return { sign: "Z", kind: "killed" };
  const found = signs.find(([name]) => lexeme.classes?.includes(name));
  return { sign: found?.[1] ?? "z" };
}

/** «الجرحى»; «المصابين» is written like the dual. */
function isHarmed({ lexeme: { noun }, isDefinite }: Word): boolean {
  if (noun?.type !== "harm") return false;
  return noun.number === "many" || (noun.isEither && isDefinite);
}

/** «ضحايا الاحتيال» */
function isWronged(next: Word | undefined): boolean {
  return next?.lexeme.classes?.includes("crimes") ?? false;
}

function masdarSign(kind: Kind) {
  return { sign: kind === "detained" || kind === "abducted" ? "C" : "M", kind };
}

function verbSign({ kind, isAfter, isPresent, isClose }: NonNullable<Lexeme["verb"]>) {
  if (isAfter) return { sign: "U", kind };
  if (isClose) return { sign: "v", kind };
  return { sign: isPresent ? "P" : "V", kind };
}

/** «القتلى المدنيين». */
function harmedSign({ noun }: Lexeme, next: Word | undefined) {
  const adjective = next?.isDefinite && !next.isAnd ? next.lexeme.noun : undefined;
  const who = adjective?.type === "people" ? adjective.who : (noun?.who ?? "persons");
  return { sign: "H", who, ...(noun?.kind !== undefined && { kind: noun.kind }) } as const;
}
