import type { Voice } from "./voice.ts";

// The numbering system is always named: the process locale never chooses the digits.
const formats = {
  en: new Intl.NumberFormat("en-u-nu-latn"),
  latin: new Intl.NumberFormat("ar-u-nu-latn"),
  arabic: new Intl.NumberFormat("ar-u-nu-arab"),
};

function formatOf(voice: Voice): Intl.NumberFormat {
  return voice.language === "en" ? formats.en : formats[voice.digits];
}

/** A count with its thousands grouped: 23,403 or ٢٣٬٤٠٣. English has Western digits always. */
export function formatCount(count: number, voice: Voice): string {
  return formatOf(voice).format(count);
}

/** The same digits without grouping, for days and years. */
export function formatDigits(digits: string, voice: Voice): string {
  const format = formatOf(voice);
  return digits.replace(/[0-9]/g, (digit) => format.format(Number(digit)));
}
