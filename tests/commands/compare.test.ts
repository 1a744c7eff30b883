import { describe, expect, it } from "vitest";
import { correctMade } from "../../src/rendering/changes/corrected.ts";
import { aFigure, anEdition, aSource, aStory } from "../builders.ts";
import { aRequest, emma, messagesOf, plainWordsOf, pressOn, type } from "./requests.ts";

const english = { language: "en", digits: "latin", months: "double" } as const;

const snhr = aSource({
  id: "snhr",
  name: { ar: "الشبكة السورية لحقوق الإنسان", en: "the Syrian Network for Human Rights" },
});
const sohrSays = aFigure({ id: "killed", amount: { type: "count", count: 28 } });
const snhrSays = aFigure({
  id: "killed_snhr",
  amount: { type: "count", count: 41 },
  qualifier: "at_least",
  attribution: { type: "stated", source: "snhr" },
});
const why = { ar: "وثّقت الأسماء.", en: "it has documented the names." };
const lead = [{ figure: "killed_snhr", why }];
const story = aStory({ figures: [sohrSays, aFigure({ id: "hurt", kind: "injured" }), snhrSays] });
const sources = [aSource(), snhr];
const edition = anEdition({ sources, stories: [{ ...story, lead }] });
const other = anEdition({ sources, stories: [aStory()] });

async function said(words: string, given = edition, printing = english): Promise<string> {
  return plainWordsOf(
    await type(await aRequest({ edition: given, person: emma, printing }), words),
  );
}

describe("/compare", () => {
  it("tells who says what, the spread, and who leads and why", async () => {
    const words = await said("/compare ghouta");
    expect(words).toContain("Where sources differ: Eastern Ghouta");
    expect(words).toContain(
      [
        "• at least 41 civilians killed, according to the Syrian Network for Human Rights",
        "• 28 civilians killed, according to the Syrian Observatory for Human Rights",
        "The numbers lie between 28 and at least 41.",
        "We lead with the first figure: it has documented the names.",
        "As of 7 February 2018",
      ].join("\n"),
    );
    expect(words).not.toContain("injured");
    expect(words).not.toMatch(/34|35/);
    expect(await said("/compare GHTA0207")).toContain("The numbers lie between");
  });

  it("writes both ends of the spread in digits", async () => {
    const one = { ...sohrSays, amount: { type: "count", count: 1 } } as const;
    const two = { ...snhrSays, qualifier: "exact", amount: { type: "count", count: 2 } } as const;
    const few = anEdition({ sources, stories: [{ ...story, figures: [one, two] }] });
    expect(await said("/compare ghta0207", few)).toContain("The numbers lie between 1 and 2.");
  });

  it("tells it in Arabic", async () => {
    const arabic = { ...english, language: "ar" } as const;
    const request = await aRequest({ edition, printing: arabic });
    const words = plainWordsOf(await type(request, "/compare ghouta"));
    expect(words).toContain("تقع الأعداد بين 28 وما لا يقل عن 41.");
    expect(words).toContain("نقدّم الرقم الأول: وثّقت الأسماء.");
  });

  it("says where nobody differs, and how to ask", async () => {
    expect(await said("/compare ghouta", other)).toContain("No sources differ on a figure of the");
    expect(await said("/compare ghta0207", other)).toContain("No sources differ on a figure of");
    expect(await said("/compare")).toContain("/compare ghouta");
    expect(await said("/compare nothing at all")).toContain("no topic or story called");
  });

  it("turns the pages of a topic in which sources differ on many stories", async () => {
    const stories = Array.from({ length: 6 }, (_, index) => ({ ...story, id: `ghta020${index}` }));
    const many = anEdition({ sources, stories });
    const request = await aRequest({ edition: many, person: emma, printing: english });
    const replies = await type(request, "/compare ghouta");
    expect(plainWordsOf(replies).match(/The numbers lie/g)).toHaveLength(4);
    const [turned] = await pressOn(request, replies, "Next");
    if (turned?.type !== "edit") throw new Error("it was not turned in place");
    expect(plainWordsOf([turned]).match(/The numbers lie/g)).toHaveLength(2);
  });

  it("is corrected in place, also where sources come to agree", async () => {
    const request = await aRequest({ edition, person: emma, printing: english });
    const [message] = messagesOf(await type(request, "/compare ghouta"));
    const made = message?.made;
    if (made === undefined) throw new Error("it shows figures");
    const revised = {
      ...story,
      figures: [sohrSays, { ...snhrSays, amount: sohrSays.amount, qualifier: "exact" as const }],
    };
    const told = [story, revised].map((one, index) => ({
      story: one,
      number: index + 1,
      day: "2018-02-08",
      sources: new Map(sources.map((source) => [source.id, source])),
    }));
    const corrected = correctMade(made, undefined, new Map([["ghta0207", told]]), request);
    expect(corrected.html).toContain("No sources differ on a figure of this story.");
    expect(corrected.html).not.toContain("41 civilians killed, according");
  });
});

describe("a story in which sources differ", () => {
  it("shows their figures side by side, the lead first", async () => {
    expect(await said("/story ghta0207")).toContain(
      [
        "Sources differ:",
        "• at least 41 civilians killed, according to the Syrian Network for Human Rights",
        "• 28 civilians killed, according to the Syrian Observatory for Human Rights",
        "• 38 civilians injured",
      ].join("\n"),
    );
    expect(await said("/story ghta0207", other)).not.toContain("Sources differ");
  });
});
