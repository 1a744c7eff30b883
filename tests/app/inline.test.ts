import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTown, type Town, type Visit } from "./playground-town.ts";

const file = "ghouta/2018-02-07-air-strikes.yaml";

const corrected = `
corrections:
  - at: 2018-02-09
    reason: our_error
    note: { ar: "نقلنا الحصيلة الأولى، وكانت ناقصة.", en: "We quoted an early, incomplete toll." }
`;

let town: Town;
let james: Visit;
let layla: Visit;

vi.setConfig({ testTimeout: 120_000, expect: { poll: { timeout: 40_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown({ CORRECTION_SETTLE: "1s" });
  [james, layla] = [await town.visit("James"), await town.visit("ليلى")];
});

afterAll(() => town.close());

function results({ page }: Visit) {
  return page.locator("#results .result-title");
}

/** Types as a person does, so that the page asks the bot. */
async function ask({ page }: Visit, text: string): Promise<void> {
  await page.locator("#field").fill("");
  await page.locator("#field").pressSequentially(text);
}

describe("the inline mode, in a group where people talk", () => {
  it("offers a briefing and stories in the person's language, and sends the one that is chosen", async () => {
    await james.enter("أخبار الحي");
    await ask(james, "@mujaz_bot ghouta");
    await expect.poll(() => results(james).first().textContent()).toBe("Briefing: Eastern Ghouta");
    const about = james.page.locator("#results .result-text").first();
    expect(await about.textContent()).toContain("38 civilians killed");
    await james.page.keyboard.press("Enter");
    const bubble = james.lastBubble();
    await expect.poll(() => bubble.locator(".via").textContent()).toBe("via @mujaz_bot");
    const text = await bubble.textContent();
    expect(text).toContain("38 civilians killed");
    expect(text).toContain("according to");
    expect(text).not.toContain("مدنياً");
    expect(await james.page.locator("#field").inputValue()).toBe("");
    expect(await james.page.locator("#results").isVisible()).toBe(false);
  });

  it("offers the latest to whoever only names the bot, in Arabic to Arabic readers", async () => {
    await layla.enter("أخبار الحي");
    await ask(layla, "@mujaz_bot ");
    await expect.poll(() => results(layla).count()).toBe(4);
    const titles = await results(layla).allTextContents();
    const air = titles.findIndex((title) => title.includes("غارات"));
    await results(layla).nth(air).click();
    const bubble = layla.lastBubble();
    await expect.poll(() => bubble.locator(".via").textContent()).toBe("عبر @mujaz_bot");
    await expect.poll(() => bubble.textContent()).toContain("مقتل 38 مدنياً");
    expect(await bubble.textContent()).not.toContain("civilians");
    expect(await layla.page.locator(".keyboard a, .keyboard button").count()).toBeGreaterThan(0);
  });

  it("corrects what was sent where it stands, with the day, and hangs nothing on it", async () => {
    const before = await james.bubbles().count();
    town.save(file, town.read(file).replace("count: 38", "count: 41") + corrected);
    const [english, arabic] = ["via @mujaz_bot", "via @mujaz_bot"].map((via, index) =>
      james.bubbles().filter({ hasText: via }).nth(index),
    );
    const said = "Correction (9 February): 41 civilians killed, not 38 as reported earlier";
    await expect.poll(() => english?.textContent()).toContain(said);
    await expect.poll(() => arabic?.textContent()).toContain("مقتل 41 مدنياً، لا 38");
    expect(await english?.locator(".edited").textContent()).toBe("edited");
    expect(await james.bubbles().count()).toBe(before);
  });

  it("leads into the private chat where nothing is found", async () => {
    await ask(james, "@mujaz_bot xyzzy");
    const button = james.page.locator(".result-button");
    await expect.poll(() => button.textContent()).toBe("No results · Open the private chat");
    await button.click();
    await expect.poll(() => james.page.locator("#title").textContent()).toBe("Mujaz");
    await expect.poll(() => james.lastBubble().textContent()).toContain("Eastern Ghouta");
  });
});
