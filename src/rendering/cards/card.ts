import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import { blocksInVoices } from "../message/blocks.ts";
import { htmlOf } from "../message/made.ts";
import type { Made, Message } from "../message/message.ts";
import type { CardPicture, Theme } from "../message/picture.ts";
import type { Reference } from "../message/reference.ts";
import { captionLimits, costOf, isWithin } from "../text/cost.ts";
import { directed } from "../text/directed.ts";
import { voicesOf } from "../text/voice.ts";
import { captionBlocks, drawnSection } from "./card-section.ts";
import type { Extent } from "./card-section.ts";
import { newestState, toldState } from "./card-state.ts";
import type { CardState } from "./card-state.ts";

/** A message with a card. */
export interface CardMessage extends Message {
  readonly picture: CardPicture;
}

/** Figures on a card at most: more cannot be read on a phone. */
const mostFigures = 6;

/** With fewer figures than that in both languages, all that fit in one are better. */
const fewestInBoth = 3;

/** How the words of a card are cut down to the room that there is. */
interface Shape extends Extent {
  readonly language: Printing["language"];
}

/**
 * A story as a picture, and the same words as its caption. The caption is always inside Telegram's
 * limits: a card has fewer figures, and says how many more there are, rather than a figure cut
 * short. Of a story that is withdrawn it says only that, and why.
 */
export function renderCard(
  story: Story,
  printing: Printing,
  theme: Theme,
  reference: Reference,
): CardMessage {
  return cardOf(newestState(story, reference), printing, theme);
}

/**
 * A card anew, with the newest of these revisions (oldest first) and what changed since the others.
 * @throws RangeError without any revision.
 */
export function correctCard(
  { printing }: Made,
  { theme }: { readonly theme: Theme },
  revisions: readonly ToldRevision[],
  reference: Reference,
): Message {
  return cardOf(toldState(revisions, reference), printing, theme);
}

/** The story that a message is the card of, and the card's theme; undefined for any other. */
export function cardIn({
  pieces,
}: Made): { readonly story: string; readonly theme: Theme } | undefined {
  const part = pieces[0]?.of;
  return part?.form.type === "card" ? { story: part.story, theme: part.form.theme } : undefined;
}

/** The first that fits; the barest always does. */
function cardOf(state: CardState, printing: Printing, theme: Theme): CardMessage {
  for (const shape of fullerShapes(state, printing)) {
    const card = shaped(state, printing, theme, shape);
    if (isWithin(costOf(card), captionLimits)) return card;
  }
  const barest = { language: aloneIn(printing), named: false, steps: 0, figures: 0 };
  return shaped(state, printing, theme, barest);
}

function aloneIn({ language }: Printing): Language {
  return language === "both" ? "ar" : language;
}

/**
 * From the fullest on: what changed goes before figures do, and a language before most of the
 * figures.
 */
function fullerShapes({ revisions }: CardState, printing: Printing): readonly Shape[] {
  const { language } = printing;
  const newest = Math.min(1, revisions.length);
  const shapes = (language: Shape["language"], steps: number, fewest: number): readonly Shape[] =>
    Array.from({ length: mostFigures - fewest + 1 }, (_, index) => mostFigures - index).map(
      (figures) => ({ language, steps, figures, named: true }),
    );
  const alone = aloneIn(printing);
  const bare = { steps: 0, figures: 0, named: true };
  return [
    { language, steps: revisions.length, figures: mostFigures, named: true },
    ...shapes(language, newest, fewestInBoth),
    ...shapes(language, 0, fewestInBoth),
    ...shapes(alone, newest, 1),
    ...shapes(alone, 0, 1),
    { ...bare, language },
    { ...bare, language: alone },
  ];
}

function shaped(state: CardState, printing: Printing, theme: Theme, shape: Shape): CardMessage {
  const { story, revision, revisions, reference } = state;
  const shown = { ...printing, language: shape.language };
  const form = { type: "card", theme } as const;
  const pieces = blocksInVoices(shown, (voice) => captionBlocks(state, shape, form, voice))
    .flat()
    .map((one) => ({ ...one, html: directed(one.html, one.language) }));
  const numbers = revisions.length === 0 ? [revision] : revisions.map(({ number }) => number);
  return {
    html: htmlOf(pieces),
    picture: {
      type: "card",
      theme,
      botUsername: reference.botUsername,
      sections: voicesOf(shown).map((voice) => drawnSection(state, shape, voice)),
      ...(story.graphic && story.withdrawn === undefined && { spoiler: true as const }),
    },
    made: { printing, pieces, shows: { [story.id]: numbers } },
  };
}
