import { basename } from "node:path";
import { extractFigures } from "../../src/extraction/extract.ts";
import { readPassages } from "./labels.ts";
import { add, nothing, scoresOf, tallyOf, type Tally } from "./scoring.ts";

/**
 * `npm run scores [-- FILE…]`: how well figures are read out of labelled passages: those of the
 * project, or JSON lines of the same form.
 */
const own = [
  "fresh.ar",
  "fresh.en",
  "clean.ar",
  "clean.en",
  "traps.ar",
  "traps.en",
  "plain.ar",
  "plain.en",
].map((name) => new URL(`passages/${name}.jsonl`, import.meta.url));
const given = process.argv.slice(2);

for (const file of given.length > 0 ? given : own) {
  const tallies = new Map<string, Tally>();
  for (const { lang, text, figures } of readPassages(file)) {
    const tally = tallyOf(figures, extractFigures(text));
    tallies.set(lang, add(tallies.get(lang) ?? nothing, tally));
  }
  for (const [lang, tally] of tallies) {
    process.stdout.write(`${basename(String(file))} ${lang}: ${describe(tally)}\n`);
  }
}

function describe(tally: Tally): string {
  const { labels, found, wrong, clean, without } = tally;
  const { precision, recall, f1, strictRecall } = scoresOf(tally);
  const read = [
    `precision ${precision.toFixed(3)}`,
    `recall ${recall.toFixed(3)}`,
    `F1 ${f1.toFixed(3)}`,
    `strict recall ${strictRecall.toFixed(3)}`,
    `${found} of ${labels} found, ${wrong} wrong`,
  ];
  const rest = without === 0 ? [] : [`${clean} of ${without} passages without figures left clean`];
  return [...(labels === 0 ? [] : read), ...rest].join(", ");
}
