import type { FigureEntry } from "../../content/schema/figure.ts";
import type { StoryEntry } from "../../content/schema/story.ts";
import type { Amount, Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";

/** A story that the desk made as its file writes it; the loader reads the very same story from it. */
export function entryOf(story: Story): StoryEntry {
  const { id, date, place, headline, excerpt, figures, breaking } = story;
  return {
    id,
    date: date.from === date.to ? date.from : date,
    place,
    headline,
    excerpt,
    figures: figures.map(figureEntry),
    ...(breaking && { breaking }),
  };
}

function figureEntry(figure: Figure): FigureEntry {
  const { id, kind, who, group, amount, qualifier, attribution, period } = figure;
  return {
    id,
    kind,
    who,
    group,
    ...amountFields(amount),
    qualifier: isUsual(figure) ? undefined : qualifier,
    ...(attribution.type === "none"
      ? { attribution: "none" }
      : {
          source: attribution.source,
          ...(attribution.type === "inferred" && { attribution: "inferred" }),
        }),
    via: attribution.via,
    place: figure.place,
    period: period?.type === "days" ? { days: period.days } : period && datesOf(period),
    since: figure.since,
    scope: figure.scope === "incident" ? undefined : figure.scope,
    basis: figure.basis === "total_reported" ? undefined : figure.basis,
    of: figure.of,
    component_of: figure.componentOf,
    same_as: figure.sameAs,
    rate: figure.rate,
    quote: figure.quote,
  };
}

type Dates = Extract<NonNullable<Figure["period"]>, { readonly type: "dates" }>;

function datesOf({ from, to }: Dates): FigureEntry["period"] {
  return from === to ? from : { from, to };
}

function amountFields(amount: Amount): Partial<FigureEntry> {
  switch (amount.type) {
    case "count":
      return { count: amount.count };
    case "range":
      return { min: amount.min, max: amount.max };
    case "vague":
      return { vague: amount.word };
    case "zero":
      return { zero: "asserted" };
    case "not_reported":
      return { zero: "not_reported" };
  }
}

const usual = {
  count: "exact",
  range: "range",
  vague: "vague",
  zero: "exact",
  not_reported: "exact",
};

/** Whether a file says the hedge by saying nothing. */
function isUsual({ amount, qualifier }: Figure): boolean {
  return usual[amount.type] === qualifier;
}
