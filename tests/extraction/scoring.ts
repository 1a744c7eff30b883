import type { ReadFigure } from "../../src/extraction/figure.ts";
import type { Label } from "./labels.ts";

/** What became of the labels and the figures of some passages. */
export interface Tally {
  /** Labels that have to be found. */
  readonly labels: number;
  readonly found: number;
  /** Figures that no label stands for, or that are no assertion. */
  readonly wrong: number;
  /** Found with the same hedge, the same people and the same whole. */
  readonly strict: number;
  readonly clean: number;
  /** Passages without any label. */
  readonly without: number;
}

export const nothing: Tally = { labels: 0, found: 0, wrong: 0, strict: 0, clean: 0, without: 0 };

export function add(a: Tally, b: Tally): Tally {
  return {
    labels: a.labels + b.labels,
    found: a.found + b.found,
    wrong: a.wrong + b.wrong,
    strict: a.strict + b.strict,
    clean: a.clean + b.clean,
    without: a.without + b.without,
  };
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly strictRecall: number;
}

export function scoresOf({ labels, found, wrong, strict }: Tally): Scores {
  const precision = ratio(found, found + wrong);
  const recall = ratio(found, labels);
  const f1 = ratio(2 * precision * recall, precision + recall);
  return { precision, recall, f1, strictRecall: ratio(strict, labels) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/**
 * Each figure stands for at most one label: the same harm and amount in overlapping words. Labels
 * that have to be found come first. What is denied, forecast or supposed is no assertion, and a
 * figure that takes it for one is wrong.
 */
export function tallyOf(labels: readonly Label[], figures: readonly ReadFigure[]): Tally {
  const figureOf = match(labels, figures);
  const labelOf = new Map([...figureOf].map(([label, figure]) => [figure, label]));
  const start: Tally = {
    ...nothing,
    wrong: figures.length - labelOf.size,
    clean: labels.length === 0 && figures.length === 0 ? 1 : 0,
    without: labels.length === 0 ? 1 : 0,
  };
  return labels
    .map((label, index) => tallyOfLabel(label, figures[figureOf.get(index) ?? -1], labelOf))
    .reduce(add, start);
}

function tallyOfLabel(
  label: Label,
  figure: ReadFigure | undefined,
  labelOf: ReadonlyMap<number, number>,
): Tally {
  if (label.modality !== undefined) {
    const isTaken = figure !== undefined && figure.modality !== label.modality;
    return { ...nothing, wrong: isTaken ? 1 : 0 };
  }
  if (label.optional) return nothing;
  if (figure === undefined) return { ...nothing, labels: 1 };
  return { ...nothing, labels: 1, found: 1, strict: isSame(label, figure, labelOf) ? 1 : 0 };
}

/** By label the figure that stands for it. */
function match(
  labels: readonly Label[],
  figures: readonly ReadFigure[],
): ReadonlyMap<number, number> {
  const figureOf = new Map<number, number>();
  const used = new Set<number>();
  for (const optional of [false, true]) {
    for (const [index, label] of labels.entries()) {
      if (label.optional !== optional) continue;
      const figure = figures.findIndex((figure, at) => !used.has(at) && stands(figure, label));
      if (figure < 0) continue;
      used.add(figure);
      figureOf.set(index, figure);
    }
  }
  return figureOf;
}

function stands({ kind, amount, span }: ReadFigure, label: Label): boolean {
  const overlaps =
    span.start < label.start + label.span.length && label.start < span.start + span.length;
  return overlaps && [label.kind, ...label.kind_alt].includes(kind) && isAmount(label, amount);
}

function isAmount({ count, min, max }: Label, amount: ReadFigure["amount"]): boolean {
  switch (amount.type) {
    case "count":
      return amount.count === count;
    case "zero":
    case "not_reported":
      return count === 0;
    case "range":
      return amount.min === min && amount.max === max;
    case "vague":
    default:
      return count == null && min == null;
  }
}

function isSame(label: Label, figure: ReadFigure, labelOf: ReadonlyMap<number, number>): boolean {
  const whole = figure.of === undefined ? undefined : (labelOf.get(figure.of) ?? -1);
  return (
    [label.qualifier, ...label.q_alt].includes(figure.qualifier) &&
    [label.who, ...label.who_alt].includes(figure.who) &&
    whole === (label.of ?? undefined)
  );
}
