import type { Day } from "../../domain/time/dates.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import type { ReadFigure } from "../../extraction/figure.ts";
import type { Finding } from "../../content/gate/finding.ts";
import type { Message } from "../../rendering/message/message.ts";
import type { Deed } from "../../store/desk/log.ts";
import type { Ask, DeskDraft, Piece } from "./draft.ts";
import type { DeskAction } from "./press.ts";

/** What the content's own checks say of a story. */
export interface StoryProblem {
  readonly level: "error" | "warning";
  /** As the file names it: `excerpt.ar`, `figures[2].quote`; empty where the whole story is meant. */
  readonly field: string;
  /** In the English words of the terminal, with its field. */
  readonly text: string;
  /** The same as data, where the gate found it. */
  readonly finding?: Finding;
}

/** What a step may look at besides the draft. */
export interface DeskContext {
  readonly draftId: number;
  readonly edition: Edition;
  /** As the editor's chat is written to. */
  readonly printing: Printing;
  /** The language of the desk's own words. */
  readonly wording: Language;
  readonly botUsername: string;
  /** Where the editor is. */
  readonly today: Day;
  /** Whether another editor must press publish. */
  readonly needsApproval: boolean;
  readonly read: (text: string) => readonly ReadFigure[];
  /** Of a story as its file would say it. */
  readonly problems: (story: Story) => readonly StoryProblem[];
}

/** What an editor did, freed of Telegram's form. */
export type DeskInput =
  /** Parts of an article. */
  | { readonly type: "pieces"; readonly pieces: readonly Piece[] }
  /** A message was edited: where it is a part of the article, that part is now so. */
  | { readonly type: "edited"; readonly piece: Piece }
  /** `to`: the question that it answers, where the editor replied to one. */
  | { readonly type: "typed"; readonly messageId: number; readonly text: string; readonly to?: Ask }
  | { readonly type: "pressed"; readonly action: DeskAction };

/** What is to be shown, in this order; an edit is of the message whose button was pressed. */
export type DeskReply =
  | { readonly type: "send" | "edit"; readonly message: Message }
  | { readonly type: "notice"; readonly text: string; readonly alert: boolean };

/** What is to become of the draft as a whole. */
export type Act = "publish" | "save" | "discard";

export interface Stepped {
  readonly draft: DeskDraft;
  readonly replies: readonly DeskReply[];
  /** For the log. */
  readonly deeds: readonly Deed[];
  readonly act?: Act;
}

/** A draft as it is shown. */
export interface Scene {
  readonly draft: DeskDraft;
  readonly context: DeskContext;
}
