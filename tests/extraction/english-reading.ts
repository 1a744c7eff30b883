import { readEnglish } from "../../src/extraction/english/read.ts";
import type { Found } from "../../src/extraction/found.ts";
import { sentencesOf } from "../../src/extraction/text/sentences.ts";

/** "killed persons 12", one a figure, in the order of their words. */
export function figuresOf(text: string): readonly string[] {
  return sentencesOf(text, "en").flatMap((sentence) => readEnglish(sentence).map(lineOf));
}

function lineOf({ kind, who, amount, qualifier, modality, of, ofBefore }: Found): string {
  const rest = [
    ...(qualifier === "exact" || amount.type !== "count" ? [] : [qualifier]),
    ...(modality === "asserted" ? [] : [modality]),
    ...(of === undefined ? [] : [`of ${of}`]),
    ...(ofBefore !== undefined ? ["of before"] : []),
  ];
  return [kind, who, numberOf(amount), ...rest].join(" ");
}

function numberOf(amount: Found["amount"]): string {
  switch (amount.type) {
    case "count":
      return String(amount.count);
    case "range":
      return `${amount.min}-${amount.max}`;
    case "vague":
      return amount.word;
    case "zero":
    case "not_reported":
    default:
      return amount.type;
  }
}
