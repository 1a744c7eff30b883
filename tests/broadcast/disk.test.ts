import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Database } from "../../src/store/tables.ts";
import { dice, seed } from "../faults/seeds.ts";
import { tally } from "./kills.ts";
import { setStage, type Stage } from "./stage.ts";

const chats = 150;
const roll = dice();
const slow = { BROADCAST_RATE: "28" };
/** More than a lease lasts that nobody can renew. */
const lockedMs = 16_000;
/** Takes room from a process, and gives it back, while it runs. */
const hasLimits = spawnSync("prlimit", ["--version"]).status === 0;

/** Messages of which the store knows that they were to be sent. */
async function intents(db: Pick<Database, "selectFrom">): Promise<number> {
  const rows = await db.selectFrom("outbox").select("id").where("attempts", ">", 0).execute();
  return rows.length;
}

async function taken(stage: Stage): Promise<number> {
  return (await stage.record()).filter(({ type }) => type === "sent").length;
}

describe.concurrent(`a store that cannot be written in the midst of a broadcast (seed ${seed})`, () => {
  it(
    "fault 26: locked for a while: nothing goes out without its intent, and all once",
    { timeout: 120_000 },
    async () => {
      await using stage = await setStage({ chats, env: slow });
      const bot = stage.start();
      await stage.sentInAll(roll(5, 60));
      const lock = await stage.db.startTransaction().execute();
      const known = await intents(lock);
      await setTimeout(lockedMs);
      expect(bot.output()).toContain("database is locked");
      expect(await taken(stage)).toBeLessThanOrEqual(known);
      expect(known).toBeLessThan(chats);
      await lock.rollback().execute();
      await stage.nothingOpen();
      expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
    },
  );

  it.skipIf(!hasLimits)(
    "fault 26: on a full disk: nothing goes out without its intent, and all once there is room",
    { timeout: 120_000 },
    async () => {
      await using stage = await setStage({ chats, env: slow });
      const file = stage.databaseUrl.slice("file:".length);
      const bot = stage.start();
      await stage.sentInAll(roll(5, 60));
      const limit = (bytes: string) =>
        execFileSync("prlimit", [`--pid=${bot.pid}`, `--fsize=${bytes}`]);
      limit(`${statSync(`${file}-wal`).size}:unlimited`);
      await bot.wrote("trying on");
      const known = await intents(stage.db);
      await setTimeout(2000);
      expect(await taken(stage)).toBeLessThanOrEqual(known);
      expect(known).toBeLessThan(chats);
      limit("unlimited:unlimited");
      await stage.nothingOpen();
      expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
    },
  );
});
