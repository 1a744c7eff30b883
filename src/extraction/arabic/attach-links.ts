import { each, kindOf, type Attached, type Attachments } from "./attachments.ts";
import type { ArabicMark } from "./marks.ts";
import { dropJoins, drops, joins, parts, partsOfBefore, partsOfHarmed } from "./patterns.ts";

interface Link {
  readonly from: number;
  readonly to: number;
  readonly isPart: boolean;
}

/** Attaches parts to their wholes, and what is only named with «و» to what stands before it. */
export function attachLinks(marks: readonly ArabicMark[], attached: Attachments): void {
  each(marks, partsOfBefore, (group) => {
    if (!attached.has(group("to"))) attached.set(group("to"), { kind: "killed", ofBefore: "any" });
  });
  each(marks, partsOfHarmed, (group) => attachPartOf(marks, attached, group("harm"), group("to")));
  for (const link of linksOf(marks)) {
    if (link.isPart) attachPart(marks, attached, link);
    else attachSibling(marks, attached, link);
  }
}

/** From left to right, so that a list is followed to its end. */
function linksOf(marks: readonly ArabicMark[]): readonly Link[] {
  const links: Link[] = [];
  for (const [patterns, isPart] of [[parts, true] as const, [joins, false] as const]) {
    each(marks, patterns, (group) => links.push({ from: group("from"), to: group("to"), isPart }));
  }
  return links.toSorted((a, b) => a.to - b.to);
}

/** The whole is the last of its kind in the sentence, or stands in the sentence before. */
function attachPartOf(
  marks: readonly ArabicMark[],
  attached: Attachments,
  harm: number,
  to: number,
): void {
  const kind = kindOf(marks, harm);
  if (kind === undefined) return;
  const of = [...attached.keys()]
    .filter((index) => index < harm && attached.get(index)?.kind === kind)
    .toSorted((a, b) => b - a)[0];
  attached.set(to, of === undefined ? { kind, ofBefore: "kind" } : { kind, of });
}

function attachPart(marks: readonly ArabicMark[], attached: Attachments, { from, to }: Link): void {
  const whole = wholeOf(attached, from, to);
  if (whole === undefined || isDeep(attached, whole)) return;
  attached.set(to, { ...whoLike(marks, whole, from, to), kind: whole.kind, of: from });
}

function attachSibling(
  marks: readonly ArabicMark[],
  attached: Attachments,
  { from, to }: Link,
): void {
  const before = wholeOf(attached, from, to);
  if (before === undefined || !isNumberStandingAlone(marks, to)) return;
  const { kind, of, ofBefore } = before;
  if (attached.has(to) && of === undefined) return;
  attached.set(to, {
    ...whoLike(marks, before, from, to),
    kind,
    ...(of !== undefined && !isBesideWhole(marks, of, from, to) && { of }),
    ...(ofBefore && { ofBefore }),
  });
}

/** Nobody writes parts of parts of parts of parts; who follows them all has to come to an end. */
const mostNested = 3;

function isDeep(attached: Attachments, part: Attached): boolean {
  let depth = 1;
  for (let of = part.of; of !== undefined && depth <= mostNested; of = attached.get(of)?.of) {
    depth += 1;
  }
  return depth > mostNested;
}

/** What stands before, unless the count says itself that it is of another kind. */
function wholeOf(attached: Attachments, from: number, to: number): Attached | undefined {
  const before = attached.get(from);
  const own = attached.get(to);
  return own === undefined || own.kind === before?.kind ? before : undefined;
}

/** A number alone counts who was counted before it. */
function whoLike(marks: readonly ArabicMark[], before: Attached, from: number, to: number) {
  const who = before.who ?? marks[from]?.count?.who;
  return isNumber(marks[to]) && who !== undefined ? { who } : {};
}

/** «مقتل 9 مدنيين بينهم 3 أطفال في قرية و4 مدنيين …»: the latter stand beside the nine. */
function isBesideWhole(
  marks: readonly ArabicMark[],
  whole: number,
  from: number,
  to: number,
): boolean {
  return to - from > 2 && marks[whole]?.count?.base === marks[to]?.count?.base;
}

/** «و3 في حماة» goes on; «و3» before anything else may count anything. */
function isNumberStandingAlone(marks: readonly ArabicMark[], to: number): boolean {
  return !isNumber(marks[to]) || "p,;".includes(marks[to + 1]?.sign ?? ";");
}

function isNumber(mark: ArabicMark | undefined): boolean {
  return mark?.sign === "d" || mark?.sign === "h";
}

/** Munitions that were dropped, and those counted with them, by places. */
export function attachDrops(marks: readonly ArabicMark[], attached: Attachments): void {
  for (const [index, { count }] of marks.entries()) {
    // Nobody counts barrels for another reason.
    const isBarrel = count?.type === "m" && count.who === "barrel_bomb";
    if (isBarrel) attached.set(index, { kind: "munitions" });
  }
  each(marks, drops, (group) => attached.set(group("count"), { kind: "munitions" }));
  const links: Omit<Link, "isPart">[] = [];
  each(marks, dropJoins, (group) => links.push({ from: group("from"), to: group("to") }));
  for (const { from, to } of links.toSorted((a, b) => a.to - b.to)) {
    const isMunition = attached.get(from)?.kind === "munitions";
    if (isMunition && !attached.has(to)) attached.set(to, { kind: "munitions" });
  }
}
