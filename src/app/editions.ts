import { backoff } from "../delivery/backoff.ts";
import type { Sleep } from "../delivery/sleep.ts";
import type { Edition } from "../domain/edition.ts";
import type { Log } from "../log.ts";
import { readStandings } from "../store/revisions/standings.ts";
import { recordEdition } from "../store/revisions/revisions.ts";
import type { Database } from "../store/tables.ts";

/** The edition that is told, which is one that the store knows. */
export interface Editions {
  readonly current: () => Edition;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: () => Date | undefined;
  /** A new edition: it is told once the store has it. */
  readonly take: (edition: Edition) => void;
  /** The content has problems, and the edition stays. */
  readonly hold: () => void;
  /** Its stories may stand elsewhere among their revisions. */
  readonly refresh: () => void;
}

export interface EditionsParts {
  readonly db: Database;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told of every edition but the first. */
  readonly onEdition: (edition: Edition) => void;
}

/** Stores the first edition and keeps the current one. @throws what the store throws at the first. */
export async function keepEditions(first: Edition, parts: EditionsParts): Promise<Editions> {
  const { db, now, log, signal } = parts;
  let current = { ...first, standings: await recordEdition(db, first, now()) };
  let newest = first;
  let cleanSince: Date | undefined = now();
  let storing = Promise.resolve();

  /** Until it is stored, unless a newer one comes. */
  async function store(edition: Edition): Promise<void> {
    const isWanted = (): boolean => edition === newest && !signal.aborted;
    for (let failures = 0; isWanted(); failures += 1) {
      try {
        current = { ...edition, standings: await recordEdition(db, edition, now()) };
        parts.onEdition(current);
        return;
      } catch (error) {
        log.error({ error: String(error) }, "an edition cannot be stored; trying on");
        await parts.sleep(backoff(failures), signal);
      }
    }
  }

  async function stand(): Promise<void> {
    try {
      current = { ...current, standings: await readStandings(db) };
    } catch (error) {
      log.error({ error: String(error) }, "where stories stand cannot be read");
    }
  }

  return {
    current: () => current,
    cleanSince: () => cleanSince,
    take(edition) {
      newest = edition;
      cleanSince ??= now();
      storing = storing.then(() => store(edition));
    },
    hold() {
      cleanSince = undefined;
    },
    refresh() {
      storing = storing.then(stand);
    },
  };
}
