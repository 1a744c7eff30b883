import { describe, expect, it } from "vitest";
import type { AskedCorrection } from "../../src/delivery/corrections.ts";
import type { Story } from "../../src/domain/story.ts";
import { confirmCorrection, declineCorrection } from "../../src/store/ledger/corrections.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { aFigure, aStory } from "../builders.ts";
import { openWorld, type World } from "./world.ts";

function killed(count: number): Story {
  return aStory({ id: "aaaa", figures: [aFigure({ amount: { type: "count", count } })] });
}

/** Three chats, two messages in one of them, hold the story as it was first. */
async function told(confirmAbove: number): Promise<readonly [World, AskedCorrection[]]> {
  const asked: AskedCorrection[] = [];
  const world = await openWorld("2026-11-22T06:00:00Z", {
    confirmAbove,
    askCorrection: (_trx, one) => Promise.resolve(void asked.push(one)),
  });
  await world.publish(killed(38));
  const printing = { language: "en", digits: "latin", months: "double" } as const;
  await recordDelivered(
    world.db,
    [501, 502, 503, 503].map((chatId, index) => ({
      chatId,
      threadId: 0,
      sentId: index + 1,
      shown: { printing, pieces: [], shows: { aaaa: [1] } },
      at: world.now(),
    })),
  );
  return [world, asked];
}

/** Minutes past six. */
function past(minutes: number): string {
  return new Date(Date.parse("2026-11-22T06:00:00Z") + minutes * 60_000).toISOString();
}

async function stateOf({ db }: World): Promise<string | undefined> {
  return (await db.selectFrom("corrections").select("state").executeTakeFirst())?.state;
}

async function edits({ db }: World): Promise<number> {
  return (await db.selectFrom("outbox").select("id").where("task", "=", "edit").execute()).length;
}

describe("a correction that would reach more chats than CONFIRM_ABOVE", () => {
  it("is asked about once, with its reach and what most chats were shown", async () => {
    const [world, asked] = await told(2);
    await using _ = world;
    await world.publish(killed(41));
    world.set(past(1));
    await world.publish(killed(43));
    await world.at(past(2.5), past(3.5), past(9));
    expect(asked).toMatchObject([{ number: 3, messages: 4, chats: 3 }]);
    expect(asked[0]?.revisions.map(({ number }) => number)).toEqual([1, 3]);
    expect(asked[0]?.story).toEqual(killed(43));
    expect(await edits(world)).toBe(0);
  });

  it("goes out once an editor confirms it", async () => {
    const [world] = await told(2);
    await using _ = world;
    await world.publish(killed(41));
    await world.at(past(3));
    expect(await confirmCorrection(world.db, "aaaa", 2)).toBe(true);
    await world.at(past(4));
    expect(await stateOf(world)).toBe("settled");
    expect(await edits(world)).toBe(4);
  });

  it("stays away once an editor declines it, until the story changes again", async () => {
    const [world, asked] = await told(2);
    await using _ = world;
    await world.publish(killed(41));
    await world.at(past(3));
    expect(await declineCorrection(world.db, "aaaa", 2)).toBe(true);
    await world.at(past(10), past(60));
    expect(await edits(world)).toBe(0);
    await world.publish(killed(43));
    await world.at(past(70));
    expect(asked.map(({ number }) => number)).toEqual([2, 3]);
  });

  it("asks nobody where it reaches just as many", async () => {
    const [world, asked] = await told(3);
    await using _ = world;
    await world.publish(killed(41));
    await world.at(past(1.9));
    expect(await edits(world)).toBe(0);
    await world.at(past(2));
    expect(asked).toEqual([]);
    expect(await edits(world)).toBe(4);
  });

  it("asks nobody where the story is back at what every message shows", async () => {
    const [world, asked] = await told(0);
    await using _ = world;
    await world.publish(killed(41));
    world.set(past(1));
    await world.publish(killed(38));
    await world.at(past(5));
    expect(asked).toEqual([]);
    expect(await stateOf(world)).toBe("settled");
    expect(await edits(world)).toBe(0);
  });
});
