import { expect, it } from "vitest";
import { seed, seeds } from "../faults/seeds.ts";
import { correctUnderKills } from "./correction-kills.ts";

const chats = 2000;

it.each(seeds(2))(
  "fault 1: a correction killed five times (seed %i) reaches every message, and doubles no more notices than were in flight",
  { timeout: 240_000 },
  async (seed) => {
    const tally = await correctUnderKills({ seed, chats, kills: 5, signal: "SIGKILL" });
    const { stale, untold, doubled, noticesInFlight, inFlight, texts } = tally;
    expect({ stale, untold }, `seed ${seed}`).toEqual({ stale: 0, untold: 0 });
    expect(doubled, `seed ${seed}`).toBeLessThanOrEqual(noticesInFlight);
    expect(inFlight, `seed ${seed}`).toBeLessThanOrEqual(100 * tally.kills);
    for (const text of texts) expect(text).toContain("4 civilians killed, not 3");
    expect(texts[0]).toContain("• 4 civilians killed");
  },
);

it(
  "fault 4: a correction stopped three times reaches every message, and tells nobody twice",
  { timeout: 240_000 },
  async () => {
    const killing = { seed, chats, kills: 3, signal: "SIGTERM" } as const;
    expect(await correctUnderKills(killing)).toMatchObject({ stale: 0, untold: 0, doubled: 0 });
  },
);
