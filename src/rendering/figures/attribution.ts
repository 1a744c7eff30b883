import type { Attribution, Figure } from "../../domain/figure.ts";
import type { Source } from "../../domain/source.ts";
import type { Html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** Who is quoted, by id. */
export type Sources = ReadonlyMap<string, Source>;

function nameOf(id: string, sources: Sources, voice: Voice): string {
  const source = sources.get(id);
  if (source === undefined) throw new RangeError(`there is no source ${id}`);
  return source.name[voice.language];
}

function names(attribution: Attribution, sources: Sources, voice: Voice) {
  const { type, via } = attribution;
  return {
    source: type === "none" ? undefined : nameOf(attribution.source, sources, voice),
    via: via === undefined ? undefined : nameOf(via, sources, voice),
  };
}

type Claim = Pick<Figure, "attribution" | "basis">;

/**
 * Who stands behind a claim: «بحسب تقدير المرصد السوري لحقوق الإنسان», "no source named".
 * @throws RangeError for a source that is not among `sources`.
 */
export function attributionPhrase(figure: Claim, sources: Sources, voice: Voice): Html {
  const { type, via } = figure.attribution;
  const how = figure.basis === "estimate" ? "estimate" : "attribution";
  const variant = via === undefined ? undefined : "via";
  const parties = names(figure.attribution, sources, voice);
  return say(voice.language, `printing:${how}.${type}`, parties, variant);
}

/**
 * A claim with who stands behind it. A source that nobody named is printed as a likelihood in
 * brackets, never as a plain "according to".
 * @throws RangeError for a source that is not among `sources`.
 */
export function attributed(claim: Html, figure: Claim, sources: Sources, voice: Voice): Html {
  const attribution = attributionPhrase(figure, sources, voice);
  const place = figure.attribution.type === "inferred" ? "aside" : "clause";
  return say(voice.language, `printing:attributed.${place}`, { claim, attribution });
}

function sourceOf(attribution: Attribution): string | undefined {
  return attribution.type === "none" ? undefined : attribution.source;
}

/** Whether two figures rest on the same word: one source, one relay, one basis. */
export function sameAttribution(one: Claim, other: Claim): boolean {
  const a = one.attribution;
  const b = other.attribution;
  const alike = a.type === b.type && sourceOf(a) === sourceOf(b) && a.via === b.via;
  return alike && one.basis === other.basis;
}
