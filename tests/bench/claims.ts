import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import { openDatabase } from "../../src/store/database.ts";
import { takeLease, type Lease } from "../../src/store/lease.ts";
import { turnOutbox } from "../../src/store/outbox/outbox.ts";
import type { Database } from "../../src/store/tables.ts";

const firstChat = 1_000_000;

/** One run of one message to so many private chats. */
async function fill(db: Database, count: number, state: "pending" | "retry"): Promise<void> {
  const now = Date.now();
  await sql`insert into runs (id, kind, slot, window_from, window_until, made_at, expires_at,
    cursor, state, paused) values (1, 'notice', ${now}, ${now}, ${now}, ${now},
    ${now + 86_400_000}, 0, 'spread', 0) on conflict do nothing`.execute(db);
  await sql`insert into messages (id, run_id, variant, part, html, news_from)
    values (1, 1, 'all', 0, '<b>موجز</b>', ${now}) on conflict do nothing`.execute(db);
  await sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})
    insert into outbox (run_id, chat_id, thread_id, part, message_id, priority, state, not_before,
      silent)
    select 1, ${state === "pending" ? firstChat : 5_000_000} + i, 0, 0, 1, 3, ${state},
      ${state === "pending" ? null : now + 3_600_000}, 0 from n`.execute(db);
}

async function inFolder<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-claims-"));
  try {
    return await work(`file:${join(folder, "mujaz.db")}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function leaseOf(db: Database): Promise<Lease> {
  const claim = { name: "engine", holder: "bench:1", lifetime: 86_400_000, isDead: () => true };
  const lease = await takeLease(db, claim);
  if (lease === undefined) throw new Error("no lease");
  return lease;
}

/** Milliseconds that a claim of ten rows takes, with so many pending and as many parked. */
export async function measureClaim(size: number): Promise<number> {
  return inFolder(async (url) => {
    const db = await openDatabase(url);
    await fill(db, size, "pending");
    await fill(db, size, "retry");
    const lease = await leaseOf(db);
    const claims = 50;
    const begun = performance.now();
    for (let claim = 0; claim < claims; claim += 1) {
      await turnOutbox(db, {
        lease,
        now: new Date(),
        landed: [],
        room: 10,
        choose: (all) => ({ go: all.slice(0, 10), wait: [] }),
      });
    }
    const took = (performance.now() - begun) / claims;
    await db.destroy();
    return took;
  });
}
