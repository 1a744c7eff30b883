import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { createTick } from "../../src/delivery/tick.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { createLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { anEdition, aStory } from "../builders.ts";

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

/**
 * Prints what the tick costs: with nothing due, for a few and for very many subscriptions, and with
 * all of them due at once on one schedule.
 */
export async function printFanOut(few = 1000, many = 1_000_000): Promise<void> {
  for (const size of [few, many]) {
    await withSubscriptions(size, async (db) => {
      const before = process.memoryUsage().rss;
      const idle = await timeTicks(db, start, 200);
      console.log(`${size} subscriptions, nothing due: ${idle.milliseconds.toFixed(2)} ms a tick`);
      if (size !== many) return;
      const run = await timeTicks(db, due, 1);
      const { rows } = await sql<{ n: number }>`select count(*) as n from outbox`.execute(db);
      console.log(
        `${rows[0]?.n} messages into the outbox in ${(run.milliseconds / 1000).toFixed(1)} s, ` +
          `the event loop held for at most ${run.longestBlock.toFixed(0)} ms, ` +
          `memory ${mib(before)} before, ${mib(run.memory)} at most, ` +
          `${mib(process.memoryUsage().rss)} after`,
      );
    });
  }
}

function mib(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(0)} MiB`;
}

async function withSubscriptions(
  size: number,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const db = await openDatabase(`file:${join(folder, "mujaz.db")}`);
  try {
    await subscribeMany(db, size);
    await work(db);
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}

const places = 65_536;

/** Chats of every language in no order, a tenth of them in groups, some with quiet hours. */
async function subscribeMany(db: Database, size: number): Promise<void> {
  const at = start.getTime();
  await sql`insert into schedules (id, key, due_at, window_from)
    values (1, ${key}, ${due.getTime()}, ${due.getTime() - 86_400_000})`.execute(db);
  for (let from = 0; from < size; from += places) {
    const until = Math.min(size, from + places);
    const ids = sql`with recursive n(i) as (
      select ${from + 1} union all select i + 1 from n where i < ${until})`;
    const chat = sql`(i * 7919) % 10000019 + 1000000000`;
    await sql`insert into chats (id, type, language, digits, months, created_at, quiet_from, quiet_until)
      ${ids} select ${chat}, case i % 10 when 0 then 'supergroup' else 'private' end,
        case i % 3 when 0 then 'ar' when 1 then 'en' else 'both' end, 'latin', 'double', ${at},
        case i % 4 when 0 then 1320 end, case i % 4 when 0 then 480 end from n`.execute(db);
    await sql`insert into subscriptions (chat_id, thread_id, topics, schedule_id, alerts, empty_line,
        silent, after_run, state, created_at)
      ${ids} select ${chat}, 0, case i % 5 when 0 then 'ghouta' else '' end, 1, 1, 0, 0, 0, 'active',
        ${at} from n`.execute(db);
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
      digest: ({ groups }) => [{ html: JSON.stringify(groups) }],
      emptyDigest: () => [],
      alert: () => [],
    },
    defaultZone: "UTC",
    log: createLog("warn"),
    settle: 60_000,
    confirmAbove: 1000,
    cleanSince: () => start,
    ask: () => Promise.resolve(),
  });
  return measure(async () => {
    for (let turn = 0; turn < times; turn += 1) await tick();
  }, times);
}

async function measure(work: () => Promise<void>, times: number): Promise<Taken> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let memory = 0;
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

if (import.meta.main) await printFanOut();
