import type { Kind, Who } from "../../domain/figure.ts";
import { isMoney } from "../grammar/millions.ts";
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
  readonly isOfSpace: boolean;
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
    isOfSpace: isOf(words, "space"),
  };
}

/** Whether what a pattern attached is no casualty after all. */
export function isVetoed(scene: Scene, index: number, kind: Kind | undefined): boolean {
  const mark = scene.marks[index];
  if (mark?.count === undefined || kind === undefined) return true;
  const isNobody = countsNobody.some((is) => is(scene, mark));
  if (isNobody || isNone(mark.count) || isMoney(kind, mark.count.amount)) return true;
  return isVetoedAs(kind, scene, mark, mark.count);
}

type Veto = (scene: Scene, mark: ArabicMark) => boolean;

/** Whatever the harm. */
const countsNobody: readonly Veto[] = [
  ({ isOfEpidemic, isOfFiction }) => isOfEpidemic || isOfFiction,
  ({ words }, mark) => isRate(words, mark),
  ({ words }, mark) => isEpithet(words, mark),
  ({ words }, mark) => isHelped(words, mark),
  ({ words }, mark) => isWronged(words, mark),
  isOther,
];

function isVetoedAs(kind: Kind, scene: Scene, mark: ArabicMark, { who, base }: Count): boolean {
  switch (kind) {
    case "detained":
    case "abducted":
      return isReturned(scene, mark);
    case "injured":
      return scene.isOfDisease || isReturned(scene, mark) || isOfThings(scene, mark);
    case "missing":
      return isOf(behind(scene, mark), "losses");
    case "displaced":
      return mightFlee.has(who) || base === "سجين" || isOf(behind(scene, mark), "escaped");
    case "munitions":
      return scene.isOfSport || scene.isOfPurchase || scene.isOfSpace;
    case "killed":
      return isOf(behind(scene, mark), "debts") || isOfThings(scene, mark);
    case "killed_or_injured":
      return isOfThings(scene, mark);
  }
}

function behind({ words }: Scene, { last }: ArabicMark): readonly Word[] {
  return words.slice(last + 1, last + nearest);
}

/** Prisoners and wounded who are exchanged or let go were counted before. */
function isReturned({ isOfRelease }: Scene, { sign }: ArabicMark): boolean {
  return sign === "k" && isOfRelease;
}

/** A number that names nobody, in a sentence about a match or a herd: «أصابت اثنتان القائم». */
function isOther({ words, isOfSport, isOfAnimals }: Scene, { sign }: ArabicMark): boolean {
  const isPeaceful = (isOfSport || isOfAnimals) && /[dho]/.test(sign);
  return isPeaceful && !words.some(({ token }) => violence.test(token.text));
}

/** «قرب الملعب» */
const violence = /^[وفبل]?(?:ال)?(?:انفجار|تفجير|قصف|غاره|غارات|رصاص)$/u;

const feminine = /(?:ه|ات|نسا|جثث|ضحايا)$/u;

/** «احتراق 12 سيارة وإصابة 30 أخرى»: people are «آخرين», unless women were counted before. */
function isOfThings({ words, marks }: Scene, { sign, first, last }: ArabicMark): boolean {
  if (sign !== "o" || words[last]?.token.text !== "اخري") return false;
  const before = marks.filter(({ count }) => count !== undefined && count.last < first);
  return !before.some(({ last }) => feminine.test(words[last]?.token.text ?? ""));
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

/** «28 برميلا يوميا», «بمعدل 5 قتلى», «كل عام يموت 300 ألف شخص», «واحد من كل ستة». */
function isRate(words: readonly Word[], { first, last }: ArabicMark): boolean {
  if (isEach(words[first - 1]) || isEach(words[last + 1]) || isEach(words[last + 2])) return true;
  const before = words.slice(Math.max(0, first - nearest), first);
  if (before.some((word, at) => isEach(word) && times.has(before[at + 1]?.token.text ?? "")))
    return true;
  const near = [words[first - 1], words[last + 1], words[last + 2]];
  return near.some((word) => word?.lexeme.classes?.includes("rate"));
}

function isEach(word: Word | undefined): boolean {
  return word?.token.text === "كل";
}

const times = new Set(["عام", "سنه", "شهر", "اسبوع", "يوم", "ليله", "ساعه", "دقيقه"]);

const nearest = 5;

/** «12 ضحية احتيال»: wronged, not harmed. */
function isWronged(words: readonly Word[], { last, count }: ArabicMark): boolean {
  return count?.base === "ضحيه" && isOf(words.slice(last + 1, last + 2), "crimes");
}

/** «عودة 500 نازح», «توزيع مساعدات على 200 نازح»: the harmed are counted for another reason. */
function isHelped(words: readonly Word[], { sign, first }: ArabicMark): boolean {
  return sign === "k" && isOf(words.slice(Math.max(0, first - nearest), first), "helped");
}
