import { alone } from "../store/replica.ts";
import { onTestFinished } from "vitest";
import type { Incoming, Reply, Request } from "../../src/commands/request.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { sleep, type Sleep } from "../../src/delivery/sleep.ts";
import { createStanding } from "../../src/delivery/standing.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import type { TelegramOptions } from "../../src/simulator/world/create-telegram.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { createBot } from "../../src/telegram/answering/bot.ts";
import { createClient, type Client } from "../../src/telegram/api/client.ts";
import { createDeliver } from "../../src/telegram/sending/deliver.ts";
import { createInboxWorker } from "../../src/telegram/updates/inbox-worker.ts";
import { introduce } from "../../src/telegram/api/introduce.ts";
import { poll } from "../../src/telegram/updates/polling.ts";
import { createReceiver, type Receiver } from "../../src/telegram/updates/receive.ts";
import { expectNoToken } from "../faults/no-token.ts";
import { picturesOn } from "./drawn.ts";
import { token } from "./faults.ts";
import { testLog, type TestLog } from "./log.ts";

export type Answer = (incoming: Incoming, request: Request) => Promise<readonly Reply[]>;

export interface Running {
  readonly telegram: Simulator;
  readonly client: Client;
  readonly db: Database;
  readonly log: TestLog;
  readonly receiver: Receiver;
  readonly stop: () => Promise<void>;
}

const edition: Edition = { topics: new Map(), sources: new Map(), stories: new Map() };

export interface RunningOptions extends TelegramOptions {
  readonly concurrency?: number;
  readonly deadlineMs?: number;
  /** How polling waits. */
  readonly between?: Sleep;
}

/** The whole way of an update, from a person to the answer, until the test ends. */
export async function startRunning(answer: Answer, options: RunningOptions = {}): Promise<Running> {
  const { concurrency = 100, deadlineMs = 60_000, between = sleep, ...telegramOptions } = options;
  const telegram = await startSimulator({ token, ...telegramOptions });
  const client = createClient({ token, apiRoot: telegram.apiRoot });
  const db = await openDatabase("file::memory:");
  const log = testLog();
  const now = (): Date => new Date(telegram.clock.now());
  const stopping = new AbortController();
  const { signal } = stopping;

  const me = await introduce(client, { log, sleep, signal });
  if (me.type !== "bot") throw new Error(me.type);
  const keepStanding = createStanding({ db });
  const moved = (from: number, to: number) => keepStanding({ type: "moved", from, to }, now());
  const patience = { pace: createPace(), now, sleep };
  const pictures = picturesOn(db);
  const deliver = createDeliver({
    client,
    pictures,
    ...patience,
    log,
    moved,
  });
  const parts = {
    ...patience,
    client,
    pictures,
    db,
    deliver,
    log,
    search: createStorySearch(),
    edition: () => edition,
    editors: [99],
    defaultZone: "Asia/Damascus",
    ledgerDays: 30,
    answer,
    keepStanding,
  };
  const handle = createBot({ ...parts, bot: me.bot });
  const worker = createInboxWorker({
    db,
    replica: () => alone,
    handle,
    now,
    sleep,
    log,
    concurrency,
    deadlineMs,
  });
  const receiver = createReceiver({ db, now, onStored: worker.wake });
  const polling = poll({ client, receiver, sleep: between, log, timeoutSeconds: 2 }, signal);

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    stopping.abort();
    await polling;
    await worker.stop(0);
    await client.close();
    await telegram.close();
    await db.destroy();
    expectNoToken(log.lines, telegram.record.entries());
  }
  const stopOnce = (): Promise<void> => (stopped ??= stop());
  onTestFinished(stopOnce);
  return { telegram, client, db, log, receiver, stop: stopOnce };
}

export function say(html: string): Reply {
  return { type: "send", message: { html } };
}
