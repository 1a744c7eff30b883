import { html, type Html } from "../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../rendering/message/message.ts";
import { encodePress } from "../rendering/message/press-data.ts";
import type { Press } from "../rendering/message/press.ts";
import { label } from "../rendering/text/translate.ts";
import { wordingOf } from "./command.ts";
import type { Reply, Request } from "./request.ts";

export function press(label: string, data: Press): Button {
  return { type: "press", label, data: encodePress(data) };
}

/** A text of our own as one message. */
export function text(words: Html | string, keyboard: Keyboard = []): Message {
  const message = { html: html`${words}`.html };
  return keyboard.length === 0 ? message : { ...message, keyboard };
}

/** Messages one after the other, the keyboard under the last one. */
export function sendAll(messages: readonly Message[], keyboard: Keyboard = []): readonly Reply[] {
  return withKeyboard(messages, keyboard).map((message) => ({ type: "send", message }));
}

function withKeyboard(messages: readonly Message[], keyboard: Keyboard): readonly Message[] {
  if (keyboard.length === 0) return messages;
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, keyboard } : message,
  );
}

/**
 * The pressed message in its new form. One message cannot become two: what does not fit in one is
 * sent anew, and the old one stays.
 */
export function editInto(messages: readonly Message[], keyboard: Keyboard): readonly Reply[] {
  const [message, ...more] = withKeyboard(messages, keyboard);
  return message !== undefined && more.length === 0
    ? [{ type: "edit", message }]
    : sendAll(messages, keyboard);
}

export function notice(words: string, alert = false): Reply {
  return { type: "notice", text: words, alert };
}

/** A link that opens the private chat with the bot, handing it a payload for /start. */
export function startLink(request: Pick<Request, "botUsername">, payload?: string): string {
  const start = payload === undefined ? "" : `?start=${payload}`;
  return `https://t.me/${request.botUsername}${start}`;
}

/** Buttons in rows of a given width. */
export function inRows(buttons: readonly Button[], width: number): Keyboard {
  return buttons.flatMap((_, index) =>
    index % width === 0 ? [buttons.slice(index, index + width)] : [],
  );
}

/** The answer to a button that is forged, or older than what it speaks of. */
export function outOfDate(request: Request): Reply {
  return notice(label(wordingOf(request), "interface:press.old"), true);
}

/** A chosen one among buttons. */
export function mark(label: string, chosen: boolean): string {
  return chosen ? `✓ ${label}` : label;
}

/** Where a channel's readers go for everything but reading: the private chat, at this payload. */
export function privateChatButton(request: Request, payload?: string): Button {
  const url = startLink(request, payload);
  return { type: "link", label: label(wordingOf(request), "interface:button.private"), url };
}
