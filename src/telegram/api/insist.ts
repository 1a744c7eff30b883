import { backoff } from "../../delivery/backoff.ts";
import type { Sleep } from "../../delivery/sleep.ts";
import type { Log } from "../../log.ts";
import type { CallResult } from "./call-result.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import { outcomeOf } from "./outcome.ts";

export interface Insistence {
  readonly log: Log;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/**
 * Makes a call that may be made twice until Telegram carries it out or refuses it, however long
 * that takes; undefined where it was stopped before. Waits as long as Telegram asks, otherwise
 * longer each time, a minute at most.
 */
export async function insist<T>(
  { log, sleep, signal }: Insistence,
  call: () => Promise<CallResult<T>>,
): Promise<Outcome<T> | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const outcome = outcomeOf(await call());
    const wait = waitAfter(outcome, failures);
    if (wait === undefined) return outcome;
    if (failures === 0 && !signal.aborted)
      log.warn({ outcome }, "Telegram cannot be reached; trying on");
    await sleep(wait, signal);
  }
  return undefined;
}

/** Milliseconds until a call may be made again, or undefined where that would not help. */
export function waitAfter(
  outcome: Outcome,
  failures: number,
  random?: () => number,
): number | undefined {
  if (outcome.type === "later" && outcome.seconds !== undefined) return outcome.seconds * 1000;
  const passing = ["later", "unwritten", "unknown"].includes(outcome.type);
  return passing ? backoff(failures, random) : undefined;
}
