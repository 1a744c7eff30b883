import { queueNotice, type Notice } from "../runs/notices.ts";
import type { Database } from "../tables.ts";
import type { DialogueTable } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

/**
 * A report of an error that a person is writing in the private chat: about which story and figure,
 * and their words once given; then only their consent is missing.
 */
export type ReportDialogue = Pick<DialogueTable, "story" | "figure" | "words">;

const hour = 3_600_000;
const day = 24 * hour;

/** Opens a person's dialogue for an hour; an older one, or a question to them, is dropped. */
export async function openDialogue(
  db: Database,
  personId: number,
  dialogue: ReportDialogue,
  now: Date,
): Promise<void> {
  const row = { ...dialogue, expires_at: now.getTime() + hour };
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom("questions").where("person_id", "=", personId).execute();
    await trx
      .insertInto("dialogues")
      .values({ person_id: personId, ...row })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
      .execute();
  });
}

/** Keeps the words of the person's open dialogue; the hour that it has goes on. */
export async function keepWords(db: Database, personId: number, words: string): Promise<void> {
  await db.updateTable("dialogues").set({ words }).where("person_id", "=", personId).execute();
}

/** The person's open dialogue, unless it has expired. */
export async function findDialogue(
  db: Database,
  personId: number,
  now: Date,
): Promise<ReportDialogue | undefined> {
  return db
    .selectFrom("dialogues")
    .select(["story", "figure", "words"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now.getTime())
    .executeTakeFirst();
}

export async function closeDialogue(db: Database, personId: number): Promise<void> {
  await db.deleteFrom("dialogues").where("person_id", "=", personId).execute();
}

/**
 * Ends a person's dialogue by sending it: counts one report, erases the words and queues what the
 * editors are told, in one transaction. False where the person has sent `limit` reports in 24 hours;
 * then nothing changes.
 */
export async function submitReport(
  db: Database,
  personId: number,
  { limit, notices }: { readonly limit: number; readonly notices: readonly Notice[] },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { count } = await trx
      .selectFrom("reports")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("person_id", "=", personId)
      .where("at", ">", now.getTime() - day)
      .executeTakeFirstOrThrow();
    if (count >= limit) return false;
    await trx.insertInto("reports").values({ person_id: personId, at: now.getTime() }).execute();
    await trx.deleteFrom("dialogues").where("person_id", "=", personId).execute();
    for (const notice of notices) await queueNotice(trx, notice, now);
    return true;
  });
}

/** Erases dialogues and questions whose hour is over, and the count of reports of a day ago. */
export async function pruneDialogues(db: Database, now: Date): Promise<void> {
  for (const table of ["dialogues", "questions"] as const) {
    await db.deleteFrom(table).where("expires_at", "<=", now.getTime()).execute();
  }
  await db
    .deleteFrom("reports")
    .where("at", "<=", now.getTime() - day)
    .execute();
}
