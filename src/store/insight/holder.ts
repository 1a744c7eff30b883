import type { Database } from "../tables.ts";

/** Who holds a lease by what the store says: `host:pid`, and until when if it is not renewed. */
export interface Holder {
  readonly holder: string;
  readonly epoch: number;
  readonly until: Date;
}

/** Undefined where nobody has ever held it. */
export async function readHolder(db: Database, name: string): Promise<Holder | undefined> {
  const row = await db
    .selectFrom("lease")
    .select(["holder", "epoch", "expires_at"])
    .where("name", "=", name)
    .executeTakeFirst();
  return row && { holder: row.holder, epoch: row.epoch, until: new Date(row.expires_at) };
}
