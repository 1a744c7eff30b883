import { expect, it } from "vitest";
import { dice, seed } from "../faults/seeds.ts";
import { finish, tally, type Tally } from "./kills.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { setStage, type Stage } from "./stage.ts";

const chats = 30;
const roll = dice();
const patient = { timeout: 60_000 };

interface Outcome extends Pick<Tally, "lost" | "doubled"> {
  /** Those that say of themselves that they may be copies. */
  readonly flagged: number;
}

/** Sends what a kill has left. */
async function resumed(stage: Stage): Promise<Outcome> {
  await finish(stage);
  const flagged = await stage.db
    .selectFrom("outbox")
    .select("id")
    .where("resent", "=", 1)
    .execute();
  return { ...(await tally(stage, chats)), flagged: flagged.length };
}

it(
  `fault 2: a kill between Telegram's answer and our commit doubles that one message, which says so (seed ${seed})`,
  patient,
  async () => {
    await using stage = await setStage({ chats });
    const slow = { nth: roll(2, chats), do: { type: "delay", ms: 3000 } };
    await stage.control("faults", { method: "sendMessage", ...slow });
    const bot = stage.start();
    await allButOne(stage.db);
    // The answer comes while nobody can write: the bot says so once it has it.
    const lock = await stage.db.startTransaction().execute();
    await bot.wrote("the outbox cannot be read");
    expect(await count(lock, "sending")).toBe(1);
    bot.kill("SIGKILL");
    await bot.ended;
    await lock.rollback().execute();
    expect(await resumed(stage)).toEqual({ lost: 0, doubled: 1, flagged: 1 });
  },
);

it.each([
  { what: "taken and not answered", accepted: true, doubled: 1 },
  { what: "written and not taken", accepted: false, doubled: 0 },
])(
  `fault 3: a kill while a request is $what loses nothing, and makes one more copy at most (seed ${seed})`,
  patient,
  async ({ accepted, doubled }) => {
    await using stage = await setStage({ chats });
    const silent = { nth: roll(1, chats), do: { type: "silent", accepted } };
    await stage.control("faults", { method: "sendMessage", ...silent });
    const bot = stage.start();
    await allButOne(stage.db);
    bot.kill("SIGKILL");
    await bot.ended;
    expect(await resumed(stage)).toEqual({ lost: 0, doubled, flagged: 1 });
  },
);

it(
  `fault 3: a kill while Telegram cannot be reached loses and doubles nothing (seed ${seed})`,
  patient,
  async () => {
    await using stage = await setStage({ chats });
    const bot = stage.start();
    await stage.sentInAll(roll(1, 10));
    await stage.control("pause", { ms: 3000 });
    await expect.poll(() => count(stage.db, "retry")).toBeGreaterThan(0);
    bot.kill("SIGKILL");
    await bot.ended;
    expect(await resumed(stage)).toMatchObject({ lost: 0, doubled: 0 });
  },
);

/** Resolves when one request is under way and all others have been answered. */
async function allButOne(db: Database): Promise<void> {
  await expect
    .poll(async () => [await count(db, "sent"), await count(db, "sending")], { timeout: 10_000 })
    .toEqual([chats - 1, 1]);
}

async function count(db: Pick<Database, "selectFrom">, state: OutboxTable["state"]) {
  const rows = await db.selectFrom("outbox").select("id").where("state", "=", state).execute();
  return rows.length;
}
