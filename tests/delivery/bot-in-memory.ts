import { createRendering } from "../../src/app/rendering.ts";
import { answer } from "../../src/commands/answer.ts";
import { createBulk, sharePace } from "../../src/delivery/bulk.ts";
import { createPace } from "../../src/delivery/pace.ts";
import type { Sleep } from "../../src/delivery/sleep.ts";
import { createStanding } from "../../src/delivery/standing.ts";
import { createTick } from "../../src/delivery/tick.ts";
import { createTurns } from "../../src/delivery/turns.ts";
import type { Edition } from "../../src/domain/edition.ts";
import type { Log } from "../../src/log.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { recoverOutbox } from "../../src/store/outbox/recovery.ts";
import type { Database } from "../../src/store/tables.ts";
import { createBot } from "../../src/telegram/answering/bot.ts";
import { createClient } from "../../src/telegram/api/client.ts";
import { createDeliver } from "../../src/telegram/sending/deliver.ts";
import { introduce } from "../../src/telegram/api/introduce.ts";
import { createSendParcel } from "../../src/telegram/sending/send-parcel.ts";
import { picturesOn } from "../telegram/drawn.ts";
import { token } from "../telegram/faults.ts";
import { leaseOf } from "./rig.ts";
import { recordDelivered, type Delivered } from "../../src/store/ledger/ledger.ts";

const defaultZone = "Asia/Damascus";

const minute = 60_000;

export interface BotParts {
  readonly db: Database;
  readonly apiRoot: string;
  readonly now: () => Date;
  /** To wait is to let the time pass. */
  readonly sleep: Sleep;
  readonly log: Log;
  readonly edition: () => Edition;
  /** Milliseconds. */
  readonly correctionSettle: number;
}

/** What one process has in its memory: all of the bot but its timers. */
export interface BotInMemory {
  readonly tick: () => Promise<void>;
  /** Hears what people did from this update on, and answers; gives the number of the next one. */
  readonly hear: (offset: number) => Promise<number>;
  /** Takes what may go and sends it off; gives the milliseconds until the next is of use. */
  readonly send: () => Promise<number>;
  /** When nothing is on its way any more; what became of it is written with the next `send`. */
  readonly settled: () => Promise<void>;
  /** Nothing of it touches the store any more; gives how many results were not written. */
  readonly kill: () => Promise<number>;
}

const heard = [
  "message",
  "channel_post",
  "callback_query",
  "my_chat_member",
  "inline_query",
  "chosen_inline_result",
];

/** How long an answer is waited for before it is given up, in milliseconds of real time. */
const patienceMs = 3000;

export async function startBot(parts: BotParts): Promise<BotInMemory> {
  const { db, now, sleep, log, edition } = parts;
  const client = createClient({ token, apiRoot: parts.apiRoot, limits: { send: patienceMs } });
  const { signal } = new AbortController();
  const me = await introduce(client, { log, sleep, signal });
  if (me.type !== "bot") throw new Error(me.type);
  const pace = createPace();
  const bulk = createBulk({ rate: 1000, paid: true, random: () => 0 });
  const dying = new AbortController();
  const standing = createStanding({ db });
  const keepStanding: typeof standing = async (...learned) => {
    if (!dying.signal.aborted) await standing(...learned);
  };
  const moved = (from: number, to: number) => keepStanding({ type: "moved", from, to }, now());
  const patience = { pace: sharePace(pace, bulk), now, sleep };
  const pictures = picturesOn(db);
  const deliver = createDeliver({ client, pictures, log, moved, ...patience });
  const answering = { bot: me.bot, edition, editors: [], defaultZone, ledgerDays: 30, answer };
  const search = createStorySearch();
  const handle = createBot({
    search: {
      async find(query, edition) {
        await search.follow(edition);
        return search.find(query, edition);
      },
    },
    ...answering,
    ...patience,
    client,
    pictures,
    db,
    deliver,
    log,
    keepStanding,
  });
  const tick = createTick({
    db,
    now,
    log,
    edition,
    signal: dying.signal,
    rendering: createRendering(edition, me.bot.username),
    defaultZone,
    settle: minute,
    correctionSettle: parts.correctionSettle,
    confirmAbove: 1000,
    cleanSince: () => new Date(0),
    ask: () => Promise.resolve(),
    askCorrection: () => Promise.resolve(),
  });
  const turns = createTurns({
    db,
    send: createSendParcel({ client, pictures }),
    lease: () => lease,
    pace,
    bulk,
    now,
    random: () => 0,
    log,
    defaultZone,
    keepStanding,
    onTrouble() {},
    onLanded() {},
  });
  const lease = await leaseOf(db, `test:${now().getTime()}`);
  await recoverOutbox(db, lease);

  async function hear(offset: number): Promise<number> {
    const asked = { offset, timeout: 0, limit: 100, allowed_updates: heard };
    const updates = await client.call("getUpdates", asked, { signal });
    if (updates.type !== "ok" || !Array.isArray(updates.result)) return offset;
    for (const update of updates.result) {
      const deadline = new Date(now().getTime() + minute);
      const delivered: Delivered[] = [];
      const record = (shown: readonly Delivered[]) => void delivered.push(...shown);
      await handle(update, { signal: dying.signal, deadline, record });
      await recordDelivered(db, delivered);
    }
    return (updates.result.at(-1)?.update_id ?? offset - 1) + 1;
  }

  return {
    hear,
    tick: tick.tick,
    send: () => turns.turn(lease, true),
    settled: turns.settled,
    async kill() {
      dying.abort();
      turns.cut();
      await turns.settled();
      await client.close();
      return turns.unwritten();
    },
  };
}
