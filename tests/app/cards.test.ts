import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { see } from "../page/visit.ts";
import { openTown, type Town, type Visit } from "./playground-town.ts";

const file = "ghouta/2018-02-07-air-strikes.yaml";

const corrected = `
graphic: true
corrections:
  - at: 2018-02-09
    reason: our_error
    note: { ar: "نقلنا الحصيلة الأولى، وكانت ناقصة.", en: "We quoted an early, incomplete toll." }
`;

let town: Town;
let james: Visit;

vi.setConfig({ testTimeout: 60_000, expect: { poll: { timeout: 20_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown({ CORRECTION_SETTLE: "1s" });
  james = await town.visit("James");
});

afterAll(() => town.close());

function picture(): Locator {
  return james.bubbles().locator(".photo img").last();
}

const width = '[...document.querySelectorAll(".photo img")].at(-1).naturalWidth';

/** Where the picture comes from, once it is there in the width of a phone. */
async function seen(): Promise<string> {
  await picture().waitFor();
  await expect.poll(() => see(james.page, width)).toBe(1080);
  return (await picture().getAttribute("src")) ?? "";
}

/** The picture is another one than before. */
async function changedFrom(before: string): Promise<string> {
  await expect.poll(() => picture().getAttribute("src")).not.toBe(before);
  return seen();
}

/** Presses a button below the card. */
async function turned(label: string): Promise<string> {
  const before = await seen();
  await james.press(label);
  return changedFrom(before);
}

function caption(): Promise<string | null> {
  const cards = james.bubbles().filter({ has: james.page.locator(".photo") });
  return cards.last().textContent({ timeout: 5000 });
}

describe("a card in the playground", () => {
  it("is a picture with everything it says in words, in both languages", async () => {
    await james.type("/card ghouta");
    await seen();
    expect(await caption()).toMatch(/38 مدنياً[\s\S]*38 civilians killed/);
  });

  it("turns dark and English in place", async () => {
    const count = await james.bubbles().count();
    await turned("Dark");
    await turned("English");
    expect(await james.bubbles().count()).toBe(count);
    expect(await caption()).not.toContain("مدنياً");
  });

  it("is the very same picture when it is as before, and is not uploaded again", async () => {
    const dark = await seen();
    await turned("Light");
    expect(await turned("Dark")).toBe(dark);
  });

  it("gets another picture when a figure is corrected, hidden as the story is graphic now", async () => {
    const before = await seen();
    town.save(file, town.read(file).replace("count: 38", "count: 41") + corrected);
    await changedFrom(before);
    const words = await caption();
    expect(words).toMatch(/Warning: this story has details/);
    expect(words).toContain("Correction (9 February): 41 civilians killed, not 38");
    const hidden = james.bubbles().locator(".photo.veiled");
    expect(await hidden.count()).toBe(1);
    await hidden.getByRole("button").click();
    expect(await hidden.count()).toBe(0);
  });

  it("leads to the words of its story, in a message of their own", async () => {
    await james.press("As text");
    await expect.poll(() => james.lastBubble().textContent()).toContain("Figures:");
    expect(await james.lastBubble().locator(".photo").count()).toBe(0);
  });
});
