import type { Kysely } from "kysely";
import { leaveChat, probeEvery, returnChat } from "./standing.ts";
import type { Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** What a paused chat said when it was asked whether we may write. `gone` with Telegram's reason. */
export type Probe =
  | { readonly type: "open" }
  | { readonly type: "closed" }
  | { readonly type: "gone"; readonly reason: string };

/** How long a paused chat is asked. */
const patience = 7 * probeEvery;

/** Paused chats that are due to be asked again, the longest waiting first. */
export async function chatsToProbe(
  db: Kysely<Tables>,
  now: Date,
  limit = 100,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("chats")
    .select("id")
    .where("probe_at", "<=", now.getTime())
    .orderBy("probe_at")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Keeps what a paused chat said: it is active again, or asked again in a day, or after seven days
 * of that, inactive. A chat that is not paused any more stays as it is.
 */
export async function probed(
  db: Kysely<Tables>,
  chatId: number,
  probe: Probe,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const chat = await trx
      .selectFrom("chats")
      .select(["state_since", "reason"])
      .where("id", "=", chatId)
      .where("state", "=", "paused")
      .executeTakeFirst();
    if (chat === undefined) return;
    const since = chat.state_since ?? now.getTime();
    if (probe.type === "open") await returnChat(trx, chatId, now);
    else if (probe.type === "gone") await leaveChat(trx, chatId, probe.reason, now);
    else if (now.getTime() - since >= patience) {
      await leaveChat(trx, chatId, chat.reason ?? "forbidden", now);
    } else await askAgain(trx, chatId, now.getTime() + probeEvery);
  });
}

/** When a paused chat is asked next; for one that could not be asked now. */
export async function askAgain(db: Kysely<Tables>, chatId: number, at: number): Promise<void> {
  await db
    .updateTable("chats")
    .set({ probe_at: at })
    .where("id", "=", chatId)
    .where("state", "=", "paused")
    .execute();
}
