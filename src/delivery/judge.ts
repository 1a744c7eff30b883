import { setImmediate } from "node:timers/promises";
import { changeOf, isMaterial, isTold } from "../domain/change.ts";
import type { Log } from "../log.ts";
import type { Made } from "../rendering/message/message.ts";
import type { ToldRevision } from "../rendering/changes/told-revision.ts";
import {
  judge,
  readUnjudged,
  type Judged,
  type Unjudged,
  type Verdict,
} from "../store/ledger/judging.ts";
import type { Database } from "../store/tables.ts";
import type { Rendering } from "./rendering.ts";
import { madeOf, stored } from "./stored.ts";
import { toldReader, type ReadTold } from "./told-reader.ts";

export interface JudgeParts {
  readonly db: Database;
  readonly rendering: Rendering;
  readonly now: () => Date;
  /** Told of each content that cannot be made, each time. */
  readonly complain: Complain;
  /** IANA; the days of changes are those of this zone. */
  readonly defaultZone: string;
  /** Nothing is begun once it is aborted. */
  readonly signal?: AbortSignal;
}

export type Complain = (shownId: number, error: unknown) => void;

/** Logs each content that cannot be corrected once, however often that is tried. */
export function complainOnce(log: Log): Complain {
  const known = new Set<number>();
  return (shownId, error) => {
    if (known.has(shownId)) return;
    known.add(shownId);
    log.error({ shown: shownId, error: String(error) }, "a message cannot be corrected");
  };
}

/** Contents that are read together, and written in one commit: each waits for the disk. */
const together = 10;

/**
 * Compares every content that somebody may hold with the revision that its stories have settled at,
 * and makes the outdated ones anew. A content that cannot be made is complained of, and tried
 * again with the next call.
 */
export async function judgeShown(parts: JudgeParts): Promise<void> {
  const { db, now, complain, signal } = parts;
  const read = toldReader(db, parts.defaultZone);
  const failed = new Set<number>();
  const isStopped = () => signal?.aborted === true;
  while (!isStopped()) {
    const all = await readUnjudged(db, together + failed.size);
    const unjudged = all.filter(({ id }) => !failed.has(id));
    if (unjudged.length === 0) return;
    const judged: Judged[] = [];
    for (const content of unjudged) {
      try {
        judged.push({ content, verdict: await verdictOf(parts, content, read) });
      } catch (error) {
        failed.add(content.id);
        complain(content.id, error);
      }
      await setImmediate();
    }
    await judge(db, judged, now());
  }
}

/** One story at a time, the first that settled: its new content is judged for the next. */
async function verdictOf(
  parts: JudgeParts,
  { shown, settled }: Unjudged,
  read: ReadTold,
): Promise<Verdict> {
  const { made, keyboard } = madeOf(shown);
  const stories = Object.entries(settled).toSorted(([, a], [, b]) => a.runId - b.runId);
  for (const [story, { number, runId }] of stories) {
    const told = toldAnew(made.shows[story] ?? [], number, await read(story));
    if (told === undefined) continue;
    const message = parts.rendering.correct(made, keyboard, new Map([[story, told.revisions]]));
    const notice = isNotice(made, story) ? undefined : noticeOf(parts, told, made);
    return {
      type: "outdated",
      runId,
      message: stored(message),
      ...(notice && { notice: stored(notice) }),
    };
  }
  return { type: "current" };
}

/** A story that a message is to show at a later revision. */
interface Told {
  /** Those that the message has shown, as far as they are known, and the later one. */
  readonly revisions: readonly ToldRevision[];
  /** The last one that it has shown and the later one, where readers are told of the difference. */
  readonly noticed?: readonly [ToldRevision, ToldRevision];
}

/** Undefined where the message shows what it is to show. */
function toldAnew(
  chain: readonly number[],
  number: number,
  revisions: ReadonlyMap<number, ToldRevision>,
): Told | undefined {
  const last = chain.at(-1) ?? 0;
  const now = revisions.get(number);
  if (now === undefined || last >= number) return undefined;
  const known = chain.map((one) => revisions.get(one)).filter((one) => one !== undefined);
  const told = { revisions: [...known, now] };
  const was = revisions.get(last);
  if (was === undefined) return told;
  const change = changeOf(was.story, now.story);
  if (change.isExplanation) return explained(known, now);
  if (!isMaterial(change)) return undefined;
  return isTold(change) ? { ...told, noticed: [was, now] } : told;
}

/** A change that was told without a reason is told anew with it, where it was told. */
function explained(known: readonly ToldRevision[], now: ToldRevision): Told | undefined {
  const [was, last] = known.slice(-2);
  if (was === undefined || last === undefined) return undefined;
  const change = changeOf(was.story, now.story);
  const isUnexplained = changeOf(was.story, last.story).note === undefined;
  if (!isUnexplained || !isMaterial(change)) return undefined;
  const revisions = [...known.slice(0, -1), now];
  return isTold(change) ? { revisions, noticed: [was, now] } : { revisions };
}

function noticeOf({ rendering }: JudgeParts, { noticed }: Told, { printing }: Made) {
  return noticed && rendering.correctionNotice(noticed, printing);
}

/** Who holds a notice holds, or held, the message that it was about. */
function isNotice({ pieces }: Made, story: string): boolean {
  return pieces.every(({ of }) => of?.story !== story || of.form.type === "notice");
}
