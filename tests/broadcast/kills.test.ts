import { expect, it } from "vitest";
import {
  broadcastUnderKills,
  fast,
  finish,
  killWhileSpreading,
  tally,
  type Killing,
} from "./kills.ts";
import { setStage } from "./stage.ts";

const chats = 2000;

const killings: readonly Killing[] = [1, 2, 3, 4].map((seed) => ({
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
    expect(inFlight, `seed ${killing.seed}`).toBeLessThanOrEqual(10 * killing.kills);
  },
);

it(
  "fault 4: a broadcast stopped three times loses nothing and doubles nothing",
  { timeout: 180_000 },
  async () => {
    const killing = { seed: 5, chats, kills: 3, signal: "SIGTERM" } as const;
    expect(await broadcastUnderKills(killing)).toMatchObject({ lost: 0, doubled: 0 });
  },
);

it.each([
  { seed: 6, chats: 600, kills: 3, signal: "SIGKILL", scene: "parts" },
  { seed: 7, chats: 600, kills: 3, signal: "SIGKILL", scene: "alert" },
] as const)(
  "the $scene of a broadcast killed $kills times arrive whole and in order",
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
