import { damageIn } from "../../store/damage.ts";
import { openToRead, shownAddress, StoreError } from "../../store/database.ts";
import type { Database } from "../../store/tables.ts";
import { bad, ok, type Finding } from "./finding.ts";

/** The store, opened to be read, where there is one that is sound. */
export async function checkStore(
  databaseUrl: string,
): Promise<{ readonly finding: Finding; readonly db?: Database }> {
  const about = "store";
  const mend = "restore a backup";
  try {
    const db = await openToRead(databaseUrl);
    if (db === undefined) {
      return {
        finding: ok(about, `there is none at ${shownAddress(databaseUrl)} yet: the start makes it`),
      };
    }
    const damage = await damageIn(db);
    if (damage === undefined)
      return { finding: ok(about, `${shownAddress(databaseUrl)} is sound`), db };
    await db.destroy();
    return { finding: bad(about, `${shownAddress(databaseUrl)} is damaged: ${damage}`, mend) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const later = /an earlier version/.test(error.message)
      ? "start the bot: it brings the store up to date"
      : mend;
    return { finding: bad(about, error.message, later) };
  }
}
