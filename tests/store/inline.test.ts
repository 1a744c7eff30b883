import { beforeEach, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { forgetChat } from "../../src/store/chats/forget.ts";
import { openFresh } from "../postgres/fresh.ts";
import { enterInline, keepOffered } from "../../src/store/ledger/inline.ts";
import { countHolders, holdersOf } from "../../src/store/ledger/holders.ts";
import { pruneLedger } from "../../src/store/ledger/prune.ts";
import { keyOfShown, type Shown } from "../../src/store/ledger/shown.ts";
import type { Database } from "../../src/store/tables.ts";

const now = new Date("2026-11-22T07:00:00Z");
const day = 86_400_000;

const shown: Shown = { printing: defaultPrinting, pieces: ["38"], shows: { story: [1] } };
const newer: Shown = { printing: defaultPrinting, pieces: ["41"], shows: { story: [2] } };
const chosen = { inlineId: "one", personId: 11, shownKey: keyOfShown(shown), at: now };

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

function held() {
  return db
    .selectFrom("ledger")
    .innerJoin("shown", "shown.id", "ledger.shown_id")
    .select(["inline_id", "person_id", "chat_id", "shown.key"])
    .orderBy("inline_id")
    .execute();
}

it("a chosen result is in the ledger once, with what was offered", async () => {
  await keepOffered(db, [shown, newer], now);
  expect(await enterInline(db, chosen)).toBe(true);
  const rows = await held();
  expect(rows).toEqual([{ inline_id: "one", person_id: 11, chat_id: 0, key: keyOfShown(shown) }]);
  await enterInline(db, { ...chosen, shownKey: keyOfShown(newer) });
  expect(await held()).toEqual(rows);
});

it("a result that was never offered is not entered", async () => {
  expect(await enterInline(db, chosen)).toBe(false);
  expect(await held()).toEqual([]);
});

it("what is offered again is kept for all the ledger's days from then on", async () => {
  await keepOffered(db, [shown, newer], now);
  await keepOffered(db, [shown], new Date(now.getTime() + 2 * day));
  await pruneLedger(db, new Date(now.getTime() + day));
  expect(await enterInline(db, chosen)).toBe(true);
  expect(await enterInline(db, { ...chosen, shownKey: keyOfShown(newer) })).toBe(false);
});

it("somebody who is forgotten leaves no inline messages, and others keep theirs", async () => {
  await keepOffered(db, [shown], now);
  await enterInline(db, chosen);
  await enterInline(db, { ...chosen, inlineId: "two", personId: 12 });
  await forgetChat(db, 11);
  expect((await held()).map((row) => row.inline_id)).toEqual(["two"]);
});

it("each of them counts as one chat where it is said how far a correction reaches", async () => {
  await keepOffered(db, [shown], now);
  await enterInline(db, chosen);
  await enterInline(db, { ...chosen, inlineId: "two" });
  expect(countHolders(await holdersOf(db, "story"), [1])).toEqual({ messages: 2, chats: 2 });
});
