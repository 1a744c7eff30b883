import { attach, type Attachment } from "./attachment.ts";
import { signsOf } from "../grammar/pattern.ts";
import type { EnglishMark } from "./marks.ts";

/** "killing 19 children and two teachers", "12 in Homs and five in Hama": the rest of a list. */
export function siblingsOf(
  marks: readonly EnglishMark[],
  found: ReadonlyMap<number, Attachment>,
): readonly Attachment[] {
  const siblings: Attachment[] = [];
  const known = new Map(found);
  const signs = signsOf(marks);
  for (const one of found.values()) {
    // What is named behind nobody has another fate.
    if (one.amount.type === "zero") continue;
    for (const at of [...after(marks, signs, one), ...before(marks, signs, one)]) {
      if (known.has(at)) continue;
      const sibling = attach(marks, at, one.harm, one.kind);
      if (sibling === undefined) continue;
      known.set(at, sibling);
      siblings.push({ ...sibling, first: marks[at]?.first ?? 0, last: marks[at]?.last ?? 0 });
    }
  }
  for (const sibling of placesBehindColon(marks, signs, found)) {
    if (!known.has(sibling.mark)) siblings.push(sibling);
  }
  return siblings;
}

const placed = /:(?:B[ie][oPM]{1,4}(?:,?&|,)?){2,12}/g;

/** "has claimed 58 lives: 31 in Leer, 19 in Mayendit and eight in Koch". */
function placesBehindColon(
  marks: readonly EnglishMark[],
  signs: string,
  found: ReadonlyMap<number, Attachment>,
): readonly Attachment[] {
  return [...signs.matchAll(placed)].flatMap(({ index, 0: list }) => {
    const whole = [...found.values()].filter(({ mark }) => mark < index).at(-1);
    if (whole === undefined) return [];
    return amountsIn(marks, index, index + list.length).flatMap((at) => {
      const one = attach(marks, at, at, whole.kind);
      return one === undefined ? [] : [one];
    });
  });
}

const place = "(?:[ifea][oPM]{1,4})?";
const places = "(?=[ie])(?:[ife][oPM]{1,4}){1,2}";
const between = "(?:,&?|&)";
const afterVerb = new RegExp(
  `^b?${place}(?:,?u{1,40},?)?(?:${between}(?:C(?!,?[bhmVDSsvgLFzKx^~]|o|,[oP]{1,6},)${place}|B${places})){1,8}`,
);
const afterNoun = new RegExp(
  `^${place}(?:${between}(?:C(?![hmVDSsvgLFzKx^])${place}|B${places})){1,8}`,
);

/** Behind it: people, or a number with a place of its own, and no verb of their own. */
function after(
  marks: readonly EnglishMark[],
  signs: string,
  { mark, harm }: Attachment,
): readonly number[] {
  const from = Math.max(mark, harm) + 1;
  const rest = signs.slice(from, from + 40);
  const isNoun = marks[harm]?.sign === "N";
  const list = (isNoun ? afterNoun : afterVerb).exec(rest);
  return list === null ? [] : amountsIn(marks, from, from + list[0].length);
}

/** "15 soldiers, 20 militants killed". */
const headline = /^(?:C,){1,4}$/;

/** Before it: "two men, a woman and a child were killed". */
function before(
  marks: readonly EnglishMark[],
  signs: string,
  { mark, harm }: Attachment,
): readonly number[] {
  if (harm <= mark) return [];
  const from = Math.max(0, mark - 24);
  const rest = signs.slice(from, mark);
  const list = /(?<![VvgNLFzTKx^fa~])(?:C(?:[if][oPM]{1,3})?,){0,6}C(?:[if][oPM]{1,3})?,?&$/.exec(
    rest,
  );
  const start = from === 0 && list === null ? headline.exec(rest) : list;
  return start === null ? [] : amountsIn(marks, from + start.index, mark);
}

function amountsIn(marks: readonly EnglishMark[], from: number, to: number): readonly number[] {
  const all = Array.from({ length: to - from }, (_, index) => from + index);
  return all.filter(
    (at) => /^[CB]$/.test(marks[at]?.sign ?? "") && marks[at]?.counted?.isOfThem === false,
  );
}
