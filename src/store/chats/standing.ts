import type { Kysely } from "kysely";
import { withholdNews } from "../subscriptions/withheld-news.ts";
import { queueAgain } from "../ledger/ledger.ts";
import { tellAgain } from "../ledger/replies.ts";
import { isCancellable } from "../outbox/states.ts";
import type { Place } from "../subscriptions/subscriptions.ts";
import type { Tables } from "../tables.ts";
import type { ChatTable } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

// What Telegram says about a chat. Each of these is one transaction (the caller's, if it has one)
// and may be repeated at will. They cancel what is `pending` or `retry`, and keep its news; whoever
// sends a row that is `sending` keeps that of it, before or after. A crash in between sends the row
// once more, and it is refused again.

const hour = 3_600_000;
const day = 24 * hour;

/** Between two sightings that make a chat gone; two of one digest's tries are nearer. */
const missedFor = hour;

/** A sighting that no other confirmed in this time is forgotten. */
const missedUntil = 2 * day;

/** How long after a refusal a paused chat is asked again. */
export const probeEvery = day;

/**
 * Nothing can be sent to a chat any more. What waits for it is cancelled, and its subscriptions
 * stay: when it returns, one digest holds all that it has missed. True where that is new.
 */
export function leaveChat(
  db: Kysely<Tables>,
  chatId: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  const change = { state: "inactive", reason, probe_at: null } as const;
  return silence(db, chatId, { change, from: ["active", "paused"] }, now);
}

/**
 * A chat can be sent to again. No new message is sent by that; those that are there are corrected,
 * and it is told of corrections that it was not told of while we might not write.
 * True where that is new.
 */
export async function returnChat(db: Kysely<Tables>, chatId: number, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("chats")
      .set({ state: "active", reason: null, state_since: now.getTime() })
      .set({ probe_at: null, missed_at: null })
      .where("id", "=", chatId)
      .where((row) => row.or([row("state", "!=", "active"), row("missed_at", "is not", null)]))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await queueAgain(trx, chatId);
    await tellAgain(trx, chatId, now);
    return true;
  });
}

/** Whether nothing can be sent to a chat; a paused one is there. */
export async function isInactive(db: Kysely<Tables>, chatId: number): Promise<boolean> {
  const row = await db
    .selectFrom("chats")
    .select("state")
    .where("id", "=", chatId)
    .executeTakeFirst();
  return row?.state === "inactive";
}

/**
 * We may not write in a chat. Its news waits as that of one that is gone; it is asked again every
 * day (see probes.ts). True where that is new.
 */
export function pauseChat(
  db: Kysely<Tables>,
  chatId: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  const change = { state: "paused", reason, probe_at: now.getTime() + probeEvery } as const;
  return silence(db, chatId, { change, from: ["active"] }, now);
}

interface Silence {
  readonly change: Pick<ChatTable, "probe_at"> & {
    readonly state: "paused" | "inactive";
    readonly reason: string;
  };
  /** The states that it is a change from. */
  readonly from: readonly ("active" | "paused")[];
}

/** Cancels what waits for a chat and keeps its news, whatever its state; true where that is new. */
async function silence(
  db: Kysely<Tables>,
  chatId: number,
  { change, from }: Silence,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await withholdNews(trx, { chatId }, change.reason);
    const { numUpdatedRows } = await trx
      .updateTable("chats")
      .set({ ...change, state_since: now.getTime(), missed_at: null })
      .where("id", "=", chatId)
      .where("state", "in", from)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
}

/** A forum topic (General, where the thread is 0) takes no messages. True where that is new. */
export async function pauseTopic(db: Kysely<Tables>, place: Place): Promise<boolean> {
  const { chatId, threadId } = place;
  return inTransaction(db, async (trx) => {
    await withholdNews(trx, { chatId, threadId }, "topic closed");
    const { numUpdatedRows } = await trx
      .updateTable("subscriptions")
      .set({ state: "paused", reason: "topic closed" })
      .where("chat_id", "=", chatId)
      .where("thread_id", "=", threadId)
      .where("state", "=", "active")
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
}

/** A forum topic is open again. True where that is new. */
export async function resumeTopic(db: Kysely<Tables>, place: Place): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("subscriptions")
    .set({ state: "active", reason: null })
    .where("chat_id", "=", place.chatId)
    .where("thread_id", "=", place.threadId)
    .where("state", "=", "paused")
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Telegram says that it knows no such chat, which may be a mistake of ours. Only when it says so
 * again, at least an hour later, is the chat gone; what waits for it waits until then.
 */
export async function missChat(
  db: Kysely<Tables>,
  chatId: number,
  now: Date,
): Promise<"waiting" | "gone"> {
  return inTransaction(db, async (trx) => {
    const chat = await trx
      .selectFrom("chats")
      .select("missed_at")
      .where("id", "=", chatId)
      .executeTakeFirst();
    const at = now.getTime();
    const known = chat?.missed_at ?? at;
    const first = at - known > missedUntil ? at : known;
    if (chat === undefined || at - first >= missedFor) {
      await leaveChat(trx, chatId, "not found", now);
      return "gone";
    }
    await trx.updateTable("chats").set({ missed_at: first }).where("id", "=", chatId).execute();
    await trx
      .updateTable("outbox")
      .set({ state: "retry", not_before: first + missedFor })
      .where("chat_id", "=", chatId)
      .where(isCancellable)
      .where((row) =>
        row.or([row("not_before", "is", null), row("not_before", "<", first + missedFor)]),
      )
      .execute();
    return "waiting";
  });
}
