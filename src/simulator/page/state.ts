import type { ControlEvent, MessageView, ReplyKeyboardView, State } from "../control.ts";

function withMessages(
  state: State,
  chatId: number,
  change: (messages: readonly MessageView[]) => readonly MessageView[],
): State {
  const messages = change(state.messages[chatId] ?? []);
  return { ...state, messages: { ...state.messages, [chatId]: messages } };
}

function put(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  const others = messages.filter(({ messageId }) => messageId !== message.messageId);
  return [...others, message].toSorted((a, b) => a.messageId - b.messageId);
}

function withKeyboard(
  state: State,
  chatId: number,
  replyKeyboard: ReplyKeyboardView | undefined,
): State {
  const chats = state.chats.map((chat) => {
    if (chat.id !== chatId) return chat;
    const { replyKeyboard: _, ...rest } = chat;
    return replyKeyboard === undefined ? rest : { ...rest, replyKeyboard };
  });
  return { ...state, chats };
}

/** The state after an event. An event that the state already holds changes nothing. */
export function applyEvent(state: State, event: ControlEvent): State {
  switch (event.type) {
    case "message":
    case "edited":
      return withMessages(state, event.message.chatId, (all) => put(all, event.message));
    case "deleted":
      return withMessages(state, event.chatId, (all) =>
        all.filter(({ messageId }) => !event.messageIds.includes(messageId)),
      );
    case "keyboard":
      return withKeyboard(state, event.chatId, event.keyboard);
    case "problems":
      return { ...state, problems: event.problems };
    case "clock":
      return { ...state, now: event.now };
    case "answer":
    case "inline":
    case "commands":
    case "chats":
    case "typing":
      break;
  }
  return state;
}
