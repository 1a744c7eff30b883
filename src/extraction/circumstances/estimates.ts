import type { Sentence } from "../text/sentences.ts";

const estimating =
  /^(?:estimated|estimates?|estimating|[وف]?(?:نقدر|يقدر|تقدر|قدر|قدرت|قدروا|يقدرون|التقديرات|تقديرات|تقديراتنا)|[بل]تقديرات)$/u;

/** Farther away the word speaks of something else. */
const farthest = 8;

/** «نقدّر أن …», "estimates that …", "an estimated 300": said before the figure, in its clause. */
export function isEstimate({ tokens }: Sentence, first: number): boolean {
  for (let at = first; at >= Math.max(0, first - farthest); at -= 1) {
    const text = tokens[at]?.text ?? "";
    if (estimating.test(text)) return !/^(?:قضاء?|القضاء?)$/u.test(tokens[at - 1]?.text ?? "");
    if (at < first && /^[;:]$/.test(text)) return false;
  }
  return false;
}
