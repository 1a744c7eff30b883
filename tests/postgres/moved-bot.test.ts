import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { startProcess } from "../app/bot-process.ts";
import { countInFlight, fast } from "../broadcast/kills.ts";
import { setStage, until } from "../broadcast/stage.ts";
import { emptyUrl } from "./fresh.ts";

const chats = 400;

it(
  "a bot that is moved in the middle of a broadcast sends the rest, and corrects what it sent before",
  { timeout: 120_000 },
  async () => {
    const env = { ...fast, CORRECTION_SETTLE: "0s", CONFIRM_ABOVE: "1000000" };
    await using stage = await setStage({ chats, env });
    const [from, to] = [stage.databaseUrl, await emptyUrl()];
    const old = stage.start();
    await stage.sentInAll(chats / 4);
    const early = startProcess(["migrate-store", from, to]);
    expect([await early.ended, early.output()]).toEqual([
      1,
      expect.stringMatching(/FROM: file:.*: the bot is running on it/),
    ]);
    old.kill("SIGKILL");
    await old.ended;
    const inFlight = await countInFlight(stage);
    const before = await stage.sent();
    expect(before.length).toBeLessThan(chats);

    const verb = startProcess(["migrate-store", from, to]);
    expect([await verb.ended, verb.output()]).toEqual([0, expect.stringContaining("the same as")]);
    const bot = stage.start({ DATABASE_URL: to });
    await using db = await openDatabase(to);
    const openRows = db
      .selectFrom("outbox")
      .select("id")
      .where("state", "in", ["pending", "retry", "sending"]);
    await until(async () => (await openRows.execute()).length === 0, 50);
    const sent = await stage.sent();
    const doubled = sent.reduce((sum, { count }) => sum + count, 0) - chats;
    expect(sent).toHaveLength(chats);
    expect(doubled).toBeLessThanOrEqual(inFlight);

    stage.correct();
    const uncorrected = async () => {
      const byChat = Map.groupBy(await stage.messages(), ({ chatId }) => chatId);
      // Of two copies the second is the one that is known.
      return [...byChat.values()].filter((all) => all.every(({ edits }) => edits === 0));
    };
    await until(async () => (await uncorrected()).length === 0, 50);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  },
);
