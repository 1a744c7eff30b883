import type { Language } from "../../domain/language.ts";

/** A picture as data, in words and numbers: drawing it is for the `drawing` room. */
export type Picture = CardPicture;

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
  /** What happened to how many, with the source's own hedge. */
  readonly phrase: string;
  /** Where its numbers stand in the phrase, in UTF-16 units; they are drawn larger. */
  readonly numbers: readonly (readonly [from: number, until: number])[];
  /** Who said so, in a line of its own. */
  readonly source: string;
}
