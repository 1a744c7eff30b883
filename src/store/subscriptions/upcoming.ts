import type { Transaction } from "kysely";
import { withoutAlerted } from "../../domain/alerted.ts";
import type { News } from "../../domain/digest.ts";
import type { Window } from "../../domain/time/due.ts";
import { alertedBy, alertRuns } from "../runs/alert-runs.ts";
import { newsOf } from "../revisions/news.ts";
import { newsFrom } from "./schedules.ts";
import type { Place } from "./subscriptions.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** What the next digest of a place would tell if it were due now. */
export interface Upcoming {
  readonly news: readonly News[];
  /** None for all. */
  readonly topics: readonly string[];
  readonly window: Window;
}

/**
 * What would come now for a place: what it was not given yet, without the alerts that it got.
 * Undefined where it is not subscribed.
 */
export function readUpcoming(
  db: Database,
  { chatId, threadId }: Place,
  now: Date,
): Promise<Upcoming | undefined> {
  return inTransaction(db, async (trx) => {
    const subscription = await trx
      .selectFrom("subscriptions")
      .select(["id", "schedule_id", "news_from", "after_run", "topics"])
      .where("chat_id", "=", chatId)
      .where("thread_id", "=", threadId)
      .executeTakeFirst();
    if (subscription === undefined) return undefined;
    const from = new Date((await newsFrom(trx, subscription)) ?? now);
    const window = { from, until: new Date(Math.max(now.getTime() + 1, from.getTime())) };
    const alerts = await receivedAlerts(trx, { chatId, threadId }, window);
    const alerted = await alertedBy(trx, alerts, window.until);
    const news = withoutAlerted(await newsOf(trx, window), alerted);
    const topics = subscription.topics === "" ? [] : subscription.topics.split(",");
    return { news, topics, window };
  });
}

/** The runs of the alerts of a window of which a place has a message, sent or to be sent. */
async function receivedAlerts(
  trx: Transaction<Tables>,
  place: Place,
  window: Window,
): Promise<readonly number[]> {
  const runs = await alertRuns(trx, window);
  if (runs.length === 0) return [];
  const ids = runs.map(({ id }) => id);
  const rows = await trx
    .selectFrom("outbox")
    .select("run_id")
    .distinct()
    .where("chat_id", "=", place.chatId)
    .where("thread_id", "=", place.threadId)
    .where("state", "!=", "dead")
    .where("run_id", "in", ids)
    .execute();
  return rows.map(({ run_id }) => run_id);
}
