import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { SqliteQueryCompiler, type KyselyPlugin } from "kysely";
import { afterAll, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import {
  closeRun,
  expireRows,
  finishedNotices,
  withdrawRows,
} from "../../src/store/runs/expire.ts";
import { queueNotice } from "../../src/store/runs/notices.ts";
import { dropRows, listRows, retryRows } from "../../src/store/outbox/list.ts";
import { recoverOutbox } from "../../src/store/outbox/recovery.ts";
import { turnOutbox } from "../../src/store/outbox/outbox.ts";
import { leaveChat, missChat, pauseTopic } from "../../src/store/chats/standing.ts";
import { unsubscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { leaseOf } from "../delivery/rig.ts";
import { fire, follower, reachNext } from "./delivering.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-plans-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-11-22T07:00:00Z");
const place = { chatId: 7, threadId: 0 };

/** Writes down what is asked of the store. */
function listening(statements: Map<string, number>): KyselyPlugin {
  return {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = new SqliteQueryCompiler().compileQuery(node, queryId);
      statements.set(sql, parameters.length);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

const none = () => ({ go: [], wait: [] });

async function useAll(db: Database): Promise<void> {
  await follower(db, place, now);
  await fire(db, 1, now);
  await reachNext(db);
  await queueNotice(db, { key: "x", chatId: 7, message: { html: "x" } }, now);
  const lease = await leaseOf(db, "us", now);
  await recoverOutbox(db, lease);
  await turnOutbox(db, { lease, now, landed: [], room: 10, choose: none });
  for (const id of await finishedNotices(db)) await closeRun(db, id);
  await missChat(db, 7, now);
  await pauseTopic(db, place);
  await leaveChat(db, 7, "blocked", now);
  await expireRows(db, 1);
  await withdrawRows(db, 1);
  await closeRun(db, 1);
  for (const shelf of ["unknown", "dead"] as const) await listRows(db, shelf, 10);
  await retryRows(db, { run: 1 }, now);
  await dropRows(db, { row: 1 });
  await unsubscribe(db, place);
}

it("nothing that is done often walks over all that was ever sent", async () => {
  const path = join(folder, "plans.db");
  await using db = await openDatabase(`file:${path}`);
  const statements = new Map<string, number>();
  await useAll(db.withPlugin(listening(statements)));
  const file = new SQLite(path);
  const walks = [...statements].filter(([sql, parameters]) => {
    const plan = file.prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`);
    const steps = plan.all(...Array.from({ length: parameters }, () => 0));
    return steps.some(({ detail }) => /^SCAN outbox(?! USING.* INDEX outbox_)/.test(detail));
  });
  file.close();
  expect(statements.size).toBeGreaterThan(30);
  expect(walks.map(([sql]) => sql)).toEqual([]);
});
