import { createReadStream } from "node:fs";
import * as z from "zod";
import { extractFigures } from "../extraction/extract.ts";
import type { ReadFigure } from "../extraction/figure.ts";
import { linesOf } from "./lines.ts";
import { UsageError, UserError, type Verb } from "./verb.ts";

const usage =
  "expected figures [FILE]: JSON lines of id, text and lang; standard input without FILE";

const passage = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.enum(["ar", "en"]).optional(),
});

type Passage = z.infer<typeof passage>;

/** In UTF-16 units; an article is a hundredth of it. */
const longestLine = 8_000_000;

/**
 * `mujaz figures [FILE]`: JSON lines `{id, text, lang?}` in, `{id, figures: […]}` out, one by one as
 * they come. A line that is none of these is reported by its number; the exit code is 1 then.
 */
export const figures: Verb = async ({ args, input, print, warn }) => {
  const [file = "-", ...more] = args;
  if (more.length > 0) throw new UsageError(usage);
  let number = 0;
  let bad = 0;
  try {
    for await (const line of linesOf(file === "-" ? input : createReadStream(file), longestLine)) {
      number += 1;
      if (line.trim() === "") continue;
      const read = readPassage(line);
      if (typeof read === "string") {
        bad += 1;
        warn(`line ${number}: ${read}`);
      } else {
        print(JSON.stringify({ id: read.id, figures: figuresOf(read) }));
      }
    }
  } catch (error) {
    const isSystem = error instanceof Error && "syscall" in error;
    throw isSystem ? new UserError(`${file}: ${error.message}`) : error;
  }
  return bad > 0 ? 1 : 0;
};

const expected = "expected a JSON object with id, text and lang (ar or en, or none)";

function readPassage(line: string): Passage | string {
  try {
    const { success, data, error } = passage.safeParse(JSON.parse(line));
    if (success) return data;
    const [issue] = error.issues;
    return `${issue?.path.join(".") || "the line"}: ${issue?.message}; ${expected}`;
  } catch {
    return `not JSON; ${expected}`;
  }
}

function figuresOf({ text, lang }: Passage): readonly object[] {
  return extractFigures(text, lang).map((figure) => lineOf(text, figure));
}

/** As the labelled passages write a figure (figures/README.md 2.6). */
function lineOf(text: string, figure: ReadFigure): object {
  const { span, kind, who, qualifier, modality, attribution, of, componentOf, sameAs } = figure;
  const cut = ({ start, length }: ReadFigure["span"]) => text.slice(start, start + length);
  return {
    kind,
    who,
    ...amountOf(figure.amount),
    qualifier,
    ...(modality !== "asserted" && { modality }),
    source: attribution.type === "none" ? null : cut(attribution.source),
    ...(attribution.type === "inferred" && { attribution: attribution.type }),
    ...(attribution.via !== undefined && { via: cut(attribution.via) }),
    ...(figure.group !== undefined && { group: cut(figure.group) }),
    place: figure.place === undefined ? null : cut(figure.place),
    ...(figure.period !== undefined && { period: cut(figure.period) }),
    scope: figure.scope,
    basis: figure.basis,
    of: of ?? null,
    ...(componentOf !== undefined && { component_of: componentOf }),
    ...(sameAs !== undefined && { same_as: sameAs }),
    ...(figure.doubts.length > 0 && { doubts: figure.doubts }),
    span: cut(span),
    ...span,
  };
}

/** A zero is count 0 and `negated` here, so that it can be compared as a number. */
function amountOf(amount: ReadFigure["amount"]): object {
  switch (amount.type) {
    case "count":
      return { count: amount.count };
    case "range":
      return { min: amount.min, max: amount.max };
    case "vague":
      return { vague: amount.word };
    case "not_reported":
      return { count: 0, negated: true, strength: "not_reported" };
    case "zero":
    default:
      return { count: 0, negated: true };
  }
}
