import { readArticles, readHostile } from "../extraction.ts";
import { row, table } from "../table.ts";

/** Seconds for each language. */
const readFor = 3;

export function benchExtraction(): void {
  table(["figures read out of articles", ""]);
  for (const lang of ["ar", "en"] as const) {
    const { perSecond, length } = readArticles(lang, readFor);
    const name = lang === "ar" ? "Arabic" : "English";
    row([
      `articles a second, ${name}, ${length.toFixed(0)} characters each`,
      Math.round(perSecond),
    ]);
  }
  const { name, seconds } = readHostile();
  row([`the slowest hostile megabyte (${name}), s`, seconds.toFixed(2)]);
}
