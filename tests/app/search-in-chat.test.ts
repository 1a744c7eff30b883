import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTown, type Town, type Visit } from "./playground-town.ts";

let town: Town;
let layla: Visit;
let james: Visit;

vi.setConfig({ testTimeout: 90_000, expect: { poll: { timeout: 20_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown();
  for (let index = 1; index <= 7; index += 1) town.save(`ghouta/kafr${index}.yaml`, story(index));
  [layla, james] = [await town.visit("ليلى"), await town.visit("James")];
});

afterAll(() => town.close());

function story(index: number): string {
  return JSON.stringify({
    id: `kafr000${index}`,
    date: `2018-01-0${index}`,
    place: { ar: "كفر بطنا", en: "Kafrbatna" },
    headline: { ar: `خبر كَفْـر بطنا ${index}`, en: `Kafrbatna news number ${index}` },
    excerpt: {
      ar: "لا يُروى هنا إلا ما يحتاجه الاختبار كي يجد طريقه.",
      en: "Nothing but what a test needs to find its way is told here.",
    },
    figures: [],
  });
}

async function answerTo(visit: Visit, words: string): Promise<string> {
  const before = await visit.bubbles().count();
  await visit.type(words);
  await expect.poll(() => visit.bubbles().count()).toBeGreaterThanOrEqual(before + 2);
  return (await visit.lastBubble().textContent()) ?? "";
}

function boldIn(visit: Visit): Promise<readonly string[]> {
  return visit.lastBubble().locator(".text b, .text strong").allTextContents();
}

describe("in the playground", () => {
  it("a search shows the match in bold, and the next page in the same bubble", async () => {
    // The stories are told, and found, once the folder's watcher has seen them all.
    await expect
      .poll(() => answerTo(james, "/search Kafrbatna"), { interval: 2000 })
      .toContain("7 stories");
    expect(await boldIn(james)).toContain("Kafrbatna");
    expect(await james.lastBubble().textContent()).toContain("news number 7");
    const bubbles = await james.bubbles().count();
    await james.press("Next");
    await expect.poll(() => james.lastBubble().textContent()).toContain("news number 2");
    expect(await james.lastBubble().textContent()).not.toContain("news number 7");
    expect(await james.bubbles().count()).toBe(bubbles);
  });

  it("Arabic words are found however they are written, and shown as they were", async () => {
    await layla.type("/search كفر بطنا موضوع:الغوطه");
    await expect.poll(() => layla.lastBubble().textContent()).toContain("7 أخبار");
    expect((await boldIn(layla)).join(" ")).toContain("كَفْـر بطنا");
  });

  it("words without a command find stories in a private chat", async () => {
    await layla.type("خبر كفر بطنا");
    await expect.poll(() => layla.lastBubble().textContent()).toContain("البحث عن «");
  });

  it("a citation stands there in both languages, to be copied", async () => {
    await james.type("/cite ghta0207");
    const lines = james.lastBubble().locator("code");
    await expect.poll(() => lines.count()).toBe(2);
    expect(await lines.nth(1).textContent()).toMatch(
      /^Mujaz, “.+”, story ghta0207, revision 1 of .+start=story_ghta0207$/,
    );
  });

  it("an export is two files that can be opened", async () => {
    await james.type("/export ghouta");
    const names = james.page.locator(".file-name");
    await expect.poll(() => names.allTextContents()).toEqual(["figures.csv", "figures.json"]);
    const saving = james.page.waitForEvent("download");
    await james.page.locator(".file").first().click();
    const csv = readFileSync(await (await saving).path(), "utf8");
    expect(csv).toContain("\uFEFFstory,revision,");
    expect(csv).toContain("المرصد السوري لحقوق الإنسان");
  });
});
