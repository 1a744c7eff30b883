import { expect, it } from "vitest";
import { leaveChat, pauseChat, returnChat } from "../../src/store/chats/standing.ts";
import { follow, openWorld } from "./world.ts";

const morning = "07:30 daily UTC";
const start = "2026-08-01T06:00:00Z";
const earlier = new Date("2026-08-01T05:00:00Z");
const later = new Date("2026-08-02T05:00:00Z");

async function subscribed(
  world: Awaited<ReturnType<typeof openWorld>>,
): Promise<readonly number[]> {
  const rows = await world.db.selectFrom("subscriptions").select("chat_id").orderBy("id").execute();
  return rows.map(({ chat_id: id }) => id);
}

it("a chat that is gone is forgotten 90 days after it was lost, and not before", async () => {
  await using world = await openWorld(start);
  for (const id of [1, 2, 3, 4, 5]) await follow(world, id, morning);
  await leaveChat(world.db, 1, "bot was blocked by the user", earlier);
  await leaveChat(world.db, 2, "bot was blocked by the user", later);
  await leaveChat(world.db, 3, "bot was blocked by the user", earlier);
  await returnChat(world.db, 3, later);
  await pauseChat(world.db, 4, "not enough rights", earlier);
  await world.at("2026-10-30T04:00:00Z");
  expect(await subscribed(world)).toEqual([1, 2, 3, 4, 5]);
  await world.at("2026-10-30T06:00:00Z");
  expect(await subscribed(world)).toEqual([2, 3, 4, 5]);
  const kept = await world.db.selectFrom("chats").select("id").orderBy("id").execute();
  expect(kept.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
});
