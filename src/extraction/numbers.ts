import { numberAt } from "./arabic/numerals.ts";
import { wordsOf } from "./arabic/words.ts";
import { numeralAt } from "./english/numerals.ts";
import { valueOfDigits } from "./numerals/digits.ts";
import { sentencesOf, type Sentence } from "./text/sentences.ts";

/** All numbers that stand in a text, in digits or words, whatever they count. */
export function numbersIn(text: string): ReadonlySet<number> {
  const numbers = sentencesOf(text).flatMap((sentence) => [
    ...digitsIn(sentence),
    ...(sentence.language === "ar" ? arabicIn(sentence) : englishIn(sentence)),
  ]);
  return new Set(numbers);
}

/** 2.908 may be either. */
function digitsIn({ tokens }: Sentence): readonly number[] {
  return tokens.flatMap((token) => {
    const read = valueOfDigits(token);
    if (read === undefined) return [];
    return read.decimal === undefined ? [read.value] : [read.value, read.decimal];
  });
}

function arabicIn(sentence: Sentence): readonly number[] {
  const words = wordsOf(sentence);
  return inARow(words.length, (at) => numberAt(words, at));
}

function englishIn({ tokens }: Sentence): readonly number[] {
  return inARow(tokens.length, (at) => numeralAt(tokens, at));
}

type ReadAt = (at: number) => { readonly value: number; readonly last: number } | undefined;

/** Each at its longest: "thirty-eight" is no 30 and no 8. */
function inARow(length: number, readAt: ReadAt): readonly number[] {
  const values: number[] = [];
  for (let at = 0; at < length; at += 1) {
    const read = readAt(at);
    if (read === undefined) continue;
    values.push(read.value);
    at = Math.max(at, read.last);
  }
  return values;
}
