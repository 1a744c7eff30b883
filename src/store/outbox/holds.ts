import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** Telegram asked to leave a chat alone until then; a later moment that it named stays. */
export async function holdChat(db: Kysely<Tables>, chatId: number, until: Date): Promise<void> {
  await db
    .updateTable("chats")
    .set({ hold_until: until.getTime() })
    .where("id", "=", chatId)
    .where((row) =>
      row.or([row("hold_until", "is", null), row("hold_until", "<", until.getTime())]),
    )
    .execute();
}

export interface HeldChat {
  readonly chatId: number;
  readonly until: Date;
}

/** Chats that are to be left alone now. */
export async function heldChats(db: Kysely<Tables>, now: Date): Promise<readonly HeldChat[]> {
  const rows = await db
    .selectFrom("chats")
    .select(["id", "hold_until"])
    .where("hold_until", ">", now.getTime())
    .execute();
  return rows.map((row) => ({ chatId: row.id, until: new Date(row.hold_until ?? 0) }));
}
