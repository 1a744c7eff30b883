import type { Amount, Basis, Kind, Qualifier, Scope, Who } from "../domain/figure.ts";

/** A part of the text that was read, in UTF-16 units: `text.slice(start, start + length)`. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** Only what is asserted is a count of what happened. */
export type Modality = "asserted" | "denied" | "forecast" | "hypothetical";

/** Who is named for a figure, in the words of the text. */
export type ReadAttribution =
  | { readonly type: "stated"; readonly source: Span; readonly via?: Span }
  /** Carried over from a sentence before. */
  | { readonly type: "inferred"; readonly source: Span; readonly via?: Span }
  | { readonly type: "none"; readonly via?: Span };

/** Why an editor should look twice. */
export type Doubt =
  /** «مقتل مدنيين»: two of them, or more than two and not counted. */
  | "two_or_many"
  /** 2.908 may be a decimal. */
  | "decimal_or_thousands"
  /** The words name nobody who is counted. */
  | "who"
  /** A hedge stands before another number that shares its verb. */
  | "qualifier";

/** A figure as the text states it: a proposal, which a person confirms. */
export interface ReadFigure {
  /** The words that it was read from. */
  readonly span: Span;
  readonly kind: Kind;
  readonly who: Who;
  /** Of whom, in the words of the text: «القوات الموالية للنظام». */
  readonly group?: Span;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly modality: Modality;
  readonly attribution: ReadAttribution;
  readonly place?: Span;
  readonly period?: Span;
  readonly scope: Scope;
  readonly basis: Basis;
  /** Index of the figure that this one is included in. */
  readonly of?: number;
  /** Index of the figure that is the sum of this one and its siblings. */
  readonly componentOf?: number;
  /** Index of the figure that this one repeats. */
  readonly sameAs?: number;
  readonly doubts: readonly Doubt[];
}
