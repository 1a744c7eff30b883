import { beforeEach, describe, expect, it } from "vitest";
import { choosePrinting, moveChat, readPrinting } from "../../src/store/chats.ts";
import { openDatabase, type Database } from "../../src/store/database.ts";

const now = new Date("2026-11-22T07:00:00Z");
const old = { id: -5, type: "group" as const };
const fresh = { id: -1005, type: "supergroup" as const };

let db: Database;
beforeEach(async () => {
  db = await openDatabase("file::memory:");
  return () => db.destroy();
});

describe("a group that becomes a supergroup", () => {
  it("takes its choices along, however often it is said", async () => {
    await choosePrinting(db, old, { language: "ar", digits: "arabic" }, now);
    await moveChat(db, old.id, fresh.id);
    await moveChat(db, old.id, fresh.id);
    const rows = await db
      .selectFrom("chats")
      .select(["id", "type", "language", "digits"])
      .execute();
    expect(rows).toEqual([{ ...fresh, language: "ar", digits: "arabic" }]);
  });

  it("keeps what the supergroup has chosen already", async () => {
    await choosePrinting(db, old, { language: "ar" }, now);
    await choosePrinting(db, fresh, { language: "en" }, now);
    await moveChat(db, old.id, fresh.id);
    expect((await readPrinting(db, fresh.id)).language).toBe("en");
    expect((await readPrinting(db, old.id)).language).toBe("both");
  });

  it("needs no choices to take along", async () => {
    await moveChat(db, old.id, fresh.id);
    expect(await db.selectFrom("chats").selectAll().execute()).toEqual([]);
  });
});
