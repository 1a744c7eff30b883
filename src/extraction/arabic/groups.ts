import { people, type Who } from "../../domain/figure.ts";
import groups from "../lexicon/ar/groups.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { oneOf } from "./checked.ts";
import type { Word } from "./words.ts";

const whos = new Map<string, Who>();
for (const { who, words } of groups.groups) {
  for (const word of words) whos.set(foldWord(word), oneOf(people, who));
}
const heads = new Set(groups.heads.map((head) => foldWord(head)));

/** Nouns that say less than the group behind them: «عناصر الشرطة», «ضابط أمن». */
export function isHead(base: string): boolean {
  return heads.has(base);
}

const farthest = 3;

/** Who the first words of a group are: «من قوات الأمن», «في الجيش», «حركة الشباب». */
export function whoOfGroup(words: readonly Word[], index: number): Who | undefined {
  for (let at = index; at < Math.min(index + farthest, words.length); at += 1) {
    const word = words[at];
    if (word === undefined || word.token.type !== "word") return undefined;
    const who = whos.get(word.token.text);
    if (who !== undefined) return who;
    const isInto = at === index && (word.token.text === "من" || word.token.text === "في");
    // «مسلح بنيران الشرطة» is no policeman.
    if (!isInto && word.lexeme.classes !== undefined) return undefined;
  }
  return undefined;
}
