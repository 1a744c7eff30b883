import type { Language } from "../../domain/language.ts";
import { label } from "../../rendering/text/translate.ts";
import { textFields, type Ask } from "../dialogue/draft.ts";

const languages: readonly Language[] = ["ar", "en"];

/** The question that a message of the desk asked, where it was one for a text of the story. */
export function questionIn(shown: string, wording: Language): Ask | undefined {
  for (const field of textFields) {
    for (const language of languages) {
      const question = label(wording, `desk:text.${field}_${language}`);
      if (shown.includes(question)) return { type: "text", field, language };
    }
  }
  return undefined;
}
