import type { Transaction } from "kysely";
import { isOfKnownRun } from "../subscriptions/withheld-news.ts";
import { forgetInline } from "../ledger/inline.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Erases what is stored about a chat: its choices and subscriptions, who set it up, what was sent
 * to it and what waits for it. A private chat has its person's id: the person's dialogue goes too,
 * what they were asked and what they sent through the inline mode, and their number with what they
 * set up elsewhere, which itself stays. Updates in the inbox were erased when they were handled. The
 * number of reports stays for its 24 hours, so that erasing is no way around the limit. An editor's
 * drafts go; what the editors did stays in their log.
 */
export async function forgetChat(db: Database, chatId: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    await forgetNotices(trx, chatId);
    await trx.deleteFrom("outbox").where(isOfKnownRun).where("chat_id", "=", chatId).execute();
    await trx.deleteFrom("ledger").where("chat_id", "=", chatId).execute();
    await forgetInline(trx, chatId);
    await trx.deleteFrom("subscriptions").where("chat_id", "=", chatId).execute();
    await trx
      .updateTable("subscriptions")
      .set({ person_id: null })
      .where("person_id", "=", chatId)
      .execute();
    await trx
      .deleteFrom("managers")
      .where((row) => row.or([row("person_id", "=", chatId), row("chat_id", "=", chatId)]))
      .execute();
    await trx.deleteFrom("dialogues").where("person_id", "=", chatId).execute();
    await trx
      .deleteFrom("questions")
      .where((row) => row.or([row("person_id", "=", chatId), row("chat_id", "=", chatId)]))
      .execute();
    await trx.deleteFrom("desk_drafts").where("editor_id", "=", chatId).execute();
    await trx.deleteFrom("chats").where("id", "=", chatId).execute();
  });
}

/** What this chat was told, and what others were told of it: each notice is one chat's alone. */
async function forgetNotices(trx: Transaction<Tables>, chatId: number): Promise<void> {
  const told = trx
    .selectFrom("outbox")
    .innerJoin("runs", "runs.id", "outbox.run_id")
    .select("runs.id")
    .where("runs.kind", "=", "notice")
    .where(isOfKnownRun)
    .where("outbox.chat_id", "=", chatId);
  const rows = await trx
    .selectFrom("runs")
    .select("id")
    .where("kind", "=", "notice")
    .where((row) => row.or([row("id", "in", told), row("key", "like", `notice chat ${chatId} %`)]))
    .execute();
  for (const { id } of rows) {
    await trx.deleteFrom("outbox").where("run_id", "=", id).execute();
    await trx.deleteFrom("messages").where("run_id", "=", id).execute();
    await trx.deleteFrom("runs").where("id", "=", id).execute();
  }
}
