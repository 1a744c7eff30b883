import SQLite from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { createContact } from "../../src/app/insight/contact.ts";
import { watchEdition } from "../../src/app/insight/content-state.ts";
import { readiness, type ReadinessParts } from "../../src/app/insight/readiness.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import { queueNotice } from "../../src/store/runs/notices.ts";
import { storeUpdates } from "../../src/store/inbox.ts";
import { createClient } from "../../src/telegram/api/client.ts";
import { observeCalls } from "../../src/telegram/api/observed.ts";
import { anEdition } from "../builders.ts";
import { token } from "../simulator/harness.ts";
import { openNewsroom, type Newsroom } from "./newsroom.ts";

vi.setConfig({ testTimeout: 60_000 });

const now = new Date("2026-11-22T07:00:00Z");

async function parts(more: Partial<ReadinessParts> = {}) {
  const telegram = await startSimulator({ token });
  const contact = createContact(() => performance.now());
  const caller = createClient({ token, apiRoot: telegram.apiRoot });
  const client = observeCalls(caller, ({ reached }) => reached && contact.note());
  const db = await openDatabase("file::memory:");
  const content = watchEdition(
    () => anEdition({ stories: [] }),
    () => now,
  );
  return {
    telegram,
    db,
    client,
    contact,
    content,
    now: () => now,
    leader: () => Promise.resolve({ held: true, ours: true }),
    stopping: new AbortController().signal,
    ...more,
    async [Symbol.asyncDispose]() {
      await client.close();
      await telegram.close();
      if (more.db === undefined) await db.destroy();
    },
  };
}

async function isReady({ get }: Newsroom): Promise<void> {
  const status = async () => (await get("/readyz").catch(() => undefined))?.status;
  await expect.poll(status, { timeout: 20_000 }).toBe(200);
}

it("a bot that works is ready, and says who leads, what waits and what it tells", async () => {
  const room = await openNewsroom();
  await isReady(room);
  const response = await room.get("/readyz");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    ready: true,
    stopping: false,
    store: { ok: true },
    telegram: { ok: true, silent: expect.any(Number) },
    leader: { ok: true, ours: true },
    lag: { outbox: 0, inbox: 0 },
    edition: {
      stories: expect.any(Number),
      age: expect.any(Number),
      errors: 0,
      warnings: expect.any(Number),
    },
  });
  expect(await (await room.get("/healthz")).text()).toBe("ok");
});

it("a store that does not answer makes it not ready within seconds", async () => {
  await using given = await parts();
  const { promise: forever } = Promise.withResolvers<never>();
  const { ready, checks } = await readiness({ ...given, leader: () => forever });
  expect(ready).toBe(false);
  expect(checks).toMatchObject({
    store: { ok: false },
    leader: { ok: false, ours: null },
    lag: null,
  });
});

it("a store that is gone makes it not ready", async () => {
  await using given = await parts();
  const db = await openDatabase("file::memory:");
  await db.destroy();
  const { ready, checks } = await readiness({ ...given, db });
  expect(ready).toBe(false);
  expect(checks).toMatchObject({ store: { ok: false } });
});

it("another leader is as good as this process, and no leader is not", async () => {
  await using given = await parts();
  const other = { held: true, ours: false };
  expect(await readiness({ ...given, leader: () => Promise.resolve(other) })).toMatchObject({
    ready: true,
    checks: { leader: { ok: true, ours: false } },
  });
  const nobody = { held: false, ours: false };
  expect(await readiness({ ...given, leader: () => Promise.resolve(nobody) })).toMatchObject({
    ready: false,
    checks: { leader: { ok: false } },
  });
});

it("Telegram is asked where it was not called lately, and at most once a minute", async () => {
  let at = 0;
  const contact = createContact(() => at);
  let asked = 0;
  const nobody = createClient({ token, apiRoot: "http://127.0.0.1:9" });
  onTestFinished(() => nobody.close());
  const client = observeCalls(nobody, () => void (asked += 1));
  await using given = await parts({ contact, client });
  contact.note();
  const seen: unknown[] = [];
  for (const seconds of [60, 61, 90, 91, 120, 121]) {
    at = seconds * 1000;
    seen.push([seconds, (await readiness(given)).ready, asked]);
  }
  expect(seen).toEqual([
    [60, true, 0],
    [61, true, 1],
    [90, true, 1],
    [91, false, 1],
    [120, false, 1],
    [121, false, 2],
  ]);
  contact.note();
  expect((await readiness(given)).ready).toBe(true);
});

it("Telegram that answers when it is asked makes it ready", async () => {
  await using given = await parts();
  expect((await readiness(given)).ready).toBe(true);
});

function before(seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}

it("what waits is shown by its age and does not make it unready", async () => {
  await using given = await parts();
  await storeUpdates(given.db, [{ updateId: 1, chatId: 5, body: "{}" }], before(40));
  const notice = { key: "k", chatId: 5, message: { html: "x" } };
  await queueNotice(given.db, notice, before(90));
  expect(await readiness(given)).toMatchObject({
    ready: true,
    checks: { lag: { outbox: 90, inbox: 40 } },
  });
  await given.db.updateTable("runs").set({ paused: 1 }).execute();
  expect(await readiness(given)).toMatchObject({ checks: { lag: { outbox: 0 } } });
});

it("a bot that is asked to stop is neither healthy nor ready", async () => {
  await using given = await parts();
  const stopping = AbortSignal.abort();
  expect(await readiness({ ...given, stopping })).toMatchObject({
    ready: false,
    checks: { stopping: true },
  });
});

it("a bot whose store is locked by somebody who does not let go still answers", async () => {
  const room = await openNewsroom();
  await isReady(room);
  const file = new SQLite(room.store);
  onTestFinished(() => void file.close());
  file.exec("begin immediate");
  room.layla.say("/ghouta");
  expect((await room.get("/healthz")).status).toBe(200);
  expect((await room.get("/readyz")).headers.get("content-type")).toContain("application/json");
  expect((await room.get("/metrics")).status).toBe(200);
  file.exec("rollback");
  await room.layla.sees("Ghouta");
});
