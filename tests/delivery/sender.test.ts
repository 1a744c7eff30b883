import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createBulk } from "../../src/delivery/bulk.ts";
import type { Outcome } from "../../src/delivery/outcome.ts";
import { createPace } from "../../src/delivery/pace.ts";
import type { Parcel } from "../../src/delivery/parcel.ts";
import { createSender, type Sender } from "../../src/delivery/sender.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import type { Trouble } from "../../src/delivery/trouble.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Lease } from "../../src/store/lease.ts";
import type { Database } from "../../src/store/tables.ts";
import { testLog, type TestLog } from "../telegram/log.ts";
import { addMessage, addRun, hour, leaseOf, queue, rows, states } from "./rig.ts";

/** A request that Telegram has not answered yet. */
interface Open {
  readonly parcel: Parcel;
  readonly answer: (outcome: Outcome<number>) => void;
}

let path: string;
let db: Database;
let lease: Lease | undefined;
let open: Open[];
let troubles: Trouble[];
let senders: Sender[];
let log: TestLog;
/** Resolves when a sender that stops begins to wait for what is in flight. */
let grace: PromiseWithResolvers<void>;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-sender-"));
  path = join(folder, "mujaz.db");
  db = await openDatabase(`file:${path}`);
  lease = await leaseOf(db, "test:1");
  open = [];
  troubles = [];
  senders = [];
  log = testLog();
  grace = Promise.withResolvers();
  return async () => {
    for (const { answer } of open) answer({ type: "sent", result: 1 });
    await Promise.all(senders.map((sender) => sender.stop(0)));
    await db.destroy();
    rmSync(folder, { recursive: true });
  };
});

/** A locked store is waited for before it is complained of. */
const patient = { timeout: 10_000 };

function start(rate = 1000): Sender {
  const sender = createSender({
    db,
    defaultZone: "UTC",
    send(parcel, { signal }) {
      const { promise, resolve } = Promise.withResolvers<Outcome<number>>();
      open.push({ parcel, answer: resolve });
      signal.addEventListener("abort", () =>
        resolve({ type: "unknown", cause: "unanswered", reason: "stopped by us" }),
      );
      return promise;
    },
    pace: createPace(),
    bulk: createBulk({ rate, paid: true }),
    lease: () => lease,
    now: () => new Date(),
    sleep(ms, signal) {
      if (ms === 60_000) grace.resolve();
      return sleep(ms, signal);
    },
    log,
    keepStanding: () => Promise.resolve(),
    onTrouble: (trouble) => void troubles.push(trouble),
  });
  senders.push(sender);
  return sender;
}

/** Messages to so many people. */
async function fill(count: number): Promise<number> {
  const runId = await addRun(db, { expiresAt: Date.now() + hour });
  const messageId = await addMessage(db, runId);
  await queue(
    db,
    Array.from({ length: count }, (_, index) => ({ runId, messageId, chatId: 100 + index })),
  );
  return runId;
}

function answerAll(outcome: Outcome<number> = { type: "sent", result: 7 }): void {
  for (const { answer } of open.splice(0)) answer(outcome);
}

async function count(state: string): Promise<number> {
  return (await rows(db)).filter((row) => row.state === state).length;
}

function complaints(): readonly string[] {
  return log.lines.filter(({ level }) => level === "error").map(({ text }) => text);
}

describe("the sender", () => {
  it("has ten in flight at most, and the intents of all of them are committed", async () => {
    await fill(30);
    start(28);
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(0));
    expect(await count("sending")).toBe(open.length);
    await vi.waitFor(() => expect(open).toHaveLength(10), { timeout: 5000 });
    expect(await count("sending")).toBe(10);
  });

  it("sends what is queued while it runs, once it is told", async () => {
    const sender = start();
    await fill(3);
    sender.wake();
    await vi.waitFor(() => expect(open).toHaveLength(3));
    answerAll();
    await vi.waitFor(async () => expect(await count("sent")).toBe(3));
  });

  it("row 33: stops taking, waits for what is in flight, and writes what became of it", async () => {
    await fill(30);
    const sender = start();
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(5));
    const stopped = sender.stop();
    await grace.promise;
    await new Promise((resolve) => setImmediate(resolve));
    const inFlight = open.length;
    answerAll();
    await stopped;
    expect(open).toEqual([]);
    expect(await count("sent")).toBe(inFlight);
    expect(await count("pending")).toBe(30 - inFlight);
    expect(await count("sending")).toBe(0);
  });

  it("row 33: after its grace it ends what is in flight, which may be a second copy", async () => {
    await fill(1);
    const sender = start();
    await vi.waitFor(() => expect(open).toHaveLength(1));
    await sender.stop(1);
    expect((await rows(db))[0]).toMatchObject({ state: "retry", resent: 1 });
  });

  it("row 34: without its lease it sends nothing, and still writes what lands", async () => {
    await fill(30);
    const sender = start();
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(0));
    lease = undefined;
    const inFlight = open.length;
    answerAll();
    await vi.waitFor(async () => expect(await count("sent")).toBe(inFlight));
    sender.wake();
    await vi.waitFor(async () => expect(await count("sending")).toBe(0));
    expect(open).toEqual([]);
  });

  it("row 35: a lease that somebody else took stops it in the transaction", async () => {
    const sender = start();
    await leaseOf(db, "test:2");
    await fill(5);
    sender.wake();
    const text = "nothing is sent under a lease of before";
    await vi.waitFor(() => expect(log.lines.map((line) => line.text)).toContain(text));
    expect(open).toEqual([]);
    expect(await count("pending")).toBe(5);
  });

  it("row 31: begins with what an older epoch was cut off from", async () => {
    await fill(1);
    await db.updateTable("outbox").set({ state: "sending", epoch: 0, attempts: 1 }).execute();
    start();
    await vi.waitFor(() => expect(open).toHaveLength(1));
    answerAll();
    await vi.waitFor(async () => expect(await count("sent")).toBe(1));
    expect((await rows(db))[0]).toMatchObject({ resent: 1, attempts: 2 });
  });

  it("row 13: a refused token stops it, and it is not well", async () => {
    await fill(300);
    const sender = start();
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(0));
    expect(sender.health()).toBeUndefined();
    const first = open.length;
    answerAll({ type: "unauthorized" });
    await vi.waitFor(() => expect(sender.health()).toBe("Telegram refuses the token"));
    await sender.stop();
    expect(open.length).toBeLessThan(300 - first);
    expect(await count("sent")).toBe(0);
    expect(await count("dead")).toBe(0);
    expect(troubles).toContainEqual({ type: "unauthorized" });
  });

  it("fault 26, row 36: while the store is locked nothing is sent, and afterwards everything", async () => {
    const other = new SQLite(path);
    await fill(3);
    other.exec("begin immediate");
    const sender = start();
    await vi.waitFor(() => expect(complaints()).not.toEqual([]), patient);
    await sender.stop(0);
    expect(open).toEqual([]);
    other.exec("rollback");
    other.close();
    start();
    await vi.waitFor(() => expect(open).toHaveLength(3), { timeout: 5000 });
    answerAll();
    await vi.waitFor(async () => expect(await count("sent")).toBe(3));
  });

  it("row 36: a result that could not be written is written later, not sent again", async () => {
    const other = new SQLite(path);
    await fill(1);
    start();
    await vi.waitFor(() => expect(open).toHaveLength(1));
    other.exec("begin immediate");
    answerAll();
    await vi.waitFor(() => expect(complaints()).not.toEqual([]), patient);
    expect(await states(db)).toEqual(["sending"]);
    other.exec("rollback");
    other.close();
    await vi.waitFor(async () => expect(await states(db)).toEqual(["sent"]), { timeout: 5000 });
    expect(open).toEqual([]);
  });

  it("survives a chat whose standing cannot be kept: its row is sent again", async () => {
    await fill(1);
    const sender = createSender({
      db,
      send: () => Promise.resolve({ type: "forbidden" }),
      pace: createPace(),
      bulk: createBulk({ rate: 28 }),
      lease: () => lease,
      now: () => new Date(),
      sleep,
      log,
      defaultZone: "UTC",
      keepStanding: () => Promise.reject(new Error("locked")),
      onTrouble() {},
    });
    senders.push(sender);
    await vi.waitFor(async () => expect(await count("retry")).toBe(1));
  });
});
