import { createRendering } from "../../src/app/rendering.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { createTick } from "../../src/delivery/tick.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { createLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { anEdition, aStory } from "../builders.ts";
import { subscribeMany } from "./many.ts";

const start = new Date("2026-11-22T06:00:00Z");
const due = new Date("2026-11-22T07:30:00Z");
const key = "07:30 daily UTC";
const mebibyte = 2 ** 20;

/** What one tick took. */
interface Taken {
  readonly milliseconds: number;
  /** The longest that the event loop was held, in milliseconds. */
  readonly longestBlock: number;
  /** The most resident memory while it ran, in bytes. */
  readonly memory: number;
}

/** What the tick costs. */
export interface FanOut {
  /** Milliseconds of a tick with nothing due. */
  readonly idle: number;
  /** With all of them due at once on one schedule. */
  readonly messages: number;
  readonly seconds: number;
  readonly longestBlock: number;
  /** Resident MB before, and the most. */
  readonly before: number;
  readonly most: number;
}

export async function measureFanOut(size: number): Promise<FanOut> {
  return withSubscriptions(size, async (db) => {
    const idle = await timeTicks(db, start, 200);
    const before = process.memoryUsage().rss / mebibyte;
    const run = await timeTicks(db, due, 1);
    const { rows } = await sql<{ n: number }>`select count(*) as n from outbox`.execute(db);
    return {
      idle: idle.milliseconds,
      messages: rows[0]?.n ?? 0,
      seconds: run.milliseconds / 1000,
      longestBlock: run.longestBlock,
      before,
      most: run.memory / mebibyte,
    };
  });
}

async function withSubscriptions<T>(size: number, work: (db: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const db = await openDatabase(`file:${join(folder, "mujaz.db")}`);
  try {
    await sql`insert into schedules (id, key, due_at, window_from)
      values (1, ${key}, ${due.getTime()}, ${due.getTime() - 86_400_000})`.execute(db);
    await subscribeMany(db, { size, scheduleId: 1 });
    return await work(db);
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}

async function timeTicks(db: Database, time: Date, times: number): Promise<Taken> {
  const edition: Edition = anEdition({ stories: [] });
  const day = { from: "2026-11-22", to: "2026-11-22" };
  const later = anEdition({ stories: [aStory({ date: day })] });
  await recordEdition(db, edition, start);
  await recordEdition(db, later, start);
  const { tick } = createTick({
    db,
    now: () => time,
    edition: () => later,
    rendering: {
      ...createRendering(() => later, "mujaz_bot"),
      digest: ({ groups }) => [{ html: JSON.stringify(groups) }],
    },
    defaultZone: "UTC",
    log: createLog("warn"),
    settle: 60_000,
    confirmAbove: 1000,
    cleanSince: () => start,
    ask: () => Promise.resolve(),
    correctionSettle: 120_000,
    askCorrection: () => Promise.resolve(),
  });
  return measure(async () => {
    for (let turn = 0; turn < times; turn += 1) await tick();
  }, times);
}

async function measure(work: () => Promise<void>, times: number): Promise<Taken> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let memory = process.memoryUsage().rss;
  const sampling = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, 20);
  delay.enable();
  const begun = performance.now();
  await work();
  const milliseconds = (performance.now() - begun) / times;
  delay.disable();
  clearInterval(sampling);
  return { milliseconds, longestBlock: delay.max / 1e6, memory };
}
