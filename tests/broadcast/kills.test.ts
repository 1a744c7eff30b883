import { expect, it } from "vitest";
import { broadcastUnderKills, type Killing } from "./kills.ts";

const inFlight = 10;
const chats = 2000;

const killings: readonly Killing[] = [1, 2, 3, 4].map((seed) => ({
  seed,
  chats,
  kills: 5,
  signal: "SIGKILL",
}));

it.each(killings)(
  "a broadcast killed $kills times (seed $seed) loses nothing and doubles what was in flight at most",
  { timeout: 180_000 },
  async (killing) => {
    const { lost, doubled } = await broadcastUnderKills(killing);
    expect({ lost, doubled }, `seed ${killing.seed}`).toEqual({
      lost: 0,
      doubled: expect.toSatisfy((copies: number) => copies <= inFlight * killing.kills),
    });
  },
);

it(
  "a broadcast stopped three times loses nothing and doubles nothing",
  { timeout: 180_000 },
  async () => {
    const killing = { seed: 5, chats, kills: 3, signal: "SIGTERM" } as const;
    expect(await broadcastUnderKills(killing)).toMatchObject({ lost: 0, doubled: 0 });
  },
);
