import type { ChatKind, Entity, MemberStatus, Person } from "../control.ts";
import type { InlineKeyboard } from "../rules/keyboard.ts";
import type { ReplyKeyboard } from "../rules/reply-keyboard.ts";

export interface BotUser {
  readonly id: number;
  readonly firstName: string;
  readonly username: string;
}

/** A person with their standing towards the bot. */
export interface PersonState extends Person {
  /** Has opened the private chat, so that the bot may write there. */
  readonly started: boolean;
  readonly blocked: boolean;
  readonly deactivated: boolean;
}

/** Rights of an administrator or of a restricted member; a missing one is granted. */
export type Rights = Readonly<Record<string, boolean>>;

export interface Member {
  readonly status: MemberStatus;
  readonly rights?: Rights;
  /** An administrator who writes under the name of the group. */
  readonly anonymous?: boolean;
}

export interface Topic {
  readonly threadId: number;
  name: string;
  closed: boolean;
}

/** The keyboard that the bot has put before the people of a chat. */
export interface ShownKeyboard {
  /** The message that it came with. */
  readonly messageId: number;
  readonly keyboard: ReplyKeyboard;
  /** A one-time keyboard that has been used is folded away, but still there. */
  readonly folded: boolean;
}

export interface Chat {
  readonly id: number;
  readonly kind: ChatKind;
  title: string;
  readonly username?: string;
  readonly isForum: boolean;
  readonly topics: Map<number, Topic>;
  /** By user id; the bot is among them. Empty for a private chat. */
  readonly members: Map<number, Member>;
  /** What all members of a group may do; a missing one is granted. */
  permissions: Rights;
  replyKeyboard?: ShownKeyboard;
  deleted: boolean;
  migratedTo?: number;
  /** Ascending by id; a deleted message is gone from here. */
  readonly messages: Message[];
  /** The counter of supergroups and channels; the other chats share the account's. */
  lastMessageId: number;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** What Telegram dropped from it without an error. */
  readonly drops?: readonly string[];
}

export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly width?: number;
  readonly height?: number;
}

export type Content =
  | { readonly type: "text"; readonly body: FormattedText; readonly linkPreview?: object }
  | {
      readonly type: "photo" | "document";
      readonly file: StoredFile;
      readonly body: FormattedText;
      readonly spoiler: boolean;
      readonly captionAbove: boolean;
    }
  | {
      readonly type: "service";
      /** The fields of the Bot API message that make it a service message. */
      readonly fields: Readonly<Record<string, unknown>>;
      readonly body: FormattedText;
    };

export type Sender =
  | { readonly type: "bot" }
  | { readonly type: "person"; readonly person: PersonState }
  /** A channel post. */
  | { readonly type: "channel" }
  | { readonly type: "anonymous" }
  /** A person writing in a group under the name of a channel of theirs. */
  | { readonly type: "asChannel"; readonly channel: Chat };

export interface Message {
  readonly chat: Chat;
  readonly id: number;
  /** Unix seconds. */
  readonly date: number;
  readonly sender: Sender;
  readonly threadId?: number;
  readonly replyTo?: number;
  readonly silent?: boolean;
  readonly protected?: boolean;
  readonly mediaGroupId?: string;
  /** Who first wrote a forwarded message. */
  readonly forwardedFrom?: Sender;
  /** Sent through the inline mode of the bot. */
  readonly viaBot?: true;
  /** By which the bot may edit it; only of one that came with a keyboard. */
  readonly inlineMessageId?: string;
  content: Content;
  keyboard?: InlineKeyboard;
  /** Came with a markup that is no inline keyboard, for which Telegram takes no edits. */
  readonly fixed?: boolean;
  editDate?: number;
}
