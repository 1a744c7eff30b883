import { badRequest } from "../api-error.ts";
import { boolean, list, need, object, string, within, type Args, type Kind } from "./kinds.ts";
import { checkUrl } from "./links.ts";

const styles = new Set(["danger", "success", "primary"]);

export const buttonStyle: Kind<string> = {
  read(value, name, inner) {
    const style = string.read(value, name, inner);
    if (!styles.has(style)) throw badRequest("invalid button style specified");
    return style;
  },
};

/** What a button does; exactly one of these. */
const actions = {
  callback_data: string,
  url: string,
  switch_inline_query: string,
  switch_inline_query_current_chat: string,
  switch_inline_query_chosen_chat: object({
    query: string,
    allow_user_chats: boolean,
    allow_bot_chats: boolean,
    allow_group_chats: boolean,
    allow_channel_chats: boolean,
  }),
  copy_text: object({ text: need(string) }),
  web_app: object({ url: need(string) }),
  login_url: object({
    url: need(string),
    forward_text: string,
    bot_username: string,
    request_write_access: boolean,
  }),
  callback_game: object({}),
  pay: boolean,
};

const inlineButton = {
  text: need(string),
  icon_custom_emoji_id: string,
  style: buttonStyle,
  ...actions,
};

export type InlineButton = Args<typeof inlineButton>;
export type InlineKeyboard = readonly (readonly InlineButton[])[];

const inlineMarkup = object({
  inline_keyboard: need(list(list(within("inline keyboard button", object(inlineButton))))),
});

/** Telegram does not say how much a keyboard may hold; these are what bots have met with. */
const mostButtons = 100;
const widestRow = 8;
const mostBytes = 10_240;

function checkPress(button: InlineButton): void {
  const { callback_data: data, copy_text: copy, url, web_app: app } = button;
  if (data !== undefined && Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
  if (url !== undefined) checkUrl(url, "inline keyboard button URL");
  if (app !== undefined && !/^https:\/\/[^/]+\./i.test(app.url)) {
    throw badRequest(
      `inline keyboard button Web App URL '${app.url}' is invalid: Only HTTPS links are allowed`,
    );
  }
  if (copy !== undefined && (copy.text === "" || copy.text.length > 256)) {
    throw badRequest("BUTTON_COPY_TEXT_INVALID");
  }
  if (button.pay !== undefined || button.callback_game !== undefined) {
    throw badRequest("BUTTON_TYPE_INVALID");
  }
}

function checkButton(button: InlineButton): void {
  const has = Object.entries(button).filter(
    ([name, value]) => Object.hasOwn(actions, name) && !(name === "callback_data" && value === ""),
  );
  if (button.text === "") {
    throw badRequest("can't parse inline keyboard button: Text must be non-empty");
  }
  if (has.length === 0) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if (has.length > 1) {
    throw badRequest(
      "can't parse inline keyboard button: exactly one of the optional fields must be used",
    );
  }
  checkPress(button);
}

function check(keyboard: InlineKeyboard): void {
  const buttons = keyboard.flat();
  for (const button of buttons) checkButton(button);
  const tooLong =
    buttons.length > mostButtons ||
    keyboard.some((row) => row.length > widestRow) ||
    Buffer.byteLength(JSON.stringify(keyboard)) > mostBytes;
  if (tooLong) throw badRequest("reply markup is too long");
}

/** The keyboard of an InlineKeyboardMarkup, or undefined if it has no buttons. */
export const inlineKeyboard: Kind<InlineKeyboard | undefined> = {
  read(value, name, inner) {
    const keyboard = inlineMarkup
      .read(value, name, inner)
      .inline_keyboard.filter((row) => row.length > 0);
    check(keyboard);
    return keyboard.length === 0 ? undefined : keyboard;
  },
};
