import type { Bilingual } from "./language.ts";
import type { PartialDate, Period } from "./time/dates.ts";

export const kinds = [
  "killed",
  "injured",
  "killed_or_injured",
  "missing",
  "detained",
  "abducted",
  "displaced",
  "munitions",
] as const;

export type Kind = (typeof kinds)[number];

export const people = [
  "persons",
  "civilians",
  "children",
  "women",
  "men",
  "women_and_children",
  "soldiers",
  "combatants",
  "police",
  "security",
  "journalists",
  "medics",
  "un_personnel",
  "households",
] as const;

export const munitions = [
  "barrel_bomb",
  "shell",
  "rocket",
  "airstrike",
  "mine",
  "ied",
  "bomb",
] as const;

export type People = (typeof people)[number];
export type Munition = (typeof munitions)[number];
export type Who = People | Munition;

export const vagueWords = ["several", "tens", "dozens", "scores", "hundreds", "thousands"] as const;

/** The source's own word where it gave no number; never turned into one. */
export type VagueWord = (typeof vagueWords)[number];

/**
 * How many. `zero` is a source that said "none"; `not_reported` is a source that said it had no
 * reports: neither is a number, and a figure that nobody stated does not exist.
 */
export type Amount =
  | { readonly type: "count"; readonly count: number }
  | { readonly type: "range"; readonly min: number; readonly max: number }
  | { readonly type: "vague"; readonly word: VagueWord }
  | { readonly type: "zero" }
  | { readonly type: "not_reported" };

export const qualifiers = [
  "exact",
  "at_least",
  "more_than",
  "less_than",
  "about",
  "up_to",
  "range",
  "vague",
  "unspecified",
] as const;

/** The source's own hedge. */
export type Qualifier = (typeof qualifiers)[number];

export const scopes = ["incident", "period", "cumulative"] as const;
export type Scope = (typeof scopes)[number];

export const bases = [
  "total_reported",
  "identified_by_name",
  "bodies_recovered",
  "estimate",
] as const;

/** What the count rests on. Two bases are never compared as if one revised the other. */
export type Basis = (typeof bases)[number];

export const statuses = ["reported", "corroborated", "contested", "retracted"] as const;
export type FigureStatus = (typeof statuses)[number];

export const ratePeriods = ["day", "week", "month"] as const;

/** A rate that the source itself gave beside its count; never computed by us. */
export interface Rate {
  readonly count: number;
  readonly per: (typeof ratePeriods)[number];
}

/**
 * Who stands behind a figure. `inferred`: the sentence named nobody, and the editor judges from the
 * text around it; it is printed as a likelihood. `none`: nobody is named, and nobody is guessed.
 */
export type Attribution =
  | { readonly type: "stated"; readonly source: string; readonly via?: string }
  | { readonly type: "inferred"; readonly source: string; readonly via?: string }
  | { readonly type: "none"; readonly via?: string };

/** One count, by one source, of one kind of harm or munition, as the source stated it. */
export interface Figure {
  /** Unique in its story, never reused. */
  readonly id: string;
  readonly kind: Kind;
  readonly who: Who;
  /** A noun phrase that follows «من» or "from"/"of": «القوات الموالية للنظام» / "pro-government forces". */
  readonly group?: Bilingual;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly attribution: Attribution;
  readonly place?: Bilingual;
  readonly period?: Period;
  readonly since?: PartialDate;
  readonly scope: Scope;
  readonly basis: Basis;
  /** The figure of this story that this one is included in ("12 of them children"). */
  readonly of?: string;
  /** The figure of this story that is the sum of this one and its siblings. */
  readonly componentOf?: string;
  /** A repetition of another figure: an id of this story, or `story/figure`. */
  readonly sameAs?: string;
  readonly rate?: Rate;
  readonly status: FigureStatus;
  /** The words it was read from. */
  readonly quote?: string;
}
