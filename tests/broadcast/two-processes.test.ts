import { setTimeout } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { BotProcess } from "../app/bot-process.ts";
import { seed } from "../faults/seeds.ts";
import { fast, tally } from "./kills.ts";
import { chats, slow, startTwo, succeed } from "./replicas.ts";
import { setStage, type Stage } from "./stage.ts";

const patient = { timeout: 300_000 };

/** Stops a process outside its transactions: in one, it keeps everybody from writing. */
async function freeze({ databaseUrl }: Stage, bot: BotProcess): Promise<void> {
  const store = new SQLite(databaseUrl.slice("file:".length), { timeout: 100 });
  const isFree = (): boolean => {
    try {
      store.exec("begin immediate; rollback");
      return true;
    } catch {
      return false;
    }
  };
  bot.kill("SIGSTOP");
  while (!isFree()) {
    bot.kill("SIGCONT");
    await setTimeout(5);
    bot.kill("SIGSTOP");
  }
  store.close();
}

describe.concurrent(`two processes on one SQLite file (seed ${seed})`, () => {
  it("send every message once", patient, async () => {
    await using stage = await setStage({ chats, env: fast });
    const bots = [stage.start(), stage.start()];
    for (const bot of bots) await bot.wrote("is known to Telegram");
    await stage.nothingOpen();
    for (const bot of bots) bot.kill("SIGTERM");
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
  });

  it(
    "fault 4: the leader is stopped: the other goes on, and nothing is doubled",
    patient,
    async () => {
      await using stage = await setStage({ chats, env: slow });
      const two = await startTwo(stage);
      const stop = { begin: () => two[0].kill("SIGTERM"), end() {} };
      const { lost, doubled, gapMs } = await succeed(stage, two, stop);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(gapMs).toBeLessThan(10_000);
    },
  );

  it("fault 1: the leader is killed: the other goes on within seconds", patient, async () => {
    await using stage = await setStage({ chats, env: slow });
    const two = await startTwo(stage);
    const kill = { begin: () => two[0].kill("SIGKILL"), end() {} };
    const { lost, doubled, inFlight, gapMs } = await succeed(stage, two, kill);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(inFlight);
    expect(gapMs).toBeLessThan(10_000);
  });

  it(
    "fault 24: the leader is frozen: the other goes on, and it sends nothing when it wakes",
    patient,
    async () => {
      await using stage = await setStage({ chats, env: slow });
      const two = await startTwo(stage);
      const { lost, late, doubled, inFlight, gapMs } = await succeed(stage, two, {
        begin: () => freeze(stage, two[0]),
        end: () => two[0].kill("SIGCONT"),
      });
      expect({ lost, late }).toEqual({ lost: 0, late: 0 });
      expect(doubled).toBeLessThanOrEqual(inFlight);
      expect(gapMs).toBeLessThan(30_000);
    },
  );
});
