import { clockOf } from "../../src/domain/time/schedule.ts";
import type { Database } from "../../src/store/tables.ts";
import type { ChatType } from "../../src/store/tables/chats.ts";

export const firstPerson = 1_000_001;

/** A group, a forum or a channel that subscribes. */
export interface Place {
  /** As Telegram numbers them: below zero. */
  readonly id: number;
  readonly type: Exclude<ChatType, "private">;
  /** A forum with so many topics, each of which subscribes. */
  readonly topics?: number;
  /** The id of the person who subscribed it. */
  readonly owner?: number;
}

export interface Audience {
  /** People from `firstPerson` on. */
  readonly people: number;
  readonly places: readonly Place[];
  /** `due`: the minute that has just passed. `alerts`: only alerts, the digest being tomorrow's. */
  readonly wants: "due" | "alerts";
}

/** A forum's own first message is its General topic; its other topics are numbered after it. */
export const firstTopic = 2;

const hour = 3_600_000;

/** Subscribes all of them to all topics. */
export async function subscribe(db: Database, audience: Audience, now: Date): Promise<void> {
  const scheduleId = await addSchedule(db, audience.wants, now);
  const people = Array.from({ length: audience.people }, (_, index) => firstPerson + index);
  const chats = [
    ...people.map((id) => ({ ...aChat, id, type: "private" as const })),
    ...audience.places.map(({ id, type }) => ({ ...aChat, id, type })),
  ];
  const some = { ...aSubscription, schedule_id: scheduleId };
  const alerts = audience.wants === "alerts" ? (1 as const) : (0 as const);
  const subscriptions = [
    ...people.map((id) => ({ ...some, alerts, chat_id: id })),
    ...audience.places.flatMap((place) =>
      threadsOf(place).map((thread) => ({
        ...some,
        alerts,
        chat_id: place.id,
        thread_id: thread,
        person_id: place.owner ?? null,
      })),
    ),
  ];
  for (const page of pagesOf(chats)) await db.insertInto("chats").values(page).execute();
  for (const page of pagesOf(subscriptions)) {
    await db.insertInto("subscriptions").values(page).execute();
  }
}

async function addSchedule(db: Database, wants: Audience["wants"], now: Date): Promise<number> {
  const slot = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const time = clockOf(slot.getUTCHours() * 60 + slot.getUTCMinutes());
  const due = slot.getTime() + (wants === "due" ? 0 : 24 * hour);
  const { id } = await db
    .insertInto("schedules")
    .values({ key: `${time} daily UTC`, due_at: due, window_from: due - 24 * hour })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function threadsOf({ topics }: Place): readonly number[] {
  if (topics === undefined) return [0];
  return Array.from({ length: topics }, (_, index) => firstTopic + index);
}

function pagesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const size = 500;
  const pages = Math.ceil(rows.length / size);
  return Array.from({ length: pages }, (_, page) => rows.slice(page * size, (page + 1) * size));
}

const aChat = {
  language: "both",
  digits: "latin",
  months: "double",
  created_at: 0,
} as const;

const aSubscription = {
  thread_id: 0,
  topics: "",
  empty_line: 0,
  silent: 0,
  after_run: 0,
  state: "active",
  created_at: 0,
} as const;
