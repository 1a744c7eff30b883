import { createRendering } from "../../src/app/rendering.ts";
import { createTick, type Tick, type TickParts } from "../../src/delivery/tick.ts";
import type { Rendering } from "../../src/delivery/rendering.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import type { Story } from "../../src/domain/story.ts";
import type { Log } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { subscribe, type Wish } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";
import { openFresh } from "../postgres/fresh.ts";

/** Messages that say which stories are in them, and nothing else: `a b+` where b was told before. */
const short: Pick<Rendering, "digest" | "emptyDigest" | "alert"> = {
  digest: ({ groups, more }, _issue, printing) => {
    const told = groups.flatMap(({ stories }) => stories);
    const words = told.map(({ story, told }) => `${story.id}${told === "new" ? "" : "+"}`);
    const html = [...words.toSorted(), ...(more > 0 ? [`and ${more}`] : [])].join(" ");
    const shows = Object.fromEntries(told.map(({ story, revision }) => [story.id, [revision]]));
    return [{ html, made: { printing, pieces: [], shows } }];
  },
  emptyDigest: () => [{ html: "nothing" }],
  alert: (story, printing) => [
    { html: `!${story.id}`, made: { printing, pieces: [], shows: { [story.id]: [1] } } },
  ],
};

/** Short messages, or others in their place. */
export function renderingOf(given: Partial<Rendering> = {}): Rendering {
  const whole = createRendering(() => anEdition({ stories: [] }), "mujaz_bot");
  return { ...whole, ...short, ...given };
}

const failures: Log = {
  debug() {},
  info() {},
  warn() {},
  error(facts, text) {
    throw new Error(`${text} ${JSON.stringify(facts)}`);
  },
};

/** A bot's tick on a store of its own, with a clock that is set by hand. */
export interface World extends AsyncDisposable {
  readonly db: Database;
  readonly tick: Tick;
  readonly now: () => Date;
  readonly set: (time: string | number) => void;
  /** Takes stories in, besides those that are there; the content folder as it is from now on. */
  readonly publish: (...stories: readonly Story[]) => Promise<void>;
  /** Ticks at each of these times. */
  readonly at: (...times: readonly string[]) => Promise<void>;
  /** The same store after a kill. */
  readonly restart: (given?: Partial<TickParts>) => Tick;
}

export async function openWorld(
  start: string,
  given: Partial<TickParts> = {},
  url?: string,
): Promise<World> {
  const db = await (url === undefined ? openFresh() : openDatabase(url));
  let time = new Date(start);
  let edition: Edition = anEdition({ stories: [] });
  const now = () => time;
  const restart = (more: Partial<TickParts> = {}) =>
    createTick({
      db,
      now,
      edition: () => edition,
      rendering: renderingOf(),
      defaultZone: "Asia/Damascus",
      log: failures,
      settle: 60_000,
      confirmAbove: 1000,
      cleanSince: () => new Date(0),
      ask: () => Promise.resolve(),
      correctionSettle: 120_000,
      askCorrection: () => Promise.resolve(),
      ...given,
      ...more,
    });
  const tick = restart();
  await recordEdition(db, edition, time);
  const set = (to: string | number) => {
    time = new Date(to);
  };
  return {
    db,
    tick,
    now,
    set,
    restart,
    async publish(...stories) {
      const all = new Map(edition.stories);
      for (const story of stories) all.set(story.id, story);
      edition = anEdition({ stories: [...all.values()] });
      await recordEdition(db, edition, time);
    },
    async at(...times) {
      for (const one of times) {
        set(one);
        await tick.tick();
      }
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** A story of the day of the tests. */
export function fresh(id: string, given: Partial<Story> = {}): Story {
  return aStory({ id, date: { from: "2026-11-22", to: "2026-11-22" }, ...given });
}

/** Its figures say so many. */
export function counting(count: number): Partial<Story> {
  return { figures: [aFigure({ amount: { type: "count", count } })] };
}

function wish(key: string, given: Partial<Wish> = {}): Wish {
  const schedule = parseScheduleKey(key);
  if (schedule === undefined) throw new Error(key);
  return {
    schedule,
    topics: [],
    alerts: true,
    emptyLine: false,
    silent: false,
    cards: false,
    ...given,
  };
}

/** The private chat of this id follows a schedule. */
export function follow(
  { db, now }: Pick<World, "db" | "now">,
  id: number,
  key: string,
  given: Partial<Wish> = {},
): Promise<void> {
  const subscriber = { chat: { id, type: "private" }, threadId: 0 } as const;
  return subscribe(db, subscriber, wish(key, given), now());
}

/** What is in the outbox for a chat, in the order of its runs; not what was cancelled. */
export async function received(db: Database, chatId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "outbox.message_id")
    .select("html")
    .where("chat_id", "=", chatId)
    .where("state", "!=", "dead")
    .orderBy("outbox.run_id")
    .orderBy("outbox.part")
    .execute();
  return rows.map(({ html }) => html);
}

/** Everything that waits is sent. */
export async function sendAll(db: Database): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "sent" })
    .where("state", "in", ["pending", "retry"])
    .execute();
}
