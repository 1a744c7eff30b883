import type { Modality } from "../figure.ts";
import type { Word } from "./words.ts";

const farthest = 25;

/** What stands before a figure in its clause says whether it happened. */
export function modalityAt(words: readonly Word[], index: number): Modality {
  for (let at = index; at >= Math.max(0, index - farthest); at -= 1) {
    const word = words[at];
    if (word === undefined) continue;
    const modality = modalityOf(words, at);
    if (modality !== undefined) return modality;
    if (at < index && isBreak(words, at)) return "asserted";
  }
  return "asserted";
}

function modalityOf(words: readonly Word[], at: number): Modality | undefined {
  const classes = words[at]?.lexeme.classes;
  if (classes === undefined) return undefined;
  if (classes.includes("denied")) return "denied";
  if (classes.includes("forecast")) return "forecast";
  if (classes.includes("hypothetical")) return "hypothetical";
  return classes.includes("may") && isPresent(words[at + 1]) ? "forecast" : undefined;
}

const presentsInTa = /^(?:تصل|تتجاوز|تبلغ|تكون|ترتفع|تزيد|تسفر|تودي|تفوق|تتسبب|تتخطي|تشمل)$/u;

/** «قد» before a present is "may", before a past only "has". */
function isPresent(next: Word | undefined): boolean {
  return (
    next !== undefined && (/^ي.{2,}/u.test(next.token.text) || presentsInTa.test(next.token.text))
  );
}

/** Another verb of saying or another clause. */
function isBreak(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return true;
  if (word.token.type === "sign") return word.token.text !== "," && word.token.text !== "،";
  const { verb, classes } = word.lexeme;
  const isAdverse = ["لكن", "فيما", "بينما", "وقد"].includes(word.token.text);
  return (
    isAdverse || (word.isAnd && (verb !== undefined || (classes?.includes("saying") ?? false)))
  );
}
