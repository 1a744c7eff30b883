import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { numbersIn } from "../../extraction/numbers.ts";
import { lowerBound, upperBound } from "../check/bounds.ts";
import type { Complaint } from "../problem.ts";
import { languages } from "./claims.ts";

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
        text: `${sum.id}: its components (${names}) add up to ${most}, and nothing is said of the other ${rest}`,
        mend: "add the figure of the rest, or say it in both excerpts; where these are only some of them, write of: instead of component_of:",
      },
    ];
  });
}

function isSaid(rest: number, { quote }: Figure, { excerpt }: Story): boolean {
  return (
    numbersIn(quote ?? "").has(rest) ||
    languages.every((language) => numbersIn(excerpt[language]).has(rest))
  );
}
