import { it } from "vitest";
import type { Place } from "./audience.ts";
import { finish } from "./kills.ts";
import { setStage, type Entry } from "./stage.ts";

const second = 1000;
const minute = 60 * second;
const asker = 2_000_001;

/** The most entries that any so many milliseconds hold. */
function most(times: readonly number[], ms: number): number {
  const ends = times.toSorted((one, other) => one - other);
  return Math.max(
    0,
    ...ends.map((end, index) => index - ends.findIndex((time) => time > end - ms) + 1),
  );
}

function timesByChat(sent: readonly Entry[]): ReadonlyMap<number, readonly number[]> {
  const times = Map.groupBy(sent, ({ chatId }) => chatId);
  return new Map([...times].map(([id, entries]) => [id, entries.map(({ time }) => time)]));
}

it.concurrent(
  "fault 8: a broadcast at Telegram's limits meets no 429, and answers overtake it",
  { timeout: 120_000 },
  async ({ expect }) => {
    const chats = 300;
    const askers = [0, 1, 2, 3, 4].map((number) => asker + number);
    const isAnswer = ({ chatId }: Entry): boolean => askers.includes(chatId);
    await using stage = await setStage({ chats, limits: "telegram" });
    for (const id of askers) {
      await stage.control("world/addPerson", { id, firstName: "Asker", started: true });
    }
    const bot = stage.start();
    await stage.sentInAll(30);
    for (const person of askers) {
      await stage.control("message", { person, chat: person, text: "/ghouta" });
    }
    await stage.nothingOpen();
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);

    const entries = await stage.record();
    expect(entries.filter(({ type }) => type === "refused")).toEqual([]);
    const sent = entries.filter(({ type }) => type === "sent");
    expect(sent.filter((entry) => !isAnswer(entry))).toHaveLength(chats);
    const lastAnswer = sent.findLastIndex(isAnswer);
    expect(new Set(sent.filter(isAnswer).map(({ chatId }) => chatId)).size).toBe(askers.length);
    expect(lastAnswer, "while most of the broadcast is open").toBeLessThan(chats / 2);
    expect(
      most(
        sent.map(({ time }) => time),
        second,
      ),
    ).toBeLessThanOrEqual(30);
  },
);

it.concurrent(
  "people, groups, a busy forum and channels are each kept to their own pace",
  { timeout: 180_000 },
  async ({ expect }) => {
    const places: readonly Place[] = [
      { id: -4_000_000_001, type: "group" },
      { id: -4_000_000_002, type: "group" },
      { id: -1_002_000_000_001, type: "supergroup", topics: 23 },
      { id: -1_002_000_000_002, type: "channel" },
    ];
    await using stage = await setStage({ chats: 60, places, limits: "telegram" });
    await finish(stage);
    const entries = await stage.record();
    expect(entries.filter(({ type }) => type === "refused")).toEqual([]);
    const sent = entries.filter(({ type }) => type === "sent");
    expect(sent).toHaveLength(60 + 2 + 23 + 1);
    for (const [chatId, times] of timesByChat(sent)) {
      expect(most(times, 3 * second), `${chatId} in 3 s`).toBeLessThanOrEqual(3);
      expect(most(times, minute), `${chatId} in a minute`).toBeLessThanOrEqual(20);
    }
  },
);
