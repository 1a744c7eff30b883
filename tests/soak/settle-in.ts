import { nextDueAt, parseScheduleKey } from "../../src/domain/time/schedule.ts";
import type { Simulator } from "../../src/simulator/simulator.ts";
import type { Database } from "../../src/store/tables.ts";
import { firstPerson, type Audience, type SoakPlace } from "./audience.ts";

/** Made every group and channel, and asks in them. */
export const owner = 900;

/** Puts the audience into Telegram. */
export function settle({ world, bot }: Simulator, { places }: Audience): void {
  world.addPerson({ id: owner, firstName: "Owner", started: true });
  world.addCrowd({ firstId: firstPerson, count: places.length, languageCode: "ar" });
  for (const { id, kind } of places) {
    const status = kind === "channel" ? "administrator" : "member";
    const members = { [owner]: { status: "creator" }, [bot.id]: { status } } as const;
    const place = { id, title: `Place ${id}`, members };
    if (kind === "group") world.addGroup(place);
    if (kind === "supergroup") world.addSupergroup(place);
    if (kind === "channel") world.addChannel(place);
    if (kind === "forum") world.addForum({ ...place, topics: ["One", "Two"] });
  }
}

/** Puts it into the store, as if it had subscribed before. */
export async function subscribe(db: Database, audience: Audience, start: number): Promise<void> {
  const scheduleIds: number[] = [];
  for (const { times, zone } of audience.schedules) {
    const key = `${times.join(",")} daily ${zone}`;
    const schedule = parseScheduleKey(key);
    if (schedule === undefined) throw new Error(`${key} is no schedule`);
    const due = nextDueAt(schedule, new Date(start)).getTime();
    const { id } = await db
      .insertInto("schedules")
      .values({ key, due_at: due, window_from: start })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ due_at: due }))
      .returning("id")
      .executeTakeFirstOrThrow();
    scheduleIds.push(id);
  }
  for (let from = 0; from < audience.places.length; from += page) {
    const places = audience.places.slice(from, from + page);
    await db.insertInto("chats").values(places.map(chatRow)).execute();
    const rows = places.flatMap((place) =>
      place.threads.map((thread) =>
        subscriptionRow(place, thread, scheduleIds[place.schedule] ?? 0),
      ),
    );
    await db.insertInto("subscriptions").values(rows).execute();
  }
}

const page = 400;

function chatRow({ id, kind, language, digits, quiet, zone }: SoakPlace) {
  return {
    id,
    type: kind === "forum" ? ("supergroup" as const) : kind,
    language,
    digits,
    months: "double" as const,
    zone,
    quiet_from: quiet?.from ?? null,
    quiet_until: quiet?.until ?? null,
    created_at: 0,
  };
}

function subscriptionRow(place: SoakPlace, thread: number, scheduleId: number) {
  return {
    chat_id: place.id,
    thread_id: thread,
    topics: place.topics.join(","),
    schedule_id: scheduleId,
    alerts: place.alerts ? (1 as const) : (0 as const),
    empty_line: 0 as const,
    silent: 0 as const,
    after_run: 0,
    state: "active" as const,
    created_at: 0,
  };
}
