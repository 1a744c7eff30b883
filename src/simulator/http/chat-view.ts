import type { ChatView, ReplyButtonView, ReplyKeyboardView } from "../control.ts";
import type { ReplyButton } from "../rules/reply-keyboard.ts";
import type { Chat, PersonState, ShownKeyboard } from "../world/model.ts";
import { mayPost } from "../world/standing.ts";
import type { Telegram } from "../world/telegram.ts";

function buttonView({ text, request_chat: request, ...rest }: ReplyButton): ReplyButtonView {
  if (request !== undefined) return { type: "chat", text, requestId: request.request_id };
  const kind = Object.keys(rest).find((name) => name.startsWith("request_"));
  return kind === undefined ? { type: "text", text } : { type: "other", text, kind };
}

export function replyKeyboardView({ keyboard, folded }: ShownKeyboard): ReplyKeyboardView {
  const { keyboard: rows, input_field_placeholder: placeholder } = keyboard;
  return {
    rows: rows.map((row) => row.map(buttonView)),
    folded,
    ...(placeholder !== undefined && { placeholder }),
  };
}

function topicsView(chat: Chat): Pick<ChatView, "isForum" | "topics"> {
  if (!chat.isForum) return {};
  const topics = [...chat.topics.values()].map(({ threadId, name, closed }) => ({
    threadId,
    name,
    ...(closed && { closed }),
  }));
  return { isForum: true, topics };
}

/** A chat as one person sees it in the list. */
export function chatView(telegram: Telegram, chat: Chat, person: PersonState): ChatView {
  return {
    id: chat.id,
    kind: chat.kind,
    title: chat.kind === "private" ? telegram.bot.firstName : chat.title,
    ...(chat.username !== undefined && { username: chat.username }),
    ...topicsView(chat),
    ...(chat.replyKeyboard !== undefined && {
      replyKeyboard: replyKeyboardView(chat.replyKeyboard),
    }),
    status: chat.members.get(person.id)?.status ?? "member",
    mayPost: mayPost(chat, person),
  };
}
