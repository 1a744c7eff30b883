import { qualifierOf } from "../../content/reading/amount.ts";
import { given } from "../../content/reading/given.ts";
import type { FigureEntry } from "../../content/schema/figure.ts";
import type { Source } from "../../domain/source.ts";
import type { ReadFigure, Span } from "../../extraction/figure.ts";
import type { Note } from "./note.ts";
import { oneLine } from "./one-line.ts";
import { quoteOf } from "./quote.ts";
import { matchSource } from "./source-match.ts";

/** A figure as it could stand in the story file, and what the editor has to judge. */
export interface ProposedFigure {
  readonly read: ReadFigure;
  /** Only what the text says. Where a source is stated but not known, there is none. */
  readonly fields: FigureEntry;
  readonly notes: readonly Note[];
  /** Whether the text asserts it; else it must not become a figure by itself. */
  readonly isAsserted: boolean;
}

/**
 * The figures of a text, as `extractFigures` gives them, in the fields of a story file, with the ids
 * f1, f2, …. The ids of sources are those of `sources`.
 */
export function proposedFigures(
  text: string,
  read: readonly ReadFigure[],
  sources: readonly Source[],
): readonly ProposedFigure[] {
  return read.map((figure, index) => {
    const isAsserted = figure.modality === "asserted";
    const whose = whoseOf(text, figure, sources);
    return {
      read: figure,
      isAsserted,
      fields: {
        id: `f${index + 1}`,
        kind: figure.kind,
        who: figure.who,
        ...amountOf(figure),
        ...relatedOf(figure, read),
        ...whose.fields,
        ...(figure.scope !== "incident" && { scope: figure.scope }),
        ...(figure.basis !== "total_reported" && { basis: figure.basis }),
        ...given({ quote: quoteOf(text, figure) }),
      },
      notes: [
        ...(figure.modality === "asserted"
          ? []
          : [{ type: "modality", modality: figure.modality } as const]),
        ...figure.doubts.map((doubt) => ({ type: "doubt", doubt }) as const),
        ...whose.notes,
        ...circumstances(text, figure),
      ],
    };
  });
}

function amountOf({ amount, qualifier }: ReadFigure): Partial<FigureEntry> {
  const hedge = qualifier === qualifierOf(amount, undefined) ? {} : { qualifier };
  switch (amount.type) {
    case "count":
      return { count: amount.count, ...hedge };
    case "range":
      return { min: amount.min, max: amount.max, ...hedge };
    case "vague":
      return { vague: amount.word, ...hedge };
    case "zero":
      return { zero: "asserted" };
    case "not_reported":
    default:
      return { zero: "not_reported" };
  }
}

/** A figure that is left out can be no other's whole. */
function relatedOf(figure: ReadFigure, read: readonly ReadFigure[]): Partial<FigureEntry> {
  const idOf = (index: number | undefined): string | undefined =>
    index !== undefined && read[index]?.modality === "asserted" ? `f${index + 1}` : undefined;
  const of = idOf(figure.of);
  const whole = idOf(figure.componentOf);
  const same = idOf(figure.sameAs);
  return {
    ...(of !== undefined && { of }),
    ...(whole !== undefined && { component_of: whole }),
    ...(same !== undefined && { same_as: same }),
  };
}

interface Whose {
  readonly fields: Partial<FigureEntry>;
  readonly notes: readonly Note[];
}

function whoseOf(text: string, { attribution }: ReadFigure, sources: readonly Source[]): Whose {
  const via = attribution.via && named("via", wordsAt(text, attribution.via), sources);
  const relayed: Whose = {
    fields: via?.id === undefined ? {} : { via: via.id },
    notes: via?.notes ?? [],
  };
  if (attribution.type === "none") {
    return {
      fields: { ...relayed.fields, attribution: "none" },
      notes: [{ type: "nobody" }, ...relayed.notes],
    };
  }
  const words = wordsAt(text, attribution.source);
  const { id, notes } = named("source", words, sources);
  const isInferred = attribution.type === "inferred";
  return {
    fields: {
      ...(id !== undefined && { source: id }),
      ...relayed.fields,
      ...(isInferred && { attribution: "inferred" }),
    },
    notes: [
      ...(isInferred ? [{ type: "inferred", words } as const] : []),
      ...notes,
      ...relayed.notes,
    ],
  };
}

interface Named {
  readonly id: string | undefined;
  readonly notes: readonly Note[];
}

function named(type: "source" | "via", words: string, sources: readonly Source[]): Named {
  const { id, isWhole, near } = matchSource(words, sources);
  if (id === undefined) return { id, notes: [{ type, words, near }] };
  return { id, notes: isWhole ? [] : [{ type: "taken", words, id }] };
}

function circumstances(text: string, figure: ReadFigure): readonly Note[] {
  return (["group", "place", "period"] as const).flatMap((type) => {
    const span = figure[type];
    return span === undefined ? [] : [{ type, words: wordsAt(text, span) }];
  });
}

function wordsAt(text: string, { start, length }: Span): string {
  return oneLine(text.slice(start, start + length));
}
