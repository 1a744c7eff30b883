import type { Day } from "../../domain/time/dates.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { storyLink } from "../message/reference.ts";

/** A figure with what is needed to quote it: all that the record says, by flat names. */
export interface FigureRecord {
  readonly story: string;
  /** Of the story; absent where the store does not know it. */
  readonly revision?: number;
  /** The day of the latest change that readers were told of. */
  readonly changed?: Day;
  readonly date_from: Day;
  readonly date_to: Day;
  readonly headline_ar: string;
  readonly headline_en: string;
  /** Of the figure, or where it names none of the story. */
  readonly place_ar: string;
  readonly place_en: string;
  /** Within its story. */
  readonly figure: string;
  readonly kind: string;
  readonly who: string;
  readonly group_ar?: string;
  readonly group_en?: string;
  /** Only `count` has a count, only `range` bounds, only `vague` a word; the others have no number. */
  readonly amount: Figure["amount"]["type"];
  readonly count?: number;
  readonly min?: number;
  readonly max?: number;
  readonly word?: string;
  readonly qualifier: string;
  readonly attribution: string;
  readonly source?: string;
  readonly source_ar?: string;
  readonly source_en?: string;
  readonly via?: string;
  readonly via_ar?: string;
  readonly via_en?: string;
  readonly scope: string;
  readonly basis: string;
  readonly period_from?: string;
  readonly period_to?: string;
  readonly period_days?: number;
  readonly since?: string;
  readonly rate_count?: number;
  readonly rate_per?: string;
  /** The figure of the story that this one is included in. */
  readonly of?: string;
  readonly component_of?: string;
  readonly same_as?: string;
  readonly status: string;
  readonly link: string;
}

export const columns = [
  "story",
  "revision",
  "changed",
  "date_from",
  "date_to",
  "headline_ar",
  "headline_en",
  "place_ar",
  "place_en",
  "figure",
  "kind",
  "who",
  "group_ar",
  "group_en",
  "amount",
  "count",
  "min",
  "max",
  "word",
  "qualifier",
  "attribution",
  "source",
  "source_ar",
  "source_en",
  "via",
  "via_ar",
  "via_en",
  "scope",
  "basis",
  "period_from",
  "period_to",
  "period_days",
  "since",
  "rate_count",
  "rate_per",
  "of",
  "component_of",
  "same_as",
  "status",
  "link",
] as const satisfies readonly (keyof FigureRecord)[];

interface Reference {
  readonly edition: Edition;
  /** Without "@". */
  readonly botUsername: string;
}

/** Each figure of the stories in their order, retracted ones included: their status says so. */
export function recordsOf(
  stories: readonly Story[],
  reference: Reference,
): readonly FigureRecord[] {
  return stories.flatMap((story) => {
    const ofStory = storyFields(story, reference);
    return story.figures.map((figure) => ({
      ...ofStory,
      ...placeFields(figure, story),
      figure: figure.id,
      kind: figure.kind,
      who: figure.who,
      ...(figure.group && { group_ar: figure.group.ar, group_en: figure.group.en }),
      ...amountFields(figure.amount),
      qualifier: figure.qualifier,
      ...attributionFields(figure, reference.edition),
      scope: figure.scope,
      basis: figure.basis,
      ...timeFields(figure),
      ...relationFields(figure),
      status: figure.status,
      link: storyLink(story.id, reference),
    }));
  });
}

function storyFields({ id, date, headline }: Story, { edition }: Reference) {
  const standing = edition.standings?.get(id);
  return {
    story: id,
    ...(standing && { revision: standing.revision }),
    ...(standing?.changed && { changed: standing.changed.at }),
    date_from: date.from,
    date_to: date.to,
    headline_ar: headline.ar,
    headline_en: headline.en,
  };
}

function placeFields({ place: own }: Figure, { place }: Story) {
  const { ar, en } = own ?? place;
  return { place_ar: ar, place_en: en };
}

function amountFields(amount: Figure["amount"]) {
  const { type: kind, ...numbers } = amount;
  return { amount: kind, ...numbers };
}

function attributionFields({ attribution }: Figure, { sources }: Edition) {
  const { type, via } = attribution;
  const source = type === "none" ? undefined : attribution.source;
  const names = (id: string) => sources.get(id)?.name ?? { ar: id, en: id };
  return {
    attribution: type,
    ...(source !== undefined && {
      source,
      source_ar: names(source).ar,
      source_en: names(source).en,
    }),
    ...(via !== undefined && { via, via_ar: names(via).ar, via_en: names(via).en }),
  };
}

function timeFields({ period, since, rate }: Figure) {
  return {
    ...(period?.type === "dates" && { period_from: period.from, period_to: period.to }),
    ...(period?.type === "days" && { period_days: period.days }),
    ...(since !== undefined && { since }),
    ...(rate && { rate_count: rate.count, rate_per: rate.per }),
  };
}

function relationFields({ of, componentOf, sameAs }: Figure) {
  return {
    ...(of !== undefined && { of }),
    ...(componentOf !== undefined && { component_of: componentOf }),
    ...(sameAs !== undefined && { same_as: sameAs }),
  };
}
