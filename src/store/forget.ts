import type { Database } from "./tables.ts";

/**
 * Erases what is stored about a chat: its choices and, as a private chat has its person's id, the
 * person's dialogue. Its updates in the inbox were erased when they were handled. The number of
 * reports stays for its 24 hours, so that erasing is no way around the limit.
 */
export async function forgetChat(db: Database, chatId: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("chats").where("id", "=", chatId).execute();
    await trx.deleteFrom("dialogues").where("person_id", "=", chatId).execute();
    await trx
      .deleteFrom("questions")
      .where((row) => row.or([row("person_id", "=", chatId), row("chat_id", "=", chatId)]))
      .execute();
  });
}
