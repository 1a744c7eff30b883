import type { DayRange } from "../../domain/time/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual, Language } from "../../domain/language.ts";
import type { Doubt, Modality, Span } from "../../extraction/figure.ts";

/** A part of an article, as it came in one message; a caption and its file are two. */
export interface Piece {
  /** Of the message in the editor's chat; with `part` unique, and in the order they were sent. */
  readonly messageId: number;
  readonly part: "text" | "file";
  readonly text: string;
}

/** What the text names for a figure, in its own words. */
export interface Named {
  readonly source?: string;
  readonly via?: string;
  readonly group?: string;
  readonly place?: string;
  readonly period?: string;
}

/** What of a figure the record wants otherwise than the text has it: an id, two languages, dates. */
export const looseEnds = ["source", "group", "place", "period"] as const;
export type LooseEnd = (typeof looseEnds)[number];

/** A figure as it was read, and what the editor made of it. */
export interface DeskFigure {
  /** As it goes into the story: what nobody settled yet is not in it. */
  readonly figure: Figure;
  /** Where it stands in the article, and the words there. */
  readonly span: Span;
  readonly words: string;
  /** Of its sentence. */
  readonly language: Language;
  readonly named: Named;
  /** Whether its own sentence names a source: any other is likely at most. */
  readonly isStated: boolean;
  readonly modality: Modality;
  readonly doubts: readonly Doubt[];
  readonly decision: "open" | "kept" | "dropped";
  /** What the editor has dealt with, even if by leaving it out; `ties` are those to others. */
  readonly settled: readonly (LooseEnd | "ties")[];
}

export const textFields = ["place", "headline", "excerpt"] as const;
export type TextField = (typeof textFields)[number];

/** What an editor is asked. */
export type Ask =
  | { readonly type: "article" }
  | { readonly type: "figure"; readonly figure: string }
  /** The fields of a figure that an editor may change. */
  | { readonly type: "change"; readonly figure: string; readonly field: ChangeField }
  /** Words of the figure in the language that the article is not in. */
  | { readonly type: "settle"; readonly figure: string; readonly end: LooseEnd }
  | { readonly type: "topic" }
  | { readonly type: "date" }
  | { readonly type: "text"; readonly field: TextField; readonly language: Language }
  | { readonly type: "figures" }
  | { readonly type: "preview" };

export const changeFields = [
  "count",
  "qualifier",
  "who",
  "source",
  "group",
  "time",
  "scope",
] as const;
export type ChangeField = (typeof changeFields)[number];

/** A story in the making: plain data, kept whole after every step. */
export interface DeskDraft {
  readonly form: 1;
  /** The permanent id that the story will have. */
  readonly storyId: string;
  /** In the order of their messages. */
  readonly pieces: readonly Piece[];
  /** Whether the editor said that the article is complete, and it was read. */
  readonly isRead: boolean;
  readonly figures: readonly DeskFigure[];
  readonly topic?: string;
  readonly date?: DayRange;
  readonly place: Partial<Bilingual>;
  readonly headline: Partial<Bilingual>;
  readonly excerpt: Partial<Bilingual>;
  /** Whether it goes out at once; undefined in drafts of before, which say no. */
  readonly breaking?: boolean;
  /** What the editor went back to; otherwise the first thing that is missing is asked. */
  readonly asking?: Ask;
  /** The newest message that was taken as an answer: what is told twice is taken once. */
  readonly heard: number;
}

export function newDraft(storyId: string): DeskDraft {
  return {
    form: 1,
    storyId,
    pieces: [],
    isRead: false,
    figures: [],
    place: {},
    headline: {},
    excerpt: {},
    heard: 0,
  };
}

const paragraph = "\n\n";

/** The article: its pieces one below the other. */
export function articleOf({ pieces }: Pick<DeskDraft, "pieces">): string {
  return pieces.map(({ text }) => text).join(paragraph);
}

export function findFigure(draft: DeskDraft, id: string): DeskFigure | undefined {
  return draft.figures.find(({ figure }) => figure.id === id);
}

export function withFigure(draft: DeskDraft, changed: DeskFigure): DeskDraft {
  const figures = draft.figures.map((one) => (one.figure.id === changed.figure.id ? changed : one));
  return { ...draft, figures };
}

/** What the text names and the record has not, in the order that it is asked. */
export function looseEndsOf({ figure, named, settled }: DeskFigure): readonly LooseEnd[] {
  const inRecord: Readonly<Record<LooseEnd, boolean>> = {
    source: figure.attribution.type !== "none",
    group: figure.group !== undefined,
    place: figure.place !== undefined,
    period: (figure.period ?? figure.since) !== undefined,
  };
  return looseEnds.filter(
    (end) => named[end] !== undefined && !inRecord[end] && !settled.includes(end),
  );
}
