import type { Database } from "./database.ts";

/**
 * Erases what is stored about a chat: its choices, what waits in its inbox, and, as a private
 * chat has its person's id, the person's dialogue. The count of reports stays for its 24 hours,
 * so that erasing is no way around the limit.
 */
export async function forgetChat(db: Database, chatId: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("chats").where("id", "=", chatId).execute();
    await trx.deleteFrom("dialogues").where("person_id", "=", chatId).execute();
    await trx
      .updateTable("inbox")
      .set({ body: null, state: "done" })
      .where("chat_id", "=", chatId)
      .where("state", "!=", "new")
      .execute();
  });
}
