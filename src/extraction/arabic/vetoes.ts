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
  /** A novel or a film. */
  readonly isOfFiction: boolean;
  readonly isOfSport: boolean;
  readonly isOfPurchase: boolean;
  readonly isOfAnimals: boolean;
}

export function sceneOf(words: readonly Word[], marks: readonly ArabicMark[]): Scene {
  return {
    words,
    marks,
    isOfEpidemic: isOf(words, "epidemic"),
    isOfDisease: isOf(words, "disease"),
    isOfRelease: marks.some(({ sign }) => sign === "R") || isOf(words, "exchange"),
    isOfFiction: isOf(words, "fiction"),
    isOfSport: isOf(words, "sport"),
    isOfPurchase: isOf(words, "purchase"),
    isOfAnimals: isOf(words, "animals"),
  };
}

/** Whether what a pattern attached is no casualty after all. */
export function isVetoed(scene: Scene, index: number, kind: Kind | undefined): boolean {
  const mark = scene.marks[index];
  if (mark?.count === undefined || kind === undefined) return true;
  if (isNone(mark.count) || isRate(scene.words, mark) || isEpithet(scene.words, mark)) return true;
  if (scene.isOfEpidemic || scene.isOfFiction || isOther(scene, mark)) return true;
  return isHelped(scene.words, mark) || isVetoedAs(kind, scene, mark, mark.count);
}

function isVetoedAs(kind: Kind, scene: Scene, mark: ArabicMark, { who, base }: Count): boolean {
  switch (kind) {
    case "detained":
    case "abducted":
      return isReturned(scene, mark);
    case "injured":
      return scene.isOfDisease || isReturned(scene, mark);
    case "missing":
      return isOf(scene.words.slice(mark.last + 1, mark.last + nearest), "losses");
    case "displaced":
      return mightFlee.has(who) || base === "سجين";
    case "munitions":
      return scene.isOfSport || scene.isOfPurchase;
    case "killed":
    case "killed_or_injured":
      return false;
  }
}

/** Prisoners and wounded who are exchanged or let go were counted before. */
function isReturned({ isOfRelease }: Scene, { sign }: ArabicMark): boolean {
  return sign === "k" && isOfRelease;
}

/** A number that names nobody, in a sentence about a match or a herd: «أصابت اثنتان القائم». */
function isOther({ isOfSport, isOfAnimals }: Scene, { sign }: ArabicMark): boolean {
  return (isOfSport || isOfAnimals) && /[dho]/.test(sign);
}

/** «بلد المليون شهيد» */
function isEpithet(words: readonly Word[], { first }: ArabicMark): boolean {
  return /^(?:بلد|بلاد|ثوره)$/.test(words[first - 1]?.token.text ?? "");
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
