import type { Printing } from "../../domain/printing.ts";
import type { Block } from "./pack.ts";
import type { Picture } from "./picture.ts";

/** A button; `data` is what comes back when it is pressed (at most 64 bytes, see press.ts). */
export type Button =
  | { readonly type: "press"; readonly label: string; readonly data: string }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** Rows of buttons, top to bottom. */
export type Keyboard = readonly (readonly Button[])[];

/** Text and keyboard, ready for Telegram. */
export interface Message {
  /** Telegram's HTML, escaped by construction and inside every limit. */
  readonly html: string;
  /** The text is its caption then, of at most 1024 units. */
  readonly picture?: Picture;
  readonly keyboard?: Keyboard;
  /** Of a message that shows figures: how it is made, so that it can be corrected in place. */
  readonly made?: Made;
}

/** What a message that shows figures is made of. */
export interface Made {
  readonly printing: Printing;
  /** In their order; joined with their gaps they are the message. */
  readonly pieces: readonly Block[];
  /**
   * By story, the numbers of the revisions that it has shown, oldest first; the last one is what it
   * shows. 0 where the store does not know the edition.
   */
  readonly shows: Readonly<Record<string, readonly number[]>>;
}
