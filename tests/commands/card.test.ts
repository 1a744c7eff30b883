import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Reply } from "../../src/commands/request.ts";
import { aStory, anEdition } from "../builders.ts";
import { aRequest, emma, messagesOf, pressOn, type } from "./requests.ts";

function pictureOf(replies: readonly Reply[]) {
  return messagesOf(replies)[0]?.picture;
}

function labels(replies: readonly Reply[]): readonly (readonly string[])[] {
  return (messagesOf(replies)[0]?.keyboard ?? []).map((row) => row.map(({ label }) => label));
}

describe("/card", () => {
  it.each([
    ["a story", "GHTA0206", "قصف سابق على الغوطة"],
    ["the latest story of a topic", "ghouta", "غارات على الغوطة الشرقية"],
    ["a topic by another name", "الغوطة", "غارات على الغوطة الشرقية"],
  ])("shows %s", async (_what, argument, headline) => {
    const replies = await type(await aRequest(), `/card ${argument}`);
    expect(pictureOf(replies)).toMatchObject({
      type: "card",
      theme: "light",
      botUsername: "mujaz_bot",
      sections: [{ language: "ar", headline }, { language: "en" }],
    });
  });

  it("without a name says how it is used, and says so where it knows none", async () => {
    const request = await aRequest({ person: emma });
    const words = async (text: string) => messagesOf(await type(request, text))[0]?.html;
    expect(await words("/card")).toContain("/card empty");
    expect(await words("/card <b>nothing")).toContain("no topic or story called “\u2068&lt;b&gt;");
    expect(await words("/card empty")).toContain("no stories about A quiet topic yet");
  });

  it("of a story that is withdrawn says so in words", async () => {
    const note = { ar: "خطأ.", en: "Wrong." };
    const story = aStory({ withdrawn: { at: "2018-02-09", note } });
    const request = await aRequest({ edition: anEdition({ stories: [story] }), person: emma });
    const [message] = messagesOf(await type(request, "/card ghta0207"));
    expect(message?.picture).toBeUndefined();
    expect(message?.html).toContain("This story was withdrawn on 9 February 2018: Wrong.");
  });

  it("is offered below a story and a briefing, and leads back to the words", async () => {
    const request = await aRequest({ person: emma });
    for (const asked of ["/story ghta0207", "/ghouta"]) {
      const card = await pressOn(request, await type(request, asked), "Card");
      expect(card).toMatchObject([{ type: "send" }]);
      expect(pictureOf(card)).toMatchObject({ theme: "light" });
      const words = await pressOn(request, card, "As text");
      expect(pictureOf(words)).toBeUndefined();
      expect(messagesOf(words)[0]?.html).toContain("Air strikes on Eastern Ghouta");
    }
  });

  it("changes its language and its look in place, each without the other", async () => {
    const request = await aRequest({ person: emma });
    const first = await type(request, "/card ghouta");
    expect(labels(first)).toEqual([
      ["العربية", "English", "✓ Both"],
      ["✓ Light", "Dark"],
      ["As text"],
    ]);
    const dark = await pressOn(request, first, "Dark");
    expect(dark).toMatchObject([{ type: "edit" }]);
    const english = await pressOn(request, dark, "English");
    expect(pictureOf(english)).toMatchObject({ theme: "dark", sections: [{ language: "en" }] });
    expect(labels(english)).toEqual([
      ["العربية", "✓ English", "Both"],
      ["Light", "✓ Dark"],
      ["As text"],
    ]);
  });

  it("of a story that is gone is out of date", async () => {
    const request = await aRequest({ person: emma });
    const gone = { ...request, edition: anEdition({ stories: [] }) };
    const press = { type: "press", data: "1sc.ghta0207.en.dark" } as const;
    expect(await answer(press, gone)).toMatchObject([{ type: "notice" }]);
  });
});
