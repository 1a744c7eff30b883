import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { postUpdate, type PostOptions } from "./post-update.ts";
import type { Update, Updates } from "./updates.ts";

export interface Hook {
  readonly url: string;
  readonly secret?: string;
  readonly maxConnections: number;
}

export interface HookInfo extends Hook {
  readonly lastError?: { readonly date: number; readonly text: string };
}

/** Sends the waiting updates to the bot's own server, while there is a webhook. */
export interface Webhook {
  readonly set: (hook: Hook) => void;
  readonly remove: () => void;
  readonly info: () => HookInfo | undefined;
}

export interface WebhookOptions extends PostOptions {
  /** The first wait before a second try, doubled each time up to a minute; default 1,000 ms. */
  readonly backoffMs: number;
}

const longestWait = 60_000;
const longestRetryAfter = 3_600_000;

/** One webhook from its setting to its removal. */
interface Session {
  info: HookInfo;
  readonly abort: AbortController;
  /** The queues that are being delivered now. */
  readonly busy: Set<string>;
}

/**
 * Delivers each queue in order, one update at a time, and different queues side by side up to
 * `maxConnections`. Any 2xx is done; otherwise the update is tried again until it expires, after
 * the `Retry-After` of the answer or a doubling wait.
 */
export function createWebhook(updates: Updates, clock: Clock, options: WebhookOptions): Webhook {
  let current: Session | undefined;

  function firstOf(key: string): Update | undefined {
    return updates.pending().find((update) => update.queue === key);
  }

  function waitAfter(tries: number, retryAfterMs: number | undefined): number {
    if (retryAfterMs !== undefined) return Math.min(retryAfterMs, longestRetryAfter);
    return Math.min(options.backoffMs * 2 ** (tries - 1), longestWait);
  }

  /** Tries one update once; gives how long to wait before the next try, 0 after a success. */
  async function tryOnce(session: Session, update: Update, tries: number): Promise<number> {
    const { signal } = session.abort;
    const outcome = await postUpdate(session.info, update.json, { ...options, signal });
    if (signal.aborted) return 0;
    if (outcome.ok) {
      updates.remove(update.id);
      return 0;
    }
    session.info = {
      ...session.info,
      lastError: { date: clock.seconds(), text: outcome.error },
    };
    return waitAfter(tries, outcome.retryAfterMs);
  }

  async function drain(session: Session, key: string): Promise<void> {
    const { signal } = session.abort;
    let tries = 0;
    for (let update = firstOf(key); update !== undefined; update = firstOf(key)) {
      tries += 1;
      const wait = await tryOnce(session, update, tries);
      if (signal.aborted) return;
      if (wait === 0) tries = 0;
      else await pause(wait, undefined, { signal }).catch(() => undefined);
    }
    session.busy.delete(key);
    pump();
  }

  function pump(): void {
    const session = current;
    if (session === undefined) return;
    for (const { queue: key } of updates.pending()) {
      if (session.busy.size >= session.info.maxConnections) return;
      if (!session.busy.has(key)) {
        session.busy.add(key);
        void drain(session, key);
      }
    }
  }

  function remove(): void {
    current?.abort.abort();
    current = undefined;
  }

  updates.listen(pump);
  return {
    set(hook) {
      remove();
      current = { info: hook, abort: new AbortController(), busy: new Set() };
      pump();
    },
    remove,
    info: () => current?.info,
  };
}
