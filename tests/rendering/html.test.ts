import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asOneRun,
  html,
  isolate,
  join,
  link,
  linkable,
  prose,
  visible,
} from "../../src/rendering/text/html.ts";
import { say } from "../../src/rendering/text/translate.ts";
import { foundIn, isKept, parseHtml } from "./telegram.ts";

describe("markup", () => {
  it("fault 32: shows any text as it is written, tags and entities too", () => {
    const text = `<b>&amp;</i> a<b "x" 'y' &nbsp; &#xD800; <!-- -->`;
    expect(parseHtml(html`<i>${text}</i>`.html).text).toBe(text);
  });

  it("fault 32, fault 37: is read by Telegram as our own reading has it, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (one, two) => {
        const whole = html`x${one}<b>${two}</b>x`;
        const { text } = parseHtml(whole.html);
        expect(text).toBe(visible(whole));
        expect(isKept(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("takes markup as it is, and joins what is not empty", () => {
    expect(html`<b>${html`<i>${"a&b"}</i>`}</b>`.html).toBe("<b><i>a&amp;b</i></b>");
    expect(join([html`a`, html``, html`b`], " · ").html).toBe("a · b");
  });

  it("fault 37: keeps line feeds and removes what Telegram would", () => {
    expect(html`${"a\u202eb\u2028c\td\r\ne\u0000f\ud800\u200fg"}`.html).toBe("abc d\ne f\ufffdg");
    expect(html`${"A\u030a"}`.html).toBe("Å");
  });
});

describe("a link", () => {
  it.each([
    ["https://example.org/a?b=1&c=2"],
    ["http://example.org/"],
    ["https://t.me/mujaz_bot?start=story_ghta0207"],
    ["https://مثال.com/خبر عاجل"],
    ['https://example.org/"<b>'],
  ])("fault 36: is kept by Telegram: %s", (url) => {
    const { links, text } = parseHtml(link(url, "خبر").html);
    expect(links).toHaveLength(1);
    expect(text).toBe("خبر");
  });

  it.each([
    ["javascript:alert(1)"],
    ["tg://user?id=1"],
    ["https://"],
    ["x"],
    [""],
    ["https://localhost/"],
    ["https://user:secret@example.org/"],
    [`https://example.org/${"x".repeat(4096)}`],
  ])("fault 36: is only its text for %s", (url) => {
    expect(linkable(url)).toBeUndefined();
    expect(link(url, "خبر").html).toBe("خبر");
  });

  it("shows its address where its text is empty", () => {
    expect(parseHtml(link("https://example.org/", "\u200f ").html).text).toBe(
      "https://example.org/",
    );
  });
});

describe("typed text in a line", () => {
  it.each([
    ['bad"<&id', '[bad"<&id]'],
    ["/story  strk0207\n2018", "[/story strk0207 2018]"],
    ["\u2069دوما x\u2068 ١", "[دوما x ١]"],
  ])("stays one run: %s", (text, run) => {
    const line = (language: "ar" | "en") =>
      parseHtml(say(language, "printing:list.pair", { first: "—", last: asOneRun(text) }).html)
        .text.replaceAll("\u2068", "[")
        .replaceAll("\u2069", "]");
    expect(line("ar")).toBe(`— و${run}`);
    expect(line("en")).toBe(`— and ${run}`);
  });
});

/** Isolates made visible. */
function seen(text: string, language: "ar" | "en"): string {
  return visible(prose(text, language)).replaceAll("\u2068", "[").replaceAll("\u2069", "]");
}

describe("foreign words in a line", () => {
  it.each([
    [
      "قال US Central Command (CENTCOM) إن 38 مدنياً",
      "قال [US Central Command] ([CENTCOM]) إن 38 مدنياً",
    ],
    ["نسبة 35% و20-30 و+5 و23,403", "نسبة [35%] و[20-30] و[+5] و23,403"],
    ["في 2018-02-08 وبمعدل 3.5", "في [2018-02-08] وبمعدل 3.5"],
    ["القرار UN 2254 صدر", "القرار [UN] 2254 صدر"],
    ["راسلوا @mujaz_bot أو /ghouta", "راسلوا [@mujaz_bot] أو [/ghouta]"],
    ["Reuters: طائرة F-16 فوق دوما", "[Reuters]: طائرة [F-16] فوق دوما"],
    ["السطر الأول Douma\nDuma السطر الثاني", "السطر الأول [Douma]\n[Duma] السطر الثاني"],
    ["\u2067سابق\u2069 \u202eعكس\u202c", "سابق عكس"],
  ])("fault 37: are isolated in Arabic: %s", (text, expected) => {
    expect(seen(text, "ar")).toBe(expected);
  });

  it.each([
    ["the town of دوما، الغوطة (near) x", "the town of [دوما، الغوطة] (near) x"],
    ["دوما market, 20-30 people", "[دوما] market, 20-30 people"],
  ])("are isolated in English: %s", (text, expected) => {
    expect(seen(text, "en")).toBe(expected);
  });

  it("leave commands and names of chats to be found by Telegram", () => {
    expect(foundIn(visible(html`الأمر ${isolate("/ghouta")} هنا`))).toEqual(["/ghouta"]);
    expect(foundIn(visible(html`اكتبوا إلى ${isolate("@mujaz_bot")}`))).toEqual(["@mujaz_bot"]);
  });
});
