import { canonical } from "./canonical.ts";
import { asCounted, isPart } from "./counted.ts";
import { daysOf } from "./time/days.ts";
import { figuresOf } from "./edition.ts";
import type { Figure } from "./figure.ts";
import type { Bilingual } from "./language.ts";
import { namesAmong } from "./names-alike.ts";
import type { Lead, Story } from "./story.ts";

/** Figures of several sources that count the same and do not say the same; two at least. */
export interface Comparison {
  /** The one that the newsroom leads with first, the others in the story's order. */
  readonly figures: readonly Figure[];
  readonly lead?: Lead;
}

type Compared = Pick<Story, "figures" | "place" | "date" | "lead">;

/**
 * Where sources differ on the same event. Figures are compared that count the same kind of harm to
 * the same people, at the same place and time, in the same way, whatever whole they are a part of;
 * only what is a part of the same people stands apart from the whole. A repetition of another figure
 * is that figure. They are shown side by side: nothing is averaged, and none is taken for another.
 */
export function comparisonsIn(story: Compared): readonly Comparison[] {
  const told = figuresOf(story).filter(({ sameAs }) => sameAs === undefined);
  const nameOf = namesAmong([story.place, ...told.flatMap(namesIn)]);
  const people = ({ kind, who, group }: Figure) => [kind, who, group && nameOf(group)];
  const alike = Map.groupBy(told, (figure) => {
    const counted = asCounted(figure, story);
    const { place = story.place, scope, basis } = counted;
    return canonical([
      [people(figure), scope, basis],
      [nameOf(place), daysOf(counted, story)],
      isPart(figure, story),
    ]);
  });
  return [...alike.values()].filter(differ).map((figures) => comparisonOf(figures, story));
}

function namesIn({ place, group }: Figure): readonly Bilingual[] {
  return [place, group].filter((name) => name !== undefined);
}

/** More than one source, and more than one number. */
function differ(figures: readonly Figure[]): boolean {
  const sources = new Set(figures.map(({ attribution }) => canonical(whoSays(attribution))));
  const amounts = new Set(figures.map(({ amount, qualifier }) => canonical([amount, qualifier])));
  return sources.size > 1 && amounts.size > 1;
}

function whoSays(attribution: Figure["attribution"]): unknown {
  return attribution.type === "none" ? undefined : attribution.source;
}

function comparisonOf(figures: readonly Figure[], story: Compared): Comparison {
  const lead = story.lead?.find((one) => figures.some(({ id }) => id === one.figure));
  if (lead === undefined) return { figures };
  const first = figures.filter(({ id }) => id === lead.figure);
  return { figures: [...first, ...figures.filter(({ id }) => id !== lead.figure)], lead };
}

/** A number, and how its source hedges it. */
export interface Counted extends Pick<Figure, "qualifier" | "who"> {
  readonly amount: { readonly type: "count"; readonly count: number };
}

/** The lowest and the highest number that sources state. */
export interface Spread {
  readonly low: Counted;
  readonly high: Counted;
}

/**
 * Between which numbers figures lie, each with its source's hedge; a range counts by its own ends.
 * Undefined where one of them says a word such as "dozens", or none, which lie between no numbers;
 * and where fewer than two say a number, or all the same.
 */
export function spreadOf(figures: readonly Figure[]): Spread | undefined {
  if (figures.some(({ amount: { type } }) => type === "vague" || type === "zero")) return undefined;
  const counted = figures.map(endsOf).filter((ends) => ends !== undefined);
  const [low] = counted
    .map(({ min }) => min)
    .toSorted((a, b) => countOf(a) - countOf(b) || bare(a) - bare(b));
  const [high] = counted
    .map(({ max }) => max)
    .toSorted((a, b) => countOf(b) - countOf(a) || bare(a) - bare(b));
  if (low === undefined || high === undefined || counted.length < 2) return undefined;
  return countOf(low) === countOf(high) ? undefined : { low, high };
}

interface Ends {
  readonly min: Counted;
  readonly max: Counted;
}

function endsOf({ amount, qualifier, who }: Figure): Ends | undefined {
  if (amount.type === "count") {
    const only: Counted = { amount, qualifier, who };
    return { min: only, max: only };
  }
  if (amount.type !== "range") return undefined;
  const end = (count: number): Counted => ({
    amount: { type: "count", count },
    qualifier: qualifier === "range" ? "exact" : qualifier,
    who,
  });
  return { min: end(amount.min), max: end(amount.max) };
}

function countOf({ amount }: Counted): number {
  return amount.count;
}

/** Of equal numbers the hedged one is told: "at least 41" may be more than 41. */
function bare({ qualifier }: Counted): number {
  return qualifier === "exact" || qualifier === "unspecified" ? 1 : 0;
}
