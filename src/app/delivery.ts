import type { DeliveryConfig } from "../config.ts";
import { backoff } from "../delivery/backoff.ts";
import { createBulk, sharePace, type Bulk } from "../delivery/bulk.ts";
import type { Term } from "../delivery/lease.ts";
import { createPace, type Pace } from "../delivery/pace.ts";
import { probeChats } from "../delivery/probe.ts";
import { createSender } from "../delivery/sender.ts";
import { sleep } from "../delivery/sleep.ts";
import type { KeepStanding } from "../delivery/standing.ts";
import { createTick } from "../delivery/tick.ts";
import type { Log } from "../log.ts";
import { underLease } from "../store/lease.ts";
import { takeHolds } from "./holds.ts";
import type { Database } from "../store/tables.ts";
import { createAsk } from "../telegram/sending/ask-probe.ts";
import type { Client } from "../telegram/api/client.ts";
import type { Pictures } from "../telegram/sending/pictures.ts";
import { createSendParcel } from "../telegram/sending/send-parcel.ts";
import { hasStars } from "../telegram/api/stars.ts";
import { askAboutCorrection, askEditors, tellOfTrouble } from "./editor-notices.ts";
import type { Editions } from "./editions/editions.ts";
import { startHeartbeat } from "./heartbeat.ts";
import type { Leadership } from "./replicas/replicas.ts";
import { createRendering } from "./rendering.ts";

/** How fast messages go: `chats` for what nobody asked for, `answers` for what people wait for. */
export interface Paces {
  readonly bulk: Bulk;
  readonly chats: Pace;
  readonly answers: Pace;
}

export function createPaces({ broadcastRate: rate, paidBroadcast: paid }: DeliveryConfig): Paces {
  const chats = createPace();
  const bulk = createBulk({ rate, paid });
  return { bulk, chats, answers: sharePace(chats, bulk) };
}

export interface DeliveryParts {
  readonly db: Database;
  readonly client: Client;
  readonly pictures: Pictures;
  readonly botUsername: string;
  readonly editions: Editions;
  readonly editors: readonly number[];
  readonly config: DeliveryConfig;
  readonly paces: Paces;
  readonly keepStanding: KeepStanding;
  readonly leadership: Leadership;
  readonly now: () => Date;
  readonly log: Log;
  /** Aborted when the process is asked to stop. */
  readonly stop: AbortSignal;
  /** Told when the digest of a slot was made. */
  readonly onFired: (slot: Date) => void;
}

export interface Delivery {
  /** What has become due is done now. */
  readonly wake: () => void;
  /** Something was put into the outbox. */
  readonly send: () => void;
  /** Finishes what is in flight and begins nothing more. */
  readonly stop: () => Promise<void>;
}

/** Schedules and sends, while this process leads. */
export async function startDelivery(parts: DeliveryParts): Promise<Delivery> {
  const { db, client, editions, editors, config, paces, keepStanding, leadership, now, log } =
    parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { bulk, chats: pace } = paces;
  if (config.paidBroadcast && !(await hasStars(client, { log, sleep, signal: parts.stop })))
    bulk.unpaid();

  let begun: Term | undefined;

  const leading = () => (begun === leadership.term() ? begun : undefined);
  const tick = createTick({
    db: underLease(db, leadership.term),
    now,
    log,
    signal,
    edition: editions.current,
    cleanSince: editions.cleanSince,
    rendering: createRendering(editions.current, parts.botUsername),
    defaultZone: config.defaultZone,
    settle: config.alertSettle,
    correctionSettle: config.correctionSettle,
    confirmAbove: config.confirmAbove,
    ledgerDays: config.ledgerDays,
    ask: (trx, asked) => askEditors(trx, editors, asked, now()),
    onSettled: editions.refresh,
    askCorrection: (trx, asked) => askAboutCorrection(trx, editors, asked, now()),
    onEnqueued: () => sender.wake(),
    onFired: parts.onFired,
  });
  const sender = createSender({
    db,
    pace,
    bulk,
    now,
    sleep,
    log,
    keepStanding,
    defaultZone: config.defaultZone,
    send: createSendParcel(parts),
    lease: leading,
    onTrouble: (trouble) => void tellOfTrouble({ db, editors, now, log }, trouble),
  });
  const ask = createAsk(client);

  /**
   * What other processes did since is not known to this one: chats that Telegram asked to leave
   * alone, and where schedules stand.
   */
  async function begin(term: Term): Promise<void> {
    for (let failures = 0; !term.signal.aborted && !signal.aborted; failures += 1) {
      try {
        await takeHolds(db, pace, now());
        await tick.mend();
        begun = term;
        sender.wake();
        void beat();
        return;
      } catch (error) {
        log.error({ error: String(error) }, "what waits cannot be read; trying on");
        await sleep(backoff(failures), term.signal);
      }
    }
  }

  async function beat(): Promise<void> {
    if (leading() === undefined || signal.aborted) return;
    await tick.tick();
    await probe();
  }

  async function probe(): Promise<void> {
    try {
      await probeChats({ db, now, ask, keep: keepStanding }, signal);
    } catch (error) {
      log.error({ error: String(error) }, "paused chats cannot be asked; trying on");
    }
  }

  const heartbeat = await startHeartbeat(beat);
  leadership.onTerm((term) => void begin(term));
  return {
    wake: () => void beat(),
    send: sender.wake,
    async stop() {
      stopping.abort();
      await heartbeat.stop();
      if (begun !== undefined) await tick.tick();
      await sender.stop();
    },
  };
}
