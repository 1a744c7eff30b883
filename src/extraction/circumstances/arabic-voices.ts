import lexicon from "../lexicon/ar/sources.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { phrasesOf } from "../text/phrases.ts";
import type { Token } from "../text/tokens.ts";
import type { Voice } from "./voice.ts";

const saying = phrasesOf(lexicon.saying, ["و", "ف"]);
const citing = phrasesOf(lexicon.citing, ["و"]);
const agencies = phrasesOf(lexicon.agencies, ["ل", "عن"]);
const carried = phrasesOf(lexicon.carried, ["ل"]);
const citingWithL = new Set(
  lexicon.citingWithL.flatMap((word) => [word, `و${word}`]).map(foldWord),
);
const ends = new Set(lexicon.ends.map(foldWord));
const bodies = new Set(lexicon.bodies.map(foldWord));
const within = foldWord("في");

/** «قال … إن», «بحسب …», «وفقاً لـ…». */
export function arabicVoices(tokens: readonly Token[]): readonly Voice[] {
  const voices: Voice[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const voice = voiceAt(tokens, at);
    if (voice === undefined) continue;
    voices.push(voice);
    at = voice.name?.[1] ?? at;
  }
  return voices;
}

function voiceAt(tokens: readonly Token[], at: number): Voice | undefined {
  const cited = citing.lengthAt(tokens, at);
  if (cited > 0) return named(tokens, at, at + cited, "citing");
  if (citingWithL.has(tokens[at]?.text ?? "") && tokens[at + 1]?.text.startsWith("ل") === true) {
    return named(tokens, at, at + 1, "citing");
  }
  const said = isClauseStart(tokens, at) ? saying.lengthAt(tokens, at) : 0;
  if (said === 0) return undefined;
  const voice = named(tokens, at, at + said, "saying");
  return voice ?? { at, manner: "saying", isAgency: false };
}

/** A verb of saying begins its clause: «بين» and «قدر» mean other things elsewhere. */
function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.type === "sign" ||
    openers.has(before.text) ||
    /^(?:قال|قالت|يقول|تقول)$/.test(tokens[at]?.text ?? "") ||
    /^[وف]./.test(tokens[at]?.text ?? "")
  );
}

const openers = new Set(["فيما", "بينما", "حيث", "كما", "ما", "قد", "وقد", "فقد", "كان", "كانت"]);

/** A name is no longer. */
const longestName = 10;

function named(
  tokens: readonly Token[],
  at: number,
  from: number,
  manner: Voice["manner"],
): Voice | undefined {
  let last = from - 1;
  while (last + 1 < tokens.length && last - from < longestName && goesOn(tokens, last + 1, from)) {
    last += 1;
  }
  if (carried.lengthAt(tokens, from) > 0) return { at, manner, isAgency: false };
  if (last < from) return undefined;
  const agency = agencies.lengthAt(tokens, from);
  return { name: [from, last], at, manner, isAgency: agency > 0 && from + agency > last };
}

/** A quotation mark may stand within the name of an agency. */
function goesOn(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.type === "number") return false;
  if (token.type === "sign") {
    const isQuoted = token.text === '"' && index > from;
    return (
      isQuoted && agencies.lengthAt(tokens, index + 1) + agencies.lengthAt(tokens, index - 2) > 0
    );
  }
  if (token.text === within) return index > from && bodies.has(tokens[index + 1]?.text ?? "");
  return !ends.has(token.text) && saying.lengthAt(tokens, index) === 0;
}
