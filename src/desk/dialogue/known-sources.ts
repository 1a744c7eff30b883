import type { Edition } from "../../domain/edition.ts";
import type { Source } from "../../domain/source.ts";
import { matchSource } from "../draft/source-match.ts";

type Sources = Edition["sources"];

/** The id of the one source that a text names; undefined where there is a doubt. */
export function sourceNamed(text: string, sources: Sources): string | undefined {
  return matchSource(text, [...sources.values()]).id;
}

/** The sources whose names are most like the text, and then others. */
export function nearestSources(text: string, sources: Sources, most: number): readonly Source[] {
  const { near } = matchSource(text, [...sources.values()]);
  const ids = new Set([...near, ...sources.keys()]);
  return [...ids].slice(0, most).flatMap((id) => sources.get(id) ?? []);
}
