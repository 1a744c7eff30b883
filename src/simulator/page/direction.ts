export type Direction = "rtl" | "ltr";

const strong = /[\u2066-\u2069]|\p{L}|\p{Nl}|\u200E|\u200F|\u061C/gu;
const rightToLeft =
  /[\u200F\u061C\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const isolateEnd = "\u2069";

function isIsolateStart(character: string): boolean {
  return character === "\u2066" || character === "\u2067" || character === "\u2068";
}

/**
 * The direction of one paragraph: that of its first strong character outside isolates (rules P2
 * and P3 of the bidirectional algorithm); undefined where it has none, such as a bare number.
 */
export function firstStrong(text: string): Direction | undefined {
  let depth = 0;
  for (const [character] of text.matchAll(strong)) {
    if (isIsolateStart(character)) depth += 1;
    else if (character === isolateEnd) depth = Math.max(0, depth - 1);
    else if (depth === 0) return rightToLeft.test(character) ? "rtl" : "ltr";
  }
  return undefined;
}
