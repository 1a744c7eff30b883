import type { Figure } from "../../domain/figure.ts";
import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { shown, type Complaint } from "../problem.ts";
import { languages, textFields, type Claim, type TextField } from "./claims.ts";
import { found } from "./finding.ts";
import { mustBeSeen, standsIn } from "./numbers.ts";
import { meantBy, type Judged } from "./judged.ts";

/** Figures that a text names in one language and not in the other. */
export function oneSidedComplaints(judged: readonly Judged[], story: Story): readonly Complaint[] {
  return textFields.flatMap((field) =>
    languages.flatMap((language) => missing(judged, story, field, language)),
  );
}

function missing(
  judged: readonly Judged[],
  story: Story,
  field: TextField,
  language: Language,
): readonly Complaint[] {
  const text = story[field][language];
  const own = new Set(
    judged
      .filter(({ claim }) => claim.field === field && claim.language === language)
      .flatMap(({ claim, same }) => [...same, meantBy(claim, judged, story)?.figure]),
  );
  return judged
    .filter(({ claim }) => claim.field === field && claim.language !== language)
    .flatMap(({ claim, same }) => {
      const isThere = same.length === 0 || same.some((figure) => own.has(figure));
      const [figure] = same;
      if (isThere || figure === undefined || isSaid(figure, text)) return [];
      return [unnamed(figure, claim, [field, language])];
    });
}

/** What cannot be seen is not missed. */
function isSaid({ amount }: Figure, text: string): boolean {
  return !mustBeSeen(amount) || standsIn(amount, text);
}

function unnamed(figure: Figure, place: Claim, path: Complaint["path"]): Complaint {
  return {
    path,
    level: "warning",
    ...found("oneSided", { figure, id: figure.id, place, words: shown(place.words) }),
  };
}
