import { describe, expect, it } from "vitest";
import { chats, flawsOf, slow, startTwo, succeed } from "./replicas.ts";
import { fast, tally } from "./kills.ts";
import { setStage } from "./stage.ts";

const patient = { timeout: 120_000 };

describe("two processes on one SQLite file", () => {
  it("send every message once", patient, async () => {
    await using stage = await setStage({ chats, env: fast });
    const bots = [stage.start(), stage.start()];
    for (const bot of bots) await bot.wrote("is known to Telegram");
    await stage.nothingOpen();
    for (const bot of bots) bot.kill("SIGTERM");
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
  });

  it.each(["SIGKILL", "SIGTERM"] as const)(
    "go on with what %s has left of the other",
    patient,
    async (signal) => {
      await using stage = await setStage({ chats, env: slow });
      const two = await startTwo(stage);
      const end = { begin: () => two[0].kill(signal), end() {} };
      const succession = await succeed(stage, two, end);
      // What is in flight at a SIGTERM ends.
      expect(flawsOf(signal === "SIGTERM" ? { ...succession, late: 0 } : succession)).toEqual([]);
    },
  );
});
