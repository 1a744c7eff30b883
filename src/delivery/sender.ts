import { setImmediate, setTimeout } from "node:timers/promises";
import type { Lease } from "../store/lease.ts";
import { recoverOutbox } from "../store/outbox/recovery.ts";
import { backoff } from "./backoff.ts";
import type { Sleep } from "./sleep.ts";
import type { Trouble } from "./trouble.ts";
import { createTurns, type TurnsParts } from "./turns.ts";

export interface Sender {
  /** Something was put into the outbox: it is looked into at once, not within a second. */
  readonly wake: () => void;
  /**
   * Takes no more, waits for what is in flight, `graceMs` (default 60 s, the limit of a send) at
   * most, and writes what became of it. The lease may be let go of afterwards.
   */
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Why nothing is sent, or undefined where all is well. */
  readonly health: () => string | undefined;
}

export interface SenderParts extends Omit<TurnsParts, "onLanded"> {
  readonly sleep: Sleep;
}

/** Milliseconds in which results gather that are written in one commit: each waits for the disk. */
const together = 5;

const withoutLease = 1000;
const untilUnwell = 3;

/** Sends what is in the outbox, from now on until it is stopped. */
export function createSender(parts: SenderParts): Sender {
  const { db, log, sleep } = parts;
  const stopping = new AbortController();
  const turns = createTurns({ ...parts, onTrouble, onLanded: wake });
  let alarm = new AbortController();
  let known: Lease | undefined;
  let failures = 0;
  let unauthorized = false;

  function wake(): void {
    alarm.abort();
  }

  function onTrouble(trouble: Trouble): void {
    if (trouble.type === "unauthorized") unauthorized = true;
    log.error({ trouble }, "sending is in trouble");
    parts.onTrouble(trouble);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) await nap(await tryTurn(parts.lease(), true));
  }

  /** Those who wake it have a moment to be joined by others. */
  async function nap(ms: number): Promise<void> {
    await setImmediate();
    await sleep(ms, alarm.signal);
    if (!alarm.signal.aborted) return;
    alarm = new AbortController();
    await setTimeout(together);
  }

  /** Milliseconds until the next turn is of use. */
  async function tryTurn(lease: Lease | undefined, take: boolean): Promise<number> {
    try {
      return await turn(lease, take);
    } catch (error) {
      log.error({ error: String(error) }, "the outbox cannot be read; trying on");
      failures += 1;
      return backoff(failures - 1);
    }
  }

  async function turn(lease: Lease | undefined, take: boolean): Promise<number> {
    if (lease !== undefined && lease.epoch !== known?.epoch) {
      const recovered = await recoverOutbox(db, lease);
      log.info({ epoch: lease.epoch, ...recovered }, "sending under a new lease");
      known = lease;
    }
    if (known === undefined) return withoutLease;
    const ms = await turns.turn(known, take && lease !== undefined && !unauthorized);
    failures = 0;
    return lease === undefined ? withoutLease : ms;
  }

  const running = run();

  return {
    wake,
    async stop(graceMs = 60_000) {
      stopping.abort();
      wake();
      await running;
      const landing = new AbortController();
      await Promise.race([turns.settled(), sleep(graceMs, landing.signal)]);
      landing.abort();
      turns.cut();
      await turns.settled();
      for (let tries = 0; turns.unwritten() > 0 && tries < untilUnwell; tries += 1) {
        const wait = await tryTurn(undefined, false);
        if (turns.unwritten() > 0) await sleep(wait);
      }
    },
    health() {
      if (unauthorized) return "Telegram refuses the token";
      return failures >= untilUnwell ? "the outbox cannot be written" : undefined;
    },
  };
}
