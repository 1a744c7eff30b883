import { expect, it } from "vitest";
import { seed, seeds } from "../faults/seeds.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import {
  broadcastUnderKills,
  fast,
  finish,
  killWhileSpreading,
  tally,
  type Killing,
} from "./kills.ts";
import { setStage } from "./stage.ts";

/** At the rate of these broadcasts: see `createBulk`. */
const mostInFlight = Math.ceil(Number(fast.BROADCAST_RATE) * 0.3);

/** Ten thousand are a matter of minutes, and for `FUZZ_RUNS=100`. */
const chats = fuzzRuns(0) > 0 ? 10_000 : 2000;

const killings: readonly Killing[] = seeds(4).map((seed) => ({
  seed,
  chats,
  kills: 5,
  signal: "SIGKILL",
}));

it.each(killings)(
  "fault 1: a broadcast killed $kills times (seed $seed) loses nothing and doubles what was in flight at most",
  { timeout: 180_000 },
  async (killing) => {
    const { lost, doubled, inFlight } = await broadcastUnderKills(killing);
    expect(lost, `seed ${killing.seed}`).toBe(0);
    expect(doubled, `seed ${killing.seed}`).toBeLessThanOrEqual(inFlight);
    expect(inFlight, `seed ${killing.seed}`).toBeLessThanOrEqual(mostInFlight * killing.kills);
  },
);

it(
  `fault 4: a broadcast stopped three times loses nothing and doubles nothing (seed ${seed})`,
  { timeout: 180_000 },
  async () => {
    const killing = { seed, chats, kills: 3, signal: "SIGTERM" } as const;
    const { slowest, ...tally } = await broadcastUnderKills(killing);
    expect(tally).toMatchObject({ lost: 0, doubled: 0 });
    expect(slowest).toBeLessThan(65_000);
  },
);

it.each([
  { seed, chats: 600, kills: 3, signal: "SIGKILL", scene: "parts" },
  { seed, chats: 600, kills: 3, signal: "SIGKILL", scene: "alert" },
] as const)(
  "fault 1: the $scene of a broadcast killed $kills times (seed $seed) arrive whole and in order",
  { timeout: 120_000 },
  async (killing) => {
    const { lost, doubled, disordered, inFlight } = await broadcastUnderKills(killing);
    expect({ lost, disordered }).toEqual({ lost: 0, disordered: 0 });
    expect(doubled).toBeLessThanOrEqual(inFlight);
  },
);

const spread = 6000;

it.each(["SIGKILL", "SIGTERM"] as const)(
  "a broadcast that meets %s while it is spread goes on where it was",
  { timeout: 180_000 },
  async (signal) => {
    await using stage = await setStage({ chats: spread, env: { ...fast, BROADCAST_RATE: "1000" } });
    const first = await killWhileSpreading(stage, signal);
    expect(first, "before the first send").toEqual({ spreading: true, inFlight: 0 });
    expect(await stage.sent()).toEqual([]);
    const second = await killWhileSpreading(stage, signal);
    await finish(stage);
    const { lost, doubled } = await tally(stage, spread);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(signal === "SIGTERM" ? 0 : second.inFlight);
  },
);
