import type { Doubt, Modality } from "../../extraction/figure.ts";

/** Why an editor should look at a proposed figure, or what it still lacks. `words` are the text's. */
export type Note =
  | { readonly type: "doubt"; readonly doubt: Doubt }
  | { readonly type: "modality"; readonly modality: Exclude<Modality, "asserted"> }
  /** No source of the content is certainly meant; `near` are the ids of those that may be. */
  | {
      readonly type: "source" | "via";
      readonly words: string;
      readonly near: readonly string[];
    }
  /** The source that was taken, by a part of its name. */
  | { readonly type: "taken"; readonly words: string; readonly id: string }
  /** The words that it was carried over from. */
  | { readonly type: "inferred"; readonly words: string }
  | { readonly type: "nobody" }
  /** To be written in both languages. */
  | { readonly type: "group" | "place" | "period"; readonly words: string };

/** For the comments of a draft. */
export function noteLine(note: Note): string {
  switch (note.type) {
    case "doubt":
      return `look twice: ${doubts[note.doubt]}`;
    case "modality":
      return `LEFT OUT, because the text does not say that it happened: ${modalities[note.modality]}`;
    case "source":
    case "via":
      return `${note.type}: «${note.words}» in the text; ${choice(note.near)}`;
    case "taken":
      return `«${note.words}» in the text is taken for ${note.id}: is it meant?`;
    case "inferred":
      return `the sentence names no source; «${note.words}» stands before it: judge whether it is meant`;
    case "nobody":
      return "the text names nobody who says so";
    case "group":
    case "place":
    case "period":
    default:
      return `${note.type}: «${note.words}» in the text; ${additions[note.type]}`;
  }
}

const doubts: Readonly<Record<Doubt, string>> = {
  two_or_many: "it may be two of them, or some that are not counted",
  decimal_or_thousands: "the number may have a decimal point, or thousands",
  who: "the words do not name who is counted",
  qualifier: "whether the hedge before the other number holds for this one",
};

const modalities: Readonly<Record<Exclude<Modality, "asserted">, string>> = {
  denied: "it is denied",
  forecast: "it is expected or feared",
  hypothetical: "it is a condition or a possibility",
};

const additions = {
  group: "add group with ar and en if readers need it",
  place: "add place with ar and en if it is not the story's",
  period: "add period or since if it is not the story's time",
} as const;

function choice(near: readonly string[]): string {
  return near.length === 0
    ? "add it to sources.yaml, or write attribution: none"
    : `is it ${near.join(" or ")}? Else add it to sources.yaml`;
}
