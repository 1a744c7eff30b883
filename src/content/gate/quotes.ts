import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { shown, type Complaint } from "../problem.ts";
import { readIn } from "./claims.ts";
import { found } from "./finding.ts";
import { isSame, isSure, likeness, type Likeness, type Read } from "./likeness.ts";
import { mustBeSeen, numbersOf, standsIn } from "./numbers.ts";

/** Quotes that do not contain the figure which they are to prove. */
export function quoteComplaints({ figures }: Story): readonly Complaint[] {
  return figures.flatMap((figure, index) => {
    const { quote } = figure;
    if (quote === undefined) return [];
    const flaw = flawOf(quote, figure);
    return flaw === undefined ? [] : [{ path: ["figures", index, "quote"], ...flaw }];
  });
}

function flawOf(quote: string, figure: Figure): Omit<Complaint, "path"> | undefined {
  const compared = readIn(quote).map(({ read }) => ({ read, like: likeness(read, figure) }));
  if (compared.some(({ like }) => isSame(like))) return undefined;
  const isThere = numbersOf(figure.amount).length > 0 && standsIn(figure.amount, quote);
  const words = shown(quote);
  if (compared.length === 0) {
    // Few words with the number in them prove as much as they can.
    if (isThere) return undefined;
    return { level: "warning", ...found("quoteUnread", { words, figure }) };
  }
  const rivals = compared.filter((one) => isRival(one, figure, isThere));
  if (rivals.length === 0) return undefined;
  return {
    level: rivals.every((one) => isFalse(one, figure)) ? "error" : "warning",
    ...found("quoteDiffers", { words, readings: rivals.map(({ read }) => read), figure }),
  };
}

interface Compared {
  readonly read: Read;
  readonly like: Likeness;
}

/** What was read in the place of the figure; other figures may stand beside it. */
function isRival({ read, like }: Compared, { kind, amount }: Figure, isThere: boolean): boolean {
  const isOtherThing = (read.kind === "munitions") !== (kind === "munitions");
  if (isThere) return like.amount === "same" && !isOtherThing;
  return mustBeSeen(amount) || (like.kind === "same" && !isOtherThing);
}

/** A number that hides in a word may be there though it was not read. */
function isFalse({ read, like }: Compared, { amount }: Figure): boolean {
  const isCertain = isSure(read) && mustBeSeen(amount);
  return isCertain && [like.kind, like.who, like.amount, like.qualifier].includes("other");
}
