import type { EnglishMark } from "./marks.ts";

/** A list behind "including": which marks are counted in it. */
export interface PartList {
  /** Index of "including". */
  readonly at: number;
  readonly items: readonly number[];
}

export interface FoldedParts {
  /** As many as before; those of the lists have the sign u, so that they are no subjects. */
  readonly marks: readonly EnglishMark[];
  readonly lists: readonly PartList[];
}

const place = "(?:[ifea][oPM]{1,3})?";
const item = `[CEBGH](?![DVS]|h?D)${place}`;
const list = new RegExp(
  `^(?:U(?:P(?=[bCEB]))?b?(?:o{0,2}P(?:,?&|,)){0,3}[CEBGH](?!h?D|b[VS]|[VS])${place}|[(:,-]${item})(?:(?:,?&|,)${item}){0,12}`,
);

/** Takes what "including …" lists out of the sentence. */
export function foldParts(marks: readonly EnglishMark[]): FoldedParts {
  const signs = marks.map(({ sign }) => sign).join("");
  const folded = [...marks];
  const lists: PartList[] = [];
  for (const [at, { sign }] of marks.entries()) {
    if (sign !== "U" && !isOpening(signs, at) && !isApposition(marks, signs, at)) continue;
    const match = list.exec(signs.slice(at, at + 60));
    if (match === null) continue;
    const end = endOf(signs, at, at + match[0].length);
    const items = indices(at, end).filter((index) => /^[CEBGH]$/.test(marks[index]?.sign ?? ""));
    lists.push({ at, items });
    for (const index of indices(at, end)) {
      const mark = folded[index];
      if (mark !== undefined) folded[index] = { ...mark, sign: "u" };
    }
  }
  return { marks: folded, lists };
}

/** "227 killed (31 men, 25 women)", "12 dead: seven women and five children". */
function isOpening(signs: string, at: number): boolean {
  return (
    /(?:[VSHD](?:[if][oPM]{1,2})?[(:-]|C[(-])$/.test(signs.slice(Math.max(0, at - 5), at + 1)) &&
    /^.C[^)]{0,3}[,&]/.test(signs.slice(at, at + 6))
  );
}

/** "Two people, a man and a woman, were killed": single persons that add up. */
function isApposition(marks: readonly EnglishMark[], signs: string, at: number): boolean {
  const [list] = /^,C(?:,C){0,6},?&C(?=,)/.exec(signs.slice(at, at + 20)) ?? [];
  const whole = marks[at - 1]?.counted?.amount;
  if (list === undefined || whole?.type !== "count") return false;
  const people = marks.slice(at, at + list.length).filter(({ sign }) => sign === "C");
  return (
    people.length === whole.count && people.every(({ counted }) => counted?.isImplicit === true)
  );
}

/** "killing 12, including a child, and two men were wounded": the last has a verb of its own. */
function endOf(signs: string, at: number, end: number): number {
  const isObject = /(?:[VvgLzFr^]|[Nat]f?|f)[CEB],?$/.test(signs.slice(Math.max(0, at - 6), at));
  if (!isObject || !/^(?:[ifea][oPM]{1,3})?[mh]?b/.test(signs.slice(end))) return end;
  const cut = Math.max(signs.lastIndexOf("&", end - 1), signs.lastIndexOf(",", end - 1));
  return cut > at ? cut : end;
}

export function indices(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
