import type { Amount, Kind, Who } from "../../domain/figure.ts";
import type { Noun } from "./lexicon.ts";
import { whoOfGroup } from "./groups.ts";
import type { Word } from "./words.ts";

/** What a number counts. */
export interface Counted {
  readonly type: Noun["type"] | "others";
  readonly who: Who;
  readonly kind?: Kind;
  readonly isBody?: true;
  readonly base: string;
  /** Index of its last word. */
  readonly last: number;
}

/** The counted noun that begins at a word, with its adjectives and what is counted with it. */
export function countedNounAt(
  words: readonly Word[],
  index: number,
  amount: Amount,
): Counted | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (word.token.text === "من") return partOf(words, index);
  if (word.isAnd || word.preposition !== "") return undefined;
  const { lexeme } = word;
  if (isOthers(word)) return others(index);
  if (isCase(word)) return caseAt(words, index);
  if (lexeme.noun === undefined) return nisbaAt(words, index, amount);
  if (word.isDefinite && amount.type !== "vague") return undefined;
  const counted = { ...lexeme.noun, last: withAdjectives(words, index) };
  return withSecond(words, withWho(words, counted), lexeme.noun);
}

function others(last: number): Counted {
  return { type: "others", who: "persons", base: "", last };
}

/** «18 من مسلحي المعارضة», «736 من الأفراد النازحين», «ثلاثة من قوات الأمن». */
function partOf(words: readonly Word[], index: number): Counted | undefined {
  const next = words[index + 1];
  const noun = next?.lexeme.noun;
  if (next === undefined || next.token.type !== "word") return undefined;
  if (noun !== undefined && noun.number !== "one" && !next.isAnd) {
    return pluralPart(words[index + 2], { ...noun, last: index + 1 }, noun);
  }
  const who = whoOfGroup(words, index + 1);
  return who === undefined ? undefined : { type: "people", who, base: "", last: index + 1 };
}

/** «الأفراد النازحين» are displaced, «النساء والأطفال» are counted together. */
function pluralPart(next: Word | undefined, counted: Counted, noun: Noun): Counted {
  const second = next?.lexeme.noun;
  // «أسر الضحايا» are not the harmed.
  const isOfThem = noun.type === "people" && noun.who !== "households";
  if (second === undefined || !isOfThem) return counted;
  const last = counted.last + 1;
  if (next?.isAnd && next.isDefinite) {
    return { ...counted, who: jointWho(noun.who, second.who), last };
  }
  const isHarmed = second.type === "harm" && next?.isDefinite;
  return isHarmed ? { ...counted, type: "harm", ...kindOf(second), last } : counted;
}

function kindOf({ kind }: Noun): { readonly kind?: Kind } {
  return kind === undefined ? {} : { kind };
}

function isCase({ stem }: Word): boolean {
  return stem === "حاله" || stem === "حالات" || stem === "حالتي" || stem === "حالتا";
}

/** «5 حالات وفاة», «150 حالة اعتقال». */
function caseAt(words: readonly Word[], index: number): Counted | undefined {
  const { noun, masdar } = words[index + 1]?.lexeme ?? {};
  const kind = noun?.kind ?? masdar;
  return kind === undefined
    ? undefined
    : { type: "harm", who: "persons", kind, base: "حاله", last: index + 1 };
}

const notPeople = new Set(["يوميا", "سنويا", "شهريا", "اسبوعيا", "كيلومتريا", "تقريبا", "حاليا"]);

/** The form that a noun has behind a number. */
function nisbaBehind(count: number): RegExp {
  const rest = count % 100;
  if (rest <= 2) return /^..+ي$/u;
  return rest <= 10 ? /^..+يين$/u : /^..+يا$/u;
}

/** Adjectives of peoples and parties have no end: «15 قبطيا», «5 فلسطينيين». */
function nisbaAt(words: readonly Word[], index: number, amount: Amount): Counted | undefined {
  const word = words[index];
  if (word === undefined || amount.type !== "count" || Object.keys(word.lexeme).length > 0)
    return undefined;
  const isNisba = nisbaBehind(amount.count).test(word.token.text);
  if (!isNisba || notPeople.has(word.token.text)) return undefined;
  return { type: "people", who: "persons", base: "", last: withAdjectives(words, index) };
}

/** Adjectives and others that stand behind the noun: «مواطنين فلسطينيين», «أطفال آخرين». */
function withAdjectives(words: readonly Word[], index: number): number {
  let last = index;
  while (last - index < 3 && isAdjective(words[last + 1])) last += 1;
  return last;
}

function isAdjective(word: Word | undefined): boolean {
  if (word === undefined || word.isAnd || word.isOwned || word.preposition !== "") return false;
  return word.lexeme.noun?.type === "people" || isOthers(word);
}

function isOthers({ lexeme }: Word): boolean {
  return lexeme.classes?.includes("others") ?? false;
}

/** «12 قتيلا مدنيا», «ثلاث وفيات في صفوف الأطفال»: who the harmed are. */
function withWho(words: readonly Word[], counted: Counted): Counted {
  if (counted.type !== "harm" || counted.who !== "persons") return counted;
  const noun = words[counted.last]?.lexeme.noun;
  const named = noun?.type === "people" ? noun : amidAt(words, counted.last + 1);
  return named === undefined ? counted : { ...counted, who: named.who };
}

/** «من الأطفال», «في صفوف المدنيين». */
function amidAt(words: readonly Word[], index: number): Noun | undefined {
  const isAmong = words[index + 1]?.token.text === "صفوف";
  const word = words[isAmong ? index + 2 : index + 1];
  if (!isAmong && words[index]?.token.text !== "من") return undefined;
  return word?.isDefinite && word.lexeme.noun?.type === "people" ? word.lexeme.noun : undefined;
}

const mostTogether = 3;

/** «12 شهيدا وجريحا», «20 امرأة وطفلا»: counted together where all have the form of the number. */
function withSecond(words: readonly Word[], first: Counted, noun: Noun): Counted {
  let counted = first;
  for (let more = 1; more < mostTogether; more += 1) {
    const next = words[counted.last + 1];
    const second = next?.lexeme.noun;
    if (next === undefined || second === undefined || !isTogether(words, counted, next)) break;
    if (second.number !== noun.number || second.type !== noun.type) break;
    counted = { ...counted, ...both(counted, second), last: counted.last + 1 };
  }
  return counted;
}

function isTogether(words: readonly Word[], counted: Counted, next: Word): boolean {
  const isDefinite = words[counted.last]?.isDefinite ?? false;
  const isNoun = next.lexeme.masdar === undefined && next.lexeme.noun?.number !== "two";
  return isNoun && next.isAnd && !next.isOwned && next.isDefinite === isDefinite;
}

function both(first: Counted, second: Noun): Partial<Counted> {
  if (second.type === "harm") return { kind: jointKind(first, second) };
  return second.type === "people" ? { who: jointWho(first.who, second.who) } : {};
}

export function jointKind(first: { readonly kind?: Kind }, second: { readonly kind?: Kind }): Kind {
  const kinds = new Set([first.kind, second.kind]);
  return kinds.has("killed") && kinds.has("injured")
    ? "killed_or_injured"
    : (first.kind ?? "killed");
}

export function jointWho(first: Who, second: Who): Who {
  if (first === second) return first;
  const both = new Set([first, second]);
  return both.has("women") && both.has("children") ? "women_and_children" : "persons";
}

/** Whether a number may stand alone before this word. */
export function isOpenAfter(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || word.token.type === "sign") return true;
  if (word.token.type === "number" || isUncounted(word)) return false;
  const { classes, verb } = word.lexeme;
  return word.isAnd || classes !== undefined || verb !== undefined || isOfCause(word);
}

function isUncounted({ lexeme: { isThing, isMonth } }: Word): boolean {
  return isThing === true || isMonth === true;
}

/** «بالرصاص», «بإصابات», «بصاروخ». */
function isOfCause(word: Word): boolean {
  const isMunition = word.lexeme.noun?.type === "munition";
  return (
    /^(?:بال|لل)/u.test(word.token.text) ||
    (word.preposition === "ب" && (isMunition || isHarm(word)))
  );
}

function isHarm({ lexeme: { noun, masdar } }: Word): boolean {
  return masdar !== undefined || noun?.type === "harm";
}
