import { backoff } from "../../delivery/backoff.ts";
import type { Term } from "../../delivery/lease.ts";
import type { Sleep } from "../../delivery/sleep.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Log } from "../../log.ts";
import { StoreError } from "../../store/database.ts";
import { LeaseLost } from "../../store/lease.ts";
import { createTelling, type TellingParts } from "./telling.ts";

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

export interface EditionsParts extends TellingParts {
  readonly sleep: Sleep;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** What a process begins with. */
export interface First {
  /** `store`: its folder has errors, and the edition is the one that was told last. */
  readonly from: "folder" | "store";
  readonly edition: Edition;
}

/** Milliseconds after which a process that follows looks for another edition. */
const look = 1000;

/**
 * Tells what the folder holds while this process leads, and what the store has while another does.
 * Resolves when there is an edition.
 * @throws StoreError where another version's replicas tell one that this one cannot read
 */
export async function keepEditions(first: First, parts: EditionsParts): Promise<Editions> {
  const { leadership, now, sleep, log } = parts;
  const telling = createTelling(parts);
  const stopping = new AbortController();
  const over = AbortSignal.any([stopping.signal, parts.signal]);
  /** Of the folder; undefined while it has had none. */
  let newest = first.from === "folder" ? first.edition : undefined;
  let cleanSince = newest && now();
  let queue = Promise.resolve();
  let begun: Term | undefined;
  const listeners: ((edition: Edition) => void)[] = [];

  const current = (): Edition => telling.edition() ?? first.edition;

  function announce(): void {
    for (const listener of listeners) listener(current());
  }

  async function begin(): Promise<void> {
    while (!over.aborted) {
      try {
        begun = leadership.term();
        if (begun !== undefined) return await beginTerm();
        if ((await telling.follow()) !== "nothing") return;
      } catch (error) {
        if (error instanceof StoreError) throw error;
        log.error({ error: String(error) }, "there is no edition yet; trying on");
      }
      await sleep(look, over);
    }
  }

  async function beginTerm(): Promise<void> {
    if (newest === undefined) await telling.goOn();
    else await telling.tell(newest, cleanSince);
  }

  /** Until it is done, while this process leads. */
  async function insist(isWanted: () => boolean, work: () => Promise<void>): Promise<void> {
    for (let failures = 0; isWanted() && canGoOn(); failures += 1) {
      try {
        await work();
        return;
      } catch (error) {
        if (error instanceof LeaseLost) {
          log.warn({}, "no edition is told under a lease of before");
          return;
        }
        log.error({ error: String(error) }, "an edition cannot be stored; trying on");
        await sleep(backoff(failures), over);
      }
    }
  }

  function later(isWanted: () => boolean, work: () => Promise<void>): void {
    queue = queue.then(() => insist(isWanted, work));
  }

  function canGoOn(): boolean {
    return !over.aborted && leadership.term() !== undefined;
  }

  function tell(edition: Edition): void {
    later(
      () => edition === newest,
      async () => {
        await telling.tell(edition, cleanSince);
        announce();
      },
    );
  }

  function goOn(): void {
    later(
      () => newest === undefined,
      async () => {
        await telling.goOn();
        announce();
      },
    );
  }

  async function followOn(): Promise<void> {
    while (!over.aborted) {
      await sleep(look, over);
      if (over.aborted || leadership.term() !== undefined) continue;
      queue = queue.then(follow);
      await queue;
    }
  }

  async function follow(): Promise<void> {
    if (leadership.term() !== undefined) return;
    try {
      if ((await telling.follow()) === "new") announce();
    } catch (error) {
      log.error({ error: String(error) }, "the edition cannot be read; trying on");
    }
  }

  await begin();
  const following = followOn();
  leadership.onTerm((term) => {
    if (term === begun) return;
    if (newest === undefined) goOn();
    else tell(newest);
  });

  return {
    current,
    cleanSince: () => (telling.followed() ?? { cleanSince }).cleanSince,
    take(edition) {
      newest = edition;
      cleanSince ??= now();
      tell(edition);
    },
    hold() {
      cleanSince = undefined;
      later(() => cleanSince === undefined, telling.hold);
    },
    refresh() {
      later(() => true, telling.restand);
    },
    follow(listener) {
      listeners.push(listener);
      listener(current());
    },
    async stop() {
      stopping.abort();
      await following;
      await queue;
    },
  };
}
