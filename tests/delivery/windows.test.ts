import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryRows } from "../../src/store/outbox/list.ts";
import { leaveChat, returnChat } from "../../src/store/chats/standing.ts";
import { follow, fresh, openWorld, received, sendAll, type World } from "./world.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse("2026-11-22T06:00:00Z");
const places = [1, 2, 3];

const keys = [
  "07:30 daily UTC",
  "07:30,19:00 daily Asia/Damascus",
  "00:00 mon,thu Europe/Paris",
  "23:59 daily America/New_York",
  "06:10 sun UTC",
] as const;

const step = fc.oneof(
  fc.record({ type: fc.constant("publish" as const), breaking: fc.boolean() }),
  fc.record({
    type: fc.constant("pass" as const),
    by: fc.oneof(
      fc.integer({ min: -2 * hour, max: 2 * hour }),
      fc.integer({ min: 0, max: 2 * day }),
      fc.constant(minute),
    ),
  }),
  fc.record({ type: fc.constant("send" as const) }),
  fc.record({ type: fc.constant("restart" as const) }),
  fc.record({
    type: fc.constant("follow" as const),
    place: fc.constantFrom(...places),
    key: fc.constantFrom(...keys),
  }),
  fc.record({
    type: fc.constant("state" as const),
    place: fc.constantFrom(...places),
    state: fc.constantFrom("active" as const, "inactive" as const),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function play(world: World, steps: readonly Step[]): Promise<readonly string[]> {
  const published: string[] = [];
  let { tick } = world;
  for (const one of steps) {
    if (one.type === "publish") {
      const id = `story${published.length}`;
      published.push(id);
      await world.publish(fresh(id, { push: true, breaking: one.breaking }));
    } else if (one.type === "pass") {
      world.set(world.now().getTime() + one.by);
      await tick.tick();
    } else if (one.type === "send") {
      await sendAll(world.db);
    } else if (one.type === "restart") {
      tick = world.restart({ chunk: 1 });
      await tick.mend();
    } else if (one.type === "follow") {
      await follow(world, one.place, one.key);
    } else {
      const { state, place } = one;
      await world.db.updateTable("chats").set({ state }).where("id", "=", place).execute();
    }
  }
  return published;
}

/** All is well for two weeks. */
async function calm(world: World): Promise<void> {
  await world.db.updateTable("chats").set({ state: "active" }).execute();
  for (let passed = 0; passed < 15 * day; passed += 2 * hour) {
    world.set(world.now().getTime() + 2 * hour);
    await world.tick.tick();
    await sendAll(world.db);
  }
}

describe("whatever happens", () => {
  it("every place is told every story exactly once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...keys), { minLength: 3, maxLength: 3 }),
        fc.array(step, { maxLength: 30 }),
        async (chosen, steps) => {
          await using world = await openWorld(new Date(start).toISOString());
          for (const [index, key] of chosen.entries()) await follow(world, index + 1, key);
          const published = await play(world, steps);
          await calm(world);
          for (const place of places) {
            const told = (await received(world.db, place)).flatMap((text) =>
              text.replace("!", "").split(" "),
            );
            expect(told.toSorted()).toEqual(published.toSorted());
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);
});

/** Ticks every ten minutes, and says at which local dates and hours a digest came. */
async function slots(key: string, from: string, until: string): Promise<readonly string[]> {
  await using world = await openWorld(from);
  await follow(world, 1, key, { emptyLine: true });
  for (let at = Date.parse(from); at <= Date.parse(until); at += 10 * minute) {
    world.set(at);
    await world.tick.tick();
    await sendAll(world.db);
  }
  const runs = await world.db.selectFrom("runs").select("slot").orderBy("id").execute();
  expect(await received(world.db, 1)).toEqual(runs.map(() => "nothing"));
  return runs.map(({ slot }) => new Date(slot).toISOString().slice(0, 16));
}

describe("the local time of a digest", () => {
  it.each([
    [
      "clocks set forward in Paris",
      "02:30 daily Europe/Paris",
      ["2026-03-28T00:00:00Z", "2026-03-30T12:00:00Z"],
      ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"],
    ],
    [
      "clocks set back in Paris",
      "02:30 daily Europe/Paris",
      ["2026-10-24T00:00:00Z", "2026-10-26T12:00:00Z"],
      ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
    ],
    [
      "midnight left out in Cairo",
      "00:00 daily Africa/Cairo",
      ["2026-04-22T12:00:00Z", "2026-04-25T12:00:00Z"],
      ["2026-04-22T22:00", "2026-04-23T22:00", "2026-04-24T21:00"],
    ],
    [
      "an hour that comes twice in Cairo",
      "23:30 daily Africa/Cairo",
      ["2026-10-28T12:00:00Z", "2026-10-31T12:00:00Z"],
      ["2026-10-28T20:30", "2026-10-29T20:30", "2026-10-30T21:30"],
    ],
    [
      "a leap day",
      "07:30 daily UTC",
      ["2028-02-28T00:00:00Z", "2028-03-01T12:00:00Z"],
      ["2028-02-28T07:30", "2028-02-29T07:30", "2028-03-01T07:30"],
    ],
  ] as const)("fault 27: survives %s", async (_, key, [from, until], expected) => {
    expect(await slots(key, from, until)).toEqual(expected);
  });

  it("follows a zone whose rules changed while the bot was off", async () => {
    await using world = await openWorld("2026-11-22T06:00:00Z");
    await follow(world, 1, "07:30 daily Asia/Damascus");
    await world.publish(fresh("aaaa"));
    const wrong = { due_at: Date.parse("2026-11-23T05:30:00Z") };
    await world.db.updateTable("schedules").set(wrong).execute();
    await world.tick.mend();
    await world.at("2026-11-23T04:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });
});

describe("a bot that slept a week", () => {
  it("sends one digest with the news of the week", async () => {
    await using world = await openWorld("2026-11-22T06:00:00Z");
    await follow(world, 1, "07:30 daily UTC");
    await world.publish(fresh("aaaa"));
    world.set("2026-11-29T07:31:00Z");
    await world.publish(fresh("bbbb"));
    await world.tick.tick();
    await world.at("2026-11-29T07:32:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
  });
});

describe("an operator who retries", () => {
  it("does not send what comes with the next digest of a chat that is back", async () => {
    await using world = await openWorld("2026-11-22T10:00:00Z");
    await follow(world, 1, "07:30 daily UTC");
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-23T07:30:00Z");
    await leaveChat(world.db, 1, "blocked", world.now());
    await returnChat(world.db, 1, world.now());
    expect(await retryRows(world.db, { run: 1 }, world.now())).toBe(0);
    await world.at("2026-11-24T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });
});

describe("a clock", () => {
  it("fault 27, row 37: set forward by two hours and back again repeats and skips nothing", async () => {
    await using world = await openWorld("2026-11-22T06:00:00Z");
    await follow(world, 1, "07:30 daily UTC");
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T08:00:00Z");
    await sendAll(world.db);
    world.set("2026-11-22T06:01:00Z");
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-22T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa", "bbbb"]);
  });

  it("fault 27: set back by two hours and right again repeats and skips nothing", async () => {
    await using world = await openWorld("2026-11-22T06:00:00Z");
    await follow(world, 1, "07:30 daily UTC");
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await sendAll(world.db);
    world.set("2026-11-22T05:31:00Z");
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-22T05:32:00Z", "2026-11-22T07:30:00Z", "2026-11-22T09:32:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa", "bbbb"]);
  });

  it("set forward by two weeks and back again leaves nobody without digests until then", async () => {
    await using world = await openWorld("2026-11-22T10:00:00Z");
    await follow(world, 1, "07:30 daily UTC");
    await world.at("2026-12-05T07:30:00Z", "2026-11-22T11:00:00Z");
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-23T07:30:00Z", "2026-11-24T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });
});
