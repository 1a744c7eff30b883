import * as fc from "fast-check";
import { expect, it } from "vitest";
import { onPostgres, openFresh } from "../postgres/fresh.ts";
import { moveChat } from "../../src/store/chats/move.ts";
import {
  leaveChat,
  missChat,
  pauseChat,
  pauseTopic,
  resumeTopic,
  returnChat,
} from "../../src/store/chats/standing.ts";
import { probed } from "../../src/store/chats/probes.ts";
import {
  listSubscriptions,
  subscribe,
  unsubscribe,
  type Place,
} from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { fire, follower, reachNext, wishAt } from "./delivering.ts";

const base = Date.parse("2026-11-22T07:00:00Z");
const minute = 60_000;

/** Places that never merge: a person, a topic of a forum and its General, a group to be upgraded. */
const homes = [
  { chatId: 7, threadId: 0 },
  { chatId: -1005, threadId: 0 },
  { chatId: -1005, threadId: 9 },
  { chatId: -6, threadId: 0 },
];
const upgraded = -1006;

type Answer = "ok" | "gone" | "forbidden" | "missing" | "topicClosed" | "moved" | "killed";

const befallings = ["leave", "return", "pause", "open", "reopen", "change", "closeTopic"] as const;

type Befalling = (typeof befallings)[number];

type Event =
  | { readonly type: "story" | "fire" | "reach" | "spread" | "upgrade" }
  | { readonly type: "send"; readonly answer: Answer }
  | { readonly type: "befall"; readonly what: Befalling; readonly home: number };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ type: "story" } as const) },
  { weight: 3, arbitrary: fc.constant({ type: "fire" } as const) },
  { weight: 4, arbitrary: fc.constant({ type: "reach" } as const) },
  { weight: 4, arbitrary: fc.constant({ type: "spread" } as const) },
  { weight: 2, arbitrary: fc.constant({ type: "upgrade" } as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("send" as const),
      answer: fc.constantFrom<Answer>(
        "ok",
        "ok",
        "gone",
        "forbidden",
        "missing",
        "topicClosed",
        "moved",
        "killed",
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("befall" as const),
      what: fc.constantFrom(...befallings),
      home: fc.nat({ max: homes.length - 1 }),
    }),
  },
);

/** What the tick, the sender and the updates do to one store, and what every place was told. */
class World {
  readonly #db: Database;
  readonly #stories: number[] = [];
  readonly told = new Map<string, number[]>();
  #time = base;
  #isUpgraded = false;
  #turns = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  get #now(): Date {
    this.#time += minute;
    return new Date(this.#time);
  }

  get stories(): readonly number[] {
    return this.#stories;
  }

  place(home: number): Place {
    const place = homes[home] ?? { chatId: 7, threadId: 0 };
    return place.chatId === -6 && this.#isUpgraded ? { ...place, chatId: upgraded } : place;
  }

  async happen(event: Event): Promise<void> {
    switch (event.type) {
      case "story":
        this.#stories.push(this.#now.getTime());
        return;
      case "fire":
        return this.fire();
      case "reach":
        await reachNext(this.#db);
        return;
      case "spread":
        while (await reachNext(this.#db));
        return;
      case "upgrade":
        return this.#upgrade();
      case "send":
        await this.send(event.answer);
        return;
      case "befall":
        return this.#befall(event.what, this.place(event.home));
    }
  }

  async #befall(what: Befalling, place: Place): Promise<void> {
    const [db, now] = [this.#db, this.#now];
    switch (what) {
      case "leave":
        await leaveChat(db, place.chatId, "blocked", now);
        return;
      case "return":
        await returnChat(db, place.chatId, now);
        return;
      case "pause":
        await pauseChat(db, place.chatId, "forbidden", now);
        return;
      case "open":
        return probed(db, place.chatId, { type: "open" }, now);
      case "closeTopic":
        await pauseTopic(db, place);
        return;
      case "reopen":
        await resumeTopic(db, place);
        return;
      case "change":
        return this.#change(place, now);
    }
  }

  async #change({ chatId, threadId }: Place, now: Date): Promise<void> {
    this.#turns += 1;
    const type = chatId > 0 ? ("private" as const) : ("supergroup" as const);
    const wish = wishAt(this.#turns % 2 === 0 ? 450 : 600);
    await subscribe(this.#db, { chat: { id: chatId, type }, threadId }, wish, now);
  }

  async #upgrade(): Promise<void> {
    await moveChat(this.#db, -6, upgraded);
    this.#isUpgraded = true;
  }

  async fire(): Promise<void> {
    const rows = await this.#db.selectFrom("schedules").select("id").execute();
    for (const { id } of rows) await fire(this.#db, id, this.#now);
  }

  /** Sends the first that waits; a refused one is put back before its chat is judged. */
  async send(answer: Answer): Promise<boolean> {
    const row = await this.#db
      .selectFrom("outbox")
      .innerJoin("messages", "messages.id", "message_id")
      .innerJoin("runs", "runs.id", "outbox.run_id")
      .select(["outbox.id", "chat_id", "thread_id", "messages.news_from", "runs.window_until"])
      .where("outbox.state", "in", ["pending", "retry"])
      .orderBy("outbox.id")
      .executeTakeFirst();
    if (row === undefined) return false;
    const place = { chatId: row.chat_id, threadId: row.thread_id };
    if (answer === "ok") {
      await this.#db
        .updateTable("outbox")
        .set({ state: "sent" })
        .where("id", "=", row.id)
        .execute();
      const news = this.#stories.filter(
        (known) => known >= row.news_from && known < row.window_until,
      );
      const key = keyOf(place);
      this.told.set(key, [...(this.told.get(key) ?? []), ...news]);
      return true;
    }
    await this.#db.updateTable("outbox").set({ state: "retry" }).where("id", "=", row.id).execute();
    await this.#judge(answer, place);
    return true;
  }

  async #judge(answer: Exclude<Answer, "ok">, place: Place): Promise<void> {
    const [db, now] = [this.#db, this.#now];
    if (answer === "gone") await leaveChat(db, place.chatId, "blocked", now);
    if (answer === "forbidden") await pauseChat(db, place.chatId, "forbidden", now);
    if (answer === "missing") await missChat(db, place.chatId, now);
    if (answer === "topicClosed") await pauseTopic(db, place);
    if (answer === "moved" && place.chatId === -6) await this.#upgrade();
  }
}

/** The group and what it became are one. */
function keyOf({ chatId, threadId }: Place): string {
  return `${chatId === upgraded ? -6 : chatId} ${threadId}`;
}

it("each story is told once to every place that is active in the end, whatever happens to it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 80, size: "max" }), async (events) => {
      await using db = await openFresh();
      const world = new World(db);
      for (const place of homes) await follower(db, place, new Date(base));
      for (const event of events) await world.happen(event);

      for (const [home] of homes.entries()) {
        const place = world.place(home);
        await returnChat(db, place.chatId, new Date(base));
        await resumeTopic(db, place);
      }
      while (await reachNext(db));
      await world.fire();
      while (await reachNext(db));
      while (await world.send("ok"));
      for (const [home] of homes.entries()) {
        const told = world.told.get(keyOf(world.place(home))) ?? [];
        expect(told.toSorted((a, b) => a - b)).toEqual(world.stories);
      }
    }),
    { numRuns: onPostgres() ? 30 : 150 },
  );
});

it("a place that unsubscribed is told nothing more, and begins anew", async () => {
  await using db = await openFresh();
  const place = { chatId: 7, threadId: 0 };
  await follower(db, place, new Date(base));
  await leaveChat(db, 7, "blocked", new Date(base));
  await unsubscribe(db, place);
  expect(await listSubscriptions(db, 7)).toEqual([]);
  await returnChat(db, 7, new Date(base));
  await fire(db, 1, new Date(base));
  while (await reachNext(db));
  expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
});
