import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { digitsOf } from "../../src/rendering/text/digits.ts";
import { asOneRun, html, link } from "../../src/rendering/text/html.ts";
import type { Html } from "../../src/rendering/text/html.ts";
import { parseHtml } from "./telegram.ts";

const latin = { ...defaultPrinting, language: "ar", digits: "latin" } as const;
const eastern = { ...latin, digits: "arabic" } as const;

describe("the digits of our own texts", () => {
  it.each<[Html, string]>([
    [html`38 مدنياً بينهم 12 طفلاً هم 38.`, "٣٨ مدنياً بينهم ١٢ طفلاً هم ٣٨."],
    [html`<b>23,403</b> برميلاً و(3.5) و${"<12>"}`, "<b>٢٣٬٤٠٣</b> برميلاً و(٣٫٥) و&lt;١٢&gt;"],
  ])("are the chat's: $html", (text, expected) => {
    expect(digitsOf(text, eastern).html).toBe(expected);
  });

  it.each<[Html]>([
    [link("https://example.org/2018?a=1", "خبر 12")],
    [html`الأمر /story_ghta0207 و@mujaz2_bot`],
    [html`<code>2018</code> و<tg-spoiler>خبر</tg-spoiler>`],
    [html`الرقم ${asOneRun('12 " 30')}`],
    [html`طائرة F-16 و3G`],
  ])("stay where they are no Arabic text: $html", (text) => {
    expect(digitsOf(text, eastern)).toEqual(text);
  });

  it("are Western again where the chat chose them, and always in English", () => {
    expect(digitsOf(html`٣٨ مدنياً`, latin).html).toBe("38 مدنياً");
    expect(digitsOf(html`38 civilians`, { ...eastern, language: "en" }).html).toBe("38 civilians");
  });

  it("leave markup that Telegram reads", () => {
    const text = html`<b>38</b> ${link("https://example.org/38", "38")} ${"<b>38"}`;
    expect(parseHtml(digitsOf(text, eastern).html).text).toBe("٣٨ 38 <b>٣٨");
  });
});
