import { expect, it } from "vitest";
import { startRunning } from "../telegram/running.ts";

it("somebody gets so many answers a minute, and others theirs", async () => {
  const asked: (number | undefined)[] = [];
  const { telegram, db, log } = await startRunning((_, { person }) => {
    asked.push(person?.id);
    return Promise.resolve([]);
  });
  const { world, clock } = telegram;
  const layla = world.addPerson({ firstName: "ليلى" });
  const emma = world.addPerson({ firstName: "Emma" });
  const members = {
    [layla]: { status: "creator" },
    [telegram.bot.id]: { status: "member" },
  } as const;
  const groups = ["أ", "ب", "ج"].map((title) => world.addSupergroup({ title, members }));
  const countOf = (person: number): number => asked.filter((one) => one === person).length;
  const handled = async (): Promise<number> => {
    const rows = await db.selectFrom("inbox").where("state", "=", "done").select("body").execute();
    return rows.length;
  };

  clock.set(Math.ceil(clock.now() / 60_000) * 60_000);
  const before = await handled();
  for (let turn = 0; turn < 30; turn += 1) {
    for (const chat of groups) world.say({ person: layla, chat, text: "/settings" });
  }
  world.say({ person: emma, chat: emma, text: "/settings" });
  await expect.poll(handled, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 91);
  expect([countOf(layla), countOf(emma)]).toEqual([60, 1]);
  expect(log.lines.filter(({ text }) => text.includes("asks too much"))).toHaveLength(1);

  clock.advance(60_000);
  world.say({ person: layla, chat: groups[0] ?? 0, text: "/settings" });
  await expect.poll(() => countOf(layla), { timeout: 20_000 }).toBe(61);
});
