import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/extraction/extract.ts";

const texts = [
  "مقتل 38 مدنياً بينهم 12 طفلاً وإصابة 65 شخصاً",
  "At least 12 people were killed and 23,403 others wounded, including five children",
];

/** What chats, forms and keyboards leave in a text. */
const noises: Readonly<Record<string, (text: string) => string>> = {
  tatweel: (text) => text.replace(/([بتسشعفقكلمن])(?=[ء-ي])/gu, "$1ـ"),
  tashkeel: (text) => text.replace(/([ء-ي])/gu, "$1\u064E\u0651"),
  "direction marks": (text) => text.replace(/ /g, " \u200F"),
  isolates: (text) => text.replace(/([\d,]+\d)/g, "\u2068$1\u2069"),
  "no-break spaces": (text) => text.replace(/ /g, "\u00A0"),
  "non-joiners": (text) => text.replace(/([بت])/gu, "$1\u200C"),
  "soft hyphens": (text) => text.replace(/([aeiou])/g, "$1\u00AD"),
  emoji: (text) => `🔴 ${text} 👨‍👩‍👧`,
  "bold numbers": (text) => text.replace(/(\d[\d,]*)/g, "**$1**"),
  "underlines for spaces": (text) => text.replace(/ /g, "_"),
  NUL: (text) => text.replace(/ /g, " \u0000"),
  "line ends of Windows": (text) => `\r\n${text}\r\n`,
  "decomposed letters": (text) => text.normalize("NFD"),
  "half an emoji": (text) => `\uD83D${text}\uDC00`,
  "a mark of order": (text) => `\uFEFF${text}`,
};

describe.each(texts)("%s", (text) => {
  it.each(Object.entries(noises))("is read the same with %s", (_name, spoil) => {
    const spoilt = spoil(text);
    expect(figuresOf(spoilt)).toEqual(figuresOf(text));
    for (const { span } of extractFigures(spoilt)) {
      const words = spoilt.slice(span.start, span.start + span.length);
      const next = spoilt.slice(span.start + span.length);
      expect(words).toBe(words.trim());
      expect(next).not.toMatch(/^\p{Mn}/u);
    }
  });
});

function figuresOf(text: string): readonly object[] {
  return extractFigures(text).map(({ kind, who, amount, qualifier, of }) => {
    return { kind, who, amount, qualifier, of };
  });
}
