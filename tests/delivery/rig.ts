import { onTestFinished } from "vitest";
import { createBulk, type Bulk } from "../../src/delivery/bulk.ts";
import { createPace, type Pace } from "../../src/delivery/pace.ts";
import type { Standing } from "../../src/delivery/standing.ts";
import type { Trouble } from "../../src/delivery/trouble.ts";
import { createTurns, type Turns } from "../../src/delivery/turns.ts";
import type { Fault, FaultAction } from "../../src/simulator/faults.ts";
import type { Entry, Taken } from "../../src/simulator/record/happening.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import type { TelegramOptions } from "../../src/simulator/world/create-telegram.ts";
import { openDatabase } from "../../src/store/database.ts";
import { takeLease, type Lease } from "../../src/store/lease.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { createClient, type Client, type TimeLimits } from "../../src/telegram/api/client.ts";
import { picturesOn } from "../telegram/drawn.ts";
import { createSendParcel } from "../../src/telegram/sending/send-parcel.ts";
import { token } from "../telegram/faults.ts";
import { testLog, type TestLog } from "../telegram/log.ts";
import { expectNoToken } from "../faults/no-token.ts";
import type { Selectable } from "kysely";
import { priorities } from "../../src/store/outbox/priority.ts";
import { openFresh } from "../postgres/fresh.ts";

export const start = Date.parse("2026-11-22T07:00:00Z");
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

export interface RigOptions extends Pick<TelegramOptions, "limits"> {
  readonly rate?: number;
  readonly paid?: boolean;
  readonly url?: string;
  readonly timeLimits?: Partial<TimeLimits>;
  /** The name by which Telegram is reached; default: its address. */
  readonly host?: string;
}

/** The sender taken apart: turns are made by hand, and time goes on only when a test says so. */
export interface Rig {
  readonly telegram: Simulator;
  readonly client: Client;
  readonly db: Database;
  readonly bulk: Bulk;
  readonly pace: Pace;
  readonly log: TestLog;
  readonly turns: Turns;
  readonly lease: Lease;
  /** The process believes in another lease than its first, or in none. */
  readonly hold: (lease: Lease | undefined) => void;
  readonly standings: Standing[];
  readonly troubles: Trouble[];
  /** What is done with a standing, besides keeping it in the list. */
  onStanding: (standing: Standing) => Promise<void>;
  readonly now: () => Date;
  readonly pass: (ms: number) => void;
  /** One turn and all that it sent; gives the milliseconds after which the next is of use. */
  readonly step: () => Promise<number>;
  /** Turns until `ms` have passed, or nothing waits any more. */
  readonly drain: (ms?: number) => Promise<void>;
}

/** A clock that a test moves. */
function createClock() {
  let time = start;
  return {
    now: () => new Date(time),
    pass(ms: number) {
      time += ms;
    },
  };
}

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { rate = 28, paid = false, limits = "off", url, host = "127.0.0.1" } = options;
  const clock = createClock();
  const telegram = await startSimulator({ token, limits, now: () => clock.now().getTime() });
  const client = createClient({
    token,
    apiRoot: telegram.apiRoot.replace("127.0.0.1", host),
    limits: options.timeLimits ?? {},
  });
  const db = await (url === undefined ? openFresh() : openDatabase(url));
  onTestFinished(async () => {
    const outbox = await rows(db);
    await client.close();
    await telegram.close();
    await db.destroy();
    expectNoToken(log.lines, troubles, standings, telegram.record.entries(), outbox);
  });
  const lease = await leaseOf(db, "test:1");
  let held: Lease | undefined = lease;
  const standings: Standing[] = [];
  const troubles: Trouble[] = [];
  const log = testLog();
  const pace = createPace();
  const bulk = createBulk({ rate, paid, random: () => 0 });
  const turns = createTurns({
    db,
    send: createSendParcel({ client, pictures: picturesOn(db) }),
    lease: () => held,
    pace,
    bulk,
    now: clock.now,
    random: () => 0,
    log,
    defaultZone: "Asia/Damascus",
    async keepStanding(standing) {
      standings.push(standing);
      await rig.onStanding(standing);
    },
    onTrouble: (trouble) => void troubles.push(trouble),
    onLanded() {},
  });

  async function step(): Promise<number> {
    const ms = await turns.turn(lease, true);
    await turns.settled();
    return turns.unwritten() > 0 ? 0 : ms;
  }

  async function waits(): Promise<boolean> {
    const row = await db
      .selectFrom("outbox")
      .select("id")
      .where("state", "in", ["pending", "retry", "sending"])
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async function drain(ms = 10 * minute): Promise<void> {
    const end = clock.now().getTime() + ms;
    while (clock.now().getTime() < end && (await waits())) {
      const wait = await step();
      clock.pass(Math.max(1, Math.min(wait, end - clock.now().getTime())));
    }
    await turns.turn(lease, false);
  }

  const rig: Rig = {
    telegram,
    client,
    db,
    bulk,
    pace,
    log,
    turns,
    lease,
    hold(other) {
      held = other;
    },
    standings,
    troubles,
    onStanding: () => Promise.resolve(),
    ...clock,
    step,
    drain,
  };
  return rig;
}

/** The lease, taken over from whoever holds it. */
export async function leaseOf(db: Database, holder: string): Promise<Lease> {
  const claim = { name: "engine", holder, lifetime: 15_000 };
  const lease = await takeLease(db, { ...claim, isDead: () => true });
  if (lease === undefined) throw new Error("the lease was not free");
  return lease;
}

export interface NewRun {
  readonly kind?: "digest" | "alert" | "notice";
  readonly expiresAt?: number;
}

/** A run that has been spread. */
export async function addRun(
  db: Database,
  { kind = "digest", expiresAt = start + 24 * hour }: NewRun = {},
): Promise<number> {
  const { id } = await db
    .insertInto("runs")
    .values({
      kind,
      schedule_id: kind === "digest" ? 1 : null,
      story_id: null,
      slot: start,
      window_from: start - 24 * hour,
      window_until: start,
      made_at: start,
      expires_at: expiresAt,
      cursor: 0,
      state: "spread",
      paused: 0,
      reason: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewMessage {
  readonly html?: string;
  readonly keyboard?: string;
  readonly picture?: string;
  readonly part?: number;
}

export async function addMessage(
  db: Database,
  runId: number,
  { html = "<b>موجز</b>", keyboard, picture, part = 0 }: NewMessage = {},
): Promise<number> {
  const { count } = await db
    .selectFrom("messages")
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("messages")
    .values({
      run_id: runId,
      variant: `v${count}`,
      part,
      html,
      keyboard: keyboard ?? null,
      picture: picture ?? null,
      news_from: start - 24 * hour,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewRow {
  readonly runId: number;
  readonly messageId: number;
  readonly chatId: number;
  readonly threadId?: number;
  readonly part?: number;
  readonly kind?: NewRun["kind"];
}

/** Subscribes the places that are not yet subscribed, and queues a message for each. */
export async function queue(db: Database, rows: readonly NewRow[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { runId, messageId, chatId, threadId = 0, part = 0, kind = "digest" } of rows) {
      const place = { chat_id: chatId, thread_id: threadId };
      if (kind !== "notice") {
        await trx
          .insertInto("subscriptions")
          .values({
            ...place,
            topics: "",
            schedule_id: 1,
            person_id: null,
            alerts: 1,
            empty_line: 0,
            silent: 0,
            news_from: null,
            after_run: 0,
            state: "active",
            reason: null,
            created_at: start,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const wish = await trx
        .selectFrom("subscriptions")
        .select("id")
        .where("chat_id", "=", chatId)
        .where("thread_id", "=", threadId)
        .executeTakeFirst();
      await trx
        .insertInto("outbox")
        .values({
          ...place,
          run_id: runId,
          subscription_id: kind === "notice" ? null : (wish?.id ?? null),
          part,
          message_id: messageId,
          priority: priorities[kind],
          state: "pending",
          not_before: null,
          silent: 0,
          reason: null,
          epoch: null,
          sent_id: null,
          sent_at: null,
        })
        .execute();
    }
  });
}

/** One message to each of these chats, in a run of its own. */
export async function broadcast(
  db: Database,
  chatIds: readonly number[],
  { kind = "digest", ...more }: NewRun & NewMessage = {},
): Promise<number> {
  const runId = await addRun(db, { kind, ...more });
  const messageId = await addMessage(db, runId, more);
  await queue(
    db,
    chatIds.map((chatId) => ({ runId, messageId, chatId, kind })),
  );
  return runId;
}

/** People who have started the bot. */
export function addReaders(telegram: Simulator, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    telegram.world.addPerson({ firstName: `Reader ${index}`, started: true }),
  );
}

export function addGroup(telegram: Simulator, title: string): number {
  return telegram.world.addSupergroup({
    title,
    members: { [telegram.bot.id]: { status: "member" } },
  });
}

export function fault(telegram: Simulator, action: FaultAction, more: Partial<Fault> = {}): void {
  telegram.faults.add({ method: "sendMessage", times: 1, ...more, do: action });
}

/** How many copies of anything each chat has got. */
export function copies(telegram: Simulator): ReadonlyMap<number, number> {
  return new Map(
    [...Map.groupBy(sent(telegram), ({ chatId }) => chatId)].map(([id, all]) => [id, all.length]),
  );
}

export function sent(telegram: Simulator): readonly (Entry & Taken)[] {
  return telegram.record.entries().filter((entry): entry is Entry & Taken => entry.type === "sent");
}

export function refused(telegram: Simulator, code?: number) {
  return telegram.record
    .entries()
    .filter((entry) => entry.type === "refused")
    .filter((entry) => code === undefined || entry.code === code);
}

export function rows(db: Database): Promise<readonly Selectable<OutboxTable>[]> {
  return db.selectFrom("outbox").selectAll().orderBy("id").execute();
}

/** The state of every row, with the reason of those that have one. */
export async function states(db: Database): Promise<readonly string[]> {
  return (await rows(db)).map(({ state, reason }) =>
    reason === null ? state : `${state}: ${reason}`,
  );
}

export function newsFrom(db: Database): Promise<readonly (number | null)[]> {
  return db
    .selectFrom("subscriptions")
    .select("news_from")
    .orderBy("id")
    .execute()
    .then((found) => found.map((row) => row.news_from));
}
