import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { World } from "./world.ts";

export interface Visit {
  readonly page: Page;
  /** Fails where the browser complained: an error, a refused style, a request to elsewhere. */
  readonly close: () => Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  readonly person: number;
  readonly chat?: number;
  readonly thread?: number;
}

/** Opens the page as a person, in a chat where one is named. */
export async function visit(browser: Browser, world: World, options: VisitOptions): Promise<Visit> {
  const { person, chat, thread, ...context } = options;
  const page = await browser.newPage({ locale: "en", reducedMotion: "reduce", ...context });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    // A failed request is told better by the response itself, below.
    const isAnswer = line.text().startsWith("Failed to load resource");
    if (line.type() === "error" && !isAnswer) complaints.push(line.text());
  });
  page.on("response", (response) => {
    const url = response.url();
    const matters = response.status() >= 400;
    if (matters) complaints.push(`${response.status()} ${url}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${world.url}/`)) complaints.push(`asked ${request.url()}`);
  });
  const path = [person, chat, thread].filter((part) => part !== undefined).join("/");
  await page.goto(`${world.url}/#${path}`);
  await page.locator("body[data-ready]").waitFor();
  return {
    page,
    async close() {
      await page.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** Evaluates an expression in the page: the tests' own compiler knows no DOM. */
export async function see<Value>(page: Page, expression: string): Promise<Value> {
  return page.evaluate<Value>(expression);
}
