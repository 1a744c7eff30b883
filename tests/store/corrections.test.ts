import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CorrectionNote } from "../../src/domain/story.ts";
import { openDatabase } from "../../src/store/database.ts";
import {
  askCorrection,
  confirmCorrection,
  declineCorrection,
  listAskingCorrections,
  openCorrections,
  settleCorrection,
} from "../../src/store/ledger/corrections.ts";
import { first } from "../../src/store/migrations/001-first.ts";
import { subscriptions } from "../../src/store/migrations/002-subscriptions.ts";
import { delivery } from "../../src/store/migrations/003-delivery.ts";
import { readHistory, readRevisions } from "../../src/store/revisions/bodies.ts";
import { fingerprintOf, formerFiguresHash } from "../../src/store/revisions/fingerprint.ts";
import { newsOf } from "../../src/store/revisions/news.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { anEdition, aSource, aStory } from "../builders.ts";
import { after, killed, openDesk, start, story } from "./correcting.ts";
import { openFresh } from "../postgres/fresh.ts";

const note: CorrectionNote = {
  at: "2026-11-20",
  reason: "our_error",
  note: { ar: "خطأ منا", en: "our mistake" },
};

async function openStore(): Promise<Database> {
  const db = await openFresh();
  onTestFinished(() => db.destroy());
  return db;
}

describe("a revision", () => {
  it("is kept whole, with the sources that it quotes and what it weighs", async () => {
    const db = await openStore();
    const sources = [aSource(), aSource({ id: "un" }), aSource({ id: "other" })];
    const given = { sources: ["un"] };
    const editions = [
      killed(38, given),
      killed(38, { ...given, headline: { ar: "عنوان", en: "Words" } }),
      killed(41, given),
      killed(43, { ...given, corrections: [note] }),
      killed(43, { ...given, withdrawn: { at: "2026-11-21", note: note.note } }),
    ];
    for (const [index, one] of editions.entries()) {
      await recordEdition(db, anEdition({ stories: [one], sources }), after(index));
    }
    const revisions = await readRevisions(db, story);
    expect(revisions.map(({ story }) => story)).toEqual(editions);
    expect(revisions[0]?.sources).toEqual([aSource({ id: "un" }), aSource()]);
    expect(revisions.map(({ number, weight }) => `${number} ${weight}`)).toEqual([
      "1 first",
      "2 minor",
      "3 update",
      "4 correction",
      "5 withdrawal",
    ]);
    const history = await readHistory(db, [story, "none"]);
    expect(history.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  });

  it("gives the story its standing, with the editor's day of the latest material change", async () => {
    const db = await openStore();
    const record = async (...stories: readonly ReturnType<typeof killed>[]) =>
      (await recordEdition(db, anEdition({ stories }), start)).get(story);
    expect(await record(killed(38))).toEqual({ revision: 1 });
    const update = { weight: "update", at: "2026-11-22" };
    expect(await record(killed(41))).toEqual({ revision: 2, changed: update });
    const correction = { weight: "correction", at: "2026-11-20" };
    expect(await record(killed(43, { corrections: [note] }))).toEqual({
      revision: 3,
      changed: correction,
      corrected: correction.at,
    });
    const words = { headline: { ar: "عنوان", en: "Words" }, corrections: [note] };
    const standing = { revision: 4, changed: correction, corrected: correction.at };
    expect(await record(killed(43, words))).toEqual(standing);
    expect(await record(killed(43, words))).toEqual(standing);
  });

  it("stays corrected where the number of the same correction is mended", async () => {
    const db = await openStore();
    const record = async (count: number, corrections: readonly (typeof note)[]) => {
      const edition = anEdition({ stories: [killed(count, { corrections })] });
      return (await recordEdition(db, edition, start)).get(story)?.corrected;
    };
    expect(await record(38, [])).toBeUndefined();
    expect(await record(410, [note])).toBe("2026-11-20");
    expect(await record(41, [note])).toBe("2026-11-20");
  });

  it("is news as corrected where an editor says that it was wrong, new or not", async () => {
    const db = await openStore();
    const both = [killed(38), killed(38, { id: "bbbb" })];
    await recordEdition(db, anEdition({ stories: [] }), start);
    await recordEdition(db, anEdition({ stories: both }), after(1));
    const changed = [killed(41, { corrections: [note] }), killed(41, { id: "bbbb" })];
    await recordEdition(db, anEdition({ stories: changed }), after(3));
    const told = async (from: number) =>
      (await newsOf(db, { from: after(from), until: after(9) })).map(({ told }) => told);
    expect(await told(2)).toEqual(["corrected", "updated"]);
    expect(await told(0)).toEqual(["corrected", "new"]);
  });
});

describe("a correction", () => {
  it("settles anew with every change, and begins with a material one alone", async () => {
    const { db, publish } = await openDesk();
    await publish(38);
    await publish(38, { headline: { ar: "عنوان", en: "Words" } });
    expect(await openCorrections(db)).toEqual([]);
    await publish(41);
    await publish(41, { headline: { ar: "عنوان", en: "Words" } });
    const open = { story, number: 4, since: after(4), state: "settling", settled: undefined };
    expect(await openCorrections(db)).toEqual([open]);
    const settle = (number: number) => settleCorrection(db, { story, number }, after(99), after(5));
    expect(await settle(3)).toBe(false);
    expect(await settle(4)).toBe(true);
    expect(await settle(4)).toBe(false);
    await publish(38);
    expect(await openCorrections(db)).toEqual([
      { ...open, number: 5, since: after(5), settled: 4 },
    ]);
  });

  it("waits for an editor's word about the revision that was asked about", async () => {
    const { db, publish } = await openDesk();
    await publish(38);
    await publish(41);
    expect(await askCorrection(db, { story, number: 2 }, 1500)).toBe(true);
    const asked = { story, number: 2, chats: 1500, since: after(2), settled: undefined };
    expect(await listAskingCorrections(db)).toEqual([asked]);
    expect(await settleCorrection(db, { story, number: 2 }, after(99), after(9))).toBe(false);
    await publish(43);
    expect(await confirmCorrection(db, story, 2)).toBe(false);
    expect(await askCorrection(db, { story, number: 3 }, 1500)).toBe(true);
    expect(await confirmCorrection(db, story, 3)).toBe(true);
    expect(await settleCorrection(db, { story, number: 3 }, after(99), after(9))).toBe(true);
    await publish(44);
    await askCorrection(db, { story, number: 4 }, 1500);
    expect(await declineCorrection(db, story, 4)).toBe(true);
    expect(await openCorrections(db)).toEqual([]);
  });
});

/** A store as the migration before made it, with a story in it. */
async function formerStore(path: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new SQLite(path) }) });
  const migrations = {
    "001-first": first,
    "002-subscriptions": subscriptions,
    "003-delivery": delivery,
  };
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  const file = new SQLite(path);
  file.exec("insert into marks values ('baseline', 'x')");
  file.exec(`insert into marks values ('alive_at', '${start.toISOString()}')`);
  for (const [id, said] of [
    [story, killed(38)],
    ["bbbb", killed(38, { id: "bbbb" })],
  ] as const) {
    file
      .prepare("insert into revisions values (?, 1, ?, ?, ?, 1)")
      .run(id, fingerprintOf(said).hash, formerFiguresHash(said), start.getTime());
  }
  file.exec(`insert into messages (run_id, variant, part, html, shows, news_from)
    values (1, 'x', 0, 'words', '{"${story}":1}', 0)`);
  file.exec(`insert into outbox (run_id, chat_id, thread_id, part, message_id, priority, state, silent)
    values (1, 7, 0, 0, 1, 2, 'pending', 0)`);
  file.close();
}

describe("a store of before", () => {
  it("keeps its rows, and takes the bodies of its stories from the content", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mujaz-former-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "mujaz.db");
    await formerStore(path);
    const db = await openDatabase(`file:${path}`);
    onTestFinished(() => db.destroy());
    const row = await db.selectFrom("outbox").select(["task", "state"]).executeTakeFirst();
    expect(row).toEqual({ task: "new", state: "pending" });
    const words = killed(38, { id: "bbbb", headline: { ar: "عنوان", en: "Words" } });
    const record = (stories: readonly ReturnType<typeof killed>[], minutes: number) =>
      recordEdition(db, anEdition({ stories }), after(minutes));
    expect(await record([killed(38), words], 1)).toEqual(
      new Map([
        [story, { revision: 1 }],
        ["bbbb", { revision: 2 }],
      ]),
    );
    expect((await readRevisions(db, story)).map(({ weight }) => weight)).toEqual(["first"]);
    await record([killed(38, { headline: aStory().headline, excerpt: words.headline }), words], 2);
    expect(await openCorrections(db)).toEqual([]);
    await record([killed(41), words], 3);
    const [last] = (await readRevisions(db, story)).slice(-1);
    expect(last?.weight).toBe("update");
    expect((await openCorrections(db)).map(({ number }) => number)).toEqual([3]);
  });
});
