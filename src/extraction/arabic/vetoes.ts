import type { Kind, Who } from "../../domain/figure.ts";
import type { Count } from "./count.ts";
import type { WordClass } from "./lexicon.ts";
import type { ArabicMark } from "./marks.ts";
import type { Word } from "./words.ts";

/** A sentence as vetoes see it; what it is about is asked once, not for each of its figures. */
export interface Scene {
  readonly words: readonly Word[];
  readonly marks: readonly ArabicMark[];
  readonly isOfEpidemic: boolean;
  readonly isOfDisease: boolean;
  readonly isOfRelease: boolean;
}

export function sceneOf(words: readonly Word[], marks: readonly ArabicMark[]): Scene {
  return {
    words,
    marks,
    isOfEpidemic: isOf(words, "epidemic"),
    isOfDisease: isOf(words, "disease"),
    isOfRelease: marks.some(({ sign }) => sign === "R"),
  };
}

/** Whether what a pattern attached is no casualty after all. */
export function isVetoed(scene: Scene, index: number, kind: Kind | undefined): boolean {
  const { words, marks } = scene;
  const mark = marks[index];
  if (mark?.count === undefined || kind === undefined) return true;
  if (isNone(mark.count) || isRate(words, mark) || scene.isOfEpidemic) return true;
  switch (kind) {
    case "detained":
    case "abducted":
      return mark.sign === "k" && scene.isOfRelease;
    case "injured":
      return isHelped(words, mark) || scene.isOfDisease;
    case "missing":
      return isOf(words.slice(mark.last + 1, mark.last + nearest), "losses");
    case "displaced":
      return isHelped(words, mark) || mightFlee.has(mark.count.who) || mark.count.base === "سجين";
    case "killed":
    case "killed_or_injured":
    case "munitions":
      return isHelped(words, mark);
  }
}

/** Who flees from a fight or a prison is not displaced. */
const mightFlee: ReadonlySet<Who> = new Set(["soldiers", "combatants", "police", "security"]);

function isNone({ amount }: Count): boolean {
  return amount.type === "count" && amount.count === 0;
}

function isOf(words: readonly Word[], name: WordClass): boolean {
  return words.some(({ lexeme }) => lexeme.classes?.includes(name));
}

/** «28 برميلا يوميا», «بمعدل 5 قتلى». */
function isRate(words: readonly Word[], { first, last }: ArabicMark): boolean {
  if (words[last + 1]?.token.text === "كل") return true;
  const near = [words[first - 1], words[last + 1], words[last + 2]];
  return near.some((word) => word?.lexeme.classes?.includes("rate"));
}

const nearest = 5;

/** «عودة 500 نازح», «توزيع مساعدات على 200 نازح»: the harmed are counted for another reason. */
function isHelped(words: readonly Word[], { sign, first }: ArabicMark): boolean {
  return sign === "k" && isOf(words.slice(Math.max(0, first - nearest), first), "helped");
}
