import { describe, expect, it } from "vitest";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Story } from "../../src/domain/story.ts";
import { aFigure, anEdition, aSource, aStory, aTopic } from "../builders.ts";
import {
  aRequest,
  emma,
  labelsOf,
  messagesOf,
  now,
  plainWordsOf,
  pressOn,
  type,
} from "./requests.ts";

const english = { language: "en", digits: "latin", months: "double" } as const;

function on(id: string, day: string, count = 38): Story {
  const figures = [aFigure({ amount: { type: "count", count } })];
  return aStory({ id, date: { from: day, to: day }, figures });
}

function editionOf(...stories: readonly Story[]) {
  const quiet = aTopic({ id: "empty", title: { ar: "هادئ", en: "A quiet topic" }, aliases: [] });
  return anEdition({ stories, sources: [aSource()], topics: [quiet, aTopic()] });
}

const edition = editionOf(on("ghta0207", "2018-02-07"), on("ghta0208", "2018-02-08", 75));

function ask(given = edition) {
  return aRequest({ edition: given, person: emma, printing: english });
}

describe("/timeline", () => {
  it("tells a topic's figures by time, by its name in either language", async () => {
    for (const topic of ["ghouta", "الغوطة", "Eastern Ghouta"]) {
      const words = plainWordsOf(await type(await ask(), `/timeline ${topic}`));
      expect(words).toContain("Reported over time: Eastern Ghouta");
      expect(words.indexOf("75 civilians")).toBeLessThan(words.indexOf("38 civilians"));
    }
  });

  it("says how to ask, what is not there, and which topic has no figures", async () => {
    const request = await ask();
    expect(plainWordsOf(await type(request, "/timeline"))).toContain("/timeline empty");
    expect(plainWordsOf(await type(request, "/timeline zzz"))).toContain("no topic by that name");
    const none = plainWordsOf(await type(request, "/timeline empty"));
    expect(none).toContain("“A quiet topic” has no figures yet.");
    expect(labelsOf(await type(request, "/timeline empty"))).toEqual([]);
  });

  it("turns pages of many figures in place", async () => {
    const stories = Array.from({ length: 45 }, (_, index) =>
      on(
        `s00${String(index + 10)}`,
        new Date(Date.UTC(2018, 0, 1 + index)).toISOString().slice(0, 10),
        index + 100,
      ),
    );
    const request = await ask(editionOf(...stories));
    const replies = await type(request, "/timeline ghouta");
    expect(plainWordsOf(replies)).toContain("144 civilians");
    expect(plainWordsOf(replies)).not.toContain("124 civilians");
    const [turned] = await pressOn(request, replies, "Next");
    if (turned?.type !== "edit") throw new Error("it was not turned in place");
    expect(plainWordsOf([turned])).toContain("124 civilians");
    expect(plainWordsOf([turned])).not.toContain("125 civilians");
  });

  it("says what was corrected before anybody asked, and the chart marks it", async () => {
    const db = await openDatabase("file::memory:");
    const note = {
      at: "2018-02-09",
      reason: "our_error",
      note: { ar: "أخطأنا.", en: "We misread it." },
    } as const;
    await recordEdition(db, edition, now);
    const mended = { ...on("ghta0207", "2018-02-07", 41), corrections: [note] };
    const later = new Date(now.getTime() + 3_600_000);
    const next = editionOf(mended, on("ghta0208", "2018-02-08", 75));
    const standings = await recordEdition(db, next, later);
    const request = await aRequest({
      edition: { ...next, standings },
      db,
      person: emma,
      printing: english,
    });
    const replies = await type(request, "/timeline ghouta");
    expect(plainWordsOf(replies)).toContain("Correction (9 February): 41 civilians killed, not 38");
    const [chart] = messagesOf(await pressOn(request, replies, "Chart"));
    expect(chart?.picture).toMatchObject({
      panels: [
        {
          series: [
            {
              marks: [{ value: { count: 41 }, corrected: { count: 38 } }, { value: { count: 75 } }],
            },
          ],
        },
      ],
    });
    expect(chart?.html).toContain("41 civilians killed, not 38");
  });

  it("brings a chart, whose look is changed in place, and which leads back to the words", async () => {
    const request = await ask();
    const chart = await pressOn(request, await type(request, "/timeline ghouta"), "Chart");
    expect(chart.map((reply) => reply.type)).toEqual(["send"]);
    expect(labelsOf(chart)).toEqual(["العربية", "✓ English", "Both", "✓ Light", "Dark", "As text"]);
    const [dark] = await pressOn(request, chart, "Dark");
    expect(dark).toMatchObject({
      type: "edit",
      message: { picture: { theme: "dark", language: "en" } },
    });
    const [arabic] = await pressOn(request, chart, "العربية");
    expect(arabic).toMatchObject({ message: { picture: { language: "ar", theme: "light" } } });
    expect(plainWordsOf(await pressOn(request, chart, "As text"))).toContain("Reported over time");
  });

  it("leads a channel's readers to the private chat", async () => {
    const request = await aRequest({
      edition,
      chat: { id: -1002, type: "channel" },
      printing: english,
    });
    const replies = await type(request, "/timeline ghouta");
    expect(messagesOf(replies).flatMap(({ keyboard = [] }) => keyboard.flat())).toMatchObject([
      { type: "link" },
    ]);
  });
});
