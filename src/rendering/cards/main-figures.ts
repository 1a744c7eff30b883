import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { amountPhrase } from "../figures/amount.ts";
import { attributed, attributionPhrase } from "../figures/attribution.ts";
import { claimOf, inlineParts, withStanding } from "../figures/claim.ts";
import { eventPhrase, statementOf } from "../figures/event.ts";
import type { Telling } from "../figures/figure.ts";
import { figureUnits } from "../figures/figure-tree.ts";
import type { FigureNode } from "../figures/figure-tree.ts";
import type { CardFigure } from "../message/picture.ts";
import { html, visible } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Voice } from "../text/voice.ts";

/** A figure on a card, and the same words as a line of text. */
export interface MainFigure {
  readonly id: string;
  /** How many figures it tells: its own, and the parts that stand in its line. */
  readonly tells: number;
  readonly drawn: CardFigure;
  readonly line: Html;
}

/** Figures that stand on a card together or not at all: one side of a conflict is never the fact. */
export interface Unit {
  readonly differ: boolean;
  readonly figures: readonly MainFigure[];
}

/** The figures of a story that hang on no other, in its order, each with the parts in its line. */
export function mainUnits(story: Story, telling: Telling): readonly Unit[] {
  return figureUnits(story).map(({ nodes, differ }) => ({
    differ,
    figures: nodes.map((node) => mainFigure(node, telling)),
  }));
}

/** How many figures of a story are told; a repetition is no figure more. */
export function toldCount(story: Story): number {
  return figuresOf(story).filter(({ sameAs }) => sameAs === undefined).length;
}

function mainFigure(node: FigureNode, { story, sources, voice }: Telling): MainFigure {
  const { figure } = node;
  const claim = claimOf(eventPhrase(figure, voice), node, story, voice);
  const source = withStanding(attributionPhrase(figure, sources, voice), figure, voice);
  const line = withStanding(attributed(claim, figure, sources, voice), figure, voice);
  const phrase = visible(claim);
  return {
    id: figure.id,
    tells: 1 + inlineParts(node).length,
    drawn: { phrase, numbers: numbersIn(phrase, figure, voice), source: visible(source) },
    line: html`• ${line}`,
  };
}

/** Where the digits of its amount stand in the phrase of a figure; those of a date are left. */
function numbersIn(phrase: string, figure: Figure, voice: Voice): CardFigure["numbers"] {
  const statement = statementOf(figure.amount);
  if (statement.type !== "stated") return [];
  const { who: noun, qualifier } = figure;
  const quantity = { amount: statement.amount, qualifier, noun };
  const amount = visible(amountPhrase(quantity, "oblique", voice));
  const start = phrase.indexOf(amount);
  if (start === -1) return [];
  return [...amount.matchAll(/\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu)].map(({ index, 0: digits }) => [
    start + index,
    start + index + digits.length,
  ]);
}
