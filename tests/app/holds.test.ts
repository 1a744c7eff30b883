import { expect, it, onTestFinished } from "vitest";
import { shareHolds } from "../../src/app/holds.ts";
import { createPace, type Pace } from "../../src/delivery/pace.ts";
import { createStanding } from "../../src/delivery/standing.ts";
import { openDatabase } from "../../src/store/database.ts";
import { countHandled } from "../../src/store/insight/waiting.ts";
import { heldChats } from "../../src/store/outbox/holds.ts";
import type { Database } from "../../src/store/tables.ts";
import { freshUrl } from "../postgres/fresh.ts";
import { follower } from "../store/delivering.ts";
import { testLog } from "../telegram/log.ts";
import { openNewsroom } from "./newsroom.ts";

const quarter = 900;

it("what one process was asked, every other heeds at its next look", async () => {
  const [now, log] = [new Date("2026-11-23T10:00:00Z"), testLog()];
  const url = await freshUrl();
  const until = new Date(now.getTime() + quarter * 1000);
  const pace = createPace();
  const [one, other] = [await openDatabase(url), await openDatabase(url)];
  onTestFinished(async () => {
    await one.destroy();
    await other.destroy();
  });
  const share = (db: Database, pace: Pace) =>
    shareHolds({ db, pace, keepStanding: createStanding({ db }), now: () => now, log });
  await follower(one, { chatId: 7, threadId: 0 }, now);
  share(one, createPace()).tell(7, until);
  await expect.poll(() => heldChats(other, now)).toHaveLength(1);
  const sending = { type: "send", chatId: 7, isGroup: false } as const;
  expect(pace.ready(sending, now)).toBe(0);
  await share(other, pace).heed();
  expect(pace.ready(sending, now)).toBe(quarter * 1000);
  expect(pace.ready(sending, until)).toBe(0);
});

it("a chat that Telegram asked to leave alone for long is left alone by the next process too", async () => {
  const room = await openNewsroom();
  const { telegram, layla } = room;
  layla.say("/subscribe 8:30");
  await layla.sees("8:30");
  telegram.faults.add({
    method: "sendMessage",
    times: 1,
    do: {
      type: "refuse",
      code: 429,
      description: `Too Many Requests: retry after ${quarter}`,
      parameters: { retry_after: quarter },
    },
  });
  layla.say("/ghouta");
  const db = await openDatabase(`file:${room.store}`);
  const now = () => new Date(telegram.clock.now());
  await expect.poll(() => heldChats(db, now())).toMatchObject([{ chatId: layla.id }]);
  await room.restart();
  const [told, handled] = [layla.told().length, await countHandled(db, new Date(0))];
  layla.say("/help");
  await expect.poll(() => countHandled(db, new Date(0))).toBe(handled + 1);
  expect(layla.told()).toHaveLength(told);
  telegram.clock.advance(quarter * 1000);
  layla.say("/help");
  await layla.sees("/latest");
  await db.destroy();
});
