/** A language that the bot writes. */
export type Language = "ar" | "en";

/** One text in both languages; neither is ever missing. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}
