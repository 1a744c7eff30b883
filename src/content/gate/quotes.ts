import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { shown, type Complaint } from "../problem.ts";
import { readIn } from "./claims.ts";
import { isSame, likeness } from "./likeness.ts";
import { numbersOf, standsIn } from "./numbers.ts";
import { inWords } from "./said.ts";

/** Quotes that do not contain the figure which they are to prove. */
export function quoteComplaints({ figures }: Story): readonly Complaint[] {
  return figures.flatMap((figure, index) => {
    const { quote } = figure;
    if (quote === undefined) return [];
    const flaw = flawOf(quote, figure);
    return flaw === undefined ? [] : [{ path: ["figures", index, "quote"], ...flaw }];
  });
}

const mend = "quote the words that state the figure, or correct the figure";

function flawOf(quote: string, figure: Figure): Omit<Complaint, "path"> | undefined {
  const reads = readIn(quote);
  const likenesses = reads.map(({ read }) => likeness(read, figure));
  if (likenesses.some(isSame)) return undefined;
  const isNumbered = numbersOf(figure.amount).length > 0;
  const said = inWords(figure);
  if (reads.length === 0) {
    // Few words with the number in them prove as much as they can.
    if (isNumbered && standsIn(figure.amount, quote)) return undefined;
    return { level: "warning", text: `${shown(quote)}: cannot be read as ${said}`, mend };
  }
  // Another figure was read, and this one's number stands beside it.
  const isBeside =
    isNumbered &&
    standsIn(figure.amount, quote) &&
    likenesses.every(({ amount }) => amount === "other");
  if (isBeside) return undefined;
  const isFalse = likenesses.every(({ kind, who, amount, qualifier }) =>
    [kind, who, amount, qualifier].includes("other"),
  );
  const isSure = reads.every(({ read }) => read.doubts.length === 0);
  return {
    level: isFalse && isSure ? "error" : "warning",
    text: `${shown(quote)}: reads as ${reads.map(({ read }) => inWords(read)).join(", ")}, not as ${said}`,
    mend,
  };
}
