import { canonical } from "./canonical.ts";
import { figuresOf } from "./edition.ts";
import type { Attribution, Figure } from "./figure.ts";
import type { Bilingual } from "./language.ts";
import type { CorrectionNote, Story } from "./story.ts";

/** What of a figure a reader must be told when it changes. */
const materialFields = [
  "kind",
  "who",
  "amount",
  "source",
  "basis",
  "scope",
  "time",
  "rate",
] as const;

export type MaterialField = (typeof materialFields)[number];

/** What became of a figure between two revisions of its story; `id` stays the same. */
export type FigureChange =
  | { readonly type: "added"; readonly now: Figure }
  | {
      readonly type: "changed";
      readonly was: Figure;
      readonly now: Figure;
      readonly fields: readonly MaterialField[];
    }
  /** Retracted, or not in the story any more. */
  | { readonly type: "withdrawn"; readonly was: Figure };

/**
 * How much a change weighs. `same`: nothing that a reader sees. `minor`: words, a place's name, a
 * link. The others are material. `update`: the toll goes on, or nobody says why it changed.
 * `correction`: what was shown was wrong, is taken back, or is told again; so is a correction itself
 * that is taken back. `withdrawal`: the story is.
 */
export type Weight = "same" | "minor" | "update" | "correction" | "withdrawal";

/** The difference between two revisions of a story, the earlier one first. */
export interface StoryChange {
  readonly weight: Weight;
  /** In the order of the later revision; the withdrawn ones last, in that of the earlier one. */
  readonly figures: readonly FigureChange[];
  /** Nothing but a note is new: it says why of a change that was made before. */
  readonly isExplanation: boolean;
  /**
   * What the editor says about it: the latest of the notes that the earlier one does not have. One
   * that says that something was wrong goes before a late report, which would hide it.
   */
  readonly note?: CorrectionNote;
}

/** Compares two revisions, figure by figure, by their permanent ids. */
export function changeOf(was: Story, now: Story): StoryChange {
  const figures = figureChanges(was, now);
  const notes = notesBesides(was, now);
  const note = notes.findLast(isCorrection) ?? notes.at(-1);
  const compared = { was, now, figures, note };
  const isExplanation = explains(compared);
  return { weight: weigh(compared), figures, isExplanation, ...(note && { note }) };
}

export function isMaterial({ weight }: Pick<StoryChange, "weight">): boolean {
  return weight !== "same" && weight !== "minor";
}

/** Whether readers are told with a message of its own, besides the edit of what they were shown. */
export function isTold({ weight }: Pick<StoryChange, "weight">): boolean {
  return weight === "correction" || weight === "withdrawal";
}

/** What is material in a story, as plain data: where it differs, so does what readers were told. */
export function materialOf(story: Story): unknown {
  return [...shownBy(story).values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((figure) => [
      figure.id,
      figure.group,
      ...materialFields.map((field) => valueOf(figure, field)),
    ]);
}

/** The figures that a story shows: a withdrawn one shows none. */
function shownBy(story: Story): ReadonlyMap<string, Figure> {
  const figures = story.withdrawn === undefined ? figuresOf(story) : [];
  return new Map(figures.map((figure) => [figure.id, figure]));
}

function figureChanges(was: Story, now: Story): readonly FigureChange[] {
  const before = shownBy(was);
  const after = shownBy(now);
  const kept = [...after.values()].flatMap((figure): FigureChange[] => {
    const old = before.get(figure.id);
    if (old === undefined) return [{ type: "added", now: figure }];
    const fields = changedFields(old, figure);
    return fields.length === 0 ? [] : [{ type: "changed", was: old, now: figure, fields }];
  });
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  return [...kept, ...gone.map((figure) => ({ type: "withdrawn", was: figure }) as const)];
}

/** What is compared of a figure; equal values are written alike. */
function valueOf(figure: Figure, field: MaterialField): unknown {
  switch (field) {
    case "amount":
      return [figure.amount, figure.qualifier];
    case "source":
      return whoSays(figure.attribution);
    case "time":
      return [figure.period, figure.since];
    case "kind":
    case "who":
    case "basis":
    case "scope":
    case "rate":
    default:
      return figure[field];
  }
}

function changedFields(was: Figure, now: Figure): readonly MaterialField[] {
  return materialFields.filter(
    (field) =>
      !isSame(valueOf(was, field), valueOf(now, field)) ||
      (field === "who" && isOtherGroup(was.group, now.group)),
  );
}

/** Who relays it matters only where nobody else stands behind it. */
function whoSays(attribution: Attribution): unknown {
  const { type } = attribution;
  return type === "none" ? [type, attribution.via] : [type, attribution.source];
}

/** A group is other people; put in other words in one language it is the same one, better named. */
function isOtherGroup(was: Bilingual | undefined, now: Bilingual | undefined): boolean {
  if (was === undefined || now === undefined) return was !== now;
  return was.ar !== now.ar && was.en !== now.en;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** The notes of one revision that the other does not have, the latest last. */
function notesBesides(other: Story, one: Story): readonly CorrectionNote[] {
  const known = other.corrections.map(canonical);
  return one.corrections
    .filter((note) => !known.includes(canonical(note)))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

interface Compared {
  readonly was: Story;
  readonly now: Story;
  readonly figures: readonly FigureChange[];
  readonly note: CorrectionNote | undefined;
}

/** A note more; one in other words is no other note. */
function explains({ was, now, figures, note }: Compared): boolean {
  const isTold = was.withdrawn === undefined && now.withdrawn === undefined;
  const isMore = now.corrections.length > was.corrections.length;
  return isTold && isMore && figures.length === 0 && note !== undefined;
}

function weigh({ was, now, figures, note }: Compared): Weight {
  const isWithdrawn = now.withdrawn !== undefined;
  if (isWithdrawn !== (was.withdrawn !== undefined))
    return isWithdrawn ? "withdrawal" : "correction";
  if (figures.length === 0 && !explains({ was, now, figures, note })) {
    return isSame(seen(was), seen(now)) ? "same" : "minor";
  }
  const isTakenBack = notesBesides(now, was).some(isCorrection);
  if (isTakenBack || figures.some(({ type }) => type === "withdrawn")) return "correction";
  return note !== undefined && isCorrection(note) ? "correction" : "update";
}

/** A late report lets a toll go on; every other reason says that what was told was wrong. */
function isCorrection({ reason }: CorrectionNote): boolean {
  return reason !== "late_report";
}

/** The words that a figure was read from, and how a story is sent, are not seen. */
function seen({ figures, breaking: _breaking, push: _push, ...story }: Story): unknown {
  return { ...story, figures: figures.map((figure) => ({ ...figure, quote: undefined })) };
}
