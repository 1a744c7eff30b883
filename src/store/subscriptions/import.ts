import type { Transaction } from "kysely";
import { scheduleKey, type Schedule } from "../../domain/time/schedule.ts";
import { keepNewsWaiting } from "./withheld-news.ts";
import { follow, latestRun, shareSchedule, type Scheduled } from "./schedules.ts";
import { probeEvery } from "../chats/standing.ts";
import type { Subscribed } from "./subscribers.ts";
import type { Tables } from "../tables.ts";
import type { SubscriptionTable } from "../tables/chats.ts";
import type { Flag } from "../tables/flag.ts";

/**
 * Takes places into the store. The choices of a chat and place that are there already become those
 * that are given; their state stays as this store knows it, and their news begins where it did. A
 * new one begins with the news from now on. The last of several lines about one place wins.
 */
export async function importSubscribers(
  trx: Transaction<Tables>,
  places: readonly Subscribed[],
  now: Date,
): Promise<void> {
  const last = new Map(places.map((place) => [keyOf(place.chatId, place.threadId), place]));
  await importChats(trx, places, now);
  const known = await knownPlaces(trx, [...new Set(places.map(({ chatId }) => chatId))]);
  const afterRun = await latestRun(trx);
  const scheduleOf = scheduleIds(trx, now);
  const fresh = [];
  for (const [key, place] of last) {
    const before = known.get(key);
    if (before !== undefined) await change(trx, before, place, now);
    else {
      fresh.push({
        ...placeOf(place),
        ...choicesOf(place),
        ...stateOf(place),
        schedule_id: await scheduleOf(place.schedule),
        news_from: now.getTime(),
        after_run: afterRun,
        created_at: now.getTime(),
      });
    }
  }
  if (fresh.length > 0) await trx.insertInto("subscriptions").values(fresh).execute();
  await importManagers(trx, places);
}

/** Many places share few schedules. */
function scheduleIds(trx: Transaction<Tables>, now: Date) {
  const known = new Map<string, number>();
  return async (schedule: Schedule): Promise<number> => {
    const key = scheduleKey(schedule);
    const id = known.get(key) ?? (await shareSchedule(trx, schedule, now)).id;
    known.set(key, id);
    return id;
  };
}

function keyOf(chatId: number, threadId: number): string {
  return `${chatId} ${threadId}`;
}

async function importChats(
  trx: Transaction<Tables>,
  places: readonly Subscribed[],
  now: Date,
): Promise<void> {
  const rows = [...new Map(places.map((place) => [place.chatId, chatOf(place, now)])).values()];
  await trx
    .insertInto("chats")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((row) => ({
        type: row.ref("excluded.type"),
        title: row.fn.coalesce("excluded.title", "chats.title"),
        language: row.ref("excluded.language"),
        digits: row.ref("excluded.digits"),
        months: row.ref("excluded.months"),
        zone: row.ref("excluded.zone"),
        quiet_from: row.ref("excluded.quiet_from"),
        quiet_until: row.ref("excluded.quiet_until"),
      })),
    )
    .execute();
}

function chatOf(place: Subscribed, now: Date) {
  const at = now.getTime();
  return {
    id: place.chatId,
    type: place.type,
    title: place.title,
    ...place.printing,
    zone: place.schedule.zone,
    quiet_from: place.quiet?.from ?? null,
    quiet_until: place.quiet?.until ?? null,
    state: place.state,
    reason: place.reason,
    state_since: place.state === "active" ? null : at,
    probe_at: place.state === "paused" ? at + probeEvery : null,
    created_at: at,
  };
}

async function knownPlaces(trx: Transaction<Tables>, chatIds: readonly number[]) {
  const rows = await trx
    .selectFrom("subscriptions")
    .select(["id", "chat_id", "thread_id", "schedule_id", "news_from", "after_run"])
    .where("chat_id", "in", chatIds)
    .execute();
  return new Map(rows.map((row) => [keyOf(row.chat_id, row.thread_id), row]));
}

async function change(
  trx: Transaction<Tables>,
  known: Scheduled,
  place: Subscribed,
  now: Date,
): Promise<void> {
  const followed = await follow(trx, place.schedule, known, now);
  await trx
    .updateTable("subscriptions")
    .set({ ...choicesOf(place), ...followed })
    .where("id", "=", known.id)
    .execute();
  await keepNewsWaiting(trx, place.chatId);
}

async function importManagers(
  trx: Transaction<Tables>,
  places: readonly Subscribed[],
): Promise<void> {
  const rows = places.flatMap(({ personId, chatId }) =>
    personId === null || personId === chatId ? [] : [{ person_id: personId, chat_id: chatId }],
  );
  if (rows.length === 0) return;
  await trx
    .insertInto("managers")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function placeOf({ chatId, threadId }: Subscribed) {
  return { chat_id: chatId, thread_id: threadId };
}

function choicesOf(place: Subscribed) {
  return {
    topics: place.topics.toSorted().join(","),
    person_id: place.personId,
    alerts: flag(place.alerts),
    empty_line: flag(place.emptyLine),
    silent: flag(place.silent),
    cards: flag(place.cards),
  };
}

function stateOf({ topicClosed }: Subscribed): Pick<SubscriptionTable, "state" | "reason"> {
  return topicClosed
    ? { state: "paused", reason: "topic closed" }
    : { state: "active", reason: null };
}

function flag(yes: boolean): Flag {
  return yes ? 1 : 0;
}
