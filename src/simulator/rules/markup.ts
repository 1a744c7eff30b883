import { badRequest } from "../api-error.ts";
import type { ChatKind } from "../control.ts";
import { inlineKeyboard, type InlineKeyboard } from "./keyboard.ts";
import { boolean, isRecord, need, object, string, type Kind } from "./kinds.ts";
import { checkKeyboardFits, replyKeyboard, type ReplyKeyboard } from "./reply-keyboard.ts";

const removeMarkup = object({ remove_keyboard: need(boolean), selective: boolean });

const forceReply = object({
  force_reply: need(boolean),
  input_field_placeholder: string,
  selective: boolean,
});

export type Markup =
  | { readonly type: "inline"; readonly keyboard: InlineKeyboard | undefined }
  | { readonly type: "reply"; readonly keyboard: ReplyKeyboard }
  | { readonly type: "remove" }
  | { readonly type: "force" };

function readMarkup(value: object, name: string): Markup {
  if ("inline_keyboard" in value) {
    return { type: "inline", keyboard: inlineKeyboard.read(value, name, true) };
  }
  if ("keyboard" in value) {
    return { type: "reply", keyboard: replyKeyboard.read(value, name, true) };
  }
  if ("remove_keyboard" in value) {
    removeMarkup.read(value, name, true);
    return { type: "remove" };
  }
  forceReply.read(value, name, true);
  return { type: "force" };
}

/** The `reply_markup` of a sent message. */
export const markup: Kind<Markup> = {
  read(value, name) {
    let inner = value;
    if (typeof value === "string") {
      try {
        inner = JSON.parse(value) as unknown;
      } catch {
        throw badRequest("can't parse reply keyboard markup JSON object");
      }
    }
    if (!isRecord(inner)) throw badRequest("object expected as reply markup");
    return readMarkup(inner, name);
  },
};

/** Refuses a markup in a chat that has no use for it: a channel knows inline keyboards only. */
export function checkMarkupFits(markup: Markup, kind: ChatKind): void {
  if (markup.type === "inline") return;
  if (kind === "channel") throw badRequest("inline keyboard expected");
  if (markup.type === "reply") checkKeyboardFits(markup.keyboard, kind);
}
