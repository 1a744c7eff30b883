import { readFileSync } from "node:fs";
import * as z from "zod";
import { kinds, qualifiers } from "../../src/domain/figure.ts";

const label = z.object({
  kind: z.enum(kinds),
  kind_alt: z.array(z.enum(kinds)).default([]),
  who: z.string(),
  who_alt: z.array(z.string()).default([]),
  count: z.number().nullish(),
  min: z.number().nullish(),
  max: z.number().nullish(),
  vague: z.string().nullish(),
  qualifier: z.enum(qualifiers),
  q_alt: z.array(z.enum(qualifiers)).default([]),
  modality: z.enum(["denied", "forecast", "hypothetical"]).optional(),
  of: z.number().nullish(),
  span: z.string(),
  start: z.number(),
  /** A reasonable reader may leave it out. */
  optional: z.boolean().default(false),
});

const passage = z.object({
  id: z.string(),
  lang: z.enum(["ar", "en"]),
  text: z.string(),
  figures: z.array(label),
});

/** A figure as people who had not seen the rules labelled it. */
export type Label = z.infer<typeof label>;
export type Passage = z.infer<typeof passage>;

/** JSON lines. */
export function readPassages(file: string | URL): readonly Passage[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => passage.parse(JSON.parse(line)));
}
