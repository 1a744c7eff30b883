import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { createRendering } from "../../src/app/rendering.ts";
import { checkCorrections } from "../../src/delivery/corrections.ts";
import { complainOnce } from "../../src/delivery/judge.ts";
import { shownOf } from "../../src/delivery/stored.ts";
import { composeDigest } from "../../src/domain/digest.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { createLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { keepShown } from "../../src/store/ledger/shown.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";

const start = new Date("2026-11-22T06:00:00Z");
const later = new Date("2026-11-22T07:00:00Z");
const settled = new Date("2026-11-22T07:02:00Z");

/** What it costs to find the messages that show a figure which changed, and to queue their edits. */
export interface Corrections {
  readonly messages: number;
  readonly contents: number;
  readonly queued: number;
  /** Seconds of all of it: counting the chats, making the contents anew, queueing the edits. */
  readonly seconds: number;
  /** The longest that the event loop was held, in milliseconds. */
  readonly longestBlock: number;
}

export async function measureCorrections(messages: number, contents: number): Promise<Corrections> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const db = await openDatabase(`file:${join(folder, "mujaz.db")}`);
  try {
    const edition = await fill(db, messages, contents);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    await checkCorrections({
      db,
      rendering: createRendering(() => edition, "mujaz_bot"),
      now: () => settled,
      complain: complainOnce(createLog("warn")),
      defaultZone: "UTC",
      correctionSettle: 120_000,
      confirmAbove: Infinity,
      cleanSince: () => start,
      askCorrection: () => Promise.resolve(),
    });
    const seconds = (performance.now() - begun) / 1000;
    delay.disable();
    const { rows } = await sql<{ n: number }>`select count(*) as n from outbox`.execute(db);
    const longestBlock = delay.max / 1e6;
    return { messages, contents, queued: rows[0]?.n ?? 0, seconds, longestBlock };
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}

/** Six stories, the first of which counts so many. */
function editionOf(count: number): Edition {
  const ids = ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"];
  const day = { from: "2026-11-21", to: "2026-11-21" };
  const stories = ids.map((id, index) => {
    const amount = { type: "count", count: index === 0 ? count : 7 } as const;
    return aStory({ id, date: day, figures: [aFigure({ amount })] });
  });
  return anEdition({ stories });
}

/** Digests of six stories in both languages, of which one has another figure since. */
async function fill(db: Database, messages: number, contents: number): Promise<Edition> {
  const before = await known(db, editionOf(38), start);
  const rendering = createRendering(() => before, "mujaz_bot");
  const news = [...before.stories.keys()].map((story) => ({
    story,
    revision: 1,
    told: "new" as const,
  }));
  const digest = composeDigest(before, { news, topics: [] });
  await db.transaction().execute(async (trx) => {
    for (let index = 0; index < contents; index += 1) {
      const date = { year: 2026, month: 1 + (index % 12), day: 1 + Math.floor(index / 12) };
      const issue = { date, window: { from: start, until: later }, to: "chat" as const };
      const [message] = rendering.digest(digest, issue, defaultPrinting);
      const shown = message && shownOf(message);
      if (shown === undefined) throw new Error("a digest shows figures");
      await keepShown(trx, shown, start);
    }
    await sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${messages})
      insert into ledger (chat_id, thread_id, sent_id, shown_id, sent_at)
      select 1000000 + i, 0, i, 1 + i % ${contents}, ${start.getTime()}
      from n`.execute(trx);
  });
  return known(db, editionOf(41), later);
}

async function known(db: Database, edition: Edition, now: Date): Promise<Edition> {
  return { ...edition, standings: await recordEdition(db, edition, now) };
}
