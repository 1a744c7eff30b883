import type { Scope } from "../../domain/figure.ts";
import type { Language } from "../../domain/language.ts";

/** A picture as data, in words and numbers: drawing it is for the `drawing` room. */
export type Picture = CardPicture | ChartPicture;

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A story to be looked at on a phone; one section a language, in the order that they are read. */
export interface CardPicture {
  readonly type: "card";
  readonly theme: Theme;
  /** The bot's, without "@". */
  readonly botUsername: string;
  readonly sections: readonly CardSection[];
  /** Hidden until somebody wants to see it: the story has a content notice. */
  readonly spoiler?: true;
}

/** All words in one language, as they are to be read; foreign runs are isolated. */
export interface CardSection {
  readonly language: Language;
  readonly topic: string;
  readonly headline: string;
  readonly place: string;
  readonly date: string;
  /** The main ones, in the order of the record. */
  readonly figures: readonly CardFigure[];
  /** How many figures of the story are not on the card, as a line; absent where all are. */
  readonly more?: string;
  /** "As of" a day, and the revision. */
  readonly asOf: string;
  /** That a figure was corrected, and when. */
  readonly corrected?: string;
}

export interface CardFigure {
  /** That sources differ on this one and those below it. */
  readonly above?: string;
  /** What happened to how many, with the source's own hedge. */
  readonly phrase: string;
  /** Where its numbers stand in the phrase, in UTF-16 units; they are drawn larger. */
  readonly numbers: readonly (readonly [from: number, until: number])[];
  /** Who said so, in a line of its own. */
  readonly source: string;
}

/**
 * What sources reported over time, a panel for each thing that is counted. All words are in one
 * language, as they are to be read; times are days since 1970-01-01 (UTC), the first of a span
 * included and the last one not.
 */
export interface ChartPicture {
  readonly type: "chart";
  readonly theme: Theme;
  readonly language: Language;
  /** The bot's, without "@". */
  readonly botUsername: string;
  readonly topic: string;
  /** What the picture is: "Figures over time". */
  readonly title: string;
  /** From 1 to 3. */
  readonly panels: readonly ChartPanel[];
  /** What the signs that occur mean. */
  readonly legend: readonly ChartLegend[];
  /** What is left out, as lines. */
  readonly notes: readonly string[];
  /** "As of" a day. */
  readonly asOf: string;
}

/**
 * Marks that may stand on one axis. `incident`: each is an event of its own, and none is joined to
 * another. `period`: each covers its span. `cumulative`: each is a running total, and holds until
 * the next one of the same source.
 */
export interface ChartPanel {
  readonly scope: Scope;
  /** What is counted, in which way. */
  readonly title: string;
  readonly span: ChartSpan;
  /** Round times within the span, at least one, in order. */
  readonly times: readonly ChartTick[];
  /** Round numbers from 0 on, the last one not below any count; only 0 where nobody gave a number. */
  readonly counts: readonly ChartTick[];
  /** A source each, from 1 to 6. */
  readonly series: readonly ChartSeries[];
}

export interface ChartSpan {
  readonly from: number;
  readonly until: number;
}

export interface ChartTick {
  readonly at: number;
  readonly label: string;
}

export interface ChartSeries {
  /** The source as it is named: "Source not stated; likely …" where nobody named it. */
  readonly name: string;
  /** From 0 to 5: the same for a source in all panels, and for no two sources of one panel. */
  readonly sign: number;
  /** In order of time. */
  readonly marks: readonly ChartMark[];
}

export interface ChartMark extends ChartSpan {
  readonly value: ChartValue;
  /** The amount with its hedge, as short as it can be: "≥ 75", «عشرات». */
  readonly label: string;
  /** What it was before it was corrected; a word or none has no height. */
  readonly corrected?: ChartValue;
}

/**
 * A bound is drawn as one: `low` ("at least"), `high` ("up to"). A word such as "dozens" has no
 * height, none is not "nobody reported", and neither is a number.
 */
export type ChartValue =
  | { readonly type: "exact" | "about" | "low" | "high"; readonly count: number }
  | { readonly type: "range"; readonly min: number; readonly max: number }
  | { readonly type: "vague" | "zero" | "not_reported" };

/** A sign of the chart, and its meaning. */
export interface ChartLegend {
  readonly sign: ChartValue["type"] | "corrected";
  readonly meaning: string;
}
