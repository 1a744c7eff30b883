import type { Kind } from "../../domain/figure.ts";
import { attach, type Attachment } from "./attachment.ts";
import { indices, type FoldedParts, type PartList } from "./fold-parts.ts";
import type { EnglishMark } from "./marks.ts";

/** The figures of the lists, and "12 of them children"; each knows its whole. */
export function partsOf(
  marks: readonly EnglishMark[],
  { lists }: FoldedParts,
  found: ReadonlyMap<number, Attachment>,
): readonly Attachment[] {
  const all = new Map(found);
  const parts: Attachment[] = [];
  function add(made: readonly (Attachment | undefined)[]): void {
    for (const part of made) {
      if (part === undefined) continue;
      all.set(part.mark, part);
      parts.push(part);
    }
  }
  for (const list of lists) add(listed(marks, list, all));
  add(listedAlone(marks, all));
  add([...found.values()].map((one) => amongAt(marks, one, all)));
  for (const [at, { counted }] of marks.entries()) {
    if (counted?.isOfThem === true) add([ofThem(marks, at, all)]);
  }
  return parts;
}

type Found = ReadonlyMap<number, Attachment>;

function listed(
  marks: readonly EnglishMark[],
  { at, items }: PartList,
  all: Found,
): readonly (Attachment | undefined)[] {
  const after = at > 1 ? wholeAfter(all, items.at(-1) ?? at) : undefined;
  const whole = wholeBefore(all, at) ?? after;
  const kind = whole?.kind ?? kindAt(marks, at);
  if (kind === undefined)
    return at > 0 || marks[at]?.sign !== "U"
      ? []
      : items.map((item) => anyPart(partOf(marks, item, "killed", undefined)));
  return items
    .filter((item) => !hasVerb(marks, item))
    .map((item) => namedPart(marks, item, kind, whole) ?? partOf(marks, item, kind, whole));
}

/** "of which eight were intercepted". */
function hasVerb(marks: readonly EnglishMark[], at: number): boolean {
  const [amount, be, next] = marks.slice(at, at + 3).map(({ sign }) => sign);
  return amount === "B" && be === "b" && next !== "P";
}

/** "12 children were among the dead"; "of whom 12 were killed in May". */
function amongAt(
  marks: readonly EnglishMark[],
  one: Attachment,
  all: Found,
): Attachment | undefined {
  const isAmong = marks[one.harm]?.sign === "U" || marks[one.mark - 1]?.sign === "U";
  const isKnown = one.whole !== undefined || one.ofBefore !== undefined;
  return isAmong && !isKnown ? withWhole(one, wholeBefore(all, one.mark)) : undefined;
}

function listedAlone(
  marks: readonly EnglishMark[],
  all: Found,
): readonly (Attachment | undefined)[] {
  const kind = marks.find((mark) => mark.kind !== undefined)?.kind;
  return listedOf(marks).map((at) => {
    const whole = wholeBefore(all, at);
    const named = whole?.kind ?? kind;
    return named && namedPart(marks, at, named, whole);
  });
}

/** "Of the 120 people killed, 45 were children and 12 women"; "Among the dead, 12 were women". */
function listedOf(marks: readonly EnglishMark[]): readonly number[] {
  const signs = marks.map(({ sign }) => sign).join("");
  const opening = /^(?:[fi](?:[CPE]{1,2}[VSD]?|[VSDTH]|BV)(?:[ie][oP]{1,3})?|U),/.exec(signs);
  const kind = marks.slice(0, opening?.[0].length).some((mark) => mark.kind !== undefined);
  if (opening === null || !kind) return [];
  const rest = /^(?:B(?:b?P),?&?){1,6}/.exec(signs.slice(opening[0].length));
  const from = opening[0].length;
  return rest === null
    ? []
    : indices(from, from + rest[0].length).filter((at) => marks[at]?.sign === "B");
}

function partOf(
  marks: readonly EnglishMark[],
  at: number,
  kind: Kind,
  whole: Attachment | undefined,
): Attachment | undefined {
  const own = marks[at]?.sign === "H" ? marks[at]?.kind : undefined;
  const part = attach(marks, at, at, own ?? kind);
  if (part === undefined) return undefined;
  const who =
    kind === "munitions" && whole !== undefined && marks[at]?.sign === "B" ? whole.who : part.who;
  if (whole === undefined) return { ...part, ofBefore: "kind" };
  return { ...part, who, whole: whole.mark };
}

function withWhole(one: Attachment, whole: Attachment | undefined): Attachment {
  const isItself = whole?.mark === one.mark;
  return whole === undefined || isItself
    ? { ...one, ofBefore: "kind" }
    : { ...one, whole: whole.mark };
}

/** What stands apart from a part is a part of its whole. */
function wholeBefore(all: Found, at: number): Attachment | undefined {
  const [nearest] = [...all.values()]
    .filter(({ mark }) => mark < at)
    .toSorted((a, b) => b.mark - a.mark);
  const isFar = nearest !== undefined && at - nearest.mark > 3;
  return isFar && nearest.whole !== undefined ? all.get(nearest.whole) : nearest;
}

function wholeAfter(all: ReadonlyMap<number, Attachment>, at: number): Attachment | undefined {
  return [...all.values()].filter(({ mark }) => mark > at).toSorted((a, b) => a.mark - b.mark)[0];
}

/** "Among the dead were 12 children": a sentence of its own; the harm is what is named. */
function kindAt(marks: readonly EnglishMark[], at: number): Kind | undefined {
  const isFirst = at < 2;
  return marks[at]?.kind ?? marks[at - 1]?.kind ?? (isFirst ? marks[at + 1]?.kind : undefined);
}

/** "12 of them children", "27 of whom remain in custody", "four of those killed were children". */
function ofThem(
  marks: readonly EnglishMark[],
  at: number,
  all: ReadonlyMap<number, Attachment>,
): Attachment | undefined {
  const known = all.get(at);
  const before = [...all.values()]
    .filter(({ mark }) => mark < at)
    .toSorted((a, b) => b.mark - a.mark);
  const own = marks[at]?.kind;
  if (known !== undefined) {
    const whole =
      before.find(({ kind, whole }) => kind === known.kind && whole === undefined) ?? before[0];
    return withWhole(known, whole);
  }
  const [whole] = before;
  const kind = own ?? whole?.kind;
  if (kind === undefined) return anyPart(namedPart(marks, at, "killed", undefined));
  return namedPart(marks, at, kind, whole) ?? partThere(marks, at, kind, whole);
}

/** "Eleven of them were children": what happened to them is said before. */
function anyPart(part: Attachment | undefined): Attachment | undefined {
  return part && { ...part, ofBefore: "any" };
}

/** "43 deaths, 21 of them in Kerala". */
function partThere(
  marks: readonly EnglishMark[],
  at: number,
  kind: Kind,
  whole: Attachment | undefined,
): Attachment | undefined {
  const isThere = marks[at - 1]?.sign === "," && /^[ie]$/.test(marks[at + 1]?.sign ?? "");
  return isThere && whole !== undefined ? partOf(marks, at, kind, whole) : undefined;
}

/** The word behind it says who: "12 of them children", "45 were children". */
function namedPart(
  marks: readonly EnglishMark[],
  at: number,
  kind: Kind,
  whole: Attachment | undefined,
): Attachment | undefined {
  const mark = marks[at];
  const next = marks[at + 1]?.sign === "b" ? marks[at + 2] : marks[at + 1];
  const isBare = mark?.sign === "B" || mark?.counted?.isOfThem === true;
  if (!isBare || next?.sign !== "P") return undefined;
  const part = attach(marks, at, at, kind);
  return part && withWhole({ ...part, who: next.who ?? part.who, last: next.last }, whole);
}
