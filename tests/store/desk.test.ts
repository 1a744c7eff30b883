import { describe, expect, it, onTestFinished } from "vitest";
import { forgetChat } from "../../src/store/chats/forget.ts";
import { openDatabase } from "../../src/store/database.ts";
import {
  changeDraft,
  findDraft,
  findOpenDraft,
  listDrafts,
  openDraft,
  pruneDrafts,
  type DraftChange,
  type StoredDraft,
} from "../../src/store/desk/drafts.ts";
import { readLog } from "../../src/store/desk/log.ts";
import type { Database } from "../../src/store/tables.ts";
import { freshUrl } from "../postgres/fresh.ts";

const salma = { id: 7, name: "Salma" };
const james = { id: 8, name: "James" };
const start = new Date("2026-11-22T10:00:00Z");
const day = 86_400_000;

function after(ms: number): Date {
  return new Date(start.getTime() + ms);
}

async function openStore(url?: string): Promise<Database> {
  const db = await openDatabase(url ?? (await freshUrl()));
  onTestFinished(() => db.destroy());
  return db;
}

async function begin(db: Database, by = salma, state = "{}"): Promise<StoredDraft> {
  const draft = await openDraft(
    db,
    { by, now: start },
    { state, deed: { action: "began", detail: {} } },
  );
  if (draft === undefined) throw new Error("the editor has an open draft");
  return draft;
}

const kept: DraftChange = {
  state: '{"at":2}',
  status: "open",
  deeds: [{ action: "kept", detail: { figure: "f1" } }],
};

describe("a draft", () => {
  it("is the only open one of its editor, and each editor has their own", async () => {
    const db = await openStore();
    const first = await begin(db);
    const deed = { action: "began", detail: {} };
    expect(
      await openDraft(db, { by: salma, now: start }, { state: "other", deed }),
    ).toBeUndefined();
    expect(await findOpenDraft(db, salma.id)).toEqual(first);
    expect((await begin(db, james)).id).not.toBe(first.id);
  });

  it("survives a restart as it was left", async () => {
    const url = await freshUrl();
    const before = await openDatabase(url);
    const draft = await begin(before, salma, '{"words":"النص"}');
    await before.destroy();
    expect(await findOpenDraft(await openStore(url), salma.id)).toEqual(draft);
  });

  it("is changed by the first of two who read it alike, and the second changes nothing", async () => {
    const db = await openStore();
    const draft = await begin(db);
    expect(await changeDraft(db, { by: salma, now: after(1) }, draft, kept)).toBe("changed");
    const other = { ...kept, state: "lost", status: "dropped" } as const;
    expect(await changeDraft(db, { by: james, now: after(2) }, draft, other)).toBe("late");
    expect(await findDraft(db, draft.id)).toMatchObject({
      state: kept.state,
      status: "open",
      version: 2,
      updatedAt: after(1),
    });
    const { entries } = await readLog(db, { page: 0, size: 10 });
    expect(entries.map(({ action }) => action)).toEqual(["kept", "began"]);
  });

  it("is taken up again only while no other is open", async () => {
    const db = await openStore();
    const first = await begin(db);
    await changeDraft(db, { by: salma, now: after(1) }, first, { ...kept, status: "saved" });
    const second = await begin(db);
    const saved = await findDraft(db, first.id);
    if (saved === undefined) throw new Error("the saved draft is gone");
    expect(await changeDraft(db, { by: salma, now: after(2) }, saved, kept)).toBe("busy");
    await changeDraft(db, { by: salma, now: after(3) }, second, { ...kept, status: "dropped" });
    expect(await changeDraft(db, { by: salma, now: after(4) }, saved, kept)).toBe("changed");
  });

  it("is listed for its editor, and for every editor while it waits for approval", async () => {
    const db = await openStore();
    const saved = await begin(db);
    await changeDraft(db, { by: salma, now: after(1) }, saved, { ...kept, status: "saved" });
    const waiting = await begin(db);
    await changeDraft(db, { by: salma, now: after(2) }, waiting, { ...kept, status: "waiting" });
    const own = await begin(db, james);
    const ids = async (editor: number) => (await listDrafts(db, editor, 10)).map(({ id }) => id);
    expect(await ids(salma.id)).toEqual([waiting.id, saved.id]);
    expect(await ids(james.id)).toEqual([waiting.id, own.id]);
  });

  it("is erased a month after it ended, never while it is in work", async () => {
    const db = await openStore();
    const ended = await begin(db);
    await changeDraft(db, { by: salma, now: start }, ended, { ...kept, status: "published" });
    const saved = await begin(db);
    await changeDraft(db, { by: salma, now: start }, saved, { ...kept, status: "saved" });
    await pruneDrafts(db, after(29 * day));
    expect(await findDraft(db, ended.id)).toBeDefined();
    await pruneDrafts(db, after(30 * day));
    expect(await findDraft(db, ended.id)).toBeUndefined();
    expect(await findDraft(db, saved.id)).toBeDefined();
  });

  it("goes with everything else when its editor wants to be forgotten; the log stays", async () => {
    const db = await openStore();
    await begin(db);
    await begin(db, james);
    await forgetChat(db, salma.id);
    expect(await findOpenDraft(db, salma.id)).toBeUndefined();
    expect(await findOpenDraft(db, james.id)).toBeDefined();
    expect((await readLog(db, { page: 0, size: 10 })).entries).toHaveLength(2);
  });
});

describe("the log", () => {
  it("has what was done, by whom and when, newest first and page by page", async () => {
    const db = await openStore();
    const draft = await begin(db);
    await changeDraft(db, { by: salma, now: after(1) }, draft, kept);
    await begin(db, james);
    const newest = await readLog(db, { page: 0, size: 2 });
    expect(newest.isLast).toBe(false);
    expect(newest.entries).toMatchObject([
      { by: james, action: "began" },
      { by: salma, action: "kept", detail: { figure: "f1" }, at: after(1), draftId: draft.id },
    ]);
    const older = await readLog(db, { page: 1, size: 2 });
    expect(older).toMatchObject({ isLast: true, entries: [{ by: salma, action: "began" }] });
  });
});
