import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { see } from "../page/visit.ts";
import { openTown, type Town, type Visit } from "./playground-town.ts";

const file = "ghouta/2018-02-07-air-strikes.yaml";

/** A later event, as another source counts it. */
const later = `
id: ghta0220
date: 2018-02-20
place: { ar: الغوطة الشرقية, en: Eastern Ghouta }
headline: { ar: قصف جديد على الغوطة الشرقية, en: More bombing of Eastern Ghouta }
excerpt:
  ar: قُصفت بلدات في الغوطة الشرقية من جديد، وقالت القيادة المركزية الأميركية إن مدنيين قُتلوا.
  en: Towns in Eastern Ghouta were bombed again. US Central Command says that civilians were killed.
figures:
  - { id: killed, kind: killed, who: civilians, count: 50, qualifier: at_least, source: centcom, scope: incident }
`;

const corrected = `
corrections:
  - at: 2018-02-09
    reason: our_error
    note: { ar: "نقلنا الحصيلة الأولى، وكانت ناقصة.", en: "We quoted an early, incomplete toll." }
`;

let town: Town;
let layla: Visit;

vi.setConfig({ testTimeout: 90_000, expect: { poll: { timeout: 40_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown({ CORRECTION_SETTLE: "1s" });
  layla = await town.visit("ليلى");
  town.save("ghouta/2018-02-20-bombing.yaml", later);
});

afterAll(() => town.close());

function photo(): Locator {
  return layla
    .bubbles()
    .filter({ has: layla.page.locator(".photo") })
    .last();
}

/** Where the chart comes from, once it is there in the width of a phone. */
async function seen(): Promise<string> {
  const image = photo().locator(".photo img");
  await image.waitFor();
  const width = '[...document.querySelectorAll(".photo img")].at(-1).naturalWidth';
  await expect.poll(() => see(layla.page, width)).toBe(1080);
  return (await image.getAttribute("src")) ?? "";
}

function listed(): Locator {
  return layla
    .bubbles()
    .filter({ hasText: "ما لا يقل عن 50", hasNot: layla.page.locator(".photo") })
    .last();
}

describe("a timeline in the playground", () => {
  it("has what each source reported, each with its day, apart by what it counts", async () => {
    await expect
      .poll(
        async () => {
          await layla.type("/timeline ghouta");
          return layla.lastBubble().textContent();
        },
        { interval: 2000 },
      )
      .toContain("مقتل ما لا يقل عن 50 مدنياً");
    const words = await listed().textContent();
    expect(words).toContain("مقتل مدنيين: كل حدث على حدة");
    expect(words).toMatch(/20 شباط\/فبراير 2018: .*القيادة المركزية/);
    expect(words).toContain("7 شباط/فبراير 2018: مقتل 38 مدنياً");
  });

  it("is a chart at the press of a button, and in the words of its caption", async () => {
    await layla.press("رسم بياني");
    const light = await seen();
    expect(await photo().textContent()).toContain("كل حدث على حدة");
    await layla.press("داكنة");
    await expect.poll(() => photo().locator("img").getAttribute("src")).not.toBe(light);
    await seen();
  });

  it("is corrected in both, where the figure stands, and the chart is another one", async () => {
    const before = await seen();
    town.save(file, town.read(file).replace("count: 38", "count: 41") + corrected);
    await expect.poll(() => photo().locator("img").getAttribute("src")).not.toBe(before);
    expect(await photo().textContent()).toContain("مقتل 41 مدنياً، لا 38 كما ورد سابقاً");
    await expect.poll(() => listed().textContent()).toContain("مقتل 41 مدنياً، لا 38 كما ورد سابقاً");
    expect(await listed().textContent()).toContain("مقتل ما لا يقل عن 50 مدنياً");
  });
});
