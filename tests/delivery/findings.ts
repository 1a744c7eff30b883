import type { Entry, Taken } from "../../src/simulator/record/happening.ts";
import { faultIn } from "./revised.ts";
import { messagesIn, quiet, type Scene } from "./scene.ts";

/** Messages that show something else than their stories say now, by whether the bot knows of them. */
export async function findWrong({ room, places, drafts }: Scene) {
  const held = await room.db.selectFrom("ledger").select(["chat_id", "sent_id"]).execute();
  const known = new Set(held.map((row) => `${row.chat_id} ${row.sent_id}`));
  const wrong = places.flatMap((at) =>
    messagesIn(room, at).flatMap(({ messageId, text }) =>
      drafts.flatMap((one) => {
        const found = faultIn(text, one);
        const where = `${at.id} ${messageId}`;
        return found === undefined ? [] : [{ where, found, text, isKnown: known.has(where) }];
      }),
    ),
  );
  return {
    known: wrong.filter(({ isKnown }) => isKnown),
    unknown: wrong.filter(({ isKnown, found }) => !isKnown && found.startsWith("shows")),
  };
}

/** The same of what people sent through the inline mode, as far as the bot was told of it. */
export async function findWrongElsewhere({ room, elsewhere, sentElsewhere, drafts }: Scene) {
  const held = await room.db
    .selectFrom("ledger")
    .select("inline_id")
    .where("inline_id", "is not", null)
    .execute();
  const ids = new Set(held.map(({ inline_id: id }) => sentElsewhere.get(id ?? "")));
  return room.telegram
    .messages(elsewhere)
    .filter(({ messageId }) => ids.has(messageId))
    .flatMap(({ text }) => drafts.flatMap((one) => faultIn(text, one) ?? []));
}

/** Requests that Telegram carried out without saying so. */
export function unanswered({ room: { telegram } }: Scene): number {
  return telegram.record.entries().filter(({ type }) => type === "fault").length;
}

/**
 * How often each chat was told of each correction: by the store, and by what Telegram has; and how
 * often with a sound where it wants none.
 */
export async function notices({ room, places }: Scene) {
  const rows = await room.db
    .selectFrom("outbox")
    .select(["chat_id", "run_id"])
    .where("task", "=", "reply")
    .execute();
  const replies = room.telegram.record
    .entries()
    .filter((entry): entry is Entry & Taken => entry.type === "sent")
    .filter((entry) => entry.replyTo !== undefined);
  return places.map(({ id }, index) => {
    const here = replies.filter(({ chatId }) => chatId === id);
    return {
      runs: rows.filter((row) => row.chat_id === id).map((row) => row.run_id),
      replies: here.length,
      loud:
        index === 0 ? here.filter((reply) => isAtNight(reply) && reply.silent !== true).length : 0,
    };
  });
}

function isAtNight({ time }: Entry): boolean {
  const hour = new Date(time).getUTCHours();
  return hour >= quiet.from && hour < quiet.until;
}
