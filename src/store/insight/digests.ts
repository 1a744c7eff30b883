import type { Database } from "../tables.ts";
import { inSlices, sliceSize } from "./slices.ts";

/** What became of the digests since a moment. */
export interface DigestCounts {
  /** Since when messages were counted: later than asked for where they are very many. */
  readonly since: Date;
  /** Digests that were made, and those of them that were made a minute or more after their slot. */
  readonly made: number;
  readonly late: number;
  readonly sent: number;
  /** Messages that were given up, by reason, the most frequent first. */
  readonly dead: readonly { readonly reason: string; readonly count: number }[];
}

/** Milliseconds after its slot from which a digest is late. */
const minute = 60_000;

/** Rows of the outbox that are looked at, the newest first. */
const mostRows = 500_000;

/** Counts the digests since a moment, from the newest back, without holding others up. */
export async function countDigests(db: Database, since: Date): Promise<DigestCounts> {
  const runs = await runsSince(db, since);
  const digests = [...runs.values()].filter(({ kind }) => kind === "digest");
  const { sent, dead, cut } = await countEnds(db, runs);
  return {
    since: cut === undefined ? since : new Date(cut.made),
    made: digests.length,
    late: digests.filter(({ made, slot }) => made - slot >= minute).length,
    sent,
    dead: [...dead]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((one, other) => other.count - one.count),
  };
}

type Runs = ReadonlyMap<number, MadeRun>;

/** `cut`: the run at which it was enough. */
async function countEnds(db: Database, runs: Runs) {
  const oldest = Math.min(...runs.keys());
  const dead = new Map<string, number>();
  let [sent, seen, before] = [0, 0, Number.MAX_SAFE_INTEGER];
  let cut: MadeRun | undefined;
  await inSlices(async () => {
    const rows = await sliceBefore(db, before);
    for (const { state, reason, count } of rows.filter(isOfDigest)) {
      if (state === "sent") sent += count;
      if (state === "dead") dead.set(reason ?? "", (dead.get(reason ?? "") ?? 0) + count);
    }
    before = Math.min(...rows.map(({ first }) => first));
    seen += rows.reduce((sum, { count }) => sum + count, 0);
    if (rows.every(({ run_id: id }) => id < oldest)) return "over";
    if (seen < mostRows) return "more";
    cut = runs.get(rows.at(-1)?.run_id ?? oldest);
    return "over";
  });

  function isOfDigest({ run_id: id }: { readonly run_id: number }): boolean {
    return runs.get(id)?.kind === "digest";
  }

  return { sent, dead, cut };
}

interface MadeRun {
  readonly kind: string;
  readonly slot: number;
  readonly made: number;
}

/** Runs count up: the newest ones, until one is older. */
async function runsSince(db: Database, since: Date): Promise<Runs> {
  const runs = new Map<number, MadeRun>();
  let before = Number.MAX_SAFE_INTEGER;
  await inSlices(async () => {
    const rows = await db
      .selectFrom("runs")
      .select(["id", "kind", "slot", "made_at"])
      .where("id", "<", before)
      .orderBy("id", "desc")
      .limit(1000)
      .execute();
    for (const { id, kind, slot, made_at: made } of rows) {
      before = id;
      if (made < since.getTime()) return "over";
      runs.set(id, { kind, slot, made });
    }
    return rows.length === 0 ? "over" : "more";
  });
  return runs;
}

/** The newest rows before an id, counted by run and end. */
function sliceBefore(db: Database, before: number) {
  const slice = db
    .selectFrom("outbox")
    .select(["id", "run_id", "state", "reason"])
    .where("id", "<", before)
    .orderBy("id", "desc")
    .limit(sliceSize);
  return db
    .selectFrom(slice.as("slice"))
    .select(["run_id", "state", "reason", (row) => row.fn.countAll<number>().as("count")])
    .select((row) => row.fn.min<number>("id").as("first"))
    .groupBy(["run_id", "state", "reason"])
    .orderBy("run_id", "desc")
    .execute();
}
