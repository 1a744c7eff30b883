import { randomInt, randomUUID } from "node:crypto";
import { personJson } from "./message-json.ts";
import { post } from "./messages.ts";
import type { Message } from "./model.ts";
import { personById, placeById } from "./speech.ts";
import { mayPost } from "./standing.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

export interface InlineQuestion {
  readonly person: number;
  readonly query: string;
  readonly offset?: string | undefined;
}

/** A person types the bot's name and a query in some chat; gives the id of the query. */
export function askInline(telegram: Telegram, question: InlineQuestion): string {
  const { person, query, offset = "" } = question;
  const id = String(randomInt(2 ** 47));
  const from = personJson(personById(telegram, person));
  telegram.inlineQueries.set(id, { id, person, time: telegram.clock.now() });
  const payload = { id, from, query: query.slice(0, 256), offset, chat_type: "private" };
  telegram.updates.push("inline_query", payload, `inline ${person}`);
  return id;
}

export interface InlineChoice {
  readonly queryId: string;
  readonly resultId: string;
  /** Where the person sends it; the bot need not be there. */
  readonly chat: number;
}

/** The person sends one of the results; its message is then edited by `inlineMessageId`. */
export function chooseInline(telegram: Telegram, choice: InlineChoice): Message {
  const query = telegram.inlineQueries.get(choice.queryId);
  const result = query?.results?.find(({ id }) => id === choice.resultId);
  if (query === undefined || result === undefined) {
    throw new WorldError(`query ${choice.queryId} has no result ${choice.resultId}`);
  }
  const person = personById(telegram, query.person);
  const chat = placeById(telegram, choice.chat);
  if (!mayPost(chat, person)) throw new WorldError(`${person.firstName} may not post there`);
  const { content, keyboard } = result;
  const inlineMessageId = randomUUID().replaceAll("-", "");
  const message = post(telegram, {
    chat,
    sender: { type: "person", person },
    content,
    inlineMessageId,
    ...(keyboard !== undefined && { keyboard }),
  });
  telegram.inlineMessages.set(inlineMessageId, message);
  const chosen = { result_id: result.id, from: personJson(person), query: "" };
  const payload = { ...chosen, inline_message_id: inlineMessageId };
  telegram.updates.push("chosen_inline_result", payload, `inline ${query.person}`);
  return message;
}
