import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { pruneInbox, storeUpdates, turnInbox } from "../../src/store/inbox.ts";
import type { HandleUpdate } from "../../src/telegram/answering/bot.ts";
import { createInboxWorker, type InboxWorker } from "../../src/telegram/updates/inbox-worker.ts";
import { alone } from "../store/replica.ts";
import { hastyClock, patientClock } from "./clock.ts";
import { testLog, type TestLog } from "./log.ts";

const everything = { replica: alone, closed: [], busyChats: [], limit: 10 };

let db: Database;
let log: TestLog;
beforeEach(async () => {
  db = await openDatabase("file::memory:");
  log = testLog();
  return () => db.destroy();
});

const now = new Date("2026-11-22T07:00:00Z");

function store(...updates: readonly (readonly [id: number, chat: number])[]): Promise<unknown> {
  return storeUpdates(
    db,
    updates.map(([updateId, chatId]) => ({ updateId, chatId, body: JSON.stringify(updateId) })),
    now,
  );
}

async function states(): Promise<Readonly<Record<number, string>>> {
  const rows = await db.selectFrom("inbox").selectAll().execute();
  return Object.fromEntries(
    rows.map(({ update_id, state, body, attempts }) => [
      update_id,
      `${state} ${body === null ? "erased" : "kept"} ${attempts}`,
    ]),
  );
}

interface Trace {
  readonly handle: HandleUpdate;
  /** Resolves when the update was begun for the `time`th time. */
  readonly begun: (update: number, time?: number) => Promise<void>;
  readonly order: readonly number[];
}

/** Does with each update what `act` says, and tells when. */
function trace(act: (update: number) => Promise<void>): Trace {
  const order: number[] = [];
  const waiting = new Set<() => void>();
  return {
    order,
    async handle(update) {
      const id = Number(update);
      order.push(id);
      for (const look of waiting) look();
      await act(id);
    },
    begun(update, time = 1) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (order.filter((id) => id === update).length >= time) resolve();
      };
      waiting.add(look);
      look();
      return promise;
    },
  };
}

function hang(): Promise<void> {
  return new Promise(() => {});
}

const well = (): Promise<void> => Promise.resolve();

function fail(): Promise<never> {
  return Promise.reject(new Error("poison"));
}

function work(
  { handle }: Trace,
  more: Partial<Parameters<typeof createInboxWorker>[0]> = {},
): InboxWorker {
  const worker = createInboxWorker({
    db,
    replica: () => alone,
    handle,
    log,
    ...hastyClock(),
    ...patient(),
    ...more,
  });
  worker.wake();
  return worker;
}

/** No deadline comes up, and retries are made at once. */
function patient(): Pick<Parameters<typeof createInboxWorker>[0], "sleep"> {
  return {
    sleep: (ms, signal) => (ms < 60_000 ? Promise.resolve() : patientClock().sleep(ms, signal)),
  };
}

describe("the inbox", () => {
  it("is handled after a restart, and forgotten but for the ids", async () => {
    await store([1, 5], [2, 5], [3, 6]);
    const seen = trace(well);
    const worker = work(seen);
    await Promise.all([seen.begun(2), seen.begun(3)]);
    await worker.stop();
    expect(seen.order.filter((id) => id < 3)).toEqual([1, 2]);
    expect(await states()).toEqual({ 1: "done erased 1", 2: "done erased 1", 3: "done erased 1" });
  });

  it("handles one update of a chat at a time, and many chats together", async () => {
    await store([1, 5], [2, 5], [3, 6], [4, 7]);
    const gate = Promise.withResolvers<void>();
    const seen = trace((id) => (id === 1 ? gate.promise : well()));
    const worker = work(seen);
    await Promise.all([seen.begun(3), seen.begun(4)]);
    expect(seen.order).not.toContain(2);
    gate.resolve();
    await seen.begun(2);
    await worker.stop();
  });

  it("serves no more chats at a time than it may, however many wait", async () => {
    await store(...Array.from({ length: 300 }, (_, index) => [index, index] as const));
    let together = 0;
    let most = 0;
    const seen = trace(async () => {
      together += 1;
      most = Math.max(most, together);
      await new Promise((resolve) => setImmediate(resolve));
      together -= 1;
    });
    const worker = work(seen, { concurrency: 20 });
    await seen.begun(299);
    await worker.stop();
    expect(most).toBeLessThanOrEqual(20);
    expect(seen.order).toHaveLength(300);
  });

  it("fault 29: lets the others pass while one chat hangs with a flood behind it", async () => {
    await store(...Array.from({ length: 2000 }, (_, index) => [index, 5] as const), [5000, 6]);
    const seen = trace((id) => (id === 0 ? hang() : well()));
    const worker = work(seen);
    await seen.begun(5000);
    expect(seen.order).toEqual([0, 5000]);
    await worker.stop(0);
  });

  it("fault 29, row 43: tries a poison update three times, sets it aside, and goes on with the next of the chat", async () => {
    await store([1, 5], [2, 5]);
    const seen = trace((id) => (id === 1 ? fail() : well()));
    const worker = work(seen);
    await seen.begun(2);
    await worker.stop();
    expect(seen.order).toEqual([1, 1, 1, 2]);
    expect(await states()).toEqual({ 1: "dead erased 3", 2: "done erased 1" });
  });

  it("counts the attempts that ended with the process", async () => {
    await store([1, 5], [2, 5]);
    for (let kill = 0; kill < 3; kill += 1) await turnInbox(db, everything);
    const seen = trace(well);
    const worker = work(seen);
    await seen.begun(2);
    await worker.stop();
    expect(seen.order).toEqual([2]);
    expect(await states()).toEqual({ 1: "dead erased 4", 2: "done erased 1" });
  });

  it("fault 29: frees a chat from a handler that hangs, and tells the handler", async () => {
    await store([1, 5], [2, 5]);
    const clock = patientClock();
    let told = false;
    const seen = trace((id) => (id === 1 ? hang() : well()));
    const handle: HandleUpdate = (update, turn) => {
      if (update === 1) turn.signal.addEventListener("abort", () => (told = true));
      return seen.handle(update, turn);
    };
    const worker = work({ ...seen, handle }, { ...clock, deadlineMs: 60_000 });
    await seen.begun(1);
    clock.advance(60_000);
    await seen.begun(2);
    await worker.stop();
    expect(told).toBe(true);
    expect(await states()).toEqual({ 1: "dead erased 1", 2: "done erased 1" });
  });

  it("fault 29: does not fall over a handler that fails after its deadline", async () => {
    await store([1, 5], [2, 5]);
    const clock = patientClock();
    const late = Promise.withResolvers<void>();
    const seen = trace((id) => (id === 1 ? late.promise : well()));
    const worker = work(seen, { ...clock });
    await seen.begun(1);
    clock.advance(130_000);
    await seen.begun(2);
    late.reject(new Error("too late"));
    await worker.stop();
    expect((await states())[1]).toBe("dead erased 1");
  });

  it("goes on when the store was away for a while", async () => {
    await store([1, 5]);
    const seen = trace(well);
    await db.schema.alterTable("inbox").renameTo("elsewhere").execute();
    const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
      if (ms >= 60_000) return patientClock().sleep(ms, signal);
      await db.schema.alterTable("elsewhere").renameTo("inbox").execute();
    };
    const worker = work(seen, { sleep });
    await seen.begun(1);
    await worker.stop();
    expect(log.lines[0]).toMatchObject({
      level: "error",
      text: "the inbox cannot be read; trying on",
    });
  });

  it("keeps no words of anybody in the log", async () => {
    await store([1, 5]);
    const seen = trace(fail);
    const worker = work(seen);
    await seen.begun(1, 3);
    await worker.stop();
    expect(log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(log.lines.map(({ facts }) => Object.keys(facts)))).not.toContain("body");
  });
});

describe("a stop", () => {
  it("lets what is in flight end, and leaves the rest in the inbox", async () => {
    await store([1, 5], [2, 5]);
    const gate = Promise.withResolvers<void>();
    const seen = trace((id) => (id === 1 ? gate.promise : well()));
    const worker = work(seen);
    await seen.begun(1);
    const stopped = worker.stop();
    gate.resolve();
    await stopped;
    expect(seen.order).toEqual([1]);
    expect(await states()).toEqual({ 1: "done erased 1", 2: "new kept 0" });
  });

  it("waits for a handler no longer than its grace; the update waits for the next start", async () => {
    await store([1, 5]);
    const clock = patientClock();
    const seen = trace(hang);
    const worker = work(seen, { ...clock, deadlineMs: 120_000 });
    await seen.begun(1);
    const stopped = worker.stop(60_000);
    clock.advance(60_000);
    await stopped;
    expect(await states()).toEqual({ 1: "new kept 1" });
  });

  it("wakes nothing any more", async () => {
    const seen = trace(well);
    const worker = work(seen);
    await worker.stop();
    await store([1, 5]);
    worker.wake();
    await worker.stop();
    expect(seen.order).toEqual([]);
  });
});

describe("ids", () => {
  it("are forgotten 48 hours after they came, unless they still wait", async () => {
    await store([1, 5], [2, 6]);
    const seen = trace((id) => (id === 2 ? hang() : well()));
    const worker = work(seen);
    await Promise.all([seen.begun(1), seen.begun(2)]);
    await worker.stop(0);
    await pruneInbox(db, new Date("2026-11-24T07:00:00Z"));
    expect(Object.keys(await states())).toEqual(["1", "2"]);
    await pruneInbox(db, new Date("2026-11-24T07:00:01Z"));
    expect(Object.keys(await states())).toEqual(["2"]);
  });

  it("fault 28: of updates that come five times, in any order and numbered anew, are each handled once", async () => {
    const seen = trace(well);
    const worker = work(seen);
    const ids = [7, 3, 900, 5, 1, 2_000_000_000, 4, 12];
    for (let time = 0; time < 5; time += 1) {
      for (const id of time % 2 === 0 ? ids : ids.toReversed()) await store([id, 5], [id, 5]);
      worker.wake();
      await seen.begun(ids[time] ?? 0);
    }
    for (const id of ids) await seen.begun(id);
    await worker.stop();
    expect(seen.order.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
  });

  it("row 42: may begin anew below those of before", async () => {
    const seen = trace(well);
    await store([900, 5]);
    const worker = work(seen);
    await seen.begun(900);
    await store([3, 5]);
    worker.wake();
    await seen.begun(3);
    await worker.stop();
    expect(await states()).toEqual({ 3: "done erased 1", 900: "done erased 1" });
  });
});
