import { expect, it } from "vitest";
import { quoteComplaints } from "../../src/content/gate/quotes.ts";
import { proposeFigures } from "../../src/desk/dialogue/propose.ts";
import { quoteOf } from "../../src/desk/draft/quote.ts";
import { extractFigures } from "../../src/extraction/extract.ts";
import { anEdition, aStory } from "../builders.ts";

it.each([
  ["قُتل 38 مدنياً في دوما. وانسحب الآخرون.", "قُتل 38 مدنياً"],
  ["هاجموا الموقع، وأصيب مقاتل من القوات بجروح، وانسحبوا.", "وأصيب مقاتل"],
  ["The base was hit. A fighter was wounded, and 3.5 tonnes burnt.", "A fighter was wounded"],
])("%s is quoted with as many words as prove the figure", (text, quote) => {
  const [read] = extractFigures(text);
  expect(read && quoteOf(text, read)).toBe(quote);
});

it("the gate has nothing against the quotes that the desk proposes", () => {
  const text = [
    "قُتل أكثر من مئة عنصر من القوات الموالية للنظام، بحسب القيادة المركزية الأميركية.",
    "ولم يُقتل جنود أميركيون أو يصابوا في الواقعة، بينما أصيب مقاتل من قوات سورية الديموقراطية.",
    "وقُتل مدنيان وأصيب عشرات، وقُتلت امرأة في دوما.",
    "No soldiers were killed, but a civilian died and dozens were injured.",
  ].join("\n");
  const read = extractFigures(text);
  const ids = read.map((_, index) => `f${index + 1}`);
  const figures = proposeFigures(text, read, { edition: anEdition(), ids }).map(
    ({ figure }) => figure,
  );
  expect(figures.length).toBeGreaterThan(7);
  expect(quoteComplaints(aStory({ figures })).map(({ text }) => text)).toEqual([]);
});
