import { changeOf, isMaterial, isTold } from "../../domain/change.ts";
import { countHolders, holdersOf } from "../../store/ledger/holders.ts";
import type { StoredRevision } from "../../store/revisions/bodies.ts";
import type { Database } from "../../store/tables.ts";
import { describeChange, type Told } from "./told-change.ts";

interface Comparison {
  /** The latest first. */
  readonly revisions: readonly StoredRevision[];
  readonly now: Told;
  /** Chats above which an editor confirms. */
  readonly confirmAbove: number;
}

/** Revisions that readers hold, from which the same is told of the change. */
interface Shown {
  readonly numbers: readonly number[];
  readonly change: readonly string[];
  readonly isNoticed: boolean;
}

/**
 * What a save of a story would send, in lines: for those who hold messages the figures that change,
 * and how many they are. None where its figures are those of the latest revision: that one is on its
 * way already, or was declined.
 */
export async function storyReach(
  db: Database,
  { revisions, now, confirmAbove }: Comparison,
): Promise<readonly string[]> {
  const [last] = revisions;
  if (last === undefined || !isMaterial(changeOf(last.story, now.story))) return [];
  const { id } = now.story;
  const holders = await holdersOf(db, id);
  const held = [...holders.keys()];
  const shown = [...shownKept(revisions, held, now), ...shownLost(revisions, held, id)];
  if (shown.length === 0) {
    return [...describeChange(toldOf(last), now), "  no message shows anything else"];
  }
  const lines: string[] = [];
  for (const { numbers, change, isNoticed } of shown) {
    const { messages, chats } = countHolders(holders, numbers);
    const edits = `  edits ${counted(messages, "message")} in ${counted(chats, "chat")}`;
    lines.push(...change, isNoticed ? `${edits}, and tells ${counted(chats, "chat")}` : edits);
  }
  const all = countHolders(
    holders,
    shown.flatMap(({ numbers }) => numbers),
  );
  const waits = `  waits for /confirm: ${all.chats} chats are more than ${confirmAbove}`;
  return all.chats > confirmAbove ? [...lines, waits] : lines;
}

function shownKept(
  revisions: readonly StoredRevision[],
  held: readonly number[],
  now: Told,
): readonly Shown[] {
  const changed = revisions.filter(
    ({ number, story }) => held.includes(number) && isMaterial(changeOf(story, now.story)),
  );
  const alike = Map.groupBy(changed, (was) => describeChange(toldOf(was), now).join("\n"));
  return [...alike].map(([change, some]) => ({
    numbers: some.map(({ number }) => number),
    change: change.split("\n"),
    isNoticed: some.some(({ story }) => isTold(changeOf(story, now.story))),
  }));
}

/** What a store of before did not keep is told anew, as if it had changed, and without a notice. */
function shownLost(
  revisions: readonly StoredRevision[],
  held: readonly number[],
  id: string,
): readonly Shown[] {
  const kept = new Set(revisions.map(({ number }) => number));
  const numbers = held.filter((number) => !kept.has(number));
  const change = [`${id}: told anew where a revision is shown that is not kept`];
  return numbers.length === 0 ? [] : [{ numbers, change, isNoticed: false }];
}

function toldOf({ story, sources }: StoredRevision): Told {
  return { story, sources: new Map(sources.map((source) => [source.id, source])) };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
