import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { countInFlight, tally } from "../broadcast/kills.ts";
import { setStage, type Stage, type StageOptions } from "../broadcast/stage.ts";
import type { BotProcess } from "../app/bot-process.ts";
import { startPostgres } from "./embedded.ts";
import { freshUrl } from "./fresh.ts";
import { startProxy, through } from "./proxy.ts";

const chats = 600;
const patient = { timeout: 150_000 };

/** Half a minute of sending; so many are in flight at most. */
const rate = 30;
const env = { BROADCAST_RATE: String(rate) };
const mostInFlight = 10;

const curtain = async (more: Partial<StageOptions> = {}): Promise<Stage> =>
  setStage({ chats, env, databaseUrl: await freshUrl(), ...more });

async function copies(stage: Stage): Promise<number> {
  return (await stage.sent()).reduce((sum, { count }) => sum + count, 0);
}

/** Milliseconds until more is sent than what may have been in flight at the call. */
async function untilMore(stage: Stage): Promise<number> {
  const from = performance.now();
  await stage.sentInAll((await copies(stage)) + mostInFlight + 1);
  return performance.now() - from;
}

/** Ends those that still run, as an operator does. */
async function stop(...bots: readonly BotProcess[]): Promise<void> {
  for (const bot of bots) bot.kill("SIGTERM");
  for (const bot of bots) expect(await bot.ended).toBe(0);
}

/** Two of them, the first of which leads and has begun to send. */
async function underway(
  stage: Stage,
  more: readonly Readonly<Record<string, string>>[] = [{}, {}],
): Promise<{ readonly leader: BotProcess; readonly other: BotProcess }> {
  const [first = {}, second = {}] = more;
  const leader = stage.start(first);
  await stage.leader();
  const other = stage.start(second);
  await other.wrote("is known to Telegram");
  await stage.sentInAll(30);
  return { leader, other };
}

describe.concurrent("a broadcast by one of two replicas", () => {
  it("is taken over where the leader is killed", patient, async () => {
    await using stage = await curtain();
    const { leader, other } = await underway(stage);
    leader.kill("SIGKILL");
    await leader.ended;
    const inFlight = await countInFlight(stage);
    expect(inFlight).toBeLessThanOrEqual(mostInFlight);
    expect(await untilMore(stage)).toBeLessThan(30_000);
    await stage.nothingOpen();
    await stop(other);
    const { lost, doubled } = await tally(stage, chats);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(inFlight);
  });

  it("is taken over where the leader is stopped, and nothing is doubled", patient, async () => {
    await using stage = await curtain();
    const { leader, other } = await underway(stage);
    await stop(leader);
    expect(await untilMore(stage)).toBeLessThan(30_000);
    await stage.nothingOpen();
    await stop(other);
    expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
  });

  it(
    "fault 24: is taken over from a frozen leader, which sends nothing when it wakes up",
    patient,
    async () => {
      await using stage = await curtain();
      const { leader, other } = await underway(stage);
      leader.kill("SIGSTOP");
      const inFlight = await countInFlight(stage);
      expect(await untilMore(stage)).toBeLessThan(30_000);
      await setTimeout(Number(process.env["FREEZE_MS"] ?? 3000));
      leader.kill("SIGCONT");
      await leader.wrote("the lease is somebody else's");
      await stage.nothingOpen();
      await stop(leader, other);
      const { lost, doubled } = await tally(stage, chats);
      expect(lost).toBe(0);
      expect(doubled).toBeLessThanOrEqual(Math.max(inFlight, mostInFlight));
      expect(leader.output().match(/sending under a new lease/g)).toHaveLength(1);
    },
  );

  it(
    "fault 25: is taken over from a leader whose connections to the database are cut",
    patient,
    async () => {
      const url = await freshUrl();
      await using own = await startProxy(Number(new URL(url).port));
      await using stage = await curtain({ databaseUrl: url });
      const { leader, other } = await underway(stage, [{ DATABASE_URL: through(own, url) }, {}]);
      own.refuse();
      const inFlight = await countInFlight(stage);
      expect(await untilMore(stage)).toBeLessThan(30_000);
      own.mend();
      await stage.nothingOpen();
      await stop(leader, other);
      const { lost, doubled } = await tally(stage, chats);
      expect(lost).toBe(0);
      expect(doubled).toBeLessThanOrEqual(Math.max(inFlight, mostInFlight));
    },
  );

  it("fault 25: is taken over from a leader whose database does not answer", patient, async () => {
    const url = await freshUrl();
    await using own = await startProxy(Number(new URL(url).port));
    await using stage = await curtain({ databaseUrl: url });
    const { leader, other } = await underway(stage, [{ DATABASE_URL: through(own, url) }, {}]);
    own.stall();
    expect(await untilMore(stage)).toBeLessThan(30_000);
    own.cut();
    own.mend();
    await stage.nothingOpen();
    await stop(leader, other);
    const { lost, doubled } = await tally(stage, chats);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(mostInFlight);
  });

  it("goes on where the connections of all are cut for a while", patient, async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(Number(new URL(url).port));
    const env = { DATABASE_URL: through(proxy, url) };
    await using stage = await curtain({ databaseUrl: url });
    const { leader, other } = await underway(stage, [env, env]);
    proxy.refuse();
    const inFlight = await countInFlight(stage);
    await setTimeout(5000);
    const before = await copies(stage);
    await setTimeout(1000);
    expect(await copies(stage)).toBe(before);
    proxy.mend();
    expect(await untilMore(stage)).toBeLessThan(30_000);
    await stage.nothingOpen();
    await stop(leader, other);
    const { lost, doubled } = await tally(stage, chats);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(Math.max(inFlight, mostInFlight));
  });

  it("goes on where PostgreSQL is started anew", patient, async () => {
    await using server = await startPostgres();
    await server.createDatabase("mujaz");
    await using stage = await curtain({ databaseUrl: `${server.address}mujaz` });
    const { leader, other } = await underway(stage);
    await server.stop();
    await server.start();
    expect(await untilMore(stage)).toBeLessThan(30_000);
    await stage.nothingOpen();
    await stop(leader, other);
    const { lost, doubled } = await tally(stage, chats);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(mostInFlight);
  });
});
