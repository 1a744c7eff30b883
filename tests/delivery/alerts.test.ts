import { describe, expect, it } from "vitest";
import { fireAlert } from "../../src/store/runs/alert-runs.ts";
import { confirmAlert, declineAlert, listAsking, openAlerts } from "../../src/store/runs/alerts.ts";
import { counting, follow, fresh, openWorld, received, sendAll } from "./world.ts";

const morning = "07:30 daily UTC";
const start = "2026-11-22T10:00:00Z";
const breaking = { breaking: true };

async function states(db: Parameters<typeof received>[0]): Promise<readonly string[]> {
  const rows = await db.selectFrom("alerts").select("state").execute();
  return rows.map(({ state }) => state);
}

describe("an alert", () => {
  it("goes out once it has settled, to those who want alerts of its topic", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await follow(world, 2, morning, { alerts: false });
    await follow(world, 3, morning, { topics: ["strikes"] });
    await follow(world, 4, morning, { topics: ["ghouta", "strikes"] });
    await world.publish(fresh("aaaa", breaking), fresh("bbbb"));
    await world.at("2026-11-22T10:00:59Z");
    expect(await received(world.db, 1)).toEqual([]);
    await world.at("2026-11-22T10:01:00Z", "2026-11-22T10:02:00Z");
    expect(await received(world.db, 1)).toEqual(["!aaaa"]);
    expect(await received(world.db, 4)).toEqual(["!aaaa"]);
    await sendAll(world.db);
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["!aaaa", "bbbb"]);
    expect(await received(world.db, 2)).toEqual(["aaaa bbbb"]);
    expect(await received(world.db, 3)).toEqual([]);
    expect(await received(world.db, 4)).toEqual(["!aaaa", "bbbb"]);
  });

  it("does not come after the digest that told its story", async () => {
    await using world = await openWorld("2026-11-22T07:29:30Z");
    await follow(world, 1, morning);
    await follow(world, 2, "19:00 daily UTC");
    await world.publish(fresh("aaaa", breaking));
    await world.at("2026-11-22T07:30:00Z", "2026-11-22T07:30:30Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    expect(await received(world.db, 2)).toEqual(["!aaaa"]);
    await sendAll(world.db);
    await world.at("2026-11-22T19:00:00Z", "2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
    expect(await received(world.db, 2)).toEqual(["!aaaa"]);
  });

  it("is told again in the digest as an update where its figures changed, not its words", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", breaking), fresh("bbbb", breaking));
    await world.at("2026-11-22T10:01:00Z");
    await sendAll(world.db);
    const place = { ar: "دوما", en: "Douma" };
    await world.publish(fresh("aaaa", { ...breaking, ...counting(99) }));
    await world.publish(fresh("bbbb", { ...breaking, place }));
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["!aaaa", "!bbbb", "aaaa+"]);
  });

  it("settles anew with every change, and waits while the content has problems", async () => {
    let clean: Date | undefined;
    await using world = await openWorld(start, { cleanSince: () => clean });
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", breaking));
    await world.at("2026-11-22T10:05:00Z");
    clean = new Date("2026-11-22T10:05:30Z");
    await world.at("2026-11-22T10:06:00Z");
    await world.publish(fresh("aaaa", { ...breaking, ...counting(5) }));
    await world.at("2026-11-22T10:06:59Z");
    expect(await received(world.db, 1)).toEqual([]);
    await world.at("2026-11-22T10:07:00Z");
    expect(await received(world.db, 1)).toEqual(["!aaaa"]);
  });

  it("waits for the end of quiet hours", async () => {
    await using world = await openWorld("2026-11-22T22:00:00Z");
    for (const id of [1, 2, 3]) await follow(world, id, morning);
    const quiet = { quiet_from: 23 * 60, quiet_until: 7 * 60 };
    await world.db.updateTable("chats").set(quiet).where("id", "=", 1).execute();
    const zone = "America/New_York";
    await world.db
      .updateTable("chats")
      .set({ ...quiet, zone })
      .where("id", "=", 2)
      .execute();
    await world.publish(fresh("aaaa", breaking));
    await world.at("2026-11-22T22:01:00Z");
    const rows = await world.db
      .selectFrom("outbox")
      .select(["chat_id", "state", "not_before"])
      .execute();
    expect(rows.map((row) => [row.chat_id, row.state, row.not_before])).toEqual([
      [1, "retry", Date.parse("2026-11-23T04:00:00Z")],
      [2, "pending", null],
      [3, "pending", null],
    ]);
    await world.at("2026-11-23T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["!aaaa"]);
  });

  it("joins the digests where it expired unsent", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, "07:30 mon UTC");
    await follow(world, 2, morning);
    await world.publish(fresh("aaaa", breaking));
    await world.at("2026-11-22T10:01:00Z", "2026-11-23T07:30:00Z", "2026-11-23T10:01:00Z");
    expect(await received(world.db, 1)).toEqual([]);
    await world.at("2026-11-24T07:30:00Z", "2026-11-30T07:30:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });

  it("is neither baseline nor archive, and no story of yesterday", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    const old = { date: { from: "2026-11-14", to: "2026-11-14" } };
    await world.publish(fresh("aaaa", { ...breaking, ...old }), fresh("bbbb"));
    await world.at("2026-11-22T10:01:00Z", "2026-11-23T10:01:00Z");
    await world.publish(fresh("bbbb", breaking));
    await world.at("2026-11-23T10:05:00Z");
    expect(await received(world.db, 1)).toEqual([]);
  });

  it("is taken back where its story is withdrawn before it is sent", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", breaking), fresh("bbbb", breaking));
    await world.at("2026-11-22T10:01:00Z");
    const withdrawn = { at: "2026-11-22", note: { ar: "خطأ", en: "An error" } };
    await world.publish(fresh("aaaa", { ...breaking, withdrawn }));
    await world.at("2026-11-22T10:02:00Z");
    expect(await received(world.db, 1)).toEqual(["!bbbb"]);
  });

  it("never begins to be sent where its story is withdrawn before it is spread", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.publish(fresh("aaaa", breaking));
    for (const alert of await openAlerts(world.db)) await fireAlert(world.db, alert, world.now());
    const withdrawn = { at: "2026-11-22", note: { ar: "خطأ", en: "An error" } };
    await world.publish(fresh("aaaa", { ...breaking, withdrawn }));
    await world.tick.tick();
    expect(await world.db.selectFrom("outbox").select("state").execute()).toEqual([]);
  });
});

describe("above the limit", () => {
  it("an alert waits for an editor's word about this very revision", async () => {
    const asked: string[] = [];
    await using world = await openWorld(start, {
      confirmAbove: 1,
      ask: async (_, { story, number, places }) => {
        asked.push(`${story.id} ${number} ${places}`);
        await Promise.resolve();
      },
    });
    for (const id of [1, 2, 3]) await follow(world, id, morning);
    await world.publish(fresh("aaaa", breaking));
    await world.at("2026-11-22T10:01:00Z", "2026-11-22T10:02:00Z");
    expect(asked).toEqual(["aaaa 1 3"]);
    expect(await listAsking(world.db)).toMatchObject([{ story: "aaaa", number: 1, places: 3 }]);
    await world.publish(fresh("aaaa", { ...breaking, ...counting(5) }));
    expect(await confirmAlert(world.db, "aaaa", 1)).toBe(false);
    await world.at("2026-11-22T10:03:00Z");
    expect(asked).toEqual(["aaaa 1 3", "aaaa 2 3"]);
    expect(await received(world.db, 1)).toEqual([]);
    expect(await confirmAlert(world.db, "aaaa", 2)).toBe(true);
    expect(await declineAlert(world.db, "aaaa", 2)).toBe(false);
    await world.at("2026-11-22T10:04:00Z");
    expect(await received(world.db, 3)).toEqual(["!aaaa"]);
    expect(await states(world.db)).toEqual(["sent"]);
  });

  it("an alert that is declined, or not decided within a day, comes with the digest", async () => {
    await using world = await openWorld(start, { confirmAbove: 0 });
    await follow(world, 1, "10:30 daily UTC");
    await world.publish(fresh("aaaa", breaking), fresh("bbbb", breaking));
    await world.at("2026-11-22T10:01:00Z");
    expect(await declineAlert(world.db, "aaaa", 1)).toBe(true);
    await world.at("2026-11-22T10:30:00Z", "2026-11-23T10:02:00Z");
    expect(await received(world.db, 1)).toEqual(["aaaa bbbb"]);
    expect(await states(world.db)).toEqual(["declined", "declined"]);
  });
});
