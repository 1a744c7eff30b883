import { backoff } from "../../delivery/backoff.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import type { Pace, Sending } from "../../delivery/pace.ts";
import type { Sleep } from "../../delivery/sleep.ts";
import type { Delivered } from "../../store/ledger/ledger.ts";
import type { CallResult } from "../api/call-result.ts";
import { outcomeOf } from "../api/outcome.ts";

/** The time that somebody's request has. */
export interface Turn {
  /** Everything ends when it is aborted. */
  readonly signal: AbortSignal;
  /** No wait is begun that would end later. */
  readonly deadline: Date;
  /** When we got the update; undefined where it is not told. */
  readonly receivedAt?: Date;
  /** Told what chats were shown; it is kept when the request is closed. */
  readonly record?: (delivered: readonly Delivered[]) => void;
}

export interface Patience {
  readonly pace: Pace;
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** Told for how many milliseconds a message was held back before it went. */
  readonly onWait?: (ms: number) => void;
  /** Told of a chat that Telegram asked to leave alone until then. */
  readonly onHeld?: (chatId: number, until: Date) => void;
}

/**
 * Makes a call for somebody who waits: at the pace of the chat where it is a `sending`,
 * later where Telegram asks for it, and again where nothing of it was written. A message waits also
 * where the token is refused: polling then ends the process, and the next one answers. Ends with any
 * other outcome, or with the last one when the turn is over. What may have been sent is not sent
 * again: whoever asked can ask again, and would be told twice. An edit that is made twice is one.
 */
export async function patiently<T>(
  patience: Patience,
  turn: Turn,
  call: () => Promise<CallResult<T>>,
  sending?: Sending,
): Promise<Outcome<T>> {
  let last: Outcome<T> = { type: "unwritten", reason: "no time left" };
  for (let failures = 0; await waitForPace(patience, turn, sending); failures += 1) {
    last = outcomeOf(await call());
    if (!isRepeated(last, sending)) return last;
    const asked = last.type === "later" ? last.seconds : undefined;
    const wait = asked === undefined ? backoff(failures) : asked * 1000;
    if (last.type === "later" && sending !== undefined) hold(patience, sending.chatId, wait);
    if (!(await waitFor(patience, wait, turn))) return last;
  }
  return last;
}

function hold({ pace, now, onHeld }: Patience, chatId: number, ms: number): void {
  const until = after(now(), ms);
  pace.pause(chatId, until);
  onHeld?.(chatId, until);
}

function isRepeated({ type }: Outcome, sending?: Sending): boolean {
  if (type === "unknown") return sending?.type === "edit";
  if (type === "unauthorized") return sending !== undefined;
  return type === "later" || type === "unwritten";
}

async function waitForPace(patience: Patience, turn: Turn, sending?: Sending): Promise<boolean> {
  if (sending === undefined) return !turn.signal.aborted;
  const since = patience.now().getTime();
  for (;;) {
    const wait = patience.pace.ready(sending, patience.now());
    if (turn.signal.aborted) return false;
    if (wait <= 0) break;
    if (!(await waitFor(patience, wait, turn))) return false;
  }
  const at = patience.now();
  patience.pace.took(sending, at);
  patience.onWait?.(at.getTime() - since);
  return true;
}

/** Waits, unless the turn would be over by then. */
async function waitFor(patience: Patience, ms: number, turn: Turn): Promise<boolean> {
  if (after(patience.now(), ms) > turn.deadline) return false;
  await patience.sleep(ms, turn.signal);
  return !turn.signal.aborted;
}

function after(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
