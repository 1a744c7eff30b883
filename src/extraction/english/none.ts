import type { Token } from "../text/tokens.ts";
import { textAt } from "./lookup.ts";
import type { EnglishMark } from "./marks.ts";
import { personAt } from "./people.ts";
import { harmNounAt } from "./words.ts";

/** "nobody", "no one", "no civilians" (Z); "no casualties", "no damage or injuries" (Y). */
export function noneAt(tokens: readonly Token[], at: number): EnglishMark | undefined {
  if (/^(?:nobody|none|noone)$/.test(textAt(tokens, at))) {
    const isOf = /^of (?:them|those)$/.test(`${textAt(tokens, at + 1)} ${textAt(tokens, at + 2)}`);
    return { sign: "Z", first: at, last: isOf ? at + 2 : at, who: "persons" };
  }
  const start = afterNo(tokens, at);
  if (start === undefined) return undefined;
  if (textAt(tokens, start) === "one") return { sign: "Z", first: at, last: start, who: "persons" };
  for (let next = start; next < start + mostWords; next += 1) {
    const noun = nounAt(tokens, next);
    if (noun !== undefined) return { ...noun, first: at };
    if (tokens[next]?.type !== "word") return undefined;
  }
  return undefined;
}

/** "no immediate reports of casualties". */
const mostWords = 5;

function nounAt(tokens: readonly Token[], at: number): EnglishMark | undefined {
  if (textAt(tokens, at) === "loss" && textAt(tokens, at + 2) === "life") {
    return { sign: "Y", first: at, last: at + 2, kind: "killed", who: "persons" };
  }
  const harm = harmNounAt(tokens, at);
  if (harm !== undefined && /s$|^(?:death|injury|casualty)$/.test(textAt(tokens, harm.last))) {
    const who = personAt(tokens, at - 1)?.value.who ?? "persons";
    return { sign: "Y", first: at, last: harm.last, kind: harm.value, who };
  }
  const person = personAt(tokens, at);
  if (person === undefined || harmNounAt(tokens, person.last + 1) !== undefined) return undefined;
  return { sign: "Z", first: at, last: person.last, who: person.value.who };
}

/** "no", "not a single", "without any": the token behind it. */
function afterNo(tokens: readonly Token[], at: number): number | undefined {
  const next = textAt(tokens, at + 1);
  switch (textAt(tokens, at)) {
    case "no":
      return next === "more" ? undefined : at + 1;
    case "zero":
      return at + 1;
    case "not":
      return next === "a" && textAt(tokens, at + 2) === "single" ? at + 3 : undefined;
    case "without":
      return next === "any" ? at + 2 : at + 1;
    default:
      return undefined;
  }
}
