import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import { costOf, isWithin, messageLimits } from "../text/cost.ts";
import { directed } from "../text/directed.ts";
import type { Html } from "../text/html.ts";
import { htmlOf } from "../message/made.ts";
import type { Block, StoryPart } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import { allChangesLink, wholeLink } from "../stories/telling.ts";

/** How a message is told, and what its links lead to. */
export interface Setting {
  readonly printing: Printing;
  readonly reference: Reference;
}

type Pieces = readonly Block[];

/** What a message can do without. */
type Economy = (pieces: Pieces) => Pieces;

/** The words that stand instead of parts of a story. */
type Words = (story: string, language: Language) => Html;

/** The first of some pieces with these words instead, and no other. */
export function instead(pieces: Pieces, words: Html): Pieces {
  return pieces.slice(0, 1).map((first) => ({ ...first, html: directed(words, first.language) }));
}

/**
 * Pieces that fit in one message. Where they do not, excerpts become links to their stories, first
 * those of the stories that changed; then what stands below the figures goes; then all but the
 * newest change of each story becomes a link to its history. The newest changes and the figures
 * stay unless they alone are more than a message: then a link follows as many figures of what
 * changed as fit.
 */
export function shrunk(pieces: Pieces, changed: readonly string[], setting: Setting): Pieces {
  return economies(pieces, changed, setting).reduce(
    (pieces, economy) => (fits(pieces) ? pieces : economy(pieces)),
    pieces,
  );
}

function fits(pieces: Pieces): boolean {
  return isWithin(costOf({ html: htmlOf(pieces) }), messageLimits);
}

function economies(
  pieces: Pieces,
  changed: readonly string[],
  { printing, reference }: Setting,
): readonly Economy[] {
  const whole: Words = (story, language) => wholeLink(story, reference, { ...printing, language });
  const history: Words = (story, language) =>
    allChangesLink(story, reference, { ...printing, language });
  const told = pieces.flatMap(({ of }) => of?.story ?? []);
  const inTurn = [...new Set([...changed, ...told])];
  const linked = (words: Words, leftOut: (pieces: Pieces) => Pieces) => (pieces: Pieces) =>
    withLinks(pieces, leftOut(pieces), words);
  const ofChanged = (pieces: Pieces) => pieces.filter(({ of }) => of && changed.includes(of.story));
  return [
    ...inTurn.map((story) =>
      linked(whole, (all) => partsOf("excerpt", all).filter(({ of }) => of?.story === story)),
    ),
    (pieces) => pieces.filter(({ of }) => of?.role !== "rest"),
    linked(history, olderChanges),
    linked(whole, (pieces) => partsOf("top", pieces)),
    (pieces) => pieces.filter(({ of }) => of !== undefined),
    (pieces) => withFewer(pieces, partsOf("figure", ofChanged(pieces)), whole),
    linked(history, (pieces) => partsOf("changes", ofChanged(pieces))),
    (pieces) => withFewer(pieces, partsOf("figure", pieces), whole),
    linked(history, (pieces) => partsOf("changes", pieces)),
  ];
}

function partsOf(role: StoryPart["role"], pieces: Pieces): Pieces {
  return pieces.filter(({ of }) => of?.role === role);
}

function isSameSection(one: Block, other: Block): boolean {
  return one.of?.story === other.of?.story && one.language === other.language;
}

/** All but the newest of each story in each language; where it is withdrawn, that is the newest. */
function olderChanges(pieces: Pieces): Pieces {
  const newest = [...pieces.filter(isWithdrawal), ...partsOf("changes", pieces)];
  return partsOf("changes", pieces).filter(
    (one) => newest.find((other) => isSameSection(one, other)) !== one,
  );
}

/** What stands in the place of the figures of a story that is withdrawn. */
function isWithdrawal({ of }: Block): boolean {
  return of?.role === "figure" && of.figure === undefined;
}

/** As many of these figures as fit. */
function withFewer(pieces: Pieces, figures: Pieces, whole: Words): Pieces {
  const told = figures.filter((piece) => !isWithdrawal(piece));
  const fewer = told.map((_, index) => withLinks(pieces, told.slice(-1 - index), whole));
  return fewer.find(fits) ?? fewer.at(-1) ?? pieces;
}

/** Some parts left out: for each story, in each language, a link stands where the first was. */
function withLinks(pieces: Pieces, leftOut: Pieces, words: Words): Pieces {
  const left = new Set(leftOut);
  return pieces.flatMap((piece) => {
    if (piece.of === undefined || !left.has(piece)) return [piece];
    const first = leftOut.find((one) => isSameSection(one, piece));
    return first === piece ? instead([piece], words(piece.of.story, piece.language)) : [];
  });
}
