import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openBrowser, type TestBrowser } from "../page/browser.ts";
import { freePort, startProcess, type BotProcess } from "./bot-process.ts";

let folder: string;
let browser: TestBrowser;
let playground: BotProcess;
let address: string;

const story = () => join(folder, "content/ghouta/2018-02-07-air-strikes.yaml");

vi.setConfig({ testTimeout: 60_000, expect: { poll: { timeout: 15_000, interval: 50 } } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-playground-"));
  cpSync(fileURLToPath(new URL("../../content", import.meta.url)), join(folder, "content"), {
    recursive: true,
  });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  playground = startProcess(["playground"], {
    PORT: String(port),
    CONTENT_DIR: join(folder, "content"),
  });
  [browser] = await Promise.all([openBrowser(), playground.wrote(address)]);
});

afterAll(async () => {
  await browser.close();
  playground.kill("SIGTERM");
  await playground.ended;
  rmSync(folder, { recursive: true });
});

/** The page as its first person, ليلى, sees it; she has pressed Start. */
async function open(): Promise<Page> {
  const page = await browser.browser.newPage();
  await page.goto(address);
  await page.locator("body[data-ready]").waitFor();
  const start = page.locator("#start");
  if (await start.isVisible()) await start.click();
  return page;
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator("#field").fill(text);
  await page.locator("#field").press("Enter");
}

function lastBubble(page: Page) {
  return page.locator("[data-message]").last();
}

describe("the playground", () => {
  it("answers /ghouta in both languages, and its buttons change the language in place", async () => {
    const page = await open();
    await type(page, "/ghouta");
    const bubble = lastBubble(page);
    await expect.poll(() => bubble.textContent()).toContain("مقتل 38 مدنياً، بينهم 12 طفلاً");
    expect(await bubble.textContent()).toContain("38 civilians killed, 12 of them children");
    const id = await bubble.getAttribute("data-message");
    await page.getByRole("button", { name: "English", exact: true }).last().click();
    await expect.poll(() => bubble.textContent()).not.toContain("مدنياً");
    expect(await bubble.getAttribute("data-message")).toBe(id);
    expect(await bubble.textContent()).toContain("38 civilians killed");
    await page.close();
  });

  it("shows a saved story at once, and a broken one as a problem while the old one stays", async () => {
    const page = await open();
    const written = readFileSync(story(), "utf8");
    const counted = written.replace("count: 38", "count: 41").replace("quote: 38", "quote: 41");
    writeFileSync(story(), counted);
    await expect
      .poll(
        async () => {
          await type(page, "/ghouta");
          return lastBubble(page).textContent();
        },
        { interval: 2000 },
      )
      .toContain("مقتل 41 مدنياً");
    writeFileSync(story(), written.replace("count: 38", "count: many"));
    await expect.poll(() => page.locator("#problems-line").textContent()).toContain("مشكلة واحدة");
    await page.locator("#problems-open").click();
    expect(await page.locator(".problem-field").textContent()).toContain("figures[0].count");
    await page.keyboard.press("Escape");
    await type(page, "/ghouta");
    await expect.poll(() => lastBubble(page).textContent()).toContain("مقتل 41 مدنياً");
    writeFileSync(story(), written);
    await expect.poll(() => page.locator("#problems").isVisible()).toBe(false);
    await page.close();
  });

  it("has one clock for the page and the bot: a report that waits for words is over by tomorrow", async () => {
    const page = await open();
    const asks = async () => {
      await type(page, "/start report_ghta0207");
      await expect.poll(() => lastBubble(page).textContent()).toContain("عمّ تريدون الإبلاغ؟");
      await page.getByRole("button", { name: "شيء آخر في الخبر" }).last().click();
      await expect.poll(() => lastBubble(page).textContent()).toContain("اكتبوا في رسالة واحدة");
    };
    await asks();
    await type(page, "المكان خطأ");
    await expect.poll(() => lastBubble(page).textContent()).toContain("هل نذكر لهم اسمكم");
    await asks();
    await page.locator("#clock").click();
    await page.locator('[data-minutes="1440"]').click();
    await expect.poll(() => page.locator("#clock").getAttribute("data-other-day")).toBe("true");
    await page.keyboard.press("Escape");
    await type(page, "المكان خطأ");
    await expect.poll(() => lastBubble(page).textContent()).toContain("لا موضوع بهذا الاسم");
    await page.close();
  });

  it("says in one line that its port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const taken = server.address();
    const port = taken === null || typeof taken === "string" ? 0 : taken.port;
    const second = startProcess(["playground"], { PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `mujaz: PORT: ${port}: another program listens on 127.0.0.1:${port}; choose another, as in PORT=8081\n`,
    );
    await new Promise((resolve) => server.close(resolve));
  });
});
