import type { Transaction } from "kysely";
import { recordDelivered, type Delivered } from "./ledger/ledger.ts";
import { otherReplicas, type Replica } from "./replicas.ts";
import type { Database, InboxTable, Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

export interface Update {
  readonly updateId: number;
  readonly chatId: number;
  readonly body: string;
}

export interface TakenUpdate extends Update {
  /** 1 for the first time that the update is handled. */
  readonly attempt: number;
  readonly receivedAt: Date;
}

/**
 * Puts updates into the inbox in one transaction and returns those that were new. An id that is
 * already there is the same update delivered again: Telegram repeats what it saw no answer to.
 */
export async function storeUpdates(
  db: Database,
  updates: readonly Update[],
  now: Date,
): Promise<readonly number[]> {
  if (updates.length === 0) return [];
  const rows = updates.map((update) => ({
    update_id: update.updateId,
    chat_id: update.chatId,
    body: update.body,
    state: "new" as const,
    attempts: 0,
    received_at: now.getTime(),
  }));
  const stored = await db
    .insertInto("inbox")
    .values(rows)
    .onConflict((conflict) => conflict.column("update_id").doNothing())
    .returning("update_id")
    .execute();
  return stored.map((row) => row.update_id);
}

/** An update that was handled, or is set aside as `dead`. */
export interface ClosedUpdate {
  readonly updateId: number;
  readonly state: "done" | "dead";
}

export interface InboxTurn {
  /**
   * Who takes them; nobody, and nothing is taken. What another replica has in hand is left to it,
   * with all of that chat.
   */
  readonly replica: Replica | undefined;
  readonly closed: readonly ClosedUpdate[];
  /** What chats were shown meanwhile. */
  readonly delivered?: readonly Delivered[];
  /** Chats whose last update is still being handled. */
  readonly busyChats: readonly number[];
  /** How many chats may be taken on, at most. */
  readonly limit: number;
}

/**
 * One transaction: keeps what chats were shown, closes updates, of which only the id stays, for 48
 * hours, and takes the next to be handled, the oldest waiting one of each chat that is not busy. An
 * attempt is counted as it is taken, so that an update that kills the process is counted too.
 *
 * Order is that of the ids: Telegram counts up, and starts anew only after a week of silence.
 */
export async function turnInbox(
  db: Database,
  { replica, closed, delivered = [], busyChats, limit }: InboxTurn,
): Promise<readonly TakenUpdate[]> {
  return inTransaction(db, async (trx) => {
    await recordDelivered(trx, delivered);
    await closeUpdates(trx, closed);
    if (replica === undefined || limit <= 0) return [];
    const elsewhere = await chatsOf(trx, await otherReplicas(trx, replica));
    return takeUpdates(trx, replica, { busyChats: [...busyChats, ...elsewhere], limit });
  });
}

async function closeUpdates(
  trx: Transaction<Tables>,
  closed: readonly ClosedUpdate[],
): Promise<void> {
  for (const [state, ofState] of Map.groupBy(closed, ({ state }) => state)) {
    const ids = ofState.map(({ updateId }) => updateId);
    await trx
      .updateTable("inbox")
      .set({ state, body: null, chat_id: 0, holder: null })
      .where("update_id", "in", ids)
      .execute();
  }
}

/** The chats of which these replicas have an update in hand. */
async function chatsOf(
  trx: Transaction<Tables>,
  replicas: readonly string[],
): Promise<readonly number[]> {
  if (replicas.length === 0) return [];
  const rows = await trx
    .selectFrom("inbox")
    .select("chat_id")
    .distinct()
    .where("state", "=", "new")
    .where("holder", "in", replicas)
    .execute();
  return rows.map((row) => row.chat_id);
}

async function takeUpdates(
  trx: Transaction<Tables>,
  { name }: Replica,
  { busyChats, limit }: Pick<InboxTurn, "busyChats" | "limit">,
): Promise<readonly TakenUpdate[]> {
  const rows = await trx
    .selectFrom("inbox")
    .select(["update_id", "chat_id", "body", "attempts", "received_at"])
    .where("state", "=", "new")
    .$if(busyChats.length > 0, (query) => query.where("chat_id", "not in", busyChats))
    .orderBy("update_id")
    .limit(limit)
    .execute();
  const taken = firstOfEachChat(rows);
  const ids = taken.map(({ updateId }) => updateId);
  if (ids.length > 0) {
    await trx
      .updateTable("inbox")
      .set((set) => ({ attempts: set("attempts", "+", 1), holder: name }))
      .where("update_id", "in", ids)
      .execute();
  }
  return taken;
}

type WaitingRow = Pick<InboxTable, "update_id" | "chat_id" | "body" | "attempts" | "received_at">;

function firstOfEachChat(rows: readonly WaitingRow[]): readonly TakenUpdate[] {
  const first = new Map<number, WaitingRow>();
  for (const row of rows) if (!first.has(row.chat_id)) first.set(row.chat_id, row);
  return [...first.values()].map((row) => ({
    updateId: row.update_id,
    chatId: row.chat_id,
    body: row.body ?? "null",
    attempt: row.attempts + 1,
    receivedAt: new Date(row.received_at),
  }));
}

/** The bodies of those updates of a chat that wait behind one of them. */
export async function waitingBehind(
  db: Database,
  { updateId, chatId }: Pick<Update, "updateId" | "chatId">,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("inbox")
    .select("body")
    .where("chat_id", "=", chatId)
    .where("state", "=", "new")
    .where("update_id", ">", updateId)
    .execute();
  return rows.map(({ body }) => body ?? "null");
}

/** Telegram repeats an update for 24 hours at most; twice that is kept. */
const remembered = 48 * 3_600_000;

/** Forgets the ids of updates that were closed and came more than 48 hours ago. */
export async function pruneInbox(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom("inbox")
    .where("state", "!=", "new")
    .where("received_at", "<", now.getTime() - remembered)
    .execute();
}
