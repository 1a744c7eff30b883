/** A text on one line, without what neither YAML nor a story's texts may have in them. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e]/g, "")
    .replace(/[\s\p{Cc}\u2028\u2029\ufeff]+/gu, joiner)
    .trim();
}

/** A space that holds the digits of a number together stays. */
function joiner(run: string): string {
  return run === "\u00a0" || run === "\u202f" ? run : " ";
}

/** At most so many characters, with a sign where some are missing. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}
