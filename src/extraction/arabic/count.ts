import type { Kind, Qualifier, Who } from "../../domain/figure.ts";
import type { Amount } from "../../domain/figure.ts";
import type { Doubt } from "../figure.ts";

/** An amount of something, with the words that say so. */
export interface Count {
  /** Indices of words, both included. */
  readonly first: number;
  readonly last: number;
  readonly type: CountType;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly who: Who;
  /** Where the counted noun says what happened: «قتيلا». */
  readonly kind?: Kind;
  readonly group?: readonly [first: number, last: number];
  readonly isBody?: true;
  readonly isHedged: boolean;
  readonly doubts: readonly Doubt[];
  /** The counted noun as its lexicon has it. */
  readonly base: string;
}

/** By the sign that it has in the patterns. */
export type CountType =
  /** People: «ثلاثة مدنيين», «طفلان». */
  | "c"
  /** The harmed: «12 قتيلا». */
  | "k"
  /** Others: «أربعة آخرين», «آخر». */
  | "o"
  /** A number alone. */
  | "d"
  /** One, by the singular: «مقاتل». */
  | "i"
  /** One, in the accusative of an object: «مقاتلا». */
  | "I"
  /** One of the harmed: «جريح». */
  | "j"
  | "m"
  /** A date. */
  | "t"
  /** Something that is no casualty. */
  | "x";
