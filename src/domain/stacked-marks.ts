/** More than the longest word of any language has: Unicode's limit for texts that come in streams. */
const stack = /(\p{M}{30})\p{M}+/gu;

/**
 * A text without the marks that nobody could read, stacked on one letter. Unicode's normal forms
 * sort the marks of a letter, in a time that grows with the square of their number.
 */
export function withoutStacks(text: string): string {
  return text.replace(stack, "$1");
}
