import { extractFigures } from "../../src/extraction/extract.ts";
import type { ReadFigure } from "../../src/extraction/figure.ts";

/**
 * What is read from an Arabic text, in few words: «killed children at_least 12 of 0». Exact is not
 * said, nor asserted, nor persons.
 */
export function read(text: string): readonly string[] {
  return extractFigures(text, "ar").map((figure) => short(figure));
}

/** The words of the text that the figures were read from. */
export function spansOf(text: string): readonly string[] {
  return extractFigures(text, "ar").map(({ span }) =>
    text.slice(span.start, span.start + span.length),
  );
}

function short({ kind, who, qualifier, amount, modality, of }: ReadFigure): string {
  const hasQualifier = !["exact", "range", "vague"].includes(qualifier);
  return [
    kind,
    ...(who === "persons" ? [] : [who]),
    ...(hasQualifier ? [qualifier] : []),
    amountOf(amount),
    ...(modality === "asserted" ? [] : [modality]),
    ...(of === undefined ? [] : [`of ${of}`]),
  ].join(" ");
}

function amountOf(amount: ReadFigure["amount"]): string {
  switch (amount.type) {
    case "count":
      return String(amount.count);
    case "range":
      return `${amount.min}-${amount.max}`;
    case "vague":
      return amount.word;
    case "zero":
    case "not_reported":
      return amount.type;
  }
}
