import { directed } from "../text/directed.ts";
import { visible } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Block, Share, StoryPart } from "../message/pack.ts";
import { instead } from "./shrunk.ts";
import type { Reference } from "../message/reference.ts";
import type { Setting } from "./shrunk.ts";
import { wholeLink } from "../stories/telling.ts";
import type { Voice } from "../text/voice.ts";

/** Tells a story anew in a language, as it was told in a message before. */
export type Tell = (as: StoryPart, voice: Voice) => readonly Block[];

/**
 * A message's pieces with those of a story told anew where they stand, in each language; all other
 * pieces stay as they are.
 */
export function retold(
  pieces: readonly Block[],
  story: string,
  tell: Tell,
  setting: Setting,
): readonly Block[] {
  return pieces.flatMap((piece) => {
    if (piece.of?.story !== story) return [piece];
    const voice = { ...setting.printing, language: piece.language };
    const old = pieces.filter((one) => isToldWith(one, piece));
    return old[0] === piece ? inPlace(piece, toldFor(old, voice, tell, setting.reference)) : [];
  });
}

/** Parts of a story are told anew together; those of a timeline stand each for themselves. */
function isToldWith(one: Block, other: Block): boolean {
  const isOfStory = one.of?.story === other.of?.story && one.language === other.language;
  return isOfStory && (other.of?.form.type !== "timeline" || one.of?.figure === other.of.figure);
}

function inPlace({ gap }: Block, told: readonly Block[]): readonly Block[] {
  return told.map((block, index) => (index === 0 ? { ...block, gap } : block));
}

function toldFor(
  old: readonly Block[],
  voice: Voice,
  tell: Tell,
  reference: Reference,
): readonly Block[] {
  const as = old[0]?.of;
  if (as === undefined) return [];
  const told = tell(as, voice).map((block) => ({
    ...block,
    html: directed(block.html, voice.language),
  }));
  return as.parted === undefined || told.length === 0
    ? told
    : shareOf(told, old, as.parted, wholeLink(as.story, reference, voice));
}

/**
 * What one of the messages tells that a story is parted over: what changed, and what it had before;
 * new figures follow the last one. Where nothing of that is left it tells the whole.
 */
function shareOf(
  told: readonly Block[],
  old: readonly Block[],
  before: Share,
  whole: Html,
): readonly Block[] {
  const { hasTop } = before;
  const had = (role: StoryPart["role"]) => old.filter(({ of }) => of?.role === role);
  const now = (role: StoryPart["role"]) => told.filter(({ of }) => of?.role === role);
  const isWithdrawn = now("figure").some(({ of }) => of?.figure === undefined);
  const parted = isWithdrawn ? before : shareNow(before, now("figure"));
  const isOwn = ({ of }: Block) => of?.figure !== undefined && parted.own.includes(of.figure);
  const share = isWithdrawn
    ? told
    : [
        ...(hasTop ? now("top") : []),
        ...now("changes"),
        ...excerptOf(had("excerpt"), now("excerpt"), hasTop ? undefined : whole),
        ...now("figure").filter(isOwn),
        ...had("rest"),
      ];
  const revision = told[0]?.of?.revision;
  return (share.length === 0 ? told : share).map((block) =>
    block.of === undefined || revision === undefined
      ? block
      : { ...block, of: { ...block.of, revision, parted } },
  );
}

function shareNow({ hasTop, own, all }: Share, figures: readonly Block[]): Share {
  const last = all.at(-1);
  const getsNew = last === undefined ? hasTop : own.includes(last);
  const now = figures.flatMap(({ of }) => of?.figure ?? []);
  const isOwn = (figure: string) => own.includes(figure) || (getsNew && !all.includes(figure));
  return { hasTop, own: now.filter(isOwn), all: now };
}

/** What a message had of an excerpt, as long as it says so; else all of it, or a link to it. */
function excerptOf(
  old: readonly Block[],
  now: readonly Block[],
  whole: Html | undefined,
): readonly Block[] {
  if (old.length === 0) return whole === undefined ? now : [];
  if (old.every((piece) => words(now).includes(words([piece])))) return old;
  return whole === undefined ? now : instead(old, whole);
}

/** A text without marks of direction, which differ where it is broken. */
function words(pieces: readonly Block[]): string {
  return pieces
    .map(({ html }) => visible(html).replace(/[\u200e\u200f\u2066-\u2069]/g, ""))
    .join("\n");
}
