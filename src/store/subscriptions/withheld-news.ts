import { sql, type Transaction } from "kysely";
import { isCancellable } from "../outbox/states.ts";
import { newsFrom } from "./schedules.ts";
import type { Tables } from "../tables.ts";

/** A chat, or with a thread one place of it. */
export interface Reach {
  readonly chatId: number;
  readonly threadId?: number;
}

/**
 * True of every row, as a run goes after its rows. No index of the outbox begins with the chat:
 * this lets the one of runs and chats find all of a chat's rows, whatever their state.
 */
export const isOfKnownRun = sql<boolean>`outbox.run_id in (select id from runs)`;

/**
 * Cancels what waits for these places, and keeps for each subscription where the news begins that
 * it has not been given: with the oldest cancelled message, and else where its next digest would
 * have begun. Doing it twice changes nothing.
 */
export async function withholdNews(
  trx: Transaction<Tables>,
  reach: Reach,
  reason: string,
): Promise<void> {
  const { chatId, threadId } = reach;
  const subscriptions = await trx
    .selectFrom("subscriptions")
    .select(["id", "thread_id", "schedule_id", "news_from", "after_run"])
    .where("chat_id", "=", chatId)
    .$if(threadId !== undefined, (query) => query.where("thread_id", "=", threadId ?? 0))
    .execute();
  for (const subscription of subscriptions) {
    const waiting = await waitingFrom(trx, { chatId, threadId: subscription.thread_id });
    const begins = [await newsFrom(trx, subscription), waiting].filter((from) => from !== null);
    if (begins.length === 0) continue;
    await trx
      .updateTable("subscriptions")
      .set({ news_from: Math.min(...begins) })
      .where("id", "=", subscription.id)
      .execute();
  }
  await trx
    .updateTable("outbox")
    .set({ state: "dead", reason, not_before: null })
    .where("chat_id", "=", chatId)
    .where(isCancellable)
    .$if(threadId !== undefined, (query) =>
      query.where("thread_id", "=", threadId ?? 0).where("subscription_id", "is not", null),
    )
    .execute();
}

/** Where the news begins of what waits for a place. */
async function waitingFrom(trx: Transaction<Tables>, place: Required<Reach>) {
  const { begins } = await trx
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "outbox.message_id")
    .select((select) => select.fn.min("messages.news_from").as("begins"))
    .where("chat_id", "=", place.chatId)
    .where("thread_id", "=", place.threadId)
    .where("subscription_id", "is not", null)
    .where(isCancellable)
    .executeTakeFirstOrThrow();
  return begins;
}

/**
 * Runs pass by what is not active in a chat, and move their schedule's window on: where the news of
 * such a subscription begins must stand in itself.
 */
export async function keepNewsWaiting(trx: Transaction<Tables>, chatId: number): Promise<void> {
  await trx
    .updateTable("subscriptions")
    .set((row) => ({
      news_from: row
        .selectFrom("schedules")
        .select("window_from")
        .whereRef("schedules.id", "=", "subscriptions.schedule_id"),
    }))
    .where("chat_id", "=", chatId)
    .where("news_from", "is", null)
    .where((row) =>
      row.or([
        row("state", "=", "paused"),
        row.exists(
          row
            .selectFrom("chats")
            .select("id")
            .where("id", "=", chatId)
            .where("chats.state", "!=", "active"),
        ),
      ]),
    )
    .execute();
}
