import { pausedNotice, topicNotice, type Concerned } from "../rendering/notices/notices.ts";
import type { Message } from "../rendering/message/message.ts";
import type { Printing } from "../domain/printing.ts";
import { readPrinting } from "../store/chats/chats.ts";
import { holdChat } from "../store/outbox/holds.ts";
import { moveChat } from "../store/chats/move.ts";
import type { Reach } from "../store/subscriptions/withheld-news.ts";
import { queueNotice } from "../store/runs/notices.ts";
import { readOwned } from "../store/chats/owners.ts";
import { leaveChat, missChat, pauseChat, pauseTopic, returnChat } from "../store/chats/standing.ts";
import type { Place } from "../store/subscriptions/subscriptions.ts";
import type { Database } from "../store/tables.ts";
import { inTransaction } from "../store/transaction.ts";

/** What we learned about a chat, from a send, an update or a probe. */
export type Standing =
  /** Nothing can be sent to it. */
  | { readonly type: "left"; readonly chatId: number; readonly reason: string }
  /** Telegram knows no such chat; that may be our own mistake. */
  | { readonly type: "missed"; readonly chatId: number }
  /** It is there, and we may not write in it. */
  | { readonly type: "forbidden"; readonly chatId: number }
  | { readonly type: "topic closed"; readonly place: Place }
  | { readonly type: "moved"; readonly from: number; readonly to: number }
  /** To be left alone until then. */
  | { readonly type: "held"; readonly chatId: number; readonly until: Date }
  /** It can be written to again. */
  | { readonly type: "back"; readonly chatId: number };

/** Keeps what we learned, in one transaction; may be repeated at will. */
export type KeepStanding = (standing: Standing, now: Date) => Promise<void>;

export interface StandingParts {
  readonly db: Database;
  /** Called after a notice to an owner was queued. */
  readonly onNotice?: () => void;
}

/** What is to be done about the standing of a chat; owners are told once where they can help. */
export function createStanding({ db, onNotice }: StandingParts): KeepStanding {
  return async (standing, now) => {
    if (await keep(db, standing, now)) onNotice?.();
  };
}

/** True where somebody is to be told. */
async function keep(db: Database, standing: Standing, now: Date): Promise<boolean> {
  switch (standing.type) {
    case "left":
      await leaveChat(db, standing.chatId, standing.reason, now);
      return false;
    case "missed":
      await missChat(db, standing.chatId, now);
      return false;
    case "forbidden":
      return forbid(db, standing.chatId, now);
    case "topic closed":
      return closeTopic(db, standing.place, now);
    case "moved":
      await moveChat(db, standing.from, standing.to);
      return false;
    case "held":
      await holdChat(db, standing.chatId, standing.until);
      return false;
    case "back":
      await returnChat(db, standing.chatId, now);
      return false;
  }
}

async function forbid(db: Database, chatId: number, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await pauseChat(trx, chatId, "forbidden", now))) return false;
    return tellOwners(trx, { chatId }, now, pausedNotice);
  });
}

async function closeTopic(db: Database, place: Place, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await pauseTopic(trx, place))) return false;
    return tellOwners(trx, place, now, (chat, printing) =>
      topicNotice(chat, place.threadId, printing),
    );
  });
}

/** The key names the chat, so that what was told of it can be erased with it. */
async function tellOwners(
  trx: Database,
  reach: Reach,
  now: Date,
  notice: (chat: Concerned, printing: Printing) => Message,
): Promise<boolean> {
  const owned = await readOwned(trx, reach);
  if (owned === undefined || owned.type === "private") return false;
  const type = owned.type === "channel" ? "channel" : "group";
  const chat = { id: reach.chatId, type, title: owned.title ?? undefined } as const;
  for (const owner of owned.owners) {
    const message = notice(chat, await readPrinting(trx, owner));
    const key = [`chat ${chat.id}`, reach.threadId ?? "", now.getTime(), owner].join(" ");
    await queueNotice(trx, { key, chatId: owner, message }, now);
  }
  return owned.owners.length > 0;
}
