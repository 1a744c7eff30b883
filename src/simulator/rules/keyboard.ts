import { badRequest } from "../api-error.ts";
import { boolean, list, need, object, string, type Args, type Kind } from "./kinds.ts";

const inlineButton = {
  text: need(string, "can't parse inline keyboard button: text must be specified"),
  icon_custom_emoji_id: string,
  style: string,
  callback_data: string,
  url: string,
  switch_inline_query: string,
  switch_inline_query_current_chat: string,
  copy_text: object({ text: need(string) }),
  web_app: object({ url: need(string) }),
  login_url: object({
    url: need(string),
    forward_text: string,
    bot_username: string,
    request_write_access: boolean,
  }),
  pay: boolean,
};

export type InlineButton = Args<typeof inlineButton>;
export type InlineKeyboard = readonly (readonly InlineButton[])[];

export interface InlineMarkup {
  readonly inline_keyboard: InlineKeyboard;
}

export const inlineMarkup: Kind<InlineMarkup> = object({
  inline_keyboard: need(list(list(object(inlineButton)))),
});

export function checkInlineKeyboard(markup: InlineMarkup): InlineKeyboard | undefined {
  for (const button of markup.inline_keyboard.flat()) {
    if (button.text === "") {
      throw badRequest("can't parse inline keyboard button: text must be non-empty");
    }
    if (button.callback_data !== undefined) {
      const bytes = Buffer.byteLength(button.callback_data);
      if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
    }
  }
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  return rows.length === 0 ? undefined : rows;
}
