import type { Kind } from "../../domain/figure.ts";
import type { ReadAttribution, ReadFigure, Span } from "../figure.ts";
import type { Found } from "../found.ts";
import type { Sentence } from "../text/sentences.ts";
import { isEstimate } from "./estimates.ts";
import { timesOf, type Time } from "./periods.ts";
import { placesOf, type Place } from "./places.ts";
import { markRepeats } from "./repeats.ts";
import { markSums } from "./sums.ts";
import { voiceOf, voicesOf, type Voice } from "./voice.ts";

/** A sentence with what was found in it. */
export interface Reading {
  readonly sentence: Sentence;
  readonly found: readonly Found[];
}

/** Who said so, where, over what time; what is part, sum or repetition of what. */
export function addCircumstances(
  text: string,
  readings: readonly Reading[],
): readonly ReadFigure[] {
  const figures: ReadFigure[] = [];
  let spoken: Span | undefined;
  let lately: readonly number[] = [0, 0];
  for (const { sentence, found } of readings) {
    const [recent = 0] = lately;
    const around = surroundingsOf(sentence, spoken);
    const indices: (number | undefined)[] = [];
    for (const one of found) {
      const whole = wholeOf(one, indices, figures, recent);
      const isLost = one.ofBefore === "any" && whole === undefined;
      indices.push(isLost ? undefined : figures.length);
      if (isLost) continue;
      figures.push(figureOf(one, around, { of: whole, kind: kindOf(one, figures[whole ?? -1]) }));
    }
    lately = [...lately.slice(-1), figures.length];
    spoken = around.spoken;
  }
  const headlineEnd = headlineEndOf(readings);
  return markRepeats(
    markSums(figures),
    ({ place }) => place && text.slice(place.start, place.start + place.length),
    ({ span }) => span.start < headlineEnd,
  );
}

/** A first line of its own that no full stop ends is a headline. */
function headlineEndOf([first, second]: readonly Reading[]): number {
  const last = first?.sentence.tokens.at(-1);
  const isHeadline = last?.text !== "." && second !== undefined && second.sentence.line > 0;
  return isHeadline ? (last?.end ?? 0) : 0;
}

interface Surroundings {
  readonly sentence: Sentence;
  readonly voices: readonly Voice[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
  /** Who spoke last, from here on. */
  readonly spoken: Span | undefined;
  /** Who spoke last, before. */
  readonly spokenBefore: Span | undefined;
}

function surroundingsOf(sentence: Sentence, spokenBefore: Span | undefined): Surroundings {
  const voices = voicesOf(sentence);
  const last = voices.findLast(({ name, isAgency }) => name !== undefined && !isAgency)?.name;
  return {
    sentence,
    voices,
    places: placesOf(sentence),
    times: timesOf(sentence),
    spoken: last === undefined ? spokenBefore : spanOf(sentence, last),
    spokenBefore,
  };
}

function figureOf(
  found: Found,
  around: Surroundings,
  { of, kind }: { readonly of: number | undefined; readonly kind: Kind },
): ReadFigure {
  const { first, last, who, amount, qualifier, modality, doubts, group } = found;
  const { sentence, places, times } = around;
  const place = nearest(
    places.map(([first, last]) => ({ first, last })),
    found,
  );
  const time = nearest(times, found);
  return {
    span: spanOf(sentence, [first, last]),
    kind,
    who,
    ...(group !== undefined && { group: spanOf(sentence, group) }),
    amount,
    qualifier,
    modality,
    attribution: attributionOf(found, around),
    ...(place !== undefined && { place: spanOf(sentence, [place.first, place.last]) }),
    ...(time !== undefined && { period: spanOf(sentence, [time.first, time.last]) }),
    scope: time?.scope ?? "incident",
    basis: found.basis ?? (isEstimate(sentence, first) ? "estimate" : "total_reported"),
    ...(of !== undefined && { of }),
    doubts,
  };
}

function attributionOf(
  { first }: Found,
  { sentence, voices, spokenBefore }: Surroundings,
): ReadAttribution {
  const people = voices.filter(({ isAgency }) => !isAgency);
  const relay = voiceOf(
    voices.filter(({ isAgency }) => isAgency),
    first,
  );
  const voice = voiceOf(people, first);
  if (voice === undefined && relay?.name !== undefined && relay.isAside === undefined) {
    return { type: "stated", source: spanOf(sentence, relay.name) };
  }
  const via = relay?.name && { via: spanOf(sentence, relay.name) };
  if (voice?.name !== undefined) {
    return { type: "stated", source: spanOf(sentence, voice.name), ...via };
  }
  if (voice === undefined || spokenBefore === undefined) return { type: "none", ...via };
  return { type: "inferred", source: spokenBefore, ...via };
}

/** In its own sentence, or (for "among them" in one of the two before) the last before it that was counted of the same harm, or at all. */
function wholeOf(
  { of, ofBefore, kind }: Found,
  indices: readonly (number | undefined)[],
  figures: readonly ReadFigure[],
  recent: number,
): number | undefined {
  if (of !== undefined) return indices[of];
  if (ofBefore === undefined) return undefined;
  const farthest = Math.max(0, figures.length - farthestWhole);
  const from = ofBefore === "any" ? Math.max(recent, farthest) : farthest;
  const wholes = figures
    .slice(from)
    .map((figure, index) => ({ ...figure, index: from + index }))
    .filter(({ of }) => of === undefined);
  const same = wholes.findLast((figure) => figure.kind === kind);
  return (same ?? (ofBefore === "any" ? wholes.at(-1) : undefined))?.index;
}

/** "Among them": what happened to the whole. */
function kindOf({ ofBefore, kind }: Found, whole: ReadFigure | undefined): Kind {
  return ofBefore === "any" ? (whole?.kind ?? kind) : kind;
}

/** In figures. */
const farthestWhole = 20;

interface Part {
  readonly first: number;
  readonly last: number;
}

/** What follows the figure is nearer than what stands before it, unless another clause begins. */
function nearest<T extends Part>(parts: readonly T[], { first, last }: Found): T | undefined {
  const after = parts.find((part) => part.first > last && part.first - last < farthest);
  return after ?? parts.findLast((part) => part.last < first && first - part.last < farthest);
}

const farthest = 25;

function spanOf({ tokens }: Sentence, [first, last]: readonly [number, number]): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, length: (tokens[last]?.end ?? start) - start };
}
