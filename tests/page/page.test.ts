import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();
const { open } = stage;

async function say(text: string, chat: number = ids.james): Promise<number> {
  return (await stage.world().bot("sendMessage", { chat_id: chat, text })).message_id;
}

function shown(page: Page, id: number) {
  return page.locator(`[data-message="${id}"]`);
}

describe("the page", () => {
  it("speaks the language of its person, and turns round for Arabic", async () => {
    const page = await open({ person: ids.layla });
    expect(await see(page, "document.documentElement.dir")).toBe("rtl");
    expect(await page.locator("#field").getAttribute("aria-label")).toBe("اكتب رسالة");
    await page.locator("#person").selectOption(String(ids.james));
    await expect.poll(() => see(page, "document.documentElement.dir")).toBe("ltr");
    expect(await see(page, "document.documentElement.lang")).toBe("en");
    expect(await page.locator("nav").getAttribute("aria-label")).toBe("Chats");
  });

  it("keeps its person and chat when it is loaded again", async () => {
    const page = await open({ person: ids.layla });
    await page.locator(`[data-place="${ids.channel}"]`).click();
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    expect(await page.locator("#title").textContent()).toBe("Brief");
    expect(await page.locator("#person").inputValue()).toBe(String(ids.layla));
  });

  it("shows one pane at a time on a phone, with a way back", async () => {
    const page = await open({ viewport: { width: 390, height: 780 } });
    const side = page.locator(".side");
    const pane = page.locator(".pane");
    expect([await side.isVisible(), await pane.isVisible()]).toEqual([true, false]);
    await page.locator(`[data-place="${ids.group}"]`).click();
    await expect.poll(() => pane.isVisible()).toBe(true);
    expect(await side.isVisible()).toBe(false);
    expect(await see(page, "document.documentElement.scrollWidth")).toBe(390);
    await page.locator("#back").click();
    await expect.poll(() => side.isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => pane.isVisible()).toBe(true);
  });

  it("counts what arrives in the chats that are not open", async () => {
    const page = await open();
    const badge = page.locator(`[data-place="${ids.group}"] .badge`);
    await say("one", ids.group);
    await say("two", ids.group);
    await expect.poll(() => badge.textContent()).toBe("2");
    await page.locator(`[data-place="${ids.group}"]`).click();
    await expect.poll(() => badge.textContent()).toBe("");
  });

  it.each([
    ["Arabic", "قتلى مدنيون بينهم أطفال في غارات على الغوطة الشرقية يوم الأربعاء"],
    ["English", "Air strikes on Eastern Ghouta kill civilians, children among them, on Wednesday"],
  ])("has the beginning of %s words in the list of chats, in both directions", async (_, words) => {
    await say(words, ids.group);
    for (const person of [ids.layla, ids.james]) {
      const page = await open({ person });
      await page.locator(`[data-place="${ids.group}"] .chat-words`).waitFor();
      const isIn = await see(
        page,
        `(() => {
          const words = document.querySelector('[data-place="${ids.group}"] .chat-words');
          const range = document.createRange();
          range.setStart(words.firstChild, 0);
          range.setEnd(words.firstChild, 3);
          const [first, all] = [range, words].map((one) => one.getBoundingClientRect());
          return first.left >= all.left - 1 && first.right <= all.right + 1;
        })()`,
      );
      expect(isIn).toBe(true);
    }
  });

  it("keeps the topics of a forum apart", async () => {
    const page = await open({ chat: ids.forum });
    const topic = page.locator(".topic .chat", { hasText: "تصويبات" });
    const [, thread] = ((await topic.getAttribute("data-place")) ?? "").split("/");
    const { message_id: id } = await stage.world().bot("sendMessage", {
      chat_id: ids.forum,
      message_thread_id: Number(thread),
      text: "corrected",
    });
    await expect.poll(() => topic.locator(".badge").textContent()).toBe("1");
    expect(await shown(page, id).count()).toBe(0);
    await topic.click();
    await shown(page, id).waitFor();
    expect(await page.locator("#title").textContent()).toBe("تصويبات");
  });

  it("follows the newest message, but leaves alone who has scrolled up to read", async () => {
    const page = await open({ viewport: { width: 900, height: 480 } });
    for (let index = 0; index < 15; index += 1) await say(`line ${index}`);
    const last = await say("newest");
    await shown(page, last).waitFor();
    const top = () => see<number>(page, "document.querySelector('#log-pane').scrollTop");
    const before = await top();
    expect(before).toBeGreaterThan(0);
    await page.locator("#log-pane").focus();
    await page.keyboard.press("Home");
    await expect.poll(top).toBe(0);
    const missed = await say("while reading");
    await expect.poll(() => page.locator("#pill-text").textContent()).toBe("1 new message");
    expect(await top()).toBe(0);
    await page.locator("#pill").click();
    await expect.poll(top).toBeGreaterThan(before);
    expect(await shown(page, missed).isVisible()).toBe(true);
    await expect.poll(() => page.locator("#pill").isVisible()).toBe(false);
  });

  it("says that the line is down, and has missed nothing once it is back", async () => {
    const page = await open();
    const { connections, world } = stage.world().simulator;
    await connections.pause();
    const subtitle = page.locator("#subtitle");
    await expect.poll(() => subtitle.textContent()).toBe("Reconnecting…");
    const id = world.say({ person: ids.james, chat: ids.james, text: "from my phone" });
    await connections.resume();
    await expect.poll(() => shown(page, id).count()).toBe(1);
    expect(await subtitle.textContent()).toContain("@mujaz_bot");
  });

  it("remembers the theme that was chosen, over that of the system", async () => {
    const page = await open({ colorScheme: "light" });
    const scheme = "getComputedStyle(document.documentElement).colorScheme";
    await page.locator("#theme").click();
    expect(await see(page, scheme)).toBe("dark");
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    expect(await see(page, scheme)).toBe("dark");
    expect(await page.locator("#theme").getAttribute("aria-label")).toBe("Light theme");
  });

  it("lists the problems of the content folder, and forgets them once they are mended", async () => {
    const page = await open({ person: ids.layla });
    const { simulator } = stage.world();
    const where = { file: "content/a.yaml", line: 7, field: "figures[0].who" };
    simulator.reportProblems([
      { level: "error", ...where, text: "is missing" },
      { level: "warning", ...where, field: "date", text: "is early", mend: "look again" },
    ]);
    const line = page.locator("#problems-line");
    await expect.poll(() => line.textContent()).toBe("مشكلتان في مجلد المحتوى");
    await page.locator("#problems-open").click();
    expect(await page.locator(".problem-field").allTextContents()).toEqual([
      "figures[0].who",
      "date",
    ]);
    expect(await page.locator(".problem-level").allTextContents()).toEqual(["خطأ", "تنبيه"]);
    expect(await page.locator(".problem-file").first().textContent()).toBe("content/a.yaml:7");
    expect(await page.locator(".problem-mend").allTextContents()).toEqual(["look again"]);
    simulator.reportProblems([]);
    await expect.poll(() => page.locator("#problems").isVisible()).toBe(false);
    await expect.poll(() => page.locator("#problems-dialog").isVisible()).toBe(false);
  });

  it("shows the world's clock and sets it forward", async () => {
    const page = await open();
    const { clock } = stage.world().simulator;
    const before = clock.now();
    await page.locator("#clock").click();
    await page.locator('[data-minutes="1440"]').click();
    await expect.poll(() => clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await expect.poll(() => page.locator("#clock").getAttribute("data-other-day")).toBe("true");
    await page.locator("#clock-field").fill("2031-03-04T05:06");
    await page.locator("#clock-form button").click();
    await expect.poll(() => page.locator("#clock-time").textContent()).toBe("05:06");
    await page.keyboard.press("Escape");
    const id = await say("in the future");
    await shown(page, id).waitFor();
    expect(await page.locator(".day").last().textContent()).toBe("Today");
  });

  it("shows that the bot is typing, until it writes", async () => {
    const page = await open();
    const subtitle = page.locator("#subtitle");
    await stage.world().bot("sendChatAction", { chat_id: ids.james, action: "typing" });
    await expect.poll(() => subtitle.textContent()).toBe("typing…");
    await say("written");
    await expect.poll(() => subtitle.textContent()).toContain("@mujaz_bot");
  });
});
