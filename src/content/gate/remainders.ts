import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { numbersIn } from "../../extraction/numbers.ts";
import { lowerBound, upperBound } from "../check/bounds.ts";
import type { Complaint } from "../problem.ts";
import { languages, readIn } from "./claims.ts";
import { found } from "./finding.ts";
import { armed, isSame, likeness, type Read } from "./likeness.ts";

/** Sums that have more than their components add up to, of whose rest nothing is said. */
export function remainderComplaints(story: Story): readonly Complaint[] {
  return figuresOf(story).flatMap((sum) => {
    const components = figuresOf(story).filter(({ componentOf }) => componentOf === sum.id);
    const most = components.reduce((total, figure) => total + upperBound(figure), 0);
    const rest = lowerBound(sum) - most;
    if (components.length === 0 || rest <= 0 || isSaid(rest, sum, story)) return [];
    const names = components.map(({ id }) => id).join(", ");
    return [
      {
        path: ["figures", story.figures.indexOf(sum)],
        level: "warning",
        ...found("remainder", { id: sum.id, names, sum: most, rest }),
      },
    ];
  });
}

function isSaid(rest: number, sum: Figure, story: Story): boolean {
  const standsIn = (text: string, language?: Language) =>
    numbersIn(withoutOthers(text, language, sum, story)).has(rest);
  return (
    standsIn(sum.quote ?? "") ||
    languages.every((language) => standsIn(story.excerpt[language], language))
  );
}

/** A text without what it says of other people, and of those whom the record counts already. */
function withoutOthers(
  text: string,
  language: Language | undefined,
  sum: Figure,
  story: Story,
): string {
  return readIn(text, language)
    .filter(
      ({ read }) =>
        !mayBeOf(sum, read) || story.figures.some((figure) => isSame(likeness(read, figure))),
    )
    .reduce(
      (left, { words, start }) =>
        left.slice(0, start) + " ".repeat(words.length) + left.slice(start + words.length),
      text,
    );
}

/** Whoever is in a sum may be named more exactly; none of them is of another harm. */
function mayBeOf(sum: Figure, { kind, who, doubts }: Read): boolean {
  if (kind !== sum.kind) return false;
  const isAnybody = sum.who === "persons" || who === "persons" || doubts.includes("who");
  return isAnybody || who === sum.who || (sum.who === "civilians" && !armed.includes(who));
}
