/** How heavy letters are, as the fonts have them. */
export type Weight = 400 | 600 | 700;

/** What a colour is for; themes say which it is. */
export type Tone = "page" | "ink" | "muted" | "accent" | "rule" | "alert" | SeriesTone;

/** In the order in which the sources of a chart get them. */
export const seriesTones = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;
export type SeriesTone = (typeof seriesTones)[number];

export interface Run {
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
  readonly tone: Tone;
}

/** A paragraph, which is broken into lines at its width. */
export interface Words {
  readonly runs: readonly Run[];
  readonly direction: "rtl" | "ltr";
}

/** Words where they stand, in pixels from the top left; all their ink is inside. */
export interface Box extends Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly words: Words;
}

/** What words take up, in pixels. */
export interface Extent {
  readonly height: number;
  /** Of that height, what marks take up that stand out above the first line. */
  readonly over: number;
  /** How wide the widest line is. */
  readonly line: number;
}

/** A filled rectangle. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points, or what it encloses. */
export interface Shape {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  readonly fill?: Tone;
  readonly stroke?: { readonly tone: Tone; readonly width: number; readonly isDotted?: true };
}

/** A picture that is ready to be painted: its bars, then its shapes, then its words. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly bars: readonly Bar[];
  readonly shapes: readonly Shape[];
}

/** What words take up that are broken at a width. */
export type Measure = (words: Words, width: number) => Extent;

/**
 * Marks that may stand on one letter, none of them twice: «رَبِّ» has two, Vietnamese too, and more
 * run over other lines.
 */
const mostMarks = 3;

const tooManyMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, "gu");
const repeatedMark = /(\p{M})\1+/gu;
/** They would turn "38" into "83"; Telegram takes them out of messages, too. */
const overrides = /[\u202a-\u202e\u206a-\u206f]/gu;
const isolates = /[\u2066-\u2069]/gu;
const blanks = /[\s\p{Cc}]+/gu;

/** A text as it is drawn: a part of one paragraph, that orders and pushes nothing but itself. */
export function drawable(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(overrides, "")
    .replace(repeatedMark, "$1")
    .replace(tooManyMarks, "$1")
    .replace(blanks, " ")
    .trim();
  return plain + "\u2069".repeat(openIsolates(plain));
}

function openIsolates(text: string): number {
  let open = 0;
  for (const [sign] of text.matchAll(isolates)) {
    open = sign === "\u2069" ? Math.max(0, open - 1) : open + 1;
  }
  return open;
}
