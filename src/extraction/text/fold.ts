/** A text in the form in which it is read, and where each of its units came from. */
export interface Folded {
  readonly text: string;
  /** By UTF-16 unit of the folded text, the unit of the original where its character begins. */
  readonly starts: Uint32Array;
  /** The same, where its character and all that was dropped behind it ends. */
  readonly ends: Uint32Array;
}

/**
 * What writers leave out or swap is made one: tashkeel, tatweel, invisible and direction characters
 * go, control characters are spaces; the seats of the hamza, alef maqsura, taa marbuta and the digits of all scripts become one
 * letter each; Latin letters are lower case without accents, quotation marks and dashes are plain.
 * Nothing is joined and nothing is reordered, so that each unit points at its own character.
 */
export function fold(text: string): Folded {
  const units: string[] = [];
  const starts = new Uint32Array(text.length * mostUnits + 1);
  const ends = new Uint32Array(text.length * mostUnits + 1);
  let size = 0;
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const folded = foldCharacter(character);
    for (let index = 0; index < folded.length; index += 1) {
      starts[size + index] = at;
      ends[size + index] = next;
    }
    // A mark belongs to the letter before it; the first half of a line end does not.
    if (folded === "" && size > 0 && character !== "\r") ends[size - 1] = next;
    units.push(folded);
    size += folded.length;
    at = next;
  }
  return { text: units.join(""), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** The form of a word of a lexicon, so that it is written there as people write it. */
export function foldWord(word: string): string {
  return fold(word).text;
}

/** No character becomes longer than this. */
const mostUnits = 4;

const swaps: ReadonlyMap<string, string> = new Map([
  ...pairs("أإآٱ", "ا"),
  ...pairs("ىیئ", "ي"),
  ...pairs("ؤ", "و"),
  ...pairs("ک", "ك"),
  ...pairs("ة", "ه"),
  ...pairs("ءـ", ""),
  ...pairs("“”„«»‟″", '"'),
  ...pairs("‘’‚‛`´ʼʿʾ", "'"),
  ...pairs("‐‑‒–—―−", "-"),
  // Bold and slanted words of a chat are written between them.
  ...pairs("*_\u00A0\u202F\u2007\u2009\u200A", " "),
]);

function pairs(letters: string, one: string): readonly (readonly [string, string])[] {
  return Array.from(letters, (letter) => [letter, one] as const);
}

const known = new Map<string, string>();

/** Remembered: texts have few different characters. */
function foldCharacter(character: string): string {
  const folded = known.get(character);
  if (folded !== undefined) return folded;
  const made = makeFolded(character);
  if (known.size < 5000) known.set(character, made);
  return made;
}

function makeFolded(character: string): string {
  const swapped = swaps.get(character);
  if (swapped !== undefined) return swapped;
  if (/^[\p{M}\p{Cf}\r]$/u.test(character)) return "";
  if (/^[^\P{Cc}\n\t]$/u.test(character)) return " ";
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = Array.from(plain, (letter) => swaps.get(letter) ?? digitOf(letter)).join("");
  // ½ and ① are no numbers of their own, and one character is never two words.
  const isWhole = folded.length === 1 || /^\p{L}+$/u.test(folded);
  return isWhole && folded.length <= mostUnits ? folded : character;
}

/** The ten digits of every script stand in one row. */
function digitOf(letter: string): string {
  if (!/^\p{Nd}$/u.test(letter)) return letter;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
