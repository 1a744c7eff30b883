import { expect, it } from "vitest";
import { readHistoryPage } from "../../src/store/revisions/history.ts";
import { newsOf } from "../../src/store/revisions/news.ts";
import { readStandings } from "../../src/store/revisions/standings.ts";
import { after, openDesk, story, type Desk } from "./correcting.ts";

const note = {
  at: "2026-11-22",
  reason: "our_error",
  note: { ar: "نُقل الرقم خطأً.", en: "The number was copied wrongly." },
} as const;
const noted = { corrections: [note] };

/** What the history says, newest first: the revision, the one it is compared with, its weight. */
async function historyOf({ db }: Desk): Promise<readonly string[]> {
  const { items } = await readHistoryPage(db, [story], { page: 0, size: 9 });
  return items.map(({ revision, before }) =>
    [before?.number ?? 0, revision.number, revision.weight].join(" "),
  );
}

it("a slip that is mended before the story settles is no part of its history", async () => {
  const desk = await openDesk();
  await desk.publish(38);
  await desk.publish(410, noted);
  await desk.publish(41, noted);
  expect(await historyOf(desk)).toEqual(["2 3 update", "1 2 correction", "0 1 first"]);
  await desk.settle(3);
  expect(await historyOf(desk)).toEqual(["1 3 correction", "0 1 first"]);
  const standing = (await readStandings(desk.db)).get(story);
  expect(standing).toMatchObject({ changed: { weight: "correction", at: note.at } });
});

it("a number and its reason, saved one after the other, are one correction", async () => {
  const desk = await openDesk();
  await desk.publish(38);
  await desk.publish(41);
  await desk.publish(41, noted);
  await desk.settle(3);
  expect(await historyOf(desk)).toEqual(["1 3 correction", "0 1 first"]);
  const news = await newsOf(desk.db, { from: after(1.5), until: after(99) });
  expect(news).toMatchObject([{ revision: 3, told: "corrected" }]);
});

it("a change that is taken back before the story settles never happened", async () => {
  const desk = await openDesk();
  await desk.publish(38);
  await desk.publish(410);
  await desk.publish(38);
  await desk.settle(3);
  expect(await historyOf(desk)).toEqual(["0 1 first"]);
  expect((await readStandings(desk.db)).get(story)).toEqual({ revision: 3 });
});

it("a reason that comes later explains the change that was told without one", async () => {
  const desk = await openDesk();
  await desk.publish(38);
  await desk.publish(41);
  await desk.settle(2);
  expect(await historyOf(desk)).toEqual(["1 2 update", "0 1 first"]);
  await desk.publish(41, noted);
  await desk.settle(3);
  expect(await historyOf(desk)).toEqual(["1 3 correction", "0 1 first"]);
  await desk.publish(41, { corrections: [note, { ...note, reason: "late_report" }] });
  await desk.settle(4);
  expect(await historyOf(desk)).toEqual(["3 4 update", "1 3 correction", "0 1 first"]);
});
