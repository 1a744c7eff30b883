import type { Database } from "../tables.ts";
import { undecidedStates } from "../undecided.ts";

/** `confirmed` ones are queued with the next tick. */
export type PendingCorrections = Readonly<Record<(typeof undecidedStates)[number], number>>;

/** Stories whose changed figures have not been brought to the messages that show them. */
export async function countCorrections(db: Database): Promise<PendingCorrections> {
  const rows = await db
    .selectFrom("corrections")
    .select(["state", (select) => select.fn.countAll<number>().as("count")])
    .where("state", "in", undecidedStates)
    .groupBy("state")
    .execute();
  const of = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { settling: of("settling"), asking: of("asking"), confirmed: of("confirmed") };
}
