import { expect, it } from "vitest";
import { countChats, countSubscriptions } from "../../src/store/insight/audience.ts";
import { countCorrections } from "../../src/store/insight/corrections.ts";
import { countDigests } from "../../src/store/insight/digests.ts";
import {
  countDue,
  countHandled,
  countInbox,
  countOutbox,
  oldestDue,
  oldestUpdate,
} from "../../src/store/insight/waiting.ts";
import { storeUpdates, turnInbox } from "../../src/store/inbox.ts";
import { isTaken, releaseLease, takeLease } from "../../src/store/lease.ts";
import { openFresh } from "../postgres/fresh.ts";
import { addRows, addRun } from "./runs-of.ts";

const now = new Date("2026-11-22T07:00:00Z");
const minute = 60_000;
const day = 1440 * minute;

function ago(ms: number): number {
  return now.getTime() - ms;
}

it("a count of what was sent goes over slices of many rows and loses none", async () => {
  await using db = await openFresh();
  const runs = [await addRun(db, { made: ago(day) }), await addRun(db, { made: ago(minute) })];
  for (let slice = 0; slice < 45; slice += 1) {
    await addRows(db, runs[slice % 2] ?? 0, {
      count: 500,
      state: slice % 3 === 0 ? "dead" : "sent",
      reason: "blocked",
    });
  }
  const since = new Date(ago(7 * day));
  expect(await countDigests(db, since)).toEqual({
    since,
    made: 2,
    late: 0,
    sent: 30 * 500,
    dead: [{ reason: "blocked", count: 15 * 500 }],
  });
  expect((await countOutbox(db)).dead).toBe(15 * 500);
});

it("the oldest that may go is of a run that is neither paused nor over, of whatever urgency", async () => {
  await using db = await openFresh();
  expect(await oldestDue(db, now)).toBe(undefined);
  const over = await addRun(db, { made: ago(2 * day) });
  const paused = await addRun(db, { made: ago(3 * minute) });
  const sent = await addRun(db, { made: ago(2 * minute) });
  const due = await addRun(db, { made: ago(minute) });
  await db.updateTable("runs").set({ paused: 1 }).where("id", "=", paused).execute();
  for (const run of [over, paused, due]) await addRows(db, run, { count: 2, state: "pending" });
  await addRows(db, sent, { count: 2, state: "sent" });
  expect(await oldestDue(db, now)).toEqual(new Date(ago(minute)));
  const alert = await addRun(db, { made: ago(1000), kind: "alert" });
  await addRows(db, alert, { count: 1, state: "pending" });
  expect(await oldestDue(db, now)).toEqual(new Date(ago(minute)));
  await db.updateTable("outbox").set({ priority: 1 }).where("run_id", "=", due).execute();
  expect(await oldestDue(db, now)).toEqual(new Date(ago(minute)));
});

function update(updateId: number) {
  return { updateId, chatId: updateId, body: "{}" };
}

it("an update counts as waiting until it is handled or set aside", async () => {
  await using db = await openFresh();
  await storeUpdates(db, [update(1), update(2)], new Date(ago(2 * minute)));
  await storeUpdates(db, [update(3)], now);
  expect(await oldestUpdate(db)).toEqual(new Date(ago(2 * minute)));
  const closed = [
    { updateId: 1, state: "done" },
    { updateId: 2, state: "dead" },
  ] as const;
  await turnInbox(db, { replica: undefined, closed, busyChats: [], limit: 0 });
  expect(await countInbox(db, "new")).toBe(1);
  expect(await countInbox(db, "dead")).toBe(1);
  expect(await oldestUpdate(db)).toEqual(now);
  expect(await countHandled(db, new Date(ago(day)))).toBe(1);
  expect(await countHandled(db, now)).toBe(0);
});

it("an empty store has nothing to count and nobody who leads", async () => {
  await using db = await openFresh();
  expect(await countChats(db)).toEqual([]);
  expect(await countSubscriptions(db)).toEqual([]);
  expect(await countDue(db, now)).toBe(0);
  expect(await countCorrections(db)).toEqual({ settling: 0, asking: 0, confirmed: 0 });
  expect(await countDigests(db, now)).toEqual({ since: now, made: 0, late: 0, sent: 0, dead: [] });
  expect(await isTaken(db, "delivery")).toBe(false);
  const claim = { name: "delivery", holder: "a", lifetime: minute, isDead: () => false };
  const lease = await takeLease(db, claim);
  expect(await isTaken(db, "delivery")).toBe(true);
  if (lease !== undefined) await releaseLease(db, lease);
  expect(await isTaken(db, "delivery")).toBe(false);
});
