import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { visit, type Visit, type VisitOptions } from "./visit.ts";
import { ids, openWorld, type World } from "./world.ts";

export interface Stage {
  readonly world: () => World;
  /** Opens the page, as James unless said otherwise; it is closed after the test. */
  readonly open: (options?: Partial<VisitOptions>) => Promise<Page>;
}

/** One world and one browser for the tests of a file. */
export function useStage(): Stage {
  let chrome: TestBrowser;
  let world: World;
  const visits: Visit[] = [];
  // A busy machine may take its time to draw; a page that is right passes at once.
  vi.setConfig({ testTimeout: 60_000, expect: { poll: { timeout: 15_000, interval: 20 } } });
  beforeAll(async () => {
    [chrome, world] = await Promise.all([openBrowser(), openWorld()]);
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.close();
  });
  afterAll(async () => {
    await chrome.close();
    await world.simulator.close();
  });
  return {
    world: () => world,
    async open(options = {}) {
      const opened = await visit(chrome.browser, world, { person: ids.james, ...options });
      visits.push(opened);
      return opened.page;
    },
  };
}
