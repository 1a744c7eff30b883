import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { told } from "../../src/rendering/text/told.ts";

const arabic = { ...defaultPrinting, language: "ar" } as const;
const eastern = { ...arabic, digits: "arabic" } as const;

describe("what an editor wrote", () => {
  it.each([
    ["نحو 500 عنصر في 2018", "نحو ٥٠٠ عنصر في ٢٠١٨"],
    ["23,403 براميل و3.5 كيلومتر", "٢٣٬٤٠٣ براميل و٣٫٥ كيلومتر"],
    ["الأعداد 5,6,7", "الأعداد ٥,٦,٧"],
    ["طائرة F-16 و35%", "طائرة \u2068F-16\u2069 و\u206835%\u2069"],
  ])("counts in the chat's digits: %s", (text, expected) => {
    expect(visible(told({ ar: text, en: text }, eastern))).toBe(expected);
  });

  it("counts in Western digits where the chat does, whatever the editor typed", () => {
    const text = { ar: "٢٣٬٤٠٣ براميل و٣٫٥ كيلومتر", en: "23,403 barrels" };
    expect(visible(told(text, arabic))).toBe("23,403 براميل و3.5 كيلومتر");
    expect(visible(told(text, { ...eastern, language: "en" }))).toBe("23,403 barrels");
  });
});
