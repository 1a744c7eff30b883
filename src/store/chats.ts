import type { ChatType, Database } from "./tables.ts";
import { defaultPrinting, type Printing } from "../domain/printing.ts";

/** How a chat is written to; a chat that chose nothing gets the defaults and leaves no row. */
export async function readPrinting(db: Database, chatId: number): Promise<Printing> {
  const row = await db
    .selectFrom("chats")
    .select(["language", "digits", "months"])
    .where("id", "=", chatId)
    .executeTakeFirst();
  return row ?? defaultPrinting;
}

/** Keeps what a chat chose; the other choices stay as they are. */
export async function choosePrinting(
  db: Database,
  chat: { readonly id: number; readonly type: ChatType },
  choice: Partial<Printing>,
  now: Date,
): Promise<void> {
  await db
    .insertInto("chats")
    .values({ ...chat, ...defaultPrinting, ...choice, created_at: now.getTime() })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ type: chat.type, ...choice }))
    .execute();
}

/**
 * A group became a supergroup with an id of its own: its choices follow. What the new chat has
 * chosen already stays, and doing it twice changes nothing.
 */
export async function moveChat(db: Database, from: number, to: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("chats")
      .columns(["id", "type", "language", "digits", "months", "created_at"])
      .expression((select) =>
        select
          .selectFrom("chats")
          .select((row) => [
            row.val(to).as("id"),
            row.val<ChatType>("supergroup").as("type"),
            "language",
            "digits",
            "months",
            "created_at",
          ])
          .where("id", "=", from),
      )
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    await trx.deleteFrom("chats").where("id", "=", from).execute();
  });
}
