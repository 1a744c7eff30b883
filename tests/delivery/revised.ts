import type { Story } from "../../src/domain/story.ts";
import { aFigure } from "../builders.ts";
import { fresh } from "./world.ts";

/** What an editor does to a story. */
export const revisions = [
  "correct",
  "update",
  "revert",
  "retract",
  "withdraw",
  "tell again",
  "reword",
] as const;

export type Revision = (typeof revisions)[number];

const day = "2026-11-22";

/** The counts of a story are its own, below a hundred of them: 101, 102, … of the first. */
const countsOf = (number: number): number => (number + 1) * 100;

export interface Draft {
  readonly number: number;
  /** The last count that it was given. */
  readonly last: number;
  readonly story: Story;
}

/** The third is urgent. */
export function draft(number: number): Draft {
  const last = countsOf(number) + 1;
  const story = fresh(`story${number}`, {
    topic: `topic${number}`,
    breaking: number === 2,
    ...wording(number, 1),
    ...counted(last),
  });
  return { number, last, story };
}

function wording(number: number, edition: number): Pick<Story, "headline"> {
  return {
    headline: {
      ar: `الخبر (${number}) بصيغة ${edition}`,
      en: `Story (${number}) as worded ${edition}`,
    },
  };
}

/** The headline of a story, in whatever words. */
function isAbout(text: string, number: number): boolean {
  return text.includes(`الخبر (${number})`) || text.includes(`Story (${number})`);
}

function counted(count: number): Pick<Story, "figures"> {
  return { figures: [aFigure({ amount: { type: "count", count } })] };
}

export function revised(before: Draft, revision: Revision): Draft {
  const { number, last, story } = before;
  const next = last + 1;
  const noted = (reason: Story["corrections"][number]["reason"]) => ({
    corrections: [
      ...story.corrections,
      { at: day, reason, note: { ar: `ملاحظة ${next}`, en: `Note ${next}` } },
    ],
  });
  const to = (changes: Partial<Story>): Draft => ({
    ...before,
    last: next,
    story: { ...story, ...changes },
  });
  const { withdrawn: _, ...told } = story;
  switch (revision) {
    case "correct":
      return to({ ...counted(next), ...noted("our_error") });
    case "update":
      return to(counted(next));
    case "revert":
      return to({ ...counted(countsOf(number) + 1), ...noted("source_revised") });
    case "retract":
      return to({ figures: [aFigure({ ...story.figures[0], status: "retracted" })] });
    case "withdraw":
      return to({ withdrawn: { at: day, note: { ar: "لم يثبت الخبر.", en: "It did not hold." } } });
    case "tell again":
      return { ...before, last: next, story: { ...told, ...wording(number, next) } };
    case "reword":
    default:
      return to(wording(number, next));
  }
}

/** The count that a story shows; undefined where it shows none. */
function shownCount({ story }: Draft): number | undefined {
  const [figure] = story.figures;
  if (story.withdrawn !== undefined || figure?.status === "retracted") return undefined;
  return figure?.amount.type === "count" ? figure.amount.count : undefined;
}

/** What is wrong about a text that tells of a story, as the story is now; undefined if nothing is. */
export function faultIn(text: string, draft: Draft): string | undefined {
  if (!isAbout(text, draft.number)) return undefined;
  const shown = shownCount(draft);
  const listed = text.split("\n").filter((line) => line.startsWith("• "));
  const wrong = listed.flatMap(numbersIn).filter((count) => isOf(draft, count) && count !== shown);
  if (wrong.length > 0) return `shows ${wrong.join(", ")} instead of ${shown ?? "nothing"}`;
  const isBack = /told again|عاد هذا الخبر/.test(text);
  if (shown !== undefined && !isBack && !numbersIn(text).includes(shown)) return `lacks ${shown}`;
  const isSaid = /withdrawn|سُحب/.test(text);
  return draft.story.withdrawn !== undefined && !isSaid ? "does not say withdrawn" : undefined;
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function isOf({ number }: Draft, count: number): boolean {
  return Math.floor(count / 100) === number + 1;
}
