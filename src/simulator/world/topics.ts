import { announce, creatorOf, isolated } from "./service.ts";
import { placeById } from "./speech.ts";
import { remove } from "./messages.ts";
import type { Topic } from "./model.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

function topicOf(telegram: Telegram, chatId: number, threadId: number): Topic {
  const topic = placeById(telegram, chatId).topics.get(threadId);
  if (topic === undefined) throw new WorldError(`chat ${chatId} has no topic ${threadId}`);
  return topic;
}

/** Opens a topic; its id is that of the service message that begins it. */
export function addTopic(telegram: Telegram, chatId: number, name: string): Topic {
  const chat = placeById(telegram, chatId);
  if (!chat.isForum) throw new WorldError(`chat ${chatId} has no topics`);
  const threadId = chat.lastMessageId + 1;
  const topic = { threadId, name, closed: false };
  chat.topics.set(threadId, topic);
  announce(telegram, {
    chat,
    sender: creatorOf(telegram, chat),
    fields: { forum_topic_created: { name, icon_color: 0x6fb9f0 } },
    line: `The topic “${isolated(name)}” was created`,
    threadId,
  });
  telegram.hub.emit({ type: "chats" });
  return topic;
}

export function setTopicClosed(
  telegram: Telegram,
  at: { readonly chat: number; readonly threadId: number },
  closed: boolean,
): void {
  const chat = placeById(telegram, at.chat);
  const topic = topicOf(telegram, at.chat, at.threadId);
  if (topic.closed === closed) return;
  topic.closed = closed;
  announce(telegram, {
    chat,
    sender: creatorOf(telegram, chat),
    fields: closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} },
    line: `The topic “${isolated(topic.name)}” was ${closed ? "closed" : "reopened"}`,
    threadId: at.threadId,
  });
  telegram.hub.emit({ type: "chats" });
}

export function renameTopic(
  telegram: Telegram,
  at: { readonly chat: number; readonly threadId: number },
  name: string,
): void {
  const chat = placeById(telegram, at.chat);
  topicOf(telegram, at.chat, at.threadId).name = name;
  announce(telegram, {
    chat,
    sender: creatorOf(telegram, chat),
    fields: { forum_topic_edited: { name } },
    line: `The topic is now “${isolated(name)}”`,
    threadId: at.threadId,
  });
  telegram.hub.emit({ type: "chats" });
}

/** Deletes a topic and its messages; the bot is not told. */
export function deleteTopic(telegram: Telegram, chatId: number, threadId: number): void {
  const chat = placeById(telegram, chatId);
  topicOf(telegram, chatId, threadId);
  chat.topics.delete(threadId);
  const ids = chat.messages.filter((message) => message.threadId === threadId).map(({ id }) => id);
  remove(telegram, chat, ids);
  telegram.hub.emit({ type: "chats" });
}
