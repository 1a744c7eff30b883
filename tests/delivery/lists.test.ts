import { describe, expect, it } from "vitest";
import { aFigure, aStory } from "../builders.ts";
import { openNewsroom, type Newsroom } from "./newsroom.ts";

const was = aStory({
  headline: { ar: "مقتل 38 مدنياً في سوق سقبا", en: "Strike on Saqba market kills 38 civilians" },
  excerpt: {
    ar: "قُصفت سوق في سقبا صباح الأربعاء، وقُتل 38 مدنياً بحسب المرصد.",
    en: "A market in Saqba was bombed on Wednesday; the Observatory counts 38 civilians killed.",
  },
});
const other = aStory({
  id: "ghta0206",
  headline: { ar: "خبر آخر من سقبا", en: "Other news from Saqba" },
});
const now = aStory({
  headline: { ar: "مقتل 41 مدنياً في سوق سقبا", en: "Strike on Saqba market kills 41 civilians" },
  excerpt: {
    ar: "قُصفت سوق في سقبا صباح الأربعاء، وقُتل 41 مدنياً بحسب المرصد.",
    en: "A market in Saqba was bombed on Wednesday; the Observatory counts 41 civilians killed.",
  },
  figures: [aFigure({ amount: { type: "count", count: 41 } })],
  corrections: [
    { at: "2018-02-09", reason: "our_error", note: { ar: "خطأ منا.", en: "Our mistake." } },
  ],
});
const withdrawn = {
  ...was,
  withdrawn: { at: "2018-02-10", note: { ar: "ليس صحيحاً.", en: "It is not true." } },
};

/** Emma, who reads English, has asked for a list. */
async function asked(room: Newsroom, text: string) {
  const { world } = room.telegram;
  const emma = world.addPerson({ firstName: "Emma", languageCode: "en", started: true });
  await room.publish([was, other]);
  world.say({ person: emma, chat: emma, text });
  await room.quiet();
  return () => room.telegram.messages(emma).find(({ from }) => from.isBot)?.text ?? "";
}

describe.each(["/search Saqba", "/latest"])("what %s answered", (text) => {
  it("says what a corrected story says now, and what was said before", async () => {
    await using room = await openNewsroom("2026-11-22T10:00:00Z");
    const list = await asked(room, text);
    expect(list()).toContain("Strike on Saqba market kills 38 civilians");
    await room.publish([now, other]);
    await room.quiet();
    expect(list()).toContain("Strike on Saqba market kills 41 civilians");
    expect(list()).toContain("Correction (9 February): 41 civilians killed, not 38");
    expect(list()).not.toMatch(/kills 38|counts 38|مقتل 38|وقُتل 38/);
    expect(list()).toContain("Other news from Saqba");
    expect(list().match(/Saqba market/g)?.length).toBe(1);
  });

  it("says of a story that was withdrawn only that, and why", async () => {
    await using room = await openNewsroom("2026-11-22T10:00:00Z");
    const list = await asked(room, text);
    await room.publish([withdrawn, other]);
    await room.quiet();
    expect(list()).toContain("This story was withdrawn on 10 February 2018: It is not true.");
    expect(list()).not.toContain("38");
    expect(list()).toContain("Other news from Saqba");
  });
});
