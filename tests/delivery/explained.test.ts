import { expect, it } from "vitest";
import { counting, fresh } from "./world.ts";
import { openNewsroom, settle } from "./newsroom.ts";

const note = {
  at: "2026-11-23",
  reason: "our_error",
  note: { ar: "نُقل الرقم خطأً.", en: "The number was copied wrongly." },
} as const;

it("a message that cannot be corrected is complained of once", async () => {
  await using room = await openNewsroom("2026-11-22T07:00:00Z");
  const { world } = room.telegram;
  const person = world.addPerson({ firstName: "Layla", started: true });
  const publish = (count: number) => room.publish([fresh("ghta0001", counting(count))]);
  await publish(38);
  world.say({ person, chat: person, text: "/story_ghta0001" });
  await room.hear();
  await room.db.updateTable("shown").set({ pieces: "7" }).execute();
  await publish(41);
  for (let ticks = 0; ticks < 3; ticks += 1) {
    room.pass(settle);
    await room.tick();
  }
  const complaints = room.log.lines.filter(({ text }) => text.includes("cannot be corrected"));
  expect(complaints).toHaveLength(1);
});

it("a reason that comes later is told to those who were shown the change without it, once", async () => {
  await using room = await openNewsroom("2026-11-22T07:00:00Z");
  const { world, messages } = room.telegram;
  const [early, late] = ["Layla", "James"].map((firstName) =>
    world.addPerson({ firstName, started: true }),
  );
  if (early === undefined || late === undefined) throw new Error("nobody is there");
  const ask = async (person: number) => {
    world.say({ person, chat: person, text: "/story_ghta0001" });
    await room.hear();
  };
  const publish = async (count: number, given = {}) => {
    await room.publish([fresh("ghta0001", { ...counting(count), ...given })]);
    room.pass(settle);
    await room.quiet();
  };
  await publish(38);
  await ask(early);
  await publish(41);
  await ask(late);
  const textsOf = (person: number) =>
    messages(person)
      .filter(({ from }) => from.isBot)
      .map(({ text }) => text);
  expect(textsOf(early).join()).toContain("the toll rises to 41 civilians killed, from 38");
  await publish(41, { corrections: [note] });
  const [told = "", notice = "", ...more] = textsOf(early);
  expect(more).toEqual([]);
  for (const text of [told, notice]) {
    expect(text).toContain("Correction (23 November): 41 civilians killed, not 38");
    expect(text).toContain("The number was copied wrongly.");
    expect(text).not.toContain("the toll rises");
  }
  expect(textsOf(late).join()).not.toContain("Correction");
});
