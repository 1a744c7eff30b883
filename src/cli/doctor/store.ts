import { damageIn } from "../../store/damage.ts";
import { openToRead, shownAddress, StoreError, type Trouble } from "../../store/database.ts";
import { leaseholders } from "../../store/lease.ts";
import type { Database } from "../../store/tables.ts";
import { bad, ok, type Finding } from "./finding.ts";

const about = "store";

const mends: Readonly<Record<Trouble, string>> = {
  "earlier version": "start the bot: it brings the store up to date",
  "later version": "run that version, or restore a backup",
  "not whole": "start the bot when that is done",
  damaged: "restore a backup",
  "out of reach": "see that DATABASE_URL is right, and can be reached from here",
};

/** The store, opened to be read, where there is one that is sound. */
export async function checkStore(
  databaseUrl: string,
): Promise<{ readonly finding: Finding; readonly db?: Database }> {
  const shown = shownAddress(databaseUrl);
  try {
    const db = await openToRead(databaseUrl);
    if (db === undefined) {
      return { finding: ok(about, `there is none at ${shown} yet: the start makes it`) };
    }
    const damage = await damageIn(db);
    if (damage === undefined)
      return { finding: ok(about, `${shown} is sound${await users(db)}`), db };
    await db.destroy();
    return { finding: bad(about, `${shown} is damaged: ${damage}`, mends.damaged) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { finding: bad(about, error.message, mends[error.trouble ?? "out of reach"]) };
  }
}

/** The processes of the bot that are up on it. */
async function users(db: Database): Promise<string> {
  const { length } = await leaseholders(db);
  if (length === 0) return ", and no bot runs on it";
  return length === 1 ? ", and one bot runs on it" : `, and ${length} replicas run on it`;
}
