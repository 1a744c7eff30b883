import type {
  BotCommand,
  ChatMember,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  UserFromGetMe,
} from "telegraf/types";
import type { ChatType } from "../../store/tables/chats.ts";

/** A file to be uploaded, as the value of a parameter. */
export interface Upload {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

export type CommandScope = "default" | "all_private_chats" | "all_group_chats";

interface SendOptions {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly disable_notification?: boolean;
  /** Telegram charges Stars for what is above the free rate. */
  readonly allow_paid_broadcast?: boolean;
  readonly reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
}

interface MenuPlace {
  readonly scope: { readonly type: CommandScope };
  /** Two letters, or empty for everybody else. */
  readonly language_code: string;
}

interface Text {
  readonly text: string;
  readonly parse_mode?: "HTML";
  readonly link_preview_options?: { readonly is_disabled: boolean };
}

interface Caption {
  readonly caption?: string;
  readonly parse_mode?: "HTML";
}

/** A message of a chat, or one of the inline mode. */
export type EditTarget =
  | { readonly chat_id: number; readonly message_id: number }
  | { readonly inline_message_id: string };

type EditOptions = EditTarget & { readonly reply_markup?: InlineKeyboardMarkup };

/** A result of the inline mode, and the text that is sent where it is chosen. */
export interface InlineArticle {
  readonly type: "article";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly input_message_content: {
    readonly message_text: string;
    readonly parse_mode: "HTML";
    readonly link_preview_options: { readonly is_disabled: boolean };
  };
  readonly thumbnail_url?: string;
  readonly reply_markup: InlineKeyboardMarkup;
}

/** The same with a picture that Telegram has a file of. */
export interface InlinePhoto {
  readonly type: "photo";
  readonly id: string;
  readonly photo_file_id: string;
  readonly title: string;
  readonly description: string;
  readonly caption: string;
  readonly parse_mode: "HTML";
  readonly reply_markup: InlineKeyboardMarkup;
}

interface Method<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

type None = Readonly<Record<string, never>>;
type Language = Pick<MenuPlace, "language_code">;

/** The methods that we call: what goes in, and what of the answer matters to us. */
export interface Methods {
  readonly getMe: Method<None, UserFromGetMe>;
  readonly getUpdates: Method<
    {
      readonly offset?: number;
      readonly limit: number;
      /** Seconds that Telegram holds the request while there is nothing new. */
      readonly timeout: number;
      readonly allowed_updates: readonly string[];
    },
    readonly unknown[]
  >;
  readonly getWebhookInfo: Method<
    None,
    {
      readonly url: string;
      readonly pending_update_count?: number;
      /** Unix seconds. */
      readonly last_error_date?: number;
      readonly last_error_message?: string;
    }
  >;
  readonly setWebhook: Method<
    {
      readonly url: string;
      readonly secret_token: string;
      readonly max_connections: number;
      readonly allowed_updates: readonly string[];
      readonly drop_pending_updates: boolean;
    },
    true
  >;
  readonly deleteWebhook: Method<{ readonly drop_pending_updates: boolean }, true>;
  readonly sendMessage: Method<SendOptions & Text, Message.TextMessage>;
  readonly sendPhoto: Method<
    SendOptions & {
      readonly photo: Upload | string;
      readonly has_spoiler?: boolean;
    } & Caption,
    Message.PhotoMessage
  >;
  readonly sendDocument: Method<
    SendOptions & { readonly document: Upload } & Caption,
    Message.DocumentMessage
  >;
  readonly editMessageText: Method<Text & EditOptions, Message.TextMessage | true>;
  readonly editMessageCaption: Method<EditOptions & Caption, Message.PhotoMessage | true>;
  readonly editMessageMedia: Method<
    EditOptions & {
      readonly media: {
        readonly type: "photo";
        /** A file's id, its public address, or `attach://card` for the one that is uploaded. */
        readonly media: string;
        readonly has_spoiler?: boolean;
      } & Caption;
      /** Not for a message of the inline mode. */
      readonly card?: Upload;
    },
    Message.PhotoMessage | true
  >;
  /** Good for 30 seconds. Results are at most 50, with ids of at most 64 bytes. */
  readonly answerInlineQuery: Method<
    {
      readonly inline_query_id: string;
      readonly results: readonly (InlineArticle | InlinePhoto)[];
      /** Seconds. */
      readonly cache_time: number;
      readonly is_personal: boolean;
      /** Empty where there is nothing more; at most 64 bytes. */
      readonly next_offset: string;
      readonly button?: { readonly text: string; readonly start_parameter: string };
    },
    true
  >;
  readonly answerCallbackQuery: Method<
    {
      readonly callback_query_id: string;
      readonly text?: string;
      readonly show_alert?: boolean;
    },
    true
  >;
  readonly getChat: Method<
    { readonly chat_id: number | string },
    { readonly id: number; readonly type: ChatType; readonly title?: string }
  >;
  readonly getChatMember: Method<
    { readonly chat_id: number; readonly user_id: number },
    Pick<ChatMember, "status"> & {
      readonly can_post_messages?: boolean;
      readonly can_send_messages?: boolean;
    }
  >;
  /** Files above 20 MB are refused; the path is good for an hour. */
  readonly getFile: Method<{ readonly file_id: string }, { readonly file_path?: string }>;
  readonly getMyStarBalance: Method<None, { readonly amount: number }>;
  /** Seen by nobody in a channel, for five seconds elsewhere. */
  readonly sendChatAction: Method<{ readonly chat_id: number; readonly action: "typing" }, true>;
  readonly getMyCommands: Method<MenuPlace, readonly BotCommand[]>;
  readonly setMyCommands: Method<MenuPlace & { readonly commands: readonly BotCommand[] }, true>;
  readonly deleteMyCommands: Method<MenuPlace, true>;
  readonly getMyDescription: Method<Language, { readonly description: string }>;
  readonly setMyDescription: Method<Language & { readonly description: string }, true>;
  readonly getMyShortDescription: Method<Language, { readonly short_description: string }>;
  readonly setMyShortDescription: Method<Language & { readonly short_description: string }, true>;
}

export type MethodName = keyof Methods;
export type Params<M extends MethodName> = Methods[M]["params"];
export type Result<M extends MethodName> = Methods[M]["result"];
