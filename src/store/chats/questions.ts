import type { Database } from "../tables.ts";
import type { QuestionTable } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

/** What a person was asked to type in the private chat, and for which place. */
export interface Question {
  readonly kind: QuestionTable["kind"];
  readonly chatId: number;
  readonly threadId: number;
}

const hour = 3_600_000;

/** Asks a person for an hour; what they were asked or were writing before is dropped. */
export async function openQuestion(
  db: Database,
  personId: number,
  { kind, chatId, threadId }: Question,
  now: Date,
): Promise<void> {
  const row = { kind, chat_id: chatId, thread_id: threadId, expires_at: now.getTime() + hour };
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom("dialogues").where("person_id", "=", personId).execute();
    await trx
      .insertInto("questions")
      .values({ person_id: personId, ...row })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
      .execute();
  });
}

/** What the person is asked, unless it has expired. */
export async function findQuestion(
  db: Database,
  personId: number,
  now: Date,
): Promise<Question | undefined> {
  const row = await db
    .selectFrom("questions")
    .select(["kind", "chat_id", "thread_id"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now.getTime())
    .executeTakeFirst();
  return row && { kind: row.kind, chatId: row.chat_id, threadId: row.thread_id };
}

export async function closeQuestion(db: Database, personId: number): Promise<void> {
  await db.deleteFrom("questions").where("person_id", "=", personId).execute();
}
