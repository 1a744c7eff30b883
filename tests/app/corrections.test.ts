import type { Locator } from "playwright-core";
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
let written: string;
let salma: Visit;
let layla: Visit;
let james: Visit;

vi.setConfig({ testTimeout: 120_000, expect: { poll: { timeout: 40_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown({ CORRECTION_SETTLE: "1s" });
  written = town.read(file);
  [salma, layla, james] = [
    await town.visit("سلمى"),
    await town.visit("ليلى"),
    await town.visit("James"),
  ];
});

afterAll(() => town.close());

/** A message with figures, in a place, before whoever asked for it. */
interface Told {
  readonly visit: Visit;
  readonly bubble: Locator;
}

const told = new Map<string, Told>();

/** Asks in the open place, and keeps the answer under the place's name. */
async function ask(place: string, visit: Visit, command = "/ghouta@mujaz_bot"): Promise<void> {
  await visit.type(command);
  await expect.poll(() => visit.lastBubble().textContent()).toMatch(/38 (?:مدنياً|civilians)/);
  const id = (await visit.lastBubble().getAttribute("data-message")) ?? "";
  told.set(place, { visit, bubble: visit.page.locator(`[data-message="${id}"]`) });
}

/** What hangs on a message, newest last. */
async function replies({ visit, bubble }: Told): Promise<Locator> {
  const id = (await bubble.getAttribute("data-message")) ?? "";
  return visit.bubbles().filter({ has: visit.page.locator(`.original[data-jump="${id}"]`) });
}

function toldIn(place: string): Told {
  const found = told.get(place);
  if (found === undefined) throw new Error(place);
  return found;
}

/** In the place of each language where one message has both. */
const arabic = {
  was: "مقتل 38 مدنياً، بينهم 12 طفلاً",
  now: "مقتل 41 مدنياً، بينهم 12 طفلاً",
  line: "تصحيح (9 شباط/فبراير): مقتل 41 مدنياً، لا 38 كما ورد سابقاً",
  edited: "معدّلة",
};
const english = {
  was: "38 civilians killed, 12 of them children",
  now: "41 civilians killed, 12 of them children",
  line: "Correction (9 February): 41 civilians killed, not 38 as reported earlier",
  edited: "edited",
};

const places = [
  { place: "a private chat in Arabic", words: [arabic], mark: arabic.edited },
  { place: "a private chat in English", words: [english], mark: english.edited },
  { place: "a group", words: [arabic, english], mark: arabic.edited },
  { place: "a forum topic", words: [arabic, english], mark: english.edited },
  { place: "a channel", words: [arabic, english], mark: arabic.edited },
];

/** What a message lists now, without what it says about before. */
async function figures({ bubble }: Told): Promise<string> {
  const lines = await bubble.locator(".text .line").allTextContents();
  return lines.filter((line) => line.startsWith("•")).join("\n");
}

describe("a correction", () => {
  it("is about what was told in private, in a group, in a forum topic and in a channel", async () => {
    await ask("a private chat in Arabic", layla, "/ghouta");
    await layla.press("العربية");
    await expect.poll(() => layla.lastBubble().textContent()).not.toContain("civilians");
    await ask("a private chat in English", james, "/ghouta");
    await james.press("English");
    await expect.poll(() => james.lastBubble().textContent()).not.toContain("مدنياً");
    layla = await town.visit("ليلى");
    await layla.enter("أخبار الحي");
    await ask("a group", layla);
    james = await town.visit("James");
    await james.enter("Corrections");
    await ask("a forum topic", james);
    await salma.enter("Brief");
    await ask("a channel", salma, "/ghouta");
    expect([...told.keys()]).toEqual(places.map(({ place }) => place));
  });

  it("saved in the content folder changes what was told, and hangs a notice on it", async () => {
    town.save(file, written.replace("count: 38", "count: 41") + corrected);
    for (const { place, words, mark } of places) {
      const there = toldIn(place);
      for (const { was, now, line } of words) {
        await expect.poll(() => there.bubble.textContent()).toContain(line);
        expect(await figures(there), `in ${place}`).toContain(now);
        expect(await figures(there), `in ${place}`).not.toContain(was);
      }
      expect(await there.bubble.locator(".edited").textContent()).toContain(mark);
      const notices = await replies(there);
      await expect.poll(() => notices.count()).toBe(1);
      for (const { line } of words)
        expect(await notices.textContent(), `in ${place}`).toContain(line);
    }
  });

  it("taken back brings the old figure back, and its history says all of it", async () => {
    town.save(file, written);
    for (const { place, words } of places) {
      const there = toldIn(place);
      for (const { was, now, line } of words) {
        await expect.poll(() => figures(there)).toContain(was);
        expect(await figures(there), `in ${place}`).not.toContain(now);
        expect(await there.bubble.textContent(), `in ${place}`).toContain(line);
      }
      const notices = await replies(there);
      await expect.poll(() => notices.count()).toBe(2);
    }
    james = await town.visit("James");
    await james.type("/history ghta0207");
    await expect.poll(() => james.lastBubble().textContent()).toContain("newest first");
    const lines = await james.lastBubble().locator(".text .line").allTextContents();
    const dated = lines.filter((line) => line.startsWith("•"));
    const [first, second, third] = dated.slice(-3);
    expect(first).toContain("38 civilians killed, not 41 as reported earlier");
    expect(second).toContain("41 civilians killed, not 38 as reported earlier");
    expect(second).toContain("We quoted an early, incomplete toll.");
    expect(third).toMatch(/^• First published .*: 38 civilians killed/);
    expect(dated[0]).toContain("مقتل 38 مدنياً، لا 41 كما ورد سابقاً");
    expect(dated[1]).toContain("نقلنا الحصيلة الأولى، وكانت ناقصة.");
  });
});
