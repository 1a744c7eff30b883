import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTown, type Town, type Visit } from "./playground-town.ts";

let town: Town;
let james: Visit;
let layla: Visit;

vi.setConfig({ testTimeout: 90_000, expect: { poll: { timeout: 40_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown({ CORRECTION_SETTLE: "1s" });
  [james, layla] = [await town.visit("James"), await town.visit("ليلى")];
  town.save("ghouta/2018-02-20-market.yaml", story(28));
});

afterAll(() => town.close());

/** Two sources on one event, the second of which the newsroom leads with. */
function story(count: number, more = {}): string {
  const figure = { kind: "killed", who: "civilians", scope: "incident" };
  return JSON.stringify({
    id: "ghta0220",
    date: "2018-02-20",
    place: { ar: "الغوطة الشرقية", en: "Eastern Ghouta" },
    headline: { ar: "قصف سوق في الغوطة الشرقية", en: "A market in Eastern Ghouta is bombed" },
    excerpt: {
      ar: "قُصفت سوق في الغوطة الشرقية، وتختلف المصادر في عدد القتلى من المدنيين.",
      en: "A market in Eastern Ghouta was bombed; sources differ on how many civilians were killed.",
    },
    figures: [
      { id: "one", ...figure, count, source: "sohr" },
      { id: "two", ...figure, count: 41, qualifier: "at_least", source: "centcom" },
    ],
    lead: [{ figure: "two", why: { ar: "رقمها أحدث.", en: "its number is newer." } }],
    ...more,
  });
}

async function answered(visit: Visit, words: string, said: string): Promise<string> {
  await expect
    .poll(
      async () => {
        await visit.type(words);
        return visit.lastBubble().textContent();
      },
      { interval: 2000 },
    )
    .toContain(said);
  const bubbles = await visit.bubbles().filter({ hasText: said }).allTextContents();
  return bubbles.at(-1) ?? "";
}

describe("where sources differ, in the playground", () => {
  it("a briefing shows them side by side, the lead first", async () => {
    const words = await answered(james, "/ghouta", "Sources differ:");
    const [lead, other] = ["at least 41 civilians killed", "28 civilians killed"].map((side) =>
      words.indexOf(side),
    );
    expect(lead).toBeGreaterThan(0);
    expect(other).toBeGreaterThan(lead ?? 0);
  });

  it("/compare says who says what, the spread, and who leads and why, in either language", async () => {
    const english = await answered(james, "/compare ghouta", "Where sources differ");
    expect(english).toContain("The numbers lie between 28 and at least 41.");
    expect(english).toContain("We lead with the first figure: its number is newer.");
    const arabic = await answered(layla, "/compare ghta0220", "حيث تختلف المصادر");
    expect(arabic).toContain("تقع الأعداد بين 28 وما لا يقل عن 41.");
    expect(arabic).toContain("نقدّم الرقم الأول: رقمها أحدث.");
    expect(arabic).not.toMatch(/34|35/);
  });

  it("what it said is corrected in its place", async () => {
    const note = { ar: "أخطأنا في النقل.", en: "We misread it." };
    const corrections = [{ at: "2018-02-21", reason: "our_error", note }];
    town.save("ghouta/2018-02-20-market.yaml", story(29, { corrections }));
    const told = james.bubbles().filter({ hasText: "Where sources differ" }).last();
    await expect.poll(() => told.textContent()).toContain("between 29 and at least 41");
    expect(await told.textContent()).toContain("29 civilians killed, not 28 as reported earlier");
  });
});
