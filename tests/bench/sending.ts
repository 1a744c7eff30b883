import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import { createBulk } from "../../src/delivery/bulk.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { createSender } from "../../src/delivery/sender.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import { openDatabase } from "../../src/store/database.ts";
import { takeLease, type Lease } from "../../src/store/lease.ts";
import { turnOutbox } from "../../src/store/outbox.ts";
import type { Database } from "../../src/store/tables.ts";
import { createClient } from "../../src/telegram/client.ts";
import { createSendParcel } from "../../src/telegram/send-parcel.ts";
import { spawnSimulator } from "../simulator/spawn.ts";

const token = "123456789:AAF-bench_token-that-is-35-letters";
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
    select 1, ${state === "pending" ? firstChat : 5_000_000} + i, 0, 0, 1, 2, ${state},
      ${state === "pending" ? null : now + 3_600_000}, 0 from n`.execute(db);
}

async function inFolder<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-sending-"));
  try {
    return await work(`file:${join(folder, "mujaz.db")}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function leaseOf(db: Database): Promise<Lease> {
  const claim = { name: "engine", holder: "bench:1", until: new Date(8.64e15), isDead: () => true };
  const lease = await takeLease(db, claim, new Date());
  if (lease === undefined) throw new Error("no lease");
  return lease;
}

/** Milliseconds that a claim of ten rows takes, with so many pending and as many parked. */
async function measureClaim(size: number): Promise<number> {
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

/** Messages a second, each durable before and after, to a Telegram in a process of its own. */
async function measureSending(
  count: number,
  rate: number,
  limits: "telegram" | "off",
): Promise<{ readonly perSecond: number; readonly refused: number }> {
  const simulator = await spawnSimulator({ token, limits, record: "compact" });
  const people = { firstId: firstChat, count, languageCode: "ar" };
  await control(simulator.apiRoot, "world/addCrowd", people);
  await control(simulator.apiRoot, "world/setStars", { stars: 1_000_000 });
  try {
    return await inFolder(async (url) => {
      const db = await openDatabase(url);
      await fill(db, count, "pending");
      const client = createClient({ token, apiRoot: simulator.apiRoot });
      const lease = await leaseOf(db);
      let refused = 0;
      let landed = 0;
      const send = createSendParcel(client);
      const done = Promise.withResolvers<void>();
      const begun = performance.now();
      const sender = createSender({
        db,
        async send(parcel, signal) {
          const outcome = await send(parcel, signal);
          if (outcome.type === "later") refused += 1;
          if (outcome.type === "sent") landed += 1;
          if (landed === count) done.resolve();
          return outcome;
        },
        pace: createPace(),
        bulk: createBulk({ rate, paid: rate > 30 }),
        lease: () => lease,
        now: () => new Date(),
        sleep,
        log: { debug() {}, info() {}, warn() {}, error() {} },
        keepStanding: () => Promise.resolve(),
        onTrouble() {},
      });
      await done.promise;
      await sender.stop();
      const perSecond = (count / (performance.now() - begun)) * 1000;
      await client.close();
      await db.destroy();
      return { perSecond, refused };
    });
  } finally {
    await simulator.kill();
  }
}

async function control(root: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${root}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Prints how fast the sender is, and what a claim costs by the size of the outbox. */
export async function benchSending(print: (line: string) => void): Promise<void> {
  for (const size of [1000, 1_000_000]) {
    const ms = await measureClaim(size);
    print(`claim of 10, ${size} pending and ${size} parked: ${ms.toFixed(2)} ms`);
  }
  const free = await measureSending(5000, 1000, "off");
  print(`without limits: ${free.perSecond.toFixed(0)} messages a second, durable`);
  const limited = await measureSending(600, 28, "telegram");
  print(`at Telegram's limits: ${limited.perSecond.toFixed(2)}/s, ${limited.refused} refused`);
}
