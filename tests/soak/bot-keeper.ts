import type { Entry } from "../../src/simulator/record/happening.ts";
import type { Database } from "../../src/store/tables.ts";
import type { Conductor } from "./clock/conductor.ts";
import { timers } from "./clock/install.ts";
import { startBot, type BotPlayer } from "./bot-player.ts";

/** A process that was killed, and what was under way then. */
export interface Kill {
  readonly at: number;
  /** By chat, the messages whose intent was in the store and whose result was not. */
  readonly sending: ReadonlyMap<number, number>;
  /** By chat, the updates that were being handled. */
  readonly handling: ReadonlyMap<number, number>;
}

/** Keeps a bot running, as a service manager does, and ends it where that is asked for. */
export interface BotKeeper {
  readonly start: () => void;
  /** Lets time pass; a bot that ends by itself is started again. */
  readonly passUntil: (moment: number) => Promise<void>;
  /** Waits a while for the next message, and kills the process in the midst of what follows. */
  readonly kill: (ms: number) => Promise<void>;
  /** SIGTERM, and waits for the end. */
  readonly stop: () => Promise<void>;
  readonly freeze: (ms: number) => Promise<void>;
  readonly kills: readonly Kill[];
  readonly falls: readonly string[];
  readonly output: () => string;
}

export interface KeeperParts {
  readonly conductor: Conductor;
  readonly env: Readonly<Record<string, string>>;
  readonly db: Database;
  /** Grows with what Telegram is asked. */
  readonly entries: readonly Entry[];
}

/** Milliseconds: after a kill, after an end of its own, and for a message before a kill. */
const untilRestart = 5000;
const untilNextTry = 20_000;
const patience = 20_000;

export function keepBot({ conductor, env, db, entries }: KeeperParts): BotKeeper {
  const kills: Kill[] = [];
  const falls: string[] = [];
  const outputs: string[] = [];
  let bot: BotPlayer | undefined;

  function start(): void {
    bot = startBot(env);
    conductor.join(bot);
  }

  /** Takes an ended one away. */
  function bury(): void {
    if (bot === undefined) return;
    conductor.leave(bot);
    outputs.push(bot.output());
    bot = undefined;
  }

  /** The time has an end, so that it does not leap over it. */
  async function pass(until: number, isOver: () => boolean): Promise<void> {
    const timer = setTimeout(() => undefined, Math.max(1, until - timers.now()));
    await conductor.passUntil(() => timers.now() >= until || isOver());
    clearTimeout(timer);
  }

  async function passUntil(moment: number): Promise<void> {
    while (timers.now() < moment) {
      await pass(moment, () => bot?.isOver() === true);
      if (bot?.isOver() !== true) continue;
      falls.push(`${new Date().toISOString()} ${String(bot.end())}: ${lastLine(bot.output())}`);
      bury();
      await pass(timers.now() + untilNextTry, () => false);
      start();
    }
  }

  return {
    start,
    passUntil,
    kills,
    falls,
    async kill(ms) {
      const before = entries.length;
      const isSending = () =>
        entries.slice(before).some(({ type }) => type === "sent" || type === "edited");
      await pass(timers.now() + patience, () => isSending() || bot?.isOver() === true);
      if (bot?.isOver() !== false) return;
      bot.doom(ms);
      await conductor.passUntil(() => bot?.isOver() === true);
      bury();
      kills.push(await lookAround(db));
      await pass(timers.now() + untilRestart, () => false);
      start();
    },
    async stop() {
      if (bot === undefined) return;
      bot.signal("SIGTERM");
      await conductor.passUntil(() => bot?.isOver() === true);
      if (bot.end() !== 0) falls.push(`SIGTERM: ${String(bot.end())}`);
      bury();
    },
    async freeze(ms) {
      bot?.freeze();
      await pass(timers.now() + ms, () => false);
      bot?.thaw();
    },
    output: () => outputs.join("") + (bot?.output() ?? ""),
  };
}

function lastLine(output: string): string {
  return output.trimEnd().split("\n").at(-1) ?? "";
}

/** What the store says of a process that has just ended. */
async function lookAround(db: Database): Promise<Kill> {
  const rows = await db
    .selectFrom("outbox")
    .select("chat_id")
    .where("state", "=", "sending")
    .where("task", "!=", "edit")
    .execute();
  const updates = await db
    .selectFrom("inbox")
    .select("chat_id")
    .where("state", "=", "new")
    .where("attempts", ">", 0)
    .execute();
  return { at: timers.now(), sending: countByChat(rows), handling: countByChat(updates) };
}

function countByChat(rows: readonly { readonly chat_id: number }[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { chat_id: chat } of rows) counts.set(chat, (counts.get(chat) ?? 0) + 1);
  return counts;
}
