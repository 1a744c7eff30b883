import { withoutStacks } from "./stacked-marks.ts";

const letters: ReadonlyMap<string, string> = new Map([
  ["ٱ", "ا"],
  ["ى", "ي"],
  ["ی", "ي"],
  ["ک", "ك"],
  ["ة", "ه"],
  ["ء", ""],
  ["ـ", ""],
  ["ı", "i"],
]);

/**
 * The form in which names and words are compared, Arabic and English alike: lower case, Western
 * digits, words parted by single spaces. What typists leave out or swap is gone: tashkeel, tatweel,
 * hamza and its seats, alef and yaa forms, taa marbuta (as haa), accents, apostrophes inside a
 * word, invisible and direction characters, and «ال» before a word. Other signs part words. The
 * result is for comparing, never for showing.
 */
export function normalise(text: string): string {
  return (
    withoutStacks(text)
      // Decomposed, the hamza of أ إ آ ؤ ئ is a mark of its own, like tashkeel and accents.
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/[ٱىیکةءـı]/g, (letter) => letters.get(letter) ?? letter)
      .replace(/[٠-٩۰-۹]/g, westernDigit)
      .replace(/(?<=\p{L})['’‘ʼʿʾ`](?=\p{L})/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      // One letter after «ال» is a word of its own («الم»), not a word with the article.
      .replace(/(?<![^ ])ال(?=[^ ]{2})/g, "")
  );
}

/** Both Arabic ranges of digits begin at a multiple of 16. */
function westernDigit(digit: string): string {
  return String(digit.charCodeAt(0) % 16);
}
