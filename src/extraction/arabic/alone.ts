import { amountAt } from "./amounts.ts";
import type { Count, CountType } from "./count.ts";
import type { Noun } from "./lexicon.ts";
import { withNoun } from "./noun-phrase.ts";
import type { Word } from "./words.ts";

/** «أحد الجنود», «إحدى النساء». */
export function oneOfAt(words: readonly Word[], index: number): Count | undefined {
  const word = words[index + 1];
  const noun = word?.lexeme.noun;
  if (noun === undefined || !word?.isDefinite || noun.number === "one") return undefined;
  return {
    first: index,
    ...withNoun(words, { ...noun, last: index + 1 }),
    // «قال أحد الجرحى» counts nobody.
    type: noun.type === "harm" ? "j" : "c",
    amount: { type: "count", count: 1 },
    qualifier: "exact",
    isHedged: false,
    doubts: [],
  };
}

/** A noun that counts by its form: the dual, the singular, «الصحفيين السبعة». */
export function nounAlone(words: readonly Word[], index: number): Count | undefined {
  const word = words[index];
  const noun = word?.lexeme.noun;
  if (word === undefined || noun === undefined || isOtherwise(word)) return undefined;
  if (word.isOwned) return ofOwned(words, index, noun);
  if (word.isDefinite) return postposed(words, index, noun);
  if (noun.number === "two") return dual(words, index, noun);
  return noun.number === "one" ? single(words, index, noun) : undefined;
}

/** «إصابة» before others is the harm itself, «ليبيا» is a country. */
function isOtherwise({ lexeme: { masdar, classes, isMonth } }: Word): boolean {
  return masdar !== undefined || isMonth === true || (classes?.includes("countries") ?? false);
}

/** «شقيقه», «طفلاها», «أطفالها الأربعة». */
function ofOwned(words: readonly Word[], index: number, noun: Noun): Count | undefined {
  if (noun.isKin && noun.number === "one") return single(words, index, noun);
  const isTwo = noun.number === "two" && noun.type === "people";
  return isTwo ? dual(words, index, noun) : postposed(words, index, noun);
}

/** «أطفالها الأربعة», «الجنود الـ15». */
function postposed(words: readonly Word[], index: number, noun: Noun): Count | undefined {
  if (noun.number !== "many" && !noun.isEither) return undefined;
  const amount = words[index + 1]?.isAnd ? undefined : amountAt(words, index + 1);
  if (!amount?.isDefinite || amount.amount.type !== "count" || amount.amount.count < 2) {
    return undefined;
  }
  return {
    first: index,
    ...withNoun(words, { ...noun, last: index }),
    last: amount.last,
    amount: amount.amount,
    qualifier: amount.qualifier,
    isHedged: amount.isHedged,
    doubts: [],
  };
}

function dual(words: readonly Word[], index: number, noun: Noun): Count | undefined {
  const next = words[index + 1];
  const isSure = next?.lexeme.numeral?.value === 2 && !next.isAnd;
  const counted = withNoun(words, {
    ...noun,
    last: adjectivesAfter(words, isSure ? index + 1 : index, noun),
  });
  return {
    first: index,
    ...counted,
    amount: { type: "count", count: 2 },
    qualifier: "exact",
    isHedged: false,
    doubts: noun.isEither && !isSure ? ["two_or_many"] : [],
  };
}

/** «من عائلة واحدة» and «برتبة رائد» count nobody. */
function isNobody({ who, base }: Noun, before: Word | undefined, word: Word | undefined): boolean {
  if (who === "households" || before?.token.text === "برتبه") return true;
  const isAdjective = base.endsWith("ي") || word?.lexeme.classes?.includes("adjectives");
  return isAdjective === true && isDescribed(before);
}

/** «قاعدة عسكرية», «هجوم مسلح»: an adjective of something unknown or of an attack. */
function isDescribed(before: Word | undefined): boolean {
  if (before === undefined || before.token.type !== "word" || before.isDefinite) return false;
  const { lexeme } = before;
  return Object.keys(lexeme).length === 0 || (lexeme.classes?.includes("events") ?? false);
}

function single(words: readonly Word[], index: number, noun: Noun): Count | undefined {
  const last = adjectivesAfter(words, index, noun);
  const isOne = isNumeralOne(words[last + 1]);
  if (!isOne && last === index && isOfNamed(words[index + 1])) return undefined;
  if (!isOne && noun.type === "munition") return undefined;
  if (isNobody(noun, words[index - 1], words[index])) return undefined;
  const counted = withNoun(words, { ...noun, last: isOne ? last + 1 : last });
  return {
    first: index,
    ...counted,
    type: isOne ? counted.type : typeOfOne(noun),
    amount: { type: "count", count: 1 },
    qualifier: "exact",
    isHedged: false,
    doubts: [],
  };
}

function typeOfOne({ type, isAccusative }: Noun): CountType {
  if (type === "harm") return "j";
  return isAccusative ? "I" : "i";
}

/** «شخص واحد». */
function isNumeralOne(word: Word | undefined): boolean {
  return word?.lexeme.numeral?.value === 1 && !word.isAnd && word.stem.startsWith("واحد");
}

/** «قائد الجيش» is one who is known by his office; «شاب اليوم» is not. */
function isOfNamed(next: Word | undefined): boolean {
  if (next === undefined || next.token.type !== "word") return false;
  return (
    next.isDefinite &&
    !(next.lexeme.classes?.includes("time") ?? false) &&
    !next.isAnd &&
    next.preposition === "" &&
    !/^[بل]ال/u.test(next.token.text)
  );
}

/** «جندي إسرائيلي», «طفلا فلسطينيا». */
function adjectivesAfter(words: readonly Word[], index: number, noun: Noun): number {
  let last = index;
  while (last - index < 3 && isAdjective(words[last + 1], noun)) last += 1;
  return last;
}

function isAdjective(word: Word | undefined, { number, isAccusative }: Noun): boolean {
  const noun = word?.lexeme.noun;
  if (
    word === undefined ||
    noun === undefined ||
    word.isAnd ||
    word.isDefinite ||
    word.preposition !== ""
  )
    return false;
  return noun.type === "people" && noun.number === number && noun.isAccusative === isAccusative;
}
