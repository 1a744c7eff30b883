import { comparisonsIn } from "../../domain/comparison.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { DayRange } from "../../domain/time/dates.ts";
import type { Lead } from "../../domain/story.ts";
import { complaint } from "../reading/complaints.ts";
import type { Complaint } from "../problem.ts";

interface Led {
  readonly figures: readonly Figure[];
  readonly place: Bilingual;
  readonly date: DayRange;
  readonly lead: readonly Lead[];
}

/** A lead is one of several figures that differ on the same, and the only one of them. */
export function leadComplaints(story: Led): readonly Complaint[] {
  const compared = comparisonsIn({ ...story, lead: [] });
  const groupOf = (id: string) =>
    compared.find(({ figures }) => figures.some((figure) => figure.id === id));
  const groups = story.lead.map(({ figure }) => groupOf(figure));
  return story.lead.flatMap(({ figure }, index) => {
    const group = groups[index];
    const path = ["lead", index, "figure"];
    if (group === undefined) {
      return [complaint(path, figure, "a figure on which sources of this story differ")];
    }
    return groups.indexOf(group) < index
      ? [complaint(path, figure, "one figure to lead those that differ on the same")]
      : [];
  });
}
