import type { Transaction } from "kysely";
import { keepShown, type Shown } from "../ledger/shown.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** The messages of one variant of a run, in their order. */
export interface VariantMessages {
  readonly variant: string;
  /** Where the news in them begins. */
  readonly newsFrom: Date;
  readonly messages: readonly StoredMessage[];
}

/** A rendered message; keyboard and picture are the rendering's own, of any form that JSON can hold. */
export interface StoredMessage {
  readonly html: string;
  readonly keyboard?: readonly unknown[];
  readonly picture?: object;
  /** What it is made of, where it shows figures. */
  readonly shown?: Shown;
}

/** Stores what the places of some variants get, in one transaction; what is there already stays. */
export async function storeMessages(
  db: Database,
  runId: number,
  variants: readonly VariantMessages[],
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const { variant, newsFrom, messages } of variants) {
      for (const [part, message] of messages.entries()) {
        const place = { run_id: runId, variant, part, news_from: newsFrom.getTime() };
        await trx
          .insertInto("messages")
          .values({ ...place, ...(await wordsOf(trx, message, now)) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    }
  });
}

/** A message as a row has it; what it is made of is kept. */
export async function wordsOf(
  trx: Transaction<Tables>,
  { html, keyboard, picture, shown }: StoredMessage,
  now: Date,
) {
  return {
    html,
    keyboard: keyboard === undefined ? null : JSON.stringify(keyboard),
    picture: picture === undefined ? null : JSON.stringify(picture),
    shown_id: shown === undefined ? null : await keepShown(trx, shown, now),
  };
}

/** The variants of a run whose messages are stored. */
export async function storedVariants(db: Database, runId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("messages")
    .select("variant")
    .distinct()
    .where("run_id", "=", runId)
    .execute();
  return rows.map(({ variant }) => variant);
}
