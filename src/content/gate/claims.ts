import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { extractFigures } from "../../extraction/extract.ts";
import type { Complaint, Path } from "../problem.ts";
import { namesAnyAge, namesAnybody } from "./people.ts";
import type { Read } from "./likeness.ts";

/** A text of a story that names figures for readers. */
export type TextField = "headline" | "excerpt";

export const textFields = ["headline", "excerpt"] as const satisfies readonly TextField[];
export const languages = ["ar", "en"] as const satisfies readonly Language[];

/** A figure that an editor's text states. */
export interface Claim {
  readonly path: Path;
  readonly field: TextField;
  readonly language: Language;
  /** The words that it was read from. */
  readonly words: string;
  /** Where in the text they begin. */
  readonly start: number;
  /** How often they stand in the text before that. */
  readonly earlier: number;
  readonly read: Read;
}

/** What the texts of a story state of casualties; what they deny, foretell or suppose is not. */
export function claimsOf(story: Story): readonly Claim[] {
  return textFields.flatMap((field) =>
    languages.flatMap((language) =>
      readIn(story[field][language], language)
        // «مدنيين» after a verb is no number where none is meant.
        .filter(({ read }) => !read.doubts.includes("two_or_many"))
        .map((claim) => ({ path: [field, language], field, language, ...claim })),
    ),
  );
}

/** Where in the file a complaint about a claim is told. */
export function placeOf({
  path,
  words,
  earlier,
}: Claim): Pick<Complaint, "path" | "words" | "earlier"> {
  return { path, words, earlier };
}

export function readIn(
  text: string,
  language?: Language,
): readonly Pick<Claim, "words" | "start" | "earlier" | "read">[] {
  return extractFigures(text, language)
    .filter(({ modality }) => modality === "asserted")
    .map((read) => {
      const { start, length } = read.span;
      const words = text.slice(start, start + length);
      const earlier = text.slice(0, start).split(words).length - 1;
      return { words, start, earlier, read: { ...read, doubts: doubtsOf(read, words) } };
    });
}

/** "38 dead" may be of any kind of people, "38 people" is not. */
function doubtsOf({ who, doubts }: Read, words: string): Read["doubts"] {
  const isUnnamed = who === "persons" ? !namesAnybody(words) : namesAnyAge(words);
  return isUnnamed && !doubts.includes("who") ? [...doubts, "who"] : doubts;
}
