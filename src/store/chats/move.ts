import type { Transaction } from "kysely";
import { isOfKnownRun, withholdNews } from "../subscriptions/withheld-news.ts";
import { latestRun, newsFrom, type Scheduled } from "../subscriptions/schedules.ts";
import type { Database, Tables } from "../tables.ts";
import type { ChatType } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

interface Move {
  readonly from: number;
  readonly to: number;
}

/**
 * A group became a supergroup with an id of its own: everything that names it follows. What the new
 * chat has chosen already stays; doing it twice, whichever way we hear of it, changes nothing. A
 * basic group has no topics, so everything arrives in General. What was sent cannot be edited there
 * and loses the ids of its messages, which mean others in the new chat.
 */
export async function moveChat(db: Database, from: number, to: number): Promise<void> {
  if (from === to) return;
  const move = { from, to };
  await inTransaction(db, async (trx) => {
    await moveChoices(trx, move);
    const subscriptionId = await moveSubscriptions(trx, move);
    await moveManagers(trx, move);
    await moveOutbox(trx, move, subscriptionId);
    await moveLedger(trx, move);
  });
}

async function moveChoices(trx: Transaction<Tables>, { from, to }: Move): Promise<void> {
  const old = await trx.selectFrom("chats").selectAll().where("id", "=", from).executeTakeFirst();
  if (old === undefined) return;
  const type: ChatType = "supergroup";
  const known = await trx.selectFrom("chats").selectAll().where("id", "=", to).executeTakeFirst();
  if (known === undefined) {
    const alive = { state: "active", reason: null, state_since: null } as const;
    await trx
      .insertInto("chats")
      .values({ ...old, ...(old.state === "inactive" && alive), id: to, type, hold_until: null })
      .execute();
  } else {
    const { quiet_from, quiet_until } = known.quiet_from === null ? old : known;
    await trx
      .updateTable("chats")
      .set({ zone: known.zone ?? old.zone, quiet_from, quiet_until })
      .set({ title: known.title ?? old.title })
      .where("id", "=", to)
      .execute();
  }
  await trx.deleteFrom("chats").where("id", "=", from).execute();
}

/** Gives the one that stands for all of them; undefined where there is none. */
async function moveSubscriptions(
  trx: Transaction<Tables>,
  { from, to }: Move,
): Promise<number | undefined> {
  const chosen = await subscriptionsOf(trx, to, 0);
  const all = [...chosen, ...(await subscriptionsOf(trx, from))];
  const [kept, ...others] = all;
  if (kept === undefined) return undefined;
  for (const { thread_id } of others) {
    await withholdNews(trx, { chatId: from, threadId: thread_id }, "moved");
  }
  if (others.length > 0) await joinNews(trx, kept, others);
  // Runs under way may have passed the new id and not the old one: the next one takes its news.
  const news = { news_from: await newsFrom(trx, kept), after_run: await latestRun(trx) };
  await trx
    .updateTable("subscriptions")
    .set({ chat_id: to, thread_id: 0, ...(others.length === 0 && news) })
    .where("id", "=", kept.id)
    .execute();
  return kept.id;
}

async function subscriptionsOf(trx: Transaction<Tables>, chatId: number, threadId?: number) {
  return trx
    .selectFrom("subscriptions")
    .select(["id", "thread_id", "schedule_id", "news_from", "after_run"])
    .where("chat_id", "=", chatId)
    .$if(threadId !== undefined, (query) => query.where("thread_id", "=", threadId ?? 0))
    .orderBy("thread_id")
    .execute();
}

/** One subscription stands for all: what any of them was not given is news to it. */
async function joinNews(
  trx: Transaction<Tables>,
  kept: Scheduled,
  others: readonly Scheduled[],
): Promise<void> {
  const ids = others.map(({ id }) => id);
  const { begins } = await trx
    .selectFrom("subscriptions")
    .select((select) => select.fn.min("news_from").as("begins"))
    .where("id", "in", ids)
    .executeTakeFirstOrThrow();
  const known = [begins, await newsFrom(trx, kept)].filter((begin) => begin !== null);
  const newest = known.length === 0 ? null : Math.min(...known);
  await trx
    .updateTable("subscriptions")
    .set({ news_from: newest })
    .where("id", "=", kept.id)
    .execute();
  await trx.deleteFrom("subscriptions").where("id", "in", ids).execute();
}

async function moveManagers(trx: Transaction<Tables>, { from, to }: Move): Promise<void> {
  await trx
    .insertInto("managers")
    .columns(["person_id", "chat_id"])
    .expression((select) =>
      select
        .selectFrom("managers")
        .select((row) => ["person_id", row.val(to).as("chat_id")])
        .where("chat_id", "=", from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.deleteFrom("managers").where("chat_id", "=", from).execute();
}

async function moveOutbox(
  trx: Transaction<Tables>,
  { from, to }: Move,
  subscriptionId: number | undefined,
): Promise<void> {
  const rows = await trx
    .selectFrom("outbox")
    .select(["id", "run_id", "part", "subscription_id"])
    .where(isOfKnownRun)
    .where("chat_id", "=", from)
    .orderBy("thread_id")
    .execute();
  for (const { id, run_id, part, subscription_id: before } of rows) {
    const there = await trx
      .selectFrom("outbox")
      .select("id")
      .where("run_id", "=", run_id)
      .where("chat_id", "=", to)
      .where("thread_id", "=", 0)
      .where("part", "=", part)
      .executeTakeFirst();
    const subscription_id = before === null ? null : (subscriptionId ?? before);
    const moved = { chat_id: to, thread_id: 0, subscription_id, sent_id: null };
    await (there === undefined
      ? trx.updateTable("outbox").set(moved).where("id", "=", id).execute()
      : trx.deleteFrom("outbox").where("id", "=", id).execute());
  }
}

/** What the chat was shown is remembered, to tell it of corrections. */
async function moveLedger(trx: Transaction<Tables>, { from, to }: Move): Promise<void> {
  await trx
    .updateTable("ledger")
    .set({ chat_id: to, thread_id: 0, sent_id: null, queued: 0 })
    .where("chat_id", "=", from)
    .execute();
}
