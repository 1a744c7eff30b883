import type { Html } from "./html.ts";
import { formatDigits } from "./numbers.ts";
import type { Voice } from "./voice.ts";

// What keeps its digits: links and code with what is in them, other tags, isolated runs, and words
// with a Latin letter, commands among them.
const kept = [
  String.raw`<(?<tag>a|code|pre)\b[^>]*>.*?<\/\k<tag>>`,
  String.raw`<[^>]*>`,
  String.raw`\u2068[^\u2069]*\u2069`,
  String.raw`&[a-z]+;`,
  String.raw`[@#\/]?[\p{Nd}.,:_\/\-]*[\p{sc=Latin}_][\p{sc=Latin}\p{Nd}.,:_\/\-]*`,
].join("|");
const number = String.raw`[0-9٠-٩]+(?:[,.٬٫][0-9٠-٩]+)*`;
const pieces = new RegExp(`(?<kept>${kept})|${number}`, "gsu");

const grouped = /^[0-9]{1,3}(?:[,٬][0-9]{3})+$/;
const decimal = /^[0-9]+[.٫][0-9]+$/;

function western(number: string): string {
  return number.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

function withSeparators(number: string, { digits }: Voice): string {
  if (grouped.test(number)) return number.replace(/[,٬]/g, digits === "latin" ? "," : "٬");
  return decimal.test(number) ? number.replace(/[.٫]/, digits === "latin" ? "." : "٫") : number;
}

/**
 * Arabic text with its numbers in the digits of the chat, so that one message does not count in two
 * kinds of them. Tags, links, code, isolated runs and words with a Latin letter stay as they are;
 * so does all that is not Arabic.
 */
export function digitsOf(text: Html, voice: Voice): Html {
  if (voice.language === "en") return text;
  return {
    html: text.html.replace(pieces, (piece: string, keeps: string | undefined) =>
      keeps === undefined ? formatDigits(withSeparators(western(piece), voice), voice) : piece,
    ),
  };
}
