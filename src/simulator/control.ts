/**
 * The contract between the simulator and whoever plays people in it: the page, and tests.
 * Everything is JSON over HTTP below `/control`; `GET /control/events` is a server-sent stream.
 *
 * GET  /control/state?person=ID              → State
 * GET  /control/events?person=ID             → stream of ControlEvent that this person may see
 * GET  /control/commands?person=ID&chat=ID   → readonly MenuCommand[] (scope and language resolved)
 * POST /control/message   PersonMessage      → { messageId }
 * POST /control/forward   Forwarding         → { messageId }
 * POST /control/press     ButtonPress        → { callbackId }; the bot's answer comes as an event
 * POST /control/start     { person, payload? } → { messageId }  (a deep link or the start button)
 * GET  /control/fitting?person=ID&request=ID → readonly FittingChat[]  (for a button that asks)
 * POST /control/share     Sharing            → { messageId }
 * POST /control/inline    Asking             → { queryId, answer? }; else the answer comes as an event
 * POST /control/choose    Choosing           → { messageId }
 */

export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly username?: string;
  /** IETF tag of the person's Telegram, such as "ar" or "en". */
  readonly languageCode: string;
}

export type ChatKind = "private" | "group" | "supergroup" | "channel";

export type MemberStatus =
  | "creator"
  | "administrator"
  | "member"
  | "restricted"
  | "left"
  | "kicked";

export interface TopicView {
  readonly threadId: number;
  readonly name: string;
  /** Only administrators write there. */
  readonly closed?: boolean;
}

export interface ChatView {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly username?: string;
  readonly isForum?: boolean;
  readonly topics?: readonly TopicView[];
  /** The keyboard that the bot shows here in place of the person's own. */
  readonly replyKeyboard?: ReplyKeyboardView;
  /** The viewing person's own standing, and whether they may post here. */
  readonly status: MemberStatus;
  readonly mayPost: boolean;
}

/** As in the Bot API: offset and length in UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly unix_time?: number;
  /** The letters of `<tg-time format>`, such as "wDt". */
  readonly date_time_format?: string;
  readonly custom_emoji_id?: string;
  /** Of a text_mention. */
  readonly user?: { readonly id: number };
}

export type ButtonView =
  | { readonly type: "callback"; readonly text: string; readonly data: string }
  | { readonly type: "url"; readonly text: string; readonly url: string }
  | { readonly type: "other"; readonly text: string; readonly kind: string };

export type ReplyButtonView =
  | { readonly type: "text"; readonly text: string }
  /** Opens the choice of a chat to share. */
  | { readonly type: "chat"; readonly text: string; readonly requestId: number }
  | { readonly type: "other"; readonly text: string; readonly kind: string };

export interface ReplyKeyboardView {
  readonly rows: readonly (readonly ReplyButtonView[])[];
  /** Was there for one time and has been used; the person may open it again. */
  readonly folded: boolean;
  /** What the field to write in says meanwhile. */
  readonly placeholder?: string;
}

/** A chat that a person may share with the bot. */
export interface FittingChat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly isForum?: boolean;
  /** What sharing it does to the bot besides. */
  readonly bot?: "joins" | "promoted";
}

export interface MessageView {
  readonly chatId: number;
  readonly messageId: number;
  readonly threadId?: number;
  /** Unix seconds. */
  readonly date: number;
  readonly editDate?: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** Text of a message, or the caption of its media. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly media?: {
    readonly type: "photo" | "document";
    readonly url: string;
    readonly fileName?: string;
    readonly spoiler?: boolean;
  };
  readonly keyboard?: readonly (readonly ButtonView[])[];
  readonly replyTo?: number;
  /** The name of whoever wrote it first. */
  readonly forwardedFrom?: string;
  /** The bot whose inline mode it was sent through, without "@". */
  readonly viaBot?: string;
  readonly silent?: boolean;
  /** A service line such as "X joined"; then `text` is that line. */
  readonly service?: boolean;
}

export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** One problem of the content folder, as the process that serves the page reports it. */
export interface ProblemView {
  /** A warning keeps nothing from being shown. */
  readonly level: "error" | "warning";
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly field: string;
  readonly text: string;
  /** How to mend it, where the text does not say so already. */
  readonly mend?: string;
}

export interface State {
  readonly bot: { readonly id: number; readonly firstName: string; readonly username: string };
  readonly people: readonly Person[];
  readonly person: Person;
  /** The private chat with the bot first, then the person's groups and channels. */
  readonly chats: readonly ChatView[];
  /** Oldest first, per chat id. */
  readonly messages: Readonly<Record<string, readonly MessageView[]>>;
  readonly problems: readonly ProblemView[];
  /** Unix milliseconds as the simulated world has it. */
  readonly now: number;
}

export type ControlEvent =
  | { readonly type: "message"; readonly message: MessageView }
  | { readonly type: "edited"; readonly message: MessageView }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageIds: readonly number[] }
  | {
      readonly type: "answer";
      readonly callbackId: string;
      readonly text: string;
      readonly alert: boolean;
    }
  | { readonly type: "inline"; readonly queryId: string; readonly answer: InlineAnswerView }
  | { readonly type: "keyboard"; readonly chatId: number; readonly keyboard?: ReplyKeyboardView }
  | { readonly type: "commands" }
  | { readonly type: "chats" }
  | { readonly type: "typing"; readonly chatId: number }
  | { readonly type: "problems"; readonly problems: readonly ProblemView[] }
  | { readonly type: "clock"; readonly now: number };

export interface PersonMessage {
  readonly person: number;
  readonly chat: number;
  readonly text: string;
  readonly threadId?: number;
  readonly replyTo?: number;
  /** Sent as a document; then `text` is its caption. */
  readonly file?: SentFile;
}

export interface SentFile {
  readonly name: string;
  readonly mime: string;
  readonly base64: string;
}

/** A message that the person sees is forwarded to a chat of theirs. */
export interface Forwarding {
  readonly person: number;
  /** Where the message is. */
  readonly from: number;
  readonly messageId: number;
  readonly chat: number;
}

export interface ButtonPress {
  readonly person: number;
  readonly chat: number;
  readonly messageId: number;
  readonly data: string;
}

/** A person types `@bot query` in a chat. */
export interface Asking {
  readonly person: number;
  readonly chat: number;
  readonly query: string;
  readonly offset?: string;
}

/** What the bot offers for a query. */
export interface InlineAnswerView {
  readonly results: readonly InlineResultView[];
  /** What asks for more; empty where there is none. */
  readonly nextOffset: string;
  /** Above the results: opens the private chat. */
  readonly button?: { readonly text: string; readonly startParameter: string };
}

export interface InlineResultView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Of a picture that the simulator has. */
  readonly thumbnail?: string;
}

/** A result is sent to the chat that it was asked for in. */
export interface Choosing {
  readonly queryId: string;
  readonly resultId: string;
  readonly chat: number;
  readonly threadId?: number;
}

/** A chat is picked for a button of the reply keyboard that requests one. */
export interface Sharing {
  readonly person: number;
  /** Of the button's `request_chat`. */
  readonly requestId: number;
  readonly chat: number;
}
