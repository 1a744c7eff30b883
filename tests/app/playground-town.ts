import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { openBrowser } from "../page/browser.ts";
import { freePort, startProcess, type Environment } from "./bot-process.ts";

/** The playground in a process of its own, with content of its own, and a Chromium before it. */
export interface Town {
  /** The page as the person of this name, in Damascus, with Start pressed. */
  readonly visit: (person: string) => Promise<Visit>;
  /** Saves a story file, as an editor does. */
  readonly save: (file: string, story: string) => void;
  readonly read: (file: string) => string;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Opens the chat, or the topic of a forum, whose name holds these words. */
  readonly enter: (name: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Presses the newest button with these words. */
  readonly press: (words: string) => Promise<void>;
  readonly bubbles: () => Locator;
  readonly lastBubble: () => Locator;
  /** Sets the clock on the page: a day, and a minute of it in Damascus. */
  readonly setClock: (minute: string) => Promise<void>;
}

export async function openTown(env: Environment = {}): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-town-"));
  const content = join(folder, "content");
  cpSync(fileURLToPath(new URL("../../content", import.meta.url)), content, { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const playground = startProcess(["playground"], {
    PORT: String(port),
    CONTENT_DIR: content,
    ...env,
  });
  const [chrome] = await Promise.all([openBrowser(), playground.wrote(address)]);
  return {
    async visit(person) {
      const page = await chrome.browser.newPage({
        timezoneId: "Asia/Damascus",
        reducedMotion: "reduce",
      });
      await page.goto(address);
      await page.locator("body[data-ready]").waitFor();
      return visitOf(page, person);
    },
    save: (file, story) => writeFileSync(join(content, file), story),
    read: (file) => readFileSync(join(content, file), "utf8"),
    async close() {
      await chrome.close();
      playground.kill("SIGTERM");
      await playground.ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function visitOf(page: Page, person: string): Promise<Visit> {
  const people = page.locator("#person");
  const option = people.locator("option", { hasText: person });
  await people.selectOption((await option.getAttribute("value")) ?? "");
  await page.locator("#person-avatar", { hasText: person.slice(0, 1) }).waitFor();
  const start = page.locator("#start");
  if (await start.isVisible()) await start.click();
  const bubbles = () => page.locator("[data-message]");
  return {
    page,
    enter: (name) =>
      page.locator(".chat", { has: page.locator(".chat-name", { hasText: name }) }).click(),
    async type(text) {
      await page.locator("#field").fill(text);
      await page.locator("#field").press("Enter");
    },
    press: (words) => page.locator(".message").getByRole("button", { name: words }).last().click(),
    bubbles,
    lastBubble: () => bubbles().last(),
    async setClock(minute) {
      await page.locator("#clock").click();
      await page.locator("#clock-field").fill(minute);
      await page.locator("#clock-field").press("Enter");
      await page.keyboard.press("Escape");
    },
  };
}
