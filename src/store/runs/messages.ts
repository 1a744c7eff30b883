import type { Database } from "../tables.ts";

/** The messages of one variant of a run, in their order. */
export interface VariantMessages {
  readonly variant: string;
  /** Where the news in them begins. */
  readonly newsFrom: Date;
  readonly messages: readonly StoredMessage[];
}

/** A rendered message; the keyboard is the rendering's own, of any form that JSON can hold. */
export interface StoredMessage {
  readonly html: string;
  readonly keyboard?: readonly unknown[];
  /** The revision of each story whose figures it shows. */
  readonly shows: Readonly<Record<string, number>>;
}

/** Stores what the places of some variants get, in one transaction; what is there already stays. */
export async function storeMessages(
  db: Database,
  runId: number,
  variants: readonly VariantMessages[],
): Promise<void> {
  const rows = variants.flatMap(({ variant, newsFrom, messages }) =>
    messages.map(({ html, keyboard, shows }, part) => ({
      run_id: runId,
      variant,
      part,
      html,
      keyboard: keyboard === undefined ? null : JSON.stringify(keyboard),
      shows: Object.keys(shows).length === 0 ? null : JSON.stringify(shows),
      news_from: newsFrom.getTime(),
    })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto("messages")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
