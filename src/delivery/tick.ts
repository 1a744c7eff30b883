import { setImmediate } from "node:timers/promises";
import { forgetGone } from "../store/chats/gone.ts";
import { pruneLedger } from "../store/ledger/prune.ts";
import { signLife } from "../store/revisions/afresh.ts";
import {
  closeRun,
  expireRows,
  finishedNotices,
  letFinish,
  pruneRuns,
} from "../store/runs/expire.ts";
import { dueSchedules, fire, overdueRuns } from "../store/runs/runs.ts";
import { mendSchedules } from "../store/subscriptions/schedules.ts";
import type { Edition } from "../domain/edition.ts";
import { checkAlerts, type AlertParts } from "./alerts.ts";
import { checkCorrections, type CorrectionParts } from "./corrections.ts";
import { complainOnce } from "./judge.ts";
import { renewMessages } from "./renew.ts";
import { spreadRuns, type SpreadParts } from "./spread.ts";

export interface TickParts extends SpreadParts, AlertParts, Omit<CorrectionParts, "complain"> {
  /** Called when something was put into the outbox, or may have been. */
  readonly onEnqueued?: () => void;
  /** Told when the run of a slot was made. */
  readonly onFired?: (slot: Date) => void;
}

export interface Tick {
  /**
   * Everything that the time of day or another edition brings: what waits is told as the edition
   * has it, runs go on that were under way, what is overdue expires, due schedules run, alerts and
   * corrections that have settled go out, and once an hour what is too old is forgotten. Calls may
   * overlap: one that comes while another works has one more turn after it. It never rejects: what
   * fails is logged and tried again with the next call.
   */
  readonly tick: () => Promise<void>;
  /**
   * To be called before the first tick of every term: puts due dates right that no longer are slots.
   * A tick does it by itself where the clock was set back by a day or more.
   */
  readonly mend: () => Promise<void>;
}

const hour = 3_600_000;
const day = 24 * hour;

export function createTick(parts: TickParts): Tick {
  const { db, now, log, signal } = parts;
  const complain = complainOnce(log);
  let turn: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let keptAt = -Infinity;
  let seenAt = -Infinity;
  let renewed: Edition | undefined;

  function tick(): Promise<void> {
    next ??= turn.then(() => {
      next = undefined;
      turn = guarded("the tick failed; trying on", work);
      return turn;
    });
    return next;
  }

  async function work(): Promise<void> {
    await heedClock();
    await guarded("what waits cannot be renewed; trying on", renew);
    await spreadRuns(parts);
    await expire();
    await fireDue();
    await spreadRuns(parts);
    await checkAlerts(parts);
    await spreadRuns(parts);
    await guarded("corrections cannot be made; trying on", () =>
      checkCorrections({ ...parts, complain }),
    );
    parts.onEnqueued?.();
    await keepHouse();
  }

  /** Runs that are being spread may have messages of the edition before. */
  async function renew(): Promise<void> {
    const edition = parts.edition();
    if (edition === renewed) return;
    await renewMessages(parts, edition);
    renewed = edition;
  }

  /** A clock that was ahead has moved due dates to where nobody would be sent anything until then. */
  async function heedClock(): Promise<void> {
    const at = now().getTime();
    if (at <= seenAt - day) await mend();
    seenAt = at;
  }

  async function expire(): Promise<void> {
    for (const { id } of await overdueRuns(db, now())) {
      while (!isStopped() && (await expireRows(db, id))) await setImmediate();
      await closeRun(db, id);
      if (isStopped()) return;
      await letFinish(db, id, new Date(now().getTime() + hour));
    }
    for (const id of await finishedNotices(db)) await closeRun(db, id);
  }

  async function fireDue(): Promise<void> {
    for (const id of await dueSchedules(db, now())) {
      if (isStopped()) return;
      await guarded("a schedule cannot be read", async () => {
        const slot = await fire(db, id, now());
        if (slot !== undefined) parts.onFired?.(slot);
      });
      await setImmediate();
    }
  }

  /** Once an hour; forgetting may take a while, and goes on with the next tick after a stop. */
  async function keepHouse(): Promise<void> {
    const at = now().getTime();
    if (at - keptAt < hour && at >= keptAt) return;
    await signLife(db, now());
    const until = new Date(at - (parts.ledgerDays ?? 30) * day);
    while (!isStopped() && (await pruneLedger(db, until))) await setImmediate();
    while (!isStopped() && (await pruneRuns(db, until))) await setImmediate();
    await forgetTheGone();
    keptAt = at;
  }

  async function forgetTheGone(): Promise<void> {
    let after: number | undefined = Number.MIN_SAFE_INTEGER;
    while (after !== undefined && !isStopped()) {
      after = await forgetGone(db, now(), after);
      await setImmediate();
    }
  }

  async function mend(): Promise<void> {
    let after: number | undefined = 0;
    while (after !== undefined) {
      after = await mendSchedules(db, now(), after);
      await setImmediate();
    }
  }

  async function guarded(text: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ error: String(error) }, text);
    }
  }

  function isStopped(): boolean {
    return signal?.aborted === true;
  }

  return { tick, mend };
}
