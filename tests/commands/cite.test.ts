import { describe, expect, it } from "vitest";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { aFigure, aStory, anEdition } from "../builders.ts";
import { aRequest, emma, messagesOf, now, plainWordsOf, type } from "./requests.ts";

const english = { language: "en", digits: "latin", months: "double" } as const;

describe("a citation", () => {
  it("names headline, id, revision, its day and link in both languages", async () => {
    const before = await aRequest();
    const standings = await recordEdition(before.db, before.edition, now);
    const edition = { ...before.edition, standings };
    const request = await aRequest({ db: before.db, edition, person: emma, printing: english });
    const words = plainWordsOf(await type(request, "/cite GHTA0207"));
    expect(words).toContain(
      "@mujaz_bot, “Air strikes on Eastern Ghouta”, story ghta0207, revision 1 of 22 November 2026, https://t.me/mujaz_bot?start=story_ghta0207",
    );
    expect(words).toContain("«غارات على الغوطة الشرقية»، الخبر ghta0207، النسخة 1 بتاريخ 22");
  });

  it("has the day of the revision that it names, also where only words changed since", async () => {
    const { db } = await aRequest();
    const note = { ar: "أخطأنا.", en: "We misread it." };
    const corrections = [{ at: "2018-02-09", reason: "our_error", note } as const];
    const figures = [aFigure({ amount: { type: "count", count: 41 } })];
    const states = [
      aStory(),
      aStory({ figures, corrections }),
      aStory({ figures, corrections, headline: { ar: "عنوان آخر", en: "Other words" } }),
    ];
    const cited: string[] = [];
    for (const [days, story] of states.entries()) {
      const at = new Date(now.getTime() + days * 86_400_000);
      const edition = anEdition({ stories: [story] });
      const standings = await recordEdition(db, edition, at);
      const request = await aRequest({ db, edition: { ...edition, standings }, person: emma });
      cited.push(plainWordsOf(await type(request, "/cite ghta0207")));
    }
    expect(cited[1]).toContain("revision 2 of 9 February 2018");
    expect(cited[2]).toContain("revision 3 of 24 November 2026");
  });

  it("stands in a line that a press copies, under the newsroom's name", async () => {
    const newsroom = { name: { ar: "المرصد", en: "The Monitor" } };
    const request = await aRequest({ edition: { ...anEdition(), newsroom } });
    const [message] = messagesOf(await type(request, "/cite ghta0207"));
    expect(message?.html).toMatch(/<code>[^<]*المرصد[^<]*<\/code>/);
    expect(message?.html).toMatch(/<code>The Monitor, [^<]*<\/code>/);
  });

  it("says that the story was withdrawn", async () => {
    const withdrawn = { at: "2018-02-11", note: { ar: "سحب", en: "Withdrawn" } };
    const request = await aRequest({ edition: anEdition({ stories: [aStory({ withdrawn })] }) });
    expect(plainWordsOf(await type(request, "/cite ghta0207"))).toContain(
      "withdrawn 11 February 2018",
    );
  });

  it("of nothing says how to ask", async () => {
    const request = await aRequest({ person: emma, printing: english });
    expect(plainWordsOf(await type(request, "/cite"))).toContain("/cite ghta0207");
    expect(plainWordsOf(await type(request, "/cite zzzz"))).toContain("no story with the id zzzz");
  });
});

describe("an export", () => {
  it("is two files", async () => {
    const replies = await type(await aRequest(), "/export الغوطة");
    const names = replies.map((reply) => (reply.type === "document" ? reply.file.name : ""));
    expect(names).toEqual(["figures.csv", "figures.json"]);
  });

  it("of no topic, an unknown one and one without figures is a line", async () => {
    const request = await aRequest({ person: emma, printing: english });
    expect(plainWordsOf(await type(request, "/export"))).toContain("/export empty");
    expect(plainWordsOf(await type(request, "/export nothing"))).toContain("no topic by that name");
    expect(plainWordsOf(await type(request, "/export strikes"))).toContain("has no figures yet");
  });
});
