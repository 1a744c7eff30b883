import { sql, type Transaction } from "kysely";
import { isHeld, type Lease } from "../lease.ts";
import type { Candidate } from "./candidate.ts";
import { peekOutbox } from "./candidates.ts";
import { keepDoubtful } from "./doubt.ts";
import { bury, close } from "./ending.ts";
import { writeLandings } from "./land.ts";
import type { Flown, Landed } from "./landing.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** A row whose intent is committed: it is sent now. */
export interface TakenRow extends Candidate, Flown {
  /** 1 for the first time. */
  readonly attempt: number;
  readonly html: string;
  /** JSON of a keyboard. */
  readonly keyboard: string | null;
  /** JSON of a picture. */
  readonly picture: string | null;
}

/** Which of the candidates go now, and until when others wait. The rest stay as they are. */
export interface Choice {
  readonly go: readonly Candidate[];
  readonly wait: readonly { readonly id: number; readonly until: Date }[];
}

export interface OutboxTurn {
  readonly lease: Lease;
  readonly now: Date;
  readonly landed: readonly Landed[];
  /** How many may be taken, at most; 0 only writes what has landed. */
  readonly room: number;
  /** Pure: it is asked inside the transaction. */
  readonly choose: (candidates: readonly Candidate[]) => Choice;
}

export type OutboxTurned =
  /** The lease is somebody else's: nothing was taken. */
  | { readonly type: "lost" }
  | {
      readonly type: "turned";
      readonly taken: readonly TakenRow[];
      /** Others may be ready now, behind those that were made to wait. */
      readonly more: boolean;
      /** When the next of those that wait may go. */
      readonly nextAt?: Date;
    };

/** Rows woken in one turn; more of them only wait for the next. */
const wokenAtOnce = 100;

/**
 * One transaction: writes what has landed, wakes what has waited, and commits the intent to send
 * what was chosen. Nothing may be sent that this did not return. What it costs depends on `room` and
 * on how many runs are under way, never on how many rows wait.
 */
export async function turnOutbox(db: Database, turn: OutboxTurn): Promise<OutboxTurned> {
  return inTransaction(db, async (trx) => {
    await writeLandings(trx, turn.landed, turn.now);
    if (!(await isHeld(trx, turn.lease))) return { type: "lost" };
    if (turn.room <= 0) return { type: "turned", taken: [], more: false };
    await wake(trx, turn.now);
    const { candidates, more } = await peekOutbox(trx, turn.room * 2 + 20, turn.now);
    const lapsed = candidates.filter((candidate) => candidate.lapsed !== undefined);
    await bury(trx, lapsed, turn.now);
    const wanted = candidates.filter(({ lapsed }) => lapsed === undefined);
    await close(
      trx,
      wanted.filter(({ needless }) => needless !== undefined),
    );
    const { go, wait } = turn.choose(wanted.filter(({ needless }) => needless === undefined));
    for (const { id, until } of wait) {
      await trx
        .updateTable("outbox")
        .set({ state: "retry", not_before: until.getTime() })
        .where("id", "=", id)
        .execute();
    }
    const taken = await take(trx, go, turn);
    const nextAt = await nextWaking(trx);
    return {
      type: "turned",
      taken,
      more: more && go.length < turn.room,
      ...(nextAt !== undefined && { nextAt }),
    };
  });
}

async function wake(trx: Transaction<Tables>, now: Date): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ state: "pending", not_before: null })
    .where("id", "in", (select) =>
      select
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", sql.lit("retry"))
        .where("not_before", "<=", now.getTime())
        .orderBy("not_before")
        .limit(wokenAtOnce),
    )
    .execute();
}

async function nextWaking(trx: Transaction<Tables>): Promise<Date | undefined> {
  const row = await trx
    .selectFrom("outbox")
    .select("not_before")
    .where("state", "=", sql.lit("retry"))
    .where("not_before", "is not", null)
    .orderBy("not_before")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.not_before === null ? undefined : new Date(row.not_before);
}

async function take(
  trx: Transaction<Tables>,
  go: readonly Candidate[],
  { lease: { epoch }, now }: OutboxTurn,
): Promise<readonly TakenRow[]> {
  if (go.length === 0) return [];
  const messages = await trx
    .selectFrom("messages")
    .select(["id", "html", "keyboard", "picture", "shown_id"])
    .where("id", "in", [...new Set(go.map(({ messageId }) => messageId))])
    .execute();
  const byId = new Map(messages.map((message) => [message.id, message]));
  const other = go.filter(
    ({ messageId, lastShownId }) => lastShownId !== byId.get(messageId)?.shown_id,
  );
  await keepDoubtful(
    trx,
    other.map(({ id }) => id),
    now,
  );
  await trx
    .updateTable("outbox")
    .set((row) => ({
      state: "sending",
      epoch,
      attempts: row("attempts", "+", 1),
      shown_id: row
        .selectFrom("messages")
        .select("messages.shown_id")
        .whereRef("messages.id", "=", "outbox.message_id"),
    }))
    .where(
      "id",
      "in",
      go.map(({ id }) => id),
    )
    .execute();
  return go.map((candidate) => {
    const message = byId.get(candidate.messageId);
    const { html, keyboard, picture, shown_id: shownId } = message ?? nothing;
    const attempt = candidate.attempts + 1;
    return { ...candidate, epoch, attempt, html, keyboard, picture, shownId };
  });
}

const nothing = { html: "", keyboard: null, picture: null, shown_id: null };
