import { describe, expect, it } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { openFresh } from "../postgres/fresh.ts";
import { latestKnown, newsOf } from "../../src/store/revisions/news.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";

const hour = 3_600_000;
const start = new Date("2026-11-22T06:00:00Z");
const always = { from: new Date(0), until: new Date("2100-01-01T00:00:00Z") };

function after(hours: number): Date {
  return new Date(start.getTime() + hours * hour);
}

function dated(id: string, day: string, given: Partial<Story> = {}): Story {
  return aStory({ id, date: { from: day, to: day }, ...given });
}

function killed(count: number): Pick<Story, "figures"> {
  return { figures: [aFigure({ amount: { type: "count", count } })] };
}

async function record(db: Database, at: Date, ...stories: readonly Story[]): Promise<void> {
  await recordEdition(db, anEdition({ stories }), at);
}

async function told(db: Database, from = always.from, until = always.until) {
  const news = await newsOf(db, { from, until });
  return news.map(
    ({ story, revision, told }) => `${story} ${revision}${told === "new" ? "" : "+"}`,
  );
}

const today = "2026-11-22";
const first = dated("aaaa", today);

describe("news", () => {
  it("are not what the first edition of a store holds", async () => {
    await using db = await openFresh();
    await record(db, start, first, dated("bbbb", today, { breaking: true, push: true }));
    expect(await told(db)).toEqual([]);
    expect(await db.selectFrom("alerts").selectAll().execute()).toEqual([]);
    await record(db, after(1), first, dated("cccc", today));
    expect(await told(db)).toEqual(["cccc 1"]);
  });

  it("are not stories older than seven days when first seen, unless an editor pushes them", async () => {
    await using db = await openFresh();
    await record(db, start);
    const old = { date: { from: "2026-11-01", to: "2026-11-14" } };
    await record(
      db,
      after(1),
      aStory({ id: "aaaa", ...old }),
      aStory({ id: "bbbb", ...old, push: true }),
      dated("cccc", "2026-11-15"),
    );
    expect(await told(db)).toEqual(["bbbb 1", "cccc 1"]);
    await record(db, after(2), aStory({ id: "aaaa", ...old, ...killed(7) }));
    expect(await told(db)).toEqual(["bbbb 1", "cccc 1"]);
  });

  it("are changed figures, as an update, of baseline stories too, and not changed words", async () => {
    await using db = await openFresh();
    await record(db, start, first);
    const words = { headline: { ar: "عنوان", en: "A headline" } };
    await record(db, after(1), dated("aaaa", today, words));
    expect(await told(db)).toEqual([]);
    await record(db, after(2), dated("aaaa", today, { ...words, ...killed(40) }));
    expect(await told(db)).toEqual(["aaaa 3+"]);
  });

  it("are not figures in another order, or another quote", async () => {
    await using db = await openFresh();
    const [a, b] = [aFigure(), aFigure({ id: "injured", kind: "injured" })];
    await record(db, start, dated("aaaa", today, { figures: [a, b] }));
    const quoted = { ...a, quote: "at least 38" };
    await record(db, after(1), dated("aaaa", today, { figures: [b, quoted] }));
    expect(await told(db)).toEqual([]);
  });

  it("stand once for a story, at the last revision that the window holds", async () => {
    await using db = await openFresh();
    await record(db, start);
    await record(db, after(1), dated("aaaa", today, killed(1)));
    await record(db, after(2), dated("aaaa", today, killed(2)));
    await record(db, after(3), dated("aaaa", today, killed(3)));
    expect(await told(db, start, after(3))).toEqual(["aaaa 2"]);
    expect(await told(db, after(2))).toEqual(["aaaa 3+"]);
  });

  it("are not figures that changed and changed back", async () => {
    await using db = await openFresh();
    await record(db, start);
    for (const [index, count] of [1, 2, 1].entries()) {
      await record(db, after(index), dated("aaaa", today, killed(count)));
    }
    expect(await told(db, after(1))).toEqual([]);
    expect(await told(db, start)).toEqual(["aaaa 3"]);
  });

  it("are not stories that vanished and came back, nor an edition recorded twice", async () => {
    await using db = await openFresh();
    await record(db, start);
    await record(db, after(1), first);
    await record(db, after(2));
    await record(db, after(3), first);
    await record(db, after(3), first);
    expect(await told(db, after(2))).toEqual([]);
    expect(await db.selectFrom("revisions").select("number").execute()).toEqual([{ number: 1 }]);
  });

  it("are nothing old in a store restored from a backup of two weeks ago", async () => {
    await using db = await openFresh();
    await record(db, start);
    await record(db, after(1), first);
    const later = after(15 * 24);
    await record(db, later, first, dated("bbbb", "2026-12-06", { breaking: true }));
    expect(await told(db, after(2))).toEqual([]);
    await record(db, new Date(later.getTime() + hour), dated("cccc", "2026-12-07"));
    expect(await told(db, after(2))).toEqual(["cccc 1"]);
  });

  it("fall into the next window where one that was closed ends later than the clock says", async () => {
    await using db = await openFresh();
    await record(db, start);
    await db
      .insertInto("schedules")
      .values({ key: "x", due_at: 0, window_from: after(2).getTime() })
      .execute();
    await record(db, after(1), first);
    expect(await latestKnown(db)).toEqual(after(2));
    expect(await told(db, start, after(2))).toEqual([]);
  });
});
