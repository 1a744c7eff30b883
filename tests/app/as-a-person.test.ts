import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTown, type Town, type Visit } from "./playground-town.ts";

let town: Town;
let salma: Visit;
let layla: Visit;
let james: Visit;

vi.setConfig({ testTimeout: 90_000, expect: { poll: { timeout: 20_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown();
  [salma, layla, james] = [
    await town.visit("سلمى"),
    await town.visit("ليلى"),
    await town.visit("James"),
  ];
});

afterAll(() => town.close());

/** A day from now in Damascus, where the clocks are three hours ahead all year. */
function day(ahead: number): string {
  return new Date(Date.now() + 3 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
}

interface News {
  readonly id: string;
  readonly date: string;
  readonly headline: string;
  readonly breaking?: boolean;
}

function storyFile({ id, date, headline, breaking = false }: News): string {
  const excerpt = "Nothing but what a test needs to find its way is told here.";
  const story = {
    id,
    date,
    place: { ar: "دوما", en: "Douma" },
    headline: { ar: `خبر ${id}`, en: headline },
    excerpt: { ar: "لا يُروى هنا إلا ما يحتاجه الاختبار كي يجد طريقه.", en: excerpt },
    figures: [],
    ...(breaking && { breaking }),
  };
  return JSON.stringify(story, undefined, 2);
}

/** Saves a story; resolves when the bot tells it. */
async function publish(news: News): Promise<void> {
  town.save(`ghouta/${news.id}.yaml`, storyFile(news));
  await expect
    .poll(
      async () => {
        await james.type(`/story ${news.id}`);
        return james.lastBubble().textContent();
      },
      { interval: 2000 },
    )
    .toContain(news.headline);
}

/** The messages in the open chat whose text begins like this and holds these words. */
function told(visit: Visit, heading: RegExp, words: string): Locator {
  const text = visit.page.locator(".text", { hasText: heading }).filter({ hasText: words });
  return visit.bubbles().filter({ has: text });
}

const digest = /^\P{L}*(?:موجز|Digest)/u;
const alert = /^\P{L}*عاجل/u;

function urgent(visit: Visit): Promise<readonly string[]> {
  return times(told(visit, alert, "The urgent news"));
}

/** When each of them came, by the clock of the page. */
function times(messages: Locator): Promise<readonly string[]> {
  return messages.locator("time").allTextContents();
}

describe("as a person", () => {
  it("a group's administrator subscribes a topic of the forum by writing in it, a member does not", async () => {
    await salma.setClock(`${day(1)}T06:00`);
    await layla.enter("Corrections");
    await layla.type("/subscribe@mujaz_bot 08:00");
    const refusal = "هذا الإعداد لمشرفي المحادثة وحدهم.";
    await expect.poll(() => layla.lastBubble().textContent()).toContain(refusal);
    await james.enter("Corrections");
    await james.type("/subscribe@mujaz_bot 08:00");
    await expect.poll(() => james.lastBubble().textContent()).toContain("every day at 08:00");
    await james.enter("الموجز");
    expect(await james.bubbles().count()).toBe(0);
  });

  it("a person connects a channel that she picks, and has its settings before her", async () => {
    await salma.type("/connect");
    await salma.page.locator(".reply-key").click();
    await salma.page.locator(".picker-chat", { hasText: "دفتر سلمى" }).click();
    await expect.poll(() => salma.lastBubble().textContent()).toContain("إعدادات «دفتر سلمى");
    const connected = salma.bubbles().filter({ hasText: "تم ربط «دفتر سلمى" });
    expect(await connected.count()).toBe(1);
    expect(await salma.page.locator(".reply-key").count()).toBe(0);
    const words = await salma.lastBubble().textContent();
    expect(words).toContain("يصل الموجز كل يوم الساعة \u206808:00\u2069 بتوقيت دمشق");
  });

  it("the digest comes at its minute to the topic, the channel and a private chat, once", async () => {
    await salma.type("/subscribe 08:00");
    await expect.poll(() => salma.lastBubble().textContent()).toContain("تم الاشتراك");
    await james.enter("Mujaz");
    await publish({ id: "nws1", date: day(1), headline: "The first news" });
    await salma.setClock(`${day(1)}T07:59`);
    await james.type("/help");
    await salma.setClock(`${day(1)}T08:00`);
    const arrived = async () => times(told(salma, digest, "The first news"));
    await expect.poll(arrived).toEqual(["08:00"]);
    await salma.enter("دفتر سلمى");
    await expect.poll(arrived).toEqual(["08:00"]);
    await salma.enter("Corrections");
    await expect.poll(arrived).toEqual(["08:00"]);
    await salma.enter("Mujaz");
  });

  it("quiet hours hold an alert until morning, and the morning's digest does not repeat it", async () => {
    await layla.enter("Mujaz");
    await layla.type("/subscribe 08:00");
    await expect.poll(() => layla.lastBubble().textContent()).toContain("تم الاشتراك");
    await layla.press("الإعدادات");
    await layla.press("ساعات الهدوء");
    await layla.press("من \u206822:00");
    await expect.poll(() => layla.lastBubble().textContent()).toContain("✓ من");
    await james.type("/subscribe 08:00");
    await expect.poll(() => james.lastBubble().textContent()).toContain("You are subscribed");
    await salma.setClock(`${day(1)}T23:00`);
    await publish({ id: "nws2", date: day(1), headline: "The urgent news", breaking: true });
    await publish({ id: "nws3", date: day(1), headline: "The other news" });
    await salma.setClock(`${day(1)}T23:05`);
    await expect.poll(() => urgent(james)).toEqual(["23:05"]);
    await salma.setClock(`${day(2)}T06:59`);
    await layla.type("/help");
    await expect.poll(() => layla.lastBubble().textContent()).toContain("كيف تستخدمون");
    await salma.setClock(`${day(2)}T07:00`);
    await expect.poll(() => urgent(layla)).toEqual(["07:00"]);
    await salma.setClock(`${day(2)}T08:00`);
    for (const visit of [layla, james]) {
      const mornings = told(visit, digest, "The other news");
      await expect.poll(() => times(mornings)).toEqual(["08:00"]);
      expect(await mornings.textContent()).not.toContain("The urgent news");
      expect(await urgent(visit)).toHaveLength(1);
    }
  });
});
