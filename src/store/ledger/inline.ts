import { sql, type Transaction } from "kysely";
import { keepShown, keyOfShown, type Shown } from "./shown.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** A content that is offered stays at least as long as this is shorter than the ledger's days. */
const rewriteAfter = 3_600_000;

/**
 * Keeps contents that are offered as inline results, so that it is known what was shown when one of
 * them is chosen, whatever the stories say by then. Writes only what is not known or long known.
 */
export async function keepOffered(
  db: Database,
  offered: readonly Shown[],
  now: Date,
): Promise<void> {
  if (offered.length === 0) return;
  const known = await db
    .selectFrom("shown")
    .select("key")
    .where("key", "in", offered.map(keyOfShown))
    .where("made_at", ">", now.getTime() - rewriteAfter)
    .execute();
  const keys = new Set(known.map(({ key }) => key));
  const others = offered.filter((shown) => !keys.has(keyOfShown(shown)));
  if (others.length === 0) return;
  await inTransaction(db, async (trx) => {
    for (const shown of others) {
      const id = await keepShown(trx, shown, now);
      await trx.updateTable("shown").set({ made_at: now.getTime() }).where("id", "=", id).execute();
    }
  });
}

/** A result of the inline mode that somebody sent. */
export interface Chosen {
  /** Telegram's id of the message. */
  readonly inlineId: string;
  readonly personId: number;
  /** See `keyOfShown`. */
  readonly shownKey: string;
  readonly at: Date;
}

/**
 * Enters a message of the inline mode into the ledger, once: told of it again, what it shows by then
 * stays. False where the content is not kept.
 */
export async function enterInline(db: Database, chosen: Chosen): Promise<boolean> {
  const { inlineId, personId, shownKey, at } = chosen;
  const content = await db
    .selectFrom("shown")
    .select("id")
    .where("key", "=", shownKey)
    .executeTakeFirst();
  if (content === undefined) return false;
  await db
    .insertInto("ledger")
    .values({
      chat_id: 0,
      thread_id: 0,
      sent_id: null,
      shown_id: content.id,
      sent_at: at.getTime(),
      inline_id: inlineId,
      person_id: personId,
    })
    .onConflict((conflict) =>
      conflict.column("inline_id").where(sql.ref("inline_id"), "is not", null).doNothing(),
    )
    .execute();
  return true;
}

/** Forgets what a person sent through the inline mode. */
export async function forgetInline(trx: Transaction<Tables>, personId: number): Promise<void> {
  await trx
    .deleteFrom("ledger")
    .where("inline_id", "is not", null)
    .where("person_id", "=", personId)
    .execute();
}
