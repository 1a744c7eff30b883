import type { Token } from "../text/tokens.ts";

/** What a number in digits says. */
export interface DigitsValue {
  readonly value: number;
  /** Written with one separator: 2.908 and 2,908 may be a decimal, or thousands. */
  readonly decimal?: number;
}

const plain = /^\d+$/;
/** Groups of three behind one to three digits, all with the same separator. */
const thousands = /^\d{1,3}(?:([.,،٬'’ ])\d{3})(?:\1\d{3})*$/;
const decimal = /^\d+[.,٫]\d{1,3}$/;

/** Nothing that a newspaper counts is larger. */
const most = 1e13;

/**
 * The value of a token of digits with separators of any habit (figures/README.md 2.3, 4.2).
 * Undefined for times, dates, versions and what is no number.
 */
export function valueOfDigits(token: Token): DigitsValue | undefined {
  if (token.type !== "number" || token.text.length > 20) return undefined;
  const value = read(token.text);
  return value === undefined || value.value >= most ? undefined : value;
}

function read(text: string): DigitsValue | undefined {
  if (plain.test(text)) return { value: Number(text) };
  if (thousands.test(text)) {
    const value = Number(text.replace(/\D/g, ""));
    const isEither = /^[1-9]\d{0,2}[.]\d{3}$/.test(text);
    return isEither ? { value, decimal: Number(text) } : { value };
  }
  return decimal.test(text) ? { value: Number(text.replace(/[,٫]/, ".")) } : undefined;
}
