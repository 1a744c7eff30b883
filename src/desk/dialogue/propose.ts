import type { Edition } from "../../domain/edition.ts";
import type { Attribution, Figure } from "../../domain/figure.ts";
import type { Period } from "../../domain/time/dates.ts";
import { given } from "../../content/reading/given.ts";
import type { ReadAttribution, ReadFigure, Span } from "../../extraction/figure.ts";
import type { Language } from "../../domain/language.ts";
import { oneLine } from "../draft/one-line.ts";
import { quoteOf } from "../draft/quote.ts";
import { readTime } from "./times.ts";
import type { DeskFigure, Named } from "./draft.ts";
import { knownWords, type KnownWords } from "./known-words.ts";
import { sourceNamed } from "./known-sources.ts";

/** The words of a text that was read. */
interface Reading {
  readonly text: string;
  readonly edition: Edition;
  readonly known: KnownWords;
  readonly ids: readonly string[];
}

/**
 * The figures of an article as proposals. Nothing is in a record that the text does not say, and
 * what it says in one language alone waits in `named` unless the edition knows its other half.
 */
export function proposeFigures(
  text: string,
  read: readonly ReadFigure[],
  { edition, ids }: { readonly edition: Edition; readonly ids: readonly string[] },
): readonly DeskFigure[] {
  const reading = { text, edition, known: knownWords(edition), ids };
  return read.map((one, index) => propose(one, ids[index] ?? `f${index + 1}`, reading));
}

function propose(read: ReadFigure, id: string, reading: Reading): DeskFigure {
  const named = namedIn(read, reading.text);
  return {
    figure: figureOf(read, named, id, reading),
    span: read.span,
    words: wordsAt(reading.text, read.span),
    language: languageOf(wordsAt(reading.text, read.span)),
    named,
    isStated: read.attribution.type === "stated",
    modality: read.modality,
    doubts: read.doubts,
    decision: "open",
    settled: [],
  };
}

function wordsAt(text: string, { start, length }: Span): string {
  return oneLine(text.slice(start, start + length));
}

function namedIn({ attribution, group, place, period }: ReadFigure, text: string): Named {
  const words = (span: Span | undefined) => span && wordsAt(text, span);
  return given({
    source: attribution.type === "none" ? undefined : words(attribution.source),
    via: words(attribution.via),
    group: words(group),
    place: words(place),
    period: words(period),
  });
}

function figureOf(read: ReadFigure, named: Named, id: string, reading: Reading): Figure {
  const time = timeOf(read, named, reading);
  const { kind, who, amount, qualifier, scope, basis } = read;
  const { known, ids } = reading;
  return {
    id,
    kind,
    who,
    amount,
    qualifier,
    // The beginning of a running total says that it is one.
    scope: time.since === undefined ? scope : "cumulative",
    basis,
    ...given({
      group: named.group === undefined ? undefined : known.group(named.group),
      place: named.place === undefined ? undefined : known.place(named.place),
      ...time,
      of: idAt(read.of, ids),
      componentOf: idAt(read.componentOf, ids),
      sameAs: idAt(read.sameAs, ids),
    }),
    attribution: attributionOf(read.attribution, named, reading.edition),
    status: "reported",
    ...given({ quote: quoteOf(reading.text, read) }),
  };
}

/** By the most of its letters. */
function languageOf(words: string): Language {
  const arabic = words.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin > arabic ? "en" : "ar";
}

function idAt(index: number | undefined, ids: readonly string[]): string | undefined {
  return index === undefined ? undefined : ids[index];
}

function attributionOf({ type }: ReadAttribution, named: Named, { sources }: Edition): Attribution {
  const via = given({
    via: named.via === undefined ? undefined : sourceNamed(named.via, sources),
  });
  const source = named.source === undefined ? undefined : sourceNamed(named.source, sources);
  return source === undefined || type === "none"
    ? { type: "none", ...via }
    : { type, source, ...via };
}

const numerals: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\s)(?:يومين|two days)/, 2],
  [/(?:ثلاثة|ثلاثه) أيام|three days/, 3],
  [/أربعة أيام|four days/, 4],
  [/خمسة أيام|five days/, 5],
  [/أسبوع(?:$|\s)|a week|one week/, 7],
];

/** A number of days, which needs no date. */
function daysOf(words: string): Period | undefined {
  const [, counted] = /(\d{1,3}) (?:days|أيام|يوما)/.exec(words) ?? [];
  const days = counted === undefined ? undefined : Number(counted);
  const named = numerals.find(([form]) => form.test(words))?.[1];
  const found = days ?? named;
  return found === undefined ? undefined : { type: "days", days: found };
}

/** «منذ بداية التدخل الروسي في سبتمبر 2015». */
const sinceBefore = /(?:منذ|since)[^.؛;\n]{0,60}$/i;

/** A time that the text dates in full; every other is for the editor to say. */
function timeOf(
  read: ReadFigure,
  { period: words }: Named,
  { text }: Reading,
): Pick<Figure, "period" | "since"> {
  if (words === undefined || read.period === undefined) return {};
  const days = daysOf(words);
  if (days !== undefined) return { period: days };
  const time = readTime(words.replace(/^(?:في|خلال|in|during)\s+/i, ""));
  if (time === undefined || "since" in time || time.period.type === "days") return time ?? {};
  const { start } = read.period;
  const isSince = sinceBefore.test(text.slice(Math.max(0, start - 80), start));
  return isSince ? { since: time.period.from } : time;
}
