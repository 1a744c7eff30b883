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
  readonly keyboard?: Keyboard;
  /** Ids of the stories whose figures the message shows. */
  readonly shows?: readonly string[];
}
