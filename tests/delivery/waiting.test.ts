import { expect, it } from "vitest";
import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import type { Story } from "../../src/domain/story.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import { openNewsroom } from "./newsroom.ts";
import { counting, fresh } from "./world.ts";

const withdrawn = { at: "2026-11-22", note: { ar: "خطأ", en: "An error" } };

/** What arrives of a digest that was waiting when the content became this. */
async function arrives(...later: readonly Story[]): Promise<readonly string[]> {
  await using room = await openNewsroom("2026-11-22T07:00:00Z");
  const { world, messages } = room.telegram;
  const person = world.addPerson({ firstName: "Layla", started: true });
  const schedule = parseScheduleKey("07:30 daily UTC");
  if (schedule === undefined) throw new Error("no schedule");
  const wish = {
    schedule,
    topics: [],
    alerts: false,
    emptyLine: false,
    silent: false,
    cards: false,
  };
  const chat = { id: person, type: "private" } as const;
  await subscribe(room.db, { chat, threadId: 0 }, wish, room.now());
  await room.publish([fresh("ghta0001", counting(38)), fresh("ghta0002", counting(7))]);
  room.pass(1_800_000);
  await room.tick();
  await room.publish(later);
  await room.quiet();
  return messages(person).map(({ text }) => text);
}

it("a digest that waits says what its stories say now, as if they had never said else", async () => {
  const [digest = "", ...more] = await arrives(
    fresh("ghta0001", counting(41)),
    fresh("ghta0002", counting(7)),
  );
  expect(more).toEqual([]);
  expect(digest).toContain("41 civilians killed");
  expect(digest).toContain("7 civilians killed");
  expect(digest).not.toContain("38");
});

it("a story that is withdrawn leaves the digest that waits, and the last one takes it along", async () => {
  const [digest = "", ...more] = await arrives(
    fresh("ghta0001", { ...counting(38), withdrawn }),
    fresh("ghta0002", counting(7)),
  );
  expect(more).toEqual([]);
  expect(digest).toContain("7 civilians killed");
  expect(digest).not.toContain("38");
  expect(await arrives(fresh("ghta0001", { withdrawn }), fresh("ghta0002", { withdrawn }))).toEqual(
    [],
  );
});
