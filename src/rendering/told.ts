import type { Bilingual } from "../domain/language.ts";
import { prose } from "./html.ts";
import type { Html } from "./html.ts";
import { formatDigits } from "./numbers.ts";
import type { Voice } from "./voice.ts";

// What is isolated keeps its digits: they belong to foreign words or to a sign.
const numbers = /\u2068[^\u2069]*\u2069|[0-9٠-٩]+(?:[,.٬٫][0-9٠-٩]+)*/g;

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
 * What an editor wrote, in the language of a voice: its foreign runs isolated, and its Arabic in the
 * digits of the chat, so that one message does not count in two kinds of them.
 */
export function told(text: Bilingual, voice: Voice): Html {
  const words = prose(text[voice.language], voice.language);
  if (voice.language === "en") return words;
  return {
    html: words.html.replace(numbers, (number) =>
      number.startsWith("\u2068")
        ? number
        : formatDigits(withSeparators(western(number), voice), voice),
    ),
  };
}
