import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import { html } from "../text/html.ts";
import type { Made, Message } from "./message.ts";
import type { Block, StoryPart } from "./pack.ts";

/** Pieces as one text; the gap above the first is left out. */
export function htmlOf(pieces: readonly Block[]): string {
  const texts = pieces.map(({ gap, html: text }, index) =>
    index === 0 ? text : html`${gap}${text}`,
  );
  return texts.map((text) => text.html).join("");
}

/** Whether a part says figures, may say them in its headline, or stands in their place. */
export function showsFigures({ role, form }: StoryPart): boolean {
  return role === "figure" || form.type === "notice" || form.type === "listed";
}

/** A story in one language, as it may stand in several messages. */
function sectionKey({ story }: StoryPart, language: Language): string {
  return `${story} ${language}`;
}

function tagsOf(pieces: readonly Block[]): readonly StoryPart[] {
  return pieces.flatMap(({ of }) => of ?? []);
}

function keysOf(pieces: readonly Block[]): readonly string[] {
  return pieces.flatMap(({ of, language }) => (of === undefined ? [] : [sectionKey(of, language)]));
}

/** The stories that stand in more than one message in a language. */
function partedOver(pages: readonly (readonly Block[])[]): ReadonlySet<string> {
  const keys = pages.flatMap((page) => [...new Set(keysOf(page))]);
  return new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
}

function sectionIn(pieces: readonly Block[], key: string): readonly StoryPart[] {
  return pieces.flatMap(({ of, language }) =>
    of !== undefined && sectionKey(of, language) === key ? [of] : [],
  );
}

function figuresIn(parts: readonly StoryPart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ figure }) => figure ?? []))];
}

/** Figures that stand by themselves are told anew one by one, wherever the others are. */
function isScattered({ form }: StoryPart): boolean {
  return form.type === "timeline";
}

/** A page with its share of each story that is parted over several. */
function shared(
  page: readonly Block[],
  parted: ReadonlySet<string>,
  pieces: readonly Block[],
): readonly Block[] {
  return page.map((piece) => {
    const key = piece.of && sectionKey(piece.of, piece.language);
    if (piece.of === undefined || key === undefined) return piece;
    if (isScattered(piece.of) || !parted.has(key)) return piece;
    const own = sectionIn(page, key);
    const share = {
      hasTop: own.some(({ role }) => role === "top"),
      own: figuresIn(own),
      all: figuresIn(sectionIn(pieces, key)),
    };
    return { ...piece, of: { ...piece.of, parted: share } };
  });
}

/** By story, the revision that is told. */
function shownIn(pieces: readonly Block[]): Made["shows"] {
  return Object.fromEntries(tagsOf(pieces).map(({ story, revision }) => [story, [revision]]));
}

/**
 * Pages as messages. One that tells a part of a story whose figures are shown, on this page or on
 * another, says how it is made.
 */
export function messagesOf(
  pages: readonly (readonly Block[])[],
  printing: Printing,
): readonly Message[] {
  const figured = new Set(
    tagsOf(pages.flat())
      .filter(showsFigures)
      .map(({ story }) => story),
  );
  const parted = partedOver(pages);
  return pages.map((page) => {
    const message = { html: htmlOf(page) };
    if (!tagsOf(page).some(({ story }) => figured.has(story))) return message;
    const pieces = shared(page, parted, pages.flat());
    return { ...message, made: { printing, pieces, shows: shownIn(page) } };
  });
}
