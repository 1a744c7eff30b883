import { backoff } from "../delivery/backoff.ts";
import type { Term } from "../delivery/lease.ts";
import type { Sleep } from "../delivery/sleep.ts";
import type { Edition } from "../domain/edition.ts";
import type { Log } from "../log.ts";
import { StoreError } from "../store/database.ts";
import { LeaseLost, underLease } from "../store/lease.ts";
import {
  markClean,
  readToldEdition,
  readToldMark,
  restandEdition,
  tellEdition,
  type Told,
} from "../store/revisions/told.ts";
import type { Database } from "../store/tables.ts";
import { behindOf, findKept, withKept, type Behind, type Kept } from "./kept.ts";
import type { Leadership } from "./replicas.ts";

/** The edition that is told, which is the one that the store has. */
export interface Editions {
  readonly current: () => Edition;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: () => Date | undefined;
  /** A new edition of the folder: it is told once the store has it, if this process leads. */
  readonly take: (edition: Edition) => void;
  /** The folder has problems, and the edition stays. */
  readonly hold: () => void;
  /** Told of the edition that is there, and of every one after it. */
  readonly follow: (listener: (edition: Edition) => void) => void;
  /** Its stories may stand elsewhere among their revisions. */
  readonly refresh: () => void;
  /** When nothing is read or stored any more. */
  readonly stop: () => Promise<void>;
}

export interface EditionsParts {
  readonly db: Database;
  readonly leadership: Leadership;
  /** When the file of a story was written last. */
  readonly writtenAt: (id: string) => Date | undefined;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told, after another process led, of stories that stay as that one told them. */
  readonly onBehind: (behind: Behind) => Promise<void>;
}

const foreign =
  "DATABASE_URL: the edition in it was told by another version of Mujaz; run that one";

/** Milliseconds after which a process that follows looks for another edition. */
const look = 1000;

/**
 * Tells what the folder holds while this process leads, and what the store has while another does.
 * Resolves when there is an edition.
 * @throws StoreError where another version's replicas tell one that this one cannot read
 */
export async function keepEditions(first: Edition, parts: EditionsParts): Promise<Editions> {
  const { leadership, now, sleep, log, signal } = parts;
  const db = underLease(parts.db, leadership.term);
  const stopping = new AbortController();
  let newest = first;
  let cleanSince: Date | undefined = now();
  /** While another process leads, what it says. */
  let followed: { readonly cleanSince: Date | undefined } | undefined;
  let kept: Kept | undefined;
  let told: Told | undefined;
  let queue = Promise.resolve();
  let begun: Term | undefined;
  const listeners: ((edition: Edition) => void)[] = [];

  function announce(): void {
    for (const listener of listeners) if (told !== undefined) listener(told.edition);
  }

  function isOver(): boolean {
    return stopping.signal.aborted || signal.aborted;
  }

  async function tell(edition: Edition): Promise<void> {
    if (followed !== undefined && told !== undefined) {
      const { writtenAt } = parts;
      kept = await findKept(db, told.edition, { edition, writtenAt });
      await parts.onBehind(behindOf(kept));
      followed = undefined;
    }
    const whole = kept === undefined ? edition : withKept(edition, kept);
    told = await tellEdition(db, whole, cleanSince, now());
  }

  /** What another process tells, if it is not known yet; whether there is an edition. */
  async function follow(): Promise<boolean> {
    const mark = await readToldMark(parts.db);
    if (mark === undefined) return false;
    followed = { cleanSince: mark.cleanSince };
    if (mark.number === told?.number) return true;
    const read = await readToldEdition(parts.db, told?.edition);
    if (read === undefined) {
      if (told === undefined) throw new StoreError(foreign);
      return true;
    }
    const isFirst = told === undefined;
    told = read;
    if (!isFirst) announce();
    return true;
  }

  /** Until it is done, as long as this process leads and it is wanted. */
  async function insist(isWanted: () => boolean, work: () => Promise<void>): Promise<void> {
    for (let failures = 0; !isOver() && leadership.term() !== undefined; failures += 1) {
      if (!isWanted()) return;
      try {
        await work();
        return;
      } catch (error) {
        if (error instanceof LeaseLost) {
          log.warn({}, "no edition is told under a lease of before");
          return;
        }
        log.error({ error: String(error) }, "an edition cannot be stored; trying on");
        await sleep(backoff(failures), stopping.signal);
      }
    }
  }

  function later(work: () => Promise<void>): void {
    queue = queue.then(work);
  }

  function tellSoon(edition: Edition): void {
    const isWanted = (): boolean => edition === newest;
    later(() =>
      insist(isWanted, async () => {
        await tell(edition);
        announce();
      }),
    );
  }

  async function begin(): Promise<void> {
    while (!isOver()) {
      try {
        begun = leadership.term();
        if (begun !== undefined) return await tell(first);
        if (await follow()) return;
      } catch (error) {
        if (error instanceof StoreError) throw error;
        log.error({ error: String(error) }, "there is no edition yet; trying on");
      }
      await sleep(look, signal);
    }
  }

  async function followOn(): Promise<void> {
    while (!isOver()) {
      await sleep(look, AbortSignal.any([stopping.signal, signal]));
      if (leadership.term() !== undefined || isOver()) continue;
      later(async () => {
        try {
          if (leadership.term() === undefined) await follow();
        } catch (error) {
          log.error({ error: String(error) }, "the edition cannot be read; trying on");
        }
      });
      await queue;
    }
  }

  await begin();
  const following = followOn();
  leadership.onTerm((term) => {
    if (term !== begun) tellSoon(newest);
  });

  return {
    current: () => told?.edition ?? first,
    cleanSince: () => (followed ?? { cleanSince }).cleanSince,
    take(edition) {
      newest = edition;
      cleanSince ??= now();
      tellSoon(edition);
    },
    hold() {
      cleanSince = undefined;
      later(() =>
        insist(
          () => cleanSince === undefined,
          () => markClean(db, undefined),
        ),
      );
    },
    refresh() {
      later(() =>
        insist(
          () => true,
          async () => {
            if (told !== undefined) told = await restandEdition(db, told);
          },
        ),
      );
    },
    follow(listener) {
      listeners.push(listener);
      listener(told?.edition ?? first);
    },
    async stop() {
      stopping.abort();
      await following;
      await queue;
    },
  };
}
