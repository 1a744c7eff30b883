import { expect, it } from "vitest";
import { finish, tally } from "./kills.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { setStage } from "./stage.ts";

const chats = 30;

/** Kills the bot while its tenth message hangs, and lets a second process send what is left. */
async function killedAtTheTenth(accepted: boolean): Promise<ReturnType<typeof tally>> {
  await using stage = await setStage({ chats });
  await stage.control("faults", {
    method: "sendMessage",
    nth: 10,
    do: { type: "silent", accepted },
  });
  const bot = stage.start();
  await expect.poll(() => count(stage.db, "sent"), { timeout: 10_000 }).toBe(chats - 1);
  bot.kill("SIGKILL");
  await bot.ended;
  await finish(stage);
  return await tally(stage, chats);
}

it("fault 2: a kill between Telegram's answer and our commit doubles that one message at most", async () => {
  const { lost, doubled } = await killedAtTheTenth(true);
  expect(lost).toBe(0);
  expect(doubled).toBeLessThanOrEqual(1);
});

it("fault 3: a kill between our intent and the request loses and doubles nothing", async () => {
  expect(await killedAtTheTenth(false)).toEqual({ lost: 0, doubled: 0 });
});

it("a kill while Telegram cannot be reached loses and doubles nothing", async () => {
  await using stage = await setStage({ chats });
  const bot = stage.start();
  await stage.sentInAll(5);
  await stage.control("pause", { ms: 3000 });
  await expect.poll(() => count(stage.db, "retry")).toBeGreaterThan(0);
  bot.kill("SIGKILL");
  await bot.ended;
  await finish(stage);
  expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
});

async function count(db: Database, state: OutboxTable["state"]): Promise<number> {
  const rows = await db.selectFrom("outbox").select("id").where("state", "=", state).execute();
  return rows.length;
}
