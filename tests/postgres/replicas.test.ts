import { describe, expect, it } from "vitest";
import { chats, flawsOf, slow, startTwo, succeed } from "../broadcast/replicas.ts";
import { fast, tally } from "../broadcast/kills.ts";
import { setStage } from "../broadcast/stage.ts";
import { dice, seed } from "../faults/seeds.ts";
import { freshUrl } from "./fresh.ts";
import { startPostgres } from "./embedded.ts";
import { startProxy, through } from "./proxy.ts";

const patient = { timeout: 120_000 };
function port(url: string): number {
  return Number(new URL(url).port);
}

describe.concurrent(`two replicas on one PostgreSQL (seed ${seed})`, () => {
  it("fault 1: one is killed: the other goes on", patient, async () => {
    await using stage = await setStage({ chats, databaseUrl: await freshUrl(), env: slow });
    const two = await startTwo(stage);
    const succession = await succeed(stage, two, {
      begin: () => two[0].kill("SIGKILL"),
      end() {},
    });
    expect(flawsOf(succession)).toEqual([]);
  });

  it("fault 4: one is stopped: the other goes on, and nothing is doubled", patient, async () => {
    await using stage = await setStage({ chats, databaseUrl: await freshUrl(), env: slow });
    const two = await startTwo(stage);
    const succession = await succeed(stage, two, {
      begin: () => two[0].kill("SIGTERM"),
      end() {},
    });
    expect(flawsOf({ ...succession, late: 0 })).toEqual([]);
    expect(succession.doubled).toBe(0);
  });

  it(
    "fault 24: the leader is frozen: the other goes on, and it sends nothing when it wakes",
    patient,
    async () => {
      await using stage = await setStage({ chats, databaseUrl: await freshUrl(), env: slow });
      const two = await startTwo(stage);
      const succession = await succeed(stage, two, {
        begin: () => two[0].kill("SIGSTOP"),
        end: () => two[0].kill("SIGCONT"),
      });
      expect(flawsOf(succession)).toEqual([]);
    },
  );

  it.each(["refuse", "stall"] as const)(
    "fault 25: the leader loses its store (%s): it stops, and the other goes on",
    patient,
    async (act) => {
      const databaseUrl = await freshUrl();
      await using proxy = await startProxy(port(databaseUrl));
      await using stage = await setStage({ chats, databaseUrl, env: slow });
      const two = await startTwo(stage, { DATABASE_URL: through(proxy, databaseUrl) });
      const succession = await succeed(stage, two, {
        begin: () => proxy[act](),
        end: () => proxy.mend(),
      });
      expect(flawsOf(succession)).toEqual([]);
    },
  );

  it("fault 25: everyone's connections are cut: the broadcast goes on", patient, async () => {
    const databaseUrl = await freshUrl();
    await using proxy = await startProxy(port(databaseUrl));
    await using stage = await setStage({ chats, databaseUrl, env: fast });
    const env = { DATABASE_URL: through(proxy, databaseUrl) };
    const bots = [stage.start(env), stage.start(env)];
    const roll = dice();
    for (let cut = 0; cut < 3; cut += 1) {
      await stage.sentInAll(roll(20 + 60 * cut, 60 + 60 * cut));
      proxy.cut();
    }
    await stage.nothingOpen();
    for (const bot of bots) bot.kill("SIGTERM");
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
    const { lost, doubled } = await tally(stage, chats);
    expect(lost).toBe(0);
    expect(doubled).toBe(0);
  });

  it("fault 25: PostgreSQL restarts under a broadcast, which goes on", patient, async () => {
    await using server = await startPostgres();
    await server.createDatabase("mujaz");
    const databaseUrl = `${server.address}mujaz`;
    await using stage = await setStage({ chats, databaseUrl, env: fast });
    const bots = [stage.start(), stage.start()];
    await stage.sentInAll(dice()(20, 100));
    await server.stop();
    await server.start();
    await stage.nothingOpen();
    for (const bot of bots) bot.kill("SIGTERM");
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
  });
});
