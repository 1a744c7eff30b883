import { hedgeBefore } from "./amounts.ts";
import { each, kindOf, type Attachments } from "./attachments.ts";
import type { Count } from "./count.ts";
import { jointKind } from "./counted.ts";
import type { ArabicMark } from "./marks.ts";
import { eithers, furtherHarms, harms, jointHarms, singles, tolls } from "./patterns.ts";
import type { Word } from "./words.ts";

/** Attaches counts to what happened to those counted; the more particular patterns come first. */
export function attachHarms(
  words: readonly Word[],
  marks: readonly ArabicMark[],
  attached: Attachments,
): void {
  attachHarmed(marks, attached);
  each(marks, furtherHarms, (group) => {
    const kind = kindOf(marks, group("harm"));
    if (kind !== undefined) attached.set(group("count"), { kind, harm: group("harm") });
  });
  each(marks, jointHarms, (group) => {
    const kind = jointKind(marks[group("first")] ?? {}, marks[group("harm")] ?? {});
    if (kind === "killed_or_injured") attached.set(group("count"), { kind, harm: group("first") });
  });
  each(marks, harms, (group) => {
    const kind = kindOf(marks, group("harm"));
    if (kind === undefined || attached.has(group("count"))) return;
    attached.set(group("count"), { kind, harm: group("harm") });
  });
  attachTolls(words, marks, attached);
  each(marks, eithers, (group) => attached.set(group("count"), { kind: "killed_or_injured" }));
}

/** «12 قتيلا» says by itself what happened; «قتيل» does so in some places. */
function attachHarmed(marks: readonly ArabicMark[], attached: Attachments): void {
  for (const [index, { count }] of marks.entries()) {
    if (count?.kind !== undefined && isHarmOfItself(count)) {
      attached.set(index, { kind: count.kind });
    }
  }
  each(marks, singles, (group) => {
    const kind = marks[group("count")]?.count?.kind;
    if (kind !== undefined) attached.set(group("count"), { kind });
  });
}

/** «خيمة نازحين» are not two of them. */
function isHarmOfItself({ type, doubts }: Count): boolean {
  return type === "k" && !doubts.includes("two_or_many");
}

function attachTolls(
  words: readonly Word[],
  marks: readonly ArabicMark[],
  attached: Attachments,
): void {
  each(marks, tolls, (group) => {
    const kind = kindOf(marks, group("harm"));
    const own = attached.get(group("count"));
    if (kind === undefined || (own !== undefined && own.kind !== kind)) return;
    const qualifier = hedgeBefore(words, marks[group("reach")]?.first ?? -1);
    const who = marks[group("harm")]?.who;
    attached.set(group("count"), {
      ...own,
      kind,
      harm: group("harm"),
      ...(qualifier !== undefined && { qualifier }),
      ...(who !== undefined && { who }),
    });
  });
}
