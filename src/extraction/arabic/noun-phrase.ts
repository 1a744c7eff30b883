import type { Who } from "../../domain/figure.ts";
import type { CountType } from "./count.ts";
import type { Counted } from "./counted.ts";
import { isHead, whoOfGroup } from "./groups.ts";
import type { Word } from "./words.ts";

/** What a counted noun adds to its amount. */
export function withNoun(words: readonly Word[], noun: Counted) {
  const type = typeOf(noun);
  const group = type === "c" ? groupAt(words, noun.last + 1) : undefined;
  const who = type === "c" ? whoOf(words, noun) : noun.who;
  return {
    last: noun.last,
    type,
    who,
    base: noun.base,
    ...(noun.kind !== undefined && { kind: noun.kind }),
    ...(noun.isBody && { isBody: noun.isBody }),
    ...(group !== undefined && { group }),
  };
}

function typeOf({ type }: Counted): CountType {
  switch (type) {
    case "harm":
      return "k";
    case "munition":
      return "m";
    case "others":
      return "o";
    case "people":
    default:
      return "c";
  }
}

function whoOf(words: readonly Word[], { base, who, last }: Counted): Who {
  if (!isHead(base)) return who;
  return whoOfGroup(words, last + 1) ?? who;
}

const longestGroup = 4;

/** «من القوات الموالية للنظام»: the words behind «من». */
function groupAt(words: readonly Word[], index: number): readonly [number, number] | undefined {
  if (words[index]?.token.text !== "من") return undefined;
  let last = index;
  while (last - index < longestGroup && isOfGroup(words[last + 1])) last += 1;
  return last === index ? undefined : [index + 1, last];
}

function isOfGroup(word: Word | undefined): boolean {
  if (word === undefined || word.token.type !== "word" || word.isAnd) return false;
  const { lexeme } = word;
  return lexeme.verb === undefined && lexeme.masdar === undefined && lexeme.classes === undefined;
}
