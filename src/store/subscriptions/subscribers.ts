import type { Printing } from "../../domain/printing.ts";
import { parseScheduleKey, type Schedule } from "../../domain/time/schedule.ts";
import type { QuietHours } from "../chats/chats.ts";
import type { Database, Tables } from "../tables.ts";
import type { ChatTable, ChatType } from "../tables/chats.ts";
import type { Kysely, Selectable } from "kysely";
import { inTransaction } from "../transaction.ts";

/** A place that is subscribed, with what its chat chose: all that another store needs of it. */
export interface Subscribed {
  readonly chatId: number;
  readonly type: ChatType;
  readonly title: string | null;
  readonly threadId: number;
  /** None for all topics. */
  readonly topics: readonly string[];
  readonly schedule: Schedule;
  readonly printing: Printing;
  readonly quiet: QuietHours | null;
  readonly alerts: boolean;
  readonly emptyLine: boolean;
  readonly silent: boolean;
  readonly cards: boolean;
  readonly state: Selectable<ChatTable>["state"];
  /** Why the chat is not active. */
  readonly reason: string | null;
  readonly topicClosed: boolean;
  readonly personId: number | null;
}

const pageSize = 1000;

/** Gives all places to `visit`, by chat and thread, as they are at one moment; some at a time. */
export async function visitSubscribers(
  db: Database,
  visit: (page: readonly Subscribed[]) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    let last: Subscribed | undefined;
    do {
      const page = (await readPage(trx, last)).map(subscribedOf);
      if (page.length > 0) await visit(page);
      last = page.length < pageSize ? undefined : page.at(-1);
    } while (last !== undefined);
  });
}

function readPage(db: Kysely<Tables>, last: Subscribed | undefined) {
  const { chatId, threadId } = last ?? { chatId: -Number.MAX_SAFE_INTEGER, threadId: 0 };
  return db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat_id")
    .innerJoin("schedules", "schedules.id", "s.schedule_id")
    .select(["s.chat_id", "s.thread_id", "s.topics", "s.alerts", "s.empty_line", "s.silent"])
    .select(["s.cards", "s.person_id", "s.state as topic_state", "schedules.key"])
    .select(["c.type", "c.title", "c.language", "c.digits", "c.months", "c.quiet_from"])
    .select(["c.quiet_until", "c.state", "c.reason"])
    .where("s.chat_id", ">=", chatId)
    .where((row) => row.or([row("s.chat_id", ">", chatId), row("s.thread_id", ">", threadId)]))
    .orderBy("s.chat_id")
    .orderBy("s.thread_id")
    .limit(pageSize)
    .execute();
}

type Row = Awaited<ReturnType<typeof readPage>>[number];

function subscribedOf(row: Row): Subscribed {
  const { language, digits, months, quiet_from: from, quiet_until: until } = row;
  const schedule = parseScheduleKey(row.key);
  if (schedule === undefined) throw new RangeError(`${row.key}: expected the key of a schedule`);
  return {
    chatId: row.chat_id,
    type: row.type,
    title: row.title,
    threadId: row.thread_id,
    topics: row.topics === "" ? [] : row.topics.split(","),
    schedule,
    printing: { language, digits, months },
    quiet: from === null || until === null ? null : { from, until },
    alerts: row.alerts === 1,
    emptyLine: row.empty_line === 1,
    silent: row.silent === 1,
    cards: row.cards === 1,
    state: row.state,
    reason: row.reason,
    topicClosed: row.topic_state === "paused",
    personId: row.person_id,
  };
}
