import { sql, type Kysely, type RawBuilder } from "kysely";
import type { TimeOfDay } from "../../domain/time/time-zone.ts";
import type { Run } from "./runs.ts";
import type { Tables } from "../tables.ts";
import type { Flag } from "../tables/flag.ts";

/** Ids of chats, from exclusive, until inclusive. */
export interface Range {
  readonly after: number;
  readonly until: number;
}

/** A place that a run reaches, and the key of the words that it gets (see `readVariant`). */
export interface Reached {
  readonly id: number;
  readonly chat_id: number;
  readonly thread_id: number;
  /** Null where the place is not active, and gets nothing. */
  readonly variant: string | null;
  readonly silent: Flag;
  readonly zone: string | null;
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
}

const printing = sql<string>`chats.language || ' ' || chats.digits || ' ' || chats.months || ' ' ||
  case chats.type when 'channel' then 'channel' else 'chat' end`;

const isActive = sql<boolean>`(subscriptions.state = 'active' and chats.state = 'active')`;

/**
 * The places that a digest reaches: those of its schedule that were there before it.
 * `alerts` are the runs of the alerts that it may leave out, `time` that of its slot on the clocks
 * of its schedule.
 */
export function digestReach(
  db: Kysely<Tables>,
  run: Run,
  { after, until }: Range,
  { alerts, time }: { readonly alerts: readonly AlertRun[]; readonly time: TimeOfDay },
) {
  const newsFrom = sql`coalesce(subscriptions.news_from, ${run.window.from.getTime()})`;
  const variant = sql<
    string | null
  >`case when ${isActive} then ${printing} || ' ' || subscriptions.topics || ' ' ||
    cast(cast(${newsFrom} as bigint) as text) || ' ' || cast(subscriptions.empty_line + 2 * subscriptions.cards as text) || ' ' ||
    ${receivedAlerts(alerts, newsFrom)} end`;
  const silent = sql<Flag>`case when subscriptions.silent = 1 then 1
    when chats.quiet_from <= chats.quiet_until
      then case when ${time} >= chats.quiet_from and ${time} < chats.quiet_until then 1 else 0 end
    when ${time} >= chats.quiet_from or ${time} < chats.quiet_until then 1 else 0 end`;
  return places(db, { after, until })
    .select([variant.as("variant"), silent.as("silent")])
    .where("subscriptions.schedule_id", "=", run.scheduleId ?? 0)
    .where("subscriptions.after_run", "<", run.id);
}

/** The run of an alert, and when its story became known. */
export interface AlertRun {
  readonly id: number;
  readonly knownAt: number;
}

/** The runs of these alerts of which a place has a message, sent or to be sent, with commas. */
function receivedAlerts(
  runs: readonly AlertRun[],
  newsFrom: RawBuilder<unknown>,
): RawBuilder<string> {
  if (runs.length === 0) return sql`''`;
  const each = runs.map(
    ({ id, knownAt }) => sql`case when ${newsFrom} <= ${knownAt} and exists (
      select 1 from outbox where outbox.run_id = ${id}
        and outbox.chat_id = subscriptions.chat_id and outbox.thread_id = subscriptions.thread_id
        and outbox.part = 0 and outbox.state <> 'dead'
    ) then ${`${id},`} else '' end`,
  );
  return sql`${sql.join(each, sql` || `)}`;
}

/** The story of an alert, and when it became known. */
export interface AlertStory {
  /** The topics that show it. */
  readonly topics: readonly string[];
  readonly knownAt: Date;
}

/**
 * The places that an alert reaches: the active ones that want alerts, of one of its topics, whose
 * next digest has yet to tell the story: the others got it with the one before.
 */
export function alertReach(
  db: Kysely<Tables>,
  { topics, knownAt }: AlertStory,
  { after, until }: Range,
) {
  const isWanted = topics.map(
    (topic) => sql<boolean>`',' || subscriptions.topics || ',' like ${`%,${literal(topic)},%`}
      escape '!'`,
  );
  const next = sql<number>`coalesce(subscriptions.news_from, schedules.window_from)`;
  return places(db, { after, until })
    .innerJoin("schedules", "schedules.id", "subscriptions.schedule_id")
    .select([sql<string | null>`${printing}`.as("variant"), "subscriptions.silent"])
    .where(isActive)
    .where("subscriptions.alerts", "=", 1)
    .where((row) => row.or([row("subscriptions.topics", "=", ""), ...isWanted]))
    .where(next, "<=", knownAt.getTime());
}

function literal(topic: string): string {
  return topic.replace(/[%_!]/g, "!$&");
}

function places(db: Kysely<Tables>, { after, until }: Range) {
  return db
    .selectFrom("subscriptions")
    .innerJoin("chats", "chats.id", "subscriptions.chat_id")
    .select(["subscriptions.id", "subscriptions.chat_id", "subscriptions.thread_id"])
    .select(["chats.zone", "chats.quiet_from", "chats.quiet_until"])
    .where("subscriptions.chat_id", ">", after)
    .where("subscriptions.chat_id", "<=", until);
}
