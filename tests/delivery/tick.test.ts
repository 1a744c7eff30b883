import { describe, expect, it } from "vitest";
import { turnOutbox } from "../../src/store/outbox/outbox.ts";
import { leaseOf } from "./rig.ts";
import { counting, follow, fresh, openWorld, received, renderingOf, sendAll } from "./world.ts";

const morning = "07:30 daily UTC";
const evening = "19:00 daily UTC";
const start = "2026-11-22T06:00:00Z";

describe("a digest", () => {
  it("comes once to each place when it is due, with what became known since the last", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await follow(world, 2, evening);
    await world.publish(fresh("aaaa"), fresh("bbbb"));
    await world.at("2026-11-22T07:29:00Z", "2026-11-22T07:30:00Z", "2026-11-22T07:31:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
    expect(await received(world.db, 2)).toEqual([]);
    await world.publish(fresh("cccc"));
    await world.at("2026-11-22T19:00:00Z");
    expect(await received(world.db, 2)).toEqual(["aaaa bbbb cccc"]);
    await sendAll(world.db);
    await world.at("2026-11-23T07:30:00Z", "2026-11-24T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb", "cccc"]);
  });

  it("holds the chosen topics, and a line where nothing is new for those who want one", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning, { topics: ["strikes"] });
    await follow(world, 2, morning, { topics: ["ghouta"] });
    await follow(world, 3, morning, { topics: ["ghouta"], emptyLine: true });
    await world.publish(fresh("aaaa", { topic: "strikes" }));
    await world.at("2026-11-22T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    expect(await received(world.db, 2)).toEqual([]);
    expect(await received(world.db, 3)).toEqual(["nothing"]);
  });

  it("tells a story again, as an update, where its figures changed and not its words", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", counting(3)), fresh("bbbb"));
    await world.at("2026-11-22T07:30:00Z");
    await sendAll(world.db);
    const headline = { ar: "غارات", en: "Other words" };
    await world.publish(fresh("aaaa", counting(4)), fresh("bbbb", { headline }));
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb", "aaaa+"]);
  });

  it("says which revision of each story it shows", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", counting(3)));
    await world.publish(fresh("aaaa", counting(4)));
    await world.at("2026-11-22T07:30:00Z");
    const { shows } = await world.db
      .selectFrom("messages")
      .innerJoin("shown", "shown.id", "messages.shown_id")
      .select("shows")
      .executeTakeFirstOrThrow();
    expect(shows).toBe('{"aaaa":[2]}');
  });

  it("is silent for those who want that, and inside the quiet hours of a chat", async () => {
    await using world = await openWorld(start);
    for (const id of [1, 2, 3, 4]) await follow(world, id, morning, { silent: id === 2 });
    const quiet = (id: number, quiet_from: number, quiet_until: number) =>
      world.db.updateTable("chats").set({ quiet_from, quiet_until }).where("id", "=", id).execute();
    await quiet(3, 22 * 60, 8 * 60);
    await quiet(4, 8 * 60, 9 * 60);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    const rows = await world.db.selectFrom("outbox").select(["chat_id", "silent"]).execute();
    expect(rows.map(({ chat_id, silent }) => [chat_id, silent])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
    ]);
  });

  it("is rendered once for all who get the same words", async () => {
    await using world = await openWorld(start);
    for (let id = 1; id <= 50; id += 1) {
      await follow(world, id, morning, { topics: id % 2 === 0 ? [] : ["ghouta"] });
    }
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    expect(await world.db.selectFrom("messages").select("id").execute()).toHaveLength(2);
    expect(await world.db.selectFrom("outbox").select("id").execute()).toHaveLength(50);
  });
});

describe("what is kept", () => {
  it("joins the next digest where the last one expired unsent", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
    expect(await world.db.selectFrom("outbox").select(["state", "reason"]).execute()).toEqual([
      { state: "dead", reason: "expired" },
      { state: "pending", reason: null },
    ]);
    await sendAll(world.db);
    await world.publish(fresh("cccc"));
    await world.at("2026-11-24T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb", "cccc"]);
  });

  it("expires after a day where the next slot is later", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, "07:30 sun UTC");
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z", "2026-11-23T07:29:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual([]);
    expect(await world.db.selectFrom("runs").select("state").execute()).toEqual([
      { state: "done" },
    ]);
    await world.at("2026-11-29T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });

  it("lets a digest end of which a part went out", async () => {
    const parts = [{ html: "first" }, { html: "second" }];
    await using world = await openWorld(start, { rendering: renderingOf({ digest: () => parts }) });
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await world.db.updateTable("outbox").set({ state: "sent" }).where("part", "=", 0).execute();
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["first", "second", "first", "second"]);
    const lease = await leaseOf(world.db, "us");
    const turn = { lease, now: world.now(), landed: [], room: 9 };
    const turned = await turnOutbox(world.db, { ...turn, choose: (go) => ({ go, wait: [] }) });
    const taken = turned.type === "turned" ? turned.taken : [];
    expect(taken.map(({ html }) => html)).toEqual(["second", "first", "second"]);
  });

  it("row 38: joins the next digest where the slot was missed by more than two hours", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T09:31:00Z");
    expect(await received(world.db, 1)).toEqual([]);
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
  });

  it("comes to a chat that was away as one digest", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    const state = (state: "active" | "inactive") =>
      world.db.updateTable("chats").set({ state }).execute();
    await state("inactive");
    for (const day of [22, 23, 24]) {
      await world.publish(fresh(`day${day}`));
      await world.at(`2026-11-${day}T07:30:00Z`);
    }
    await state("active");
    await world.at("2026-11-24T08:00:00Z");
    expect(await received(world.db, 1)).toEqual([]);
    await world.at("2026-11-25T07:30:00Z", "2026-11-26T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["day22 day23 day24"]);
  });

  it("is neither skipped nor repeated when the schedule changes", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await follow(world, 2, evening);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await sendAll(world.db);
    await world.publish(fresh("bbbb"));
    world.set("2026-11-22T08:00:00Z");
    await follow(world, 1, evening);
    await follow(world, 2, morning);
    await world.at("2026-11-22T19:00:00Z", "2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa", "bbbb"]);
    expect(await received(world.db, 2)).toEqual(["aaaa bbbb"]);
  });
});

describe("what waits when the schedule changes", () => {
  it("joins the digest of the new schedule, though its own time is not over", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await follow(world, 1, evening);
    await world.publish(fresh("bbbb"));
    await world.at("2026-11-22T19:00:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
  });
});

describe("schedules and runs", () => {
  it("are deleted when they are due and nobody follows them", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await follow(world, 1, evening);
    await world.at("2026-11-22T07:30:00Z");
    const keys = await world.db.selectFrom("schedules").select("key").execute();
    expect(keys).toEqual([{ key: evening }]);
  });

  it("are forgotten with what was sent after thirty days", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa"));
    await world.at("2026-11-22T07:30:00Z");
    await sendAll(world.db);
    await world.at("2026-12-22T07:00:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    await world.at("2026-12-22T08:01:00Z");
    for (const table of ["runs", "messages", "outbox"] as const) {
      const rows = await world.db.selectFrom(table).select("id").execute();
      expect(rows).toHaveLength(table === "runs" ? 1 : 0);
    }
  });
});
