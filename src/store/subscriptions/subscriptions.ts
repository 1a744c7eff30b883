import { isCancellable } from "../outbox/states.ts";
import type { Kysely, Transaction } from "kysely";
import { createSchedule, type Schedule } from "../../domain/time/schedule.ts";
import { keepChat, type KnownChat } from "../chats/chats.ts";
import { keepNewsWaiting } from "./withheld-news.ts";
import { follow, storedSchedule } from "./schedules.ts";
import type { Database, Tables } from "../tables.ts";
import type { SubscriptionTable } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

/** Where messages go: a chat, or a topic of a forum. */
export interface Place {
  readonly chatId: number;
  /** 0 for General and outside forums. */
  readonly threadId: number;
}

/** What a place gets, and when. */
export interface Wish {
  /** Ids; none for all topics. */
  readonly topics: readonly string[];
  readonly schedule: Schedule;
  readonly alerts: boolean;
  /** A line where nothing is new. */
  readonly emptyLine: boolean;
  readonly silent: boolean;
  /** The card of the first story after each digest. */
  readonly cards: boolean;
}

export interface Subscription extends Place, Wish {
  readonly id: number;
  /** When its next digest is due. */
  readonly dueAt: Date;
  /** Where the news of that digest begins. */
  readonly newsFrom: Date;
  /** `paused`: its forum topic is closed or deleted. */
  readonly state: SubscriptionTable["state"];
}

/** Who subscribes which place. */
export interface Subscriber {
  readonly chat: KnownChat;
  readonly threadId: number;
  /** Absent for an administrator who stays anonymous. */
  readonly personId?: number | undefined;
}

/**
 * Keeps what a place wants from now on; a paused subscription goes on. See `follow` for what a
 * changed schedule means for the news.
 */
export async function subscribe(
  db: Database,
  { chat, threadId, personId }: Subscriber,
  wish: Wish,
  now: Date,
): Promise<void> {
  const place = { chat_id: chat.id, thread_id: threadId };
  await inTransaction(db, async (trx) => {
    await keepChat(trx, chat, now);
    const known = await trx
      .selectFrom("subscriptions")
      .select(["id", "schedule_id", "news_from", "after_run"])
      .where("chat_id", "=", chat.id)
      .where("thread_id", "=", threadId)
      .executeTakeFirst();
    const values = {
      topics: wish.topics.toSorted().join(","),
      alerts: flag(wish.alerts),
      empty_line: flag(wish.emptyLine),
      silent: flag(wish.silent),
      cards: flag(wish.cards),
      state: "active" as const,
      reason: null,
      ...(personId !== undefined && { person_id: personId }),
      ...(await follow(trx, wish.schedule, known, now)),
    };
    const beginning = { ...place, after_run: 0, created_at: now.getTime() };
    await trx
      .insertInto("subscriptions")
      .values({ ...beginning, ...values })
      .onConflict((conflict) => conflict.columns(["chat_id", "thread_id"]).doUpdateSet(values))
      .execute();
    await keepNewsWaiting(trx, chat.id);
    if (personId !== undefined) await manage(trx, personId, chat.id);
  });
}

/** Ends a place's subscription and cancels what is queued for it; false where there was none. */
export async function unsubscribe(db: Database, place: Place): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("subscriptions")
      .where("chat_id", "=", place.chatId)
      .where("thread_id", "=", place.threadId)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("outbox")
      .set({ state: "dead", reason: "unsubscribed" })
      .where("chat_id", "=", place.chatId)
      .where("thread_id", "=", place.threadId)
      .where(isCancellable)
      .where("subscription_id", "is not", null)
      .execute();
    return numDeletedRows > 0n;
  });
}

export async function readSubscription(
  db: Database,
  place: Place,
): Promise<Subscription | undefined> {
  const all = await listSubscriptions(db, place.chatId);
  return all.find(({ threadId }) => threadId === place.threadId);
}

/** The subscriptions of a chat, General first. */
export async function listSubscriptions(
  db: Kysely<Tables>,
  chatId: number,
): Promise<readonly Subscription[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .innerJoin("schedules", "schedules.id", "subscriptions.schedule_id")
    .select(["subscriptions.id", "chat_id", "thread_id", "topics", "alerts", "empty_line"])
    .select(["silent", "cards", "state", "news_from", "key", "due_at", "window_from"])
    .where("chat_id", "=", chatId)
    .orderBy("thread_id")
    .execute();
  return rows.map(({ id, state, key, ...row }) => ({
    id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    topics: row.topics === "" ? [] : row.topics.split(","),
    schedule: storedSchedule(key),
    alerts: row.alerts === 1,
    emptyLine: row.empty_line === 1,
    silent: row.silent === 1,
    cards: row.cards === 1,
    dueAt: new Date(row.due_at),
    newsFrom: new Date(row.news_from ?? row.window_from),
    state,
  }));
}

/** Sets the zone of a chat, and with it of all its schedules. @throws RangeError for no zone. */
export async function chooseZone(
  db: Database,
  chat: KnownChat,
  zone: string,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await keepChat(trx, chat, now);
    await trx.updateTable("chats").set({ zone }).where("id", "=", chat.id).execute();
    const rows = await trx
      .selectFrom("subscriptions")
      .innerJoin("schedules", "schedules.id", "subscriptions.schedule_id")
      .select(["subscriptions.id", "schedule_id", "news_from", "after_run", "key"])
      .where("chat_id", "=", chat.id)
      .execute();
    for (const row of rows) {
      const { times, days } = storedSchedule(row.key);
      const schedule = createSchedule(times, days, zone);
      if (schedule === undefined) throw new RangeError(`${zone}: expected a time zone`);
      const followed = await follow(trx, schedule, row, now);
      await trx.updateTable("subscriptions").set(followed).where("id", "=", row.id).execute();
    }
    await keepNewsWaiting(trx, chat.id);
  });
}

async function manage(trx: Transaction<Tables>, personId: number, chatId: number): Promise<void> {
  if (personId === chatId) return;
  await trx
    .insertInto("managers")
    .values({ person_id: personId, chat_id: chatId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function flag(yes: boolean): 0 | 1 {
  return yes ? 1 : 0;
}
