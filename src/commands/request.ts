import type { Edition } from "../domain/edition.ts";
import type { Language } from "../domain/language.ts";
import type { Printing } from "../domain/printing.ts";
import type { File } from "../rendering/cite/export.ts";
import type { Message } from "../rendering/message/message.ts";
import type { StorySearch } from "../search/stories.ts";
import type { KnownChat } from "../store/chats/chats.ts";
import type { ChatType } from "../store/tables/chats.ts";
import type { Database } from "../store/tables.ts";

export interface Chat {
  readonly id: number;
  readonly type: ChatType;
  /** Of a group or channel. */
  readonly title?: string;
  /** The forum topic that was written in; absent in General and outside forums. */
  readonly threadId?: number;
}

export interface Person {
  readonly id: number;
  /** The language of the person's Telegram, where it is one of ours. */
  readonly language?: Language;
  /** First and last name as Telegram shows them. */
  readonly name: string;
}

/** What came in, freed of Telegram's form. Nothing of it is to be trusted. */
export type Incoming =
  /** `/name argument`, addressed to this bot or to nobody; the name in lower case. */
  | { readonly type: "command"; readonly name: string; readonly argument: string }
  /** Any other text; `forwarded` words are not the sender's own. */
  | { readonly type: "text"; readonly text: string; readonly forwarded: boolean }
  /** A button under one of our messages. */
  | { readonly type: "press"; readonly data: string }
  /** A chat that was picked with the button of a channel picker. */
  | { readonly type: "shared"; readonly chatId: number };

/** `away`: Telegram does not tell us about the chat, or did not answer. */
export type Right = "yes" | "no" | "away";

/** The edition that is told, and the folder as it is saved now. */
export interface ContentFacts {
  /** Seconds since the edition is told. */
  readonly age: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Who asks, where and when, and what an answer is made from. */
export interface Request {
  readonly chat: Chat;
  /** Absent in channels, and where somebody writes as a chat rather than as themselves. */
  readonly person?: Person;
  readonly edition: Edition;
  readonly search: Pick<StorySearch, "find">;
  readonly printing: Printing;
  /** The message whose button was pressed, where Telegram lets us have it. */
  readonly pressed?: { readonly messageId: number };
  /** What the gate says of the content, for editors. */
  readonly content?: ContentFacts;
  /** Ids of the people who get readers' reports. */
  readonly editors: readonly number[];
  readonly botUsername: string;
  readonly db: Database;
  readonly now: Date;
  /**
   * Whether whoever asks may decide for this chat: always in a private chat, elsewhere as Telegram
   * says at this moment. Button data, titles and names have no say in it.
   */
  readonly mayDecide: () => Promise<boolean>;
  /** IANA; of chats that chose none. */
  readonly defaultZone: string;
  /** Days for which it is known what was sent where. */
  readonly ledgerDays: number;
  /** What Telegram says at this moment of other chats. */
  readonly elsewhere: Elsewhere;
}

export interface Elsewhere {
  /** The chat of an id or a @name; undefined where we do not see it. */
  readonly find: (address: number | string) => Promise<KnownChat | undefined>;
  /**
   * Whether whoever asks is an administrator there: in a channel one who may post. Never of a
   * private chat.
   */
  readonly mayDecide: (chat: KnownChat) => Promise<Right>;
  /** Whether we may write there. */
  readonly mayPost: (chat: KnownChat) => Promise<boolean>;
}

/** A button that lets a person pick one of their channels, or nothing in its place. */
export type Below =
  | { readonly type: "channelPicker"; readonly label: string }
  | { readonly type: "nothing" };

/** What is to be done, in this order. */
export type Reply =
  /** A new message where the request came from. */
  | {
      readonly type: "send";
      readonly message: Message;
      /** What stands where the person types. */
      readonly below?: Below;
    }
  /** A file, with the text of the message as its caption (at most 1024 units, or none). */
  | { readonly type: "document"; readonly file: File; readonly message: Message }
  /** The message whose button was pressed is changed in place. */
  | { readonly type: "edit"; readonly message: Message }
  /** A short line shown to the presser only (at most 200 characters); `alert` wants an OK. */
  | { readonly type: "notice"; readonly text: string; readonly alert: boolean };
