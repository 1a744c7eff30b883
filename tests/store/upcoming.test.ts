import { expect, it } from "vitest";
import { readUpcoming } from "../../src/store/subscriptions/upcoming.ts";
import { follow, fresh, openWorld, received, sendAll } from "../delivery/world.ts";

const start = "2026-11-22T08:00:00Z";
const place = { chatId: 1, threadId: 0 };

it("tells beforehand what the next digest of a place tells", async () => {
  await using world = await openWorld(start);
  await follow(world, 1, "07:30 daily UTC", { topics: ["ghouta"] });
  await world.publish(fresh("aaaa"), fresh("bbbb", { breaking: true }));
  await world.at("2026-11-22T08:01:00Z");
  await sendAll(world.db);
  const upcoming = await readUpcoming(world.db, place, world.now());
  expect(upcoming).toMatchObject({
    news: [{ story: "aaaa", revision: 1, told: "new" }],
    topics: ["ghouta"],
    window: { from: new Date("2026-11-22T07:30:00Z") },
  });
  await world.at("2026-11-23T07:30:00Z");
  expect(await received(world.db, 1)).toEqual(["!bbbb", "aaaa"]);
  expect((await readUpcoming(world.db, place, world.now()))?.news).toEqual([]);
});

it("knows nothing of a place that is not subscribed", async () => {
  await using world = await openWorld(start);
  expect(await readUpcoming(world.db, place, world.now())).toBeUndefined();
});
