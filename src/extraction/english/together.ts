import type { Who } from "../../domain/figure.ts";
import type { Token } from "../text/tokens.ts";
import { textAt, type Entry } from "./lookup.ts";
import type { NounPhrase } from "./nouns.ts";
import { numeralAt } from "./numerals.ts";
import { personAt, type PersonNoun } from "./people.ts";
import { functionAt, harmAt } from "./words.ts";

/** "women and children", "clerics, students and other civilians": counted together. */
export function withOthers(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  if (phrase.sign !== "C" || phrase.isSingular) return phrase;
  const others = othersBehind(tokens, phrase.last);
  const last = others.at(-1)?.last;
  if (last === undefined || !isClosed(tokens, phrase.last, last)) return phrase;
  const isOther = tokens.slice(phrase.last, last).some(({ text }) => text === "other");
  const all = [phrase.who, ...others.map(({ value }) => value.who)];
  return { ...phrase, last, who: together(all, isOther) };
}

/** More kinds of people are not counted together. */
const mostOthers = 3;

function othersBehind(tokens: readonly Token[], behind: number): readonly Entry<PersonNoun>[] {
  const others: Entry<PersonNoun>[] = [];
  let last = behind;
  while (others.length < mostOthers) {
    const link = textAt(tokens, last + 1);
    if (!/^(?:and|or|,)$/.test(link)) break;
    const start = textAt(tokens, last + 2) === "and" ? last + 3 : last + 2;
    const other = numeralAt(tokens, start) === undefined ? followerAt(tokens, start) : undefined;
    if (other === undefined) break;
    others.push(other);
    last = other.last;
    if (link !== ",") break;
  }
  return others;
}

function followerAt(tokens: readonly Token[], at: number): Entry<PersonNoun> | undefined {
  for (let index = at; index < at + 3; index += 1) {
    const person = personAt(tokens, index);
    if (person?.value.isPlural === true) return person;
    if (!isAdjective(tokens, index)) return undefined;
  }
  return undefined;
}

function isAdjective(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at) === "other") return true;
  const isKnown = functionAt(tokens, at) !== undefined || harmAt(tokens, at) !== undefined;
  return tokens[at]?.type === "word" && !isKnown;
}

/** The last of a list stands behind "and", and says nothing itself. */
function isClosed(tokens: readonly Token[], first: number, last: number): boolean {
  if (!tokens.slice(first, last).some(({ text }) => text === "and" || text === "or")) return false;
  if (tokens[last + 1]?.type !== "word" || harmAt(tokens, last + 1) !== undefined) return true;
  const after = functionAt(tokens, last + 1)?.value;
  return after !== undefined && !/^[sm]$/.test(after);
}

function together(all: readonly Who[], isOther: boolean): Who {
  const [first = "persons"] = all;
  const last = all.at(-1);
  if (all.every((who) => who === first)) return first;
  if (all.every((who) => who === "women" || who === "children")) return "women_and_children";
  return isOther && last !== undefined ? last : "persons";
}
