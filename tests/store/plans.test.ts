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
import { forgetChat } from "../../src/store/chats/forget.ts";
import { moveChat } from "../../src/store/chats/move.ts";
import { leaveChat, missChat, pauseTopic, returnChat } from "../../src/store/chats/standing.ts";
import { openCorrections, settleCorrection } from "../../src/store/ledger/corrections.ts";
import { queueEdits } from "../../src/store/ledger/edits.ts";
import { holdersOf } from "../../src/store/ledger/holders.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { pruneLedger } from "../../src/store/ledger/prune.ts";
import { readWaiting } from "../../src/store/ledger/waiting.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { heldChats } from "../../src/store/outbox/holds.ts";
import { anEdition } from "../builders.ts";
import { chooseAll, content, judgeAll, killed } from "./correcting.ts";
import { unsubscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { leaseOf } from "../delivery/rig.ts";
import { fire, follower, reachNext } from "./delivering.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-plans-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-11-22T07:00:00Z");
const place = { chatId: 7, threadId: 0 };

/** Over a table that grows with every message, or chat; not over the few rows of a partial index. */
const walk = /^SCAN (outbox(?! USING.* INDEX outbox_)|chats|ledger|story|shown_stories)/;

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
  const lease = await leaseOf(db, "us");
  await recoverOutbox(db, lease);
  await turnOutbox(db, { lease, now, landed: [], room: 10, choose: none });
  for (const id of await finishedNotices(db)) await closeRun(db, id);
  await heldChats(db, now);
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

/** A correction of a message, from the change to the edit and the reply. */
async function correctAll(db: Database): Promise<void> {
  await returnChat(db, 7, now);
  await recordEdition(db, anEdition({ stories: [killed(38)] }), now);
  const message = { ...place, sentId: 70, shown: content([1]), at: now };
  await recordDelivered(db, [message, { ...message, sentId: undefined }]);
  const standings = await recordEdition(db, anEdition({ stories: [killed(41)] }), now);
  await readWaiting(db, standings, 10);
  for (const { story, number } of await openCorrections(db)) {
    await holdersOf(db, story);
    await settleCorrection(db, { story, number }, new Date(now.getTime() + 1), now);
  }
  await judgeAll(db, true, now);
  await queueEdits(db, 10);
  const lease = await leaseOf(db, "us");
  const turned = await turnOutbox(db, { lease, now, landed: [], room: 10, choose: chooseAll });
  const taken = turned.type === "turned" ? turned.taken : [];
  expect(taken.map(({ task }) => task)).toEqual(["edit", "reply"]);
  const landed = taken.map((row) => ({ ...row, landing: { type: "sent", at: now } as const }));
  await turnOutbox(db, { lease, now, landed, room: 0, choose: none });
  await recordDelivered(db, [{ ...message, shown: undefined }]);
  await moveChat(db, -7, -1007);
  await forgetChat(db, 9);
  await pruneLedger(db, now);
}

it("nothing that is done often walks over all that was ever sent", async () => {
  const path = join(folder, "plans.db");
  await using db = await openDatabase(`file:${path}`);
  const statements = new Map<string, number>();
  await useAll(db.withPlugin(listening(statements)));
  await correctAll(db.withPlugin(listening(statements)));
  const file = new SQLite(path);
  const walks = [...statements].filter(([sql, parameters]) => {
    const plan = file.prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`);
    const steps = plan.all(...Array.from({ length: parameters }, () => 0));
    return steps.some(({ detail }) => walk.test(detail));
  });
  file.close();
  expect(statements.size).toBeGreaterThan(30);
  expect(walks.map(([sql]) => sql)).toEqual([]);
});
