import { describe, expect, it } from "vitest";
import { dice, seed } from "../faults/seeds.ts";
import { firstPerson, firstTopic, type Place } from "./audience.ts";
import { fast, finish } from "./kills.ts";
import { setStage, until, type Entry, type Stage } from "./stage.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";

const chats = 60;
const roll = dice();
/** One of the chats, and one of the calls in the midst of them. */
const ill = firstPerson + roll(0, 40);
const midst = roll(10, 40);
const patient = { timeout: 90_000 };

const tooMany = (seconds: number) =>
  ({
    type: "refuse",
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }) as const;

const refusal = (code: number, description: string) =>
  ({ type: "refuse", code, description }) as const;

const curtain = (more: { readonly places?: readonly Place[] } = {}): Promise<Stage> =>
  setStage({ chats, env: fast, ...more });

const fault = (stage: Stage, given: object): Promise<unknown> =>
  stage.control("faults", { method: "sendMessage", ...given });

/** How many copies each chat got, by how many chats got so many. */
async function copies(stage: Stage): Promise<Readonly<Record<number, number>>> {
  const perChat = new Map<number, number>();
  for (const { chatId, count } of await stage.sent()) {
    perChat.set(chatId, (perChat.get(chatId) ?? 0) + count);
  }
  const chatsOf: Record<number, number> = {};
  for (const count of perChat.values()) chatsOf[count] = (chatsOf[count] ?? 0) + 1;
  return chatsOf;
}

async function copiesTo(stage: Stage, chat: number): Promise<number> {
  const sent = (await stage.sent()).filter(({ chatId }) => chatId === chat);
  return sent.reduce((sum, { count }) => sum + count, 0);
}

async function refusedFor(stage: Stage, chat: number): Promise<number> {
  const entries = await stage.record();
  return entries.filter(({ type, chatId }) => type === "refused" && chatId === chat).length;
}

/** Refusals that were followed by another try before their time. */
function hasty(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(
    ({ type, time, chatId, retryAfter }, index) =>
      type === "refused" &&
      retryAfter !== undefined &&
      entries
        .slice(index + 1)
        .some((next) => next.chatId === chatId && next.time < time + retryAfter * 1000),
  );
}

async function stateOf(stage: Stage, chat: number): Promise<string | undefined> {
  const row = await stage.db
    .selectFrom("chats")
    .select("state")
    .where("id", "=", chat)
    .executeTakeFirst();
  return row?.state;
}

async function rowsIn(stage: Stage, state: OutboxTable["state"]): Promise<number> {
  const rows = await stage.db
    .selectFrom("outbox")
    .select("id")
    .where("state", "=", state)
    .execute();
  return rows.length;
}

describe.concurrent(`a broadcast reaches every chat once (seed ${seed})`, () => {
  it(
    "fault 5: where every 20th call is refused with 429, none before its time",
    patient,
    async () => {
      await using stage = await curtain();
      await fault(stage, { every: 20, do: tooMany(3) });
      await finish(stage);
      expect(await copies(stage)).toEqual({ 1: chats });
      const entries = await stage.record();
      expect(entries.filter(({ code }) => code === 429)).toHaveLength(3);
      expect(hasty(entries)).toEqual([]);
    },
  );

  it(
    "fault 6: but one that Telegram holds for two hours, which a restart does not try",
    patient,
    async () => {
      await using stage = await curtain();
      await fault(stage, { chatId: ill, do: tooMany(7200) });
      const bot = stage.start({ BROADCAST_RATE: "20" });
      await until(async () => (await refusedFor(stage, ill)) === 1);
      bot.kill("SIGTERM");
      expect(await bot.ended).toBe(0);
      expect(await rowsIn(stage, "sent")).toBeLessThan(chats - 1);
      const again = stage.start();
      await until(async () => (await rowsIn(stage, "sent")) === chats - 1);
      again.kill("SIGTERM");
      expect(await again.ended).toBe(0);
      expect(await copies(stage)).toEqual({ 1: chats - 1 });
      expect(await refusedFor(stage, ill)).toBe(1);
    },
  );

  it("fault 6: but one that Telegram holds for a day, whose news is kept", patient, async () => {
    await using stage = await curtain();
    await fault(stage, { chatId: ill, do: tooMany(86_400) });
    await finish(stage);
    await finish(stage);
    expect(await copies(stage)).toEqual({ 1: chats - 1 });
    expect(await refusedFor(stage, ill)).toBe(1);
    const kept = await stage.db
      .selectFrom("subscriptions")
      .select("chat_id")
      .where("news_from", "is not", null)
      .execute();
    expect(kept).toEqual([{ chat_id: ill }]);
    const held = stage.db.selectFrom("chats").select("hold_until").where("id", "=", ill);
    const { hold_until: until } = await held.executeTakeFirstOrThrow();
    expect(until, "kept over the restart").toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  it(
    "fault 9: where a proxy answers 502 with a page, and no token is written down",
    patient,
    async () => {
      await using stage = await curtain();
      const page = { status: 502, contentType: "text/html", body: "<html><h1>502</h1></html>" };
      await fault(stage, { every: 15, times: 4, do: { type: "answer", ...page } });
      const bot = await finish(stage);
      expect(await copies(stage)).toEqual({ 1: chats });
      expect(bot.output()).toContain("502");
    },
  );

  it("fault 10: where it was taken and the answer says nothing", patient, async () => {
    await using stage = await curtain();
    const answers = [
      { contentType: "text/html", body: "<html><h1>Welcome</h1></html>" },
      { contentType: "application/json", body: "null" },
      { contentType: "application/json", body: "{}" },
    ];
    for (const [index, answer] of answers.entries()) {
      const taken = { type: "answer", status: 200, accepted: true, ...answer };
      await fault(stage, { chatId: firstPerson + index, do: taken });
    }
    await finish(stage);
    expect(await copies(stage)).toEqual({ 1: chats });
    expect(await rowsIn(stage, "unknown")).toBe(answers.length);
    expect(await rowsIn(stage, "sent")).toBe(chats - answers.length);
  });

  it("fault 11: where connections are reset before the request was read", patient, async () => {
    await using stage = await curtain();
    await fault(stage, { every: 15, times: 4, do: { type: "reset" } });
    await finish(stage);
    expect(await copies(stage)).toEqual({ 1: chats });
  });

  it(
    "fault 11: or twice where the connection is reset after Telegram took it",
    patient,
    async () => {
      await using stage = await curtain();
      await fault(stage, { every: 20, times: 3, do: { type: "reset", accepted: true } });
      await finish(stage);
      expect(await copies(stage)).toEqual({ 1: chats - 3, 2: 3 });
    },
  );

  it("fault 15: where Telegram cannot be reached for ten seconds", patient, async () => {
    await using stage = await curtain();
    const bot = stage.start({ BROADCAST_RATE: "10", PAID_BROADCAST: "false" });
    await stage.sentInAll(10);
    await stage.control("pause", { ms: 10_000 });
    expect(await rowsIn(stage, "sent"), "in the middle").toBeLessThan(chats);
    await stage.nothingOpen();
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(await copies(stage)).toEqual({ 1: chats });
  });

  it(
    "fault 18: where the token is refused in the middle, once it is good again",
    patient,
    async () => {
      await using stage = await curtain();
      await fault(stage, { nth: midst, do: refusal(401, "Unauthorized") });
      // So slow that not all are in flight by then.
      const bot = stage.start({ BROADCAST_RATE: "20", PAID_BROADCAST: "false" });
      await bot.wrote("unauthorized");
      await until(async () => (await rowsIn(stage, "sending")) === 0);
      expect(await rowsIn(stage, "pending")).toBeGreaterThan(0);
      const refusedAt = (await stage.record()).find(({ code }) => code === 401)?.time ?? 0;
      await until(() => Promise.resolve(Date.now() > refusedAt + 3000));
      const late = (await stage.record()).filter(
        ({ type, time }) => type === "sent" && time > refusedAt + 1000,
      );
      expect(late, "it stops within a second").toEqual([]);
      expect(await rowsIn(stage, "pending")).toBeGreaterThan(0);
      bot.kill("SIGTERM");
      await bot.ended;
      await finish(stage);
      expect(await copies(stage)).toEqual({ 1: chats });
    },
  );

  it(
    "fault 20: but the third that has blocked the bot, each tried once, until one comes back",
    patient,
    async () => {
      await using stage = await curtain();
      const blocked = Array.from({ length: chats }, (_, index) => firstPerson + index).filter(
        (id) => id % 3 === 0,
      );
      for (const chatId of blocked) {
        await fault(stage, { chatId, do: refusal(403, "Forbidden: bot was blocked by the user") });
      }
      await finish(stage);
      expect(await copies(stage)).toEqual({ 1: chats - blocked.length });
      const entries = await stage.record();
      expect(entries.filter(({ code }) => code === 403)).toHaveLength(blocked.length);
      const [first = 0, second = 0] = blocked;
      expect(await stateOf(stage, first)).toBe("inactive");
      await stage.mend();
      await stage.control("start", { person: first });
      const bot = stage.start();
      await until(async () => (await stateOf(stage, first)) === "active");
      bot.kill("SIGTERM");
      await bot.ended;
      expect(await stateOf(stage, second)).toBe("inactive");
    },
  );

  it(
    "fault 19, fault 21, fault 22, fault 23: while they move, forbid, close or refuse",
    patient,
    async () => {
      const owner = firstPerson + chats;
      const group: Place = { id: -4_000_000_001, type: "group" };
      const mute: Place = { id: -1_002_000_000_001, type: "supergroup", owner };
      const forum: Place = { id: -1_002_000_000_002, type: "supergroup", topics: 2, owner };
      await using stage = await curtain({ places: [group, mute, forum] });
      await stage.control("world/addPerson", { id: owner, firstName: "Owner", started: true });
      await stage.control("world/setPermissions", {
        chat: mute.id,
        permissions: { can_send_messages: false },
      });
      await stage.control("world/closeTopic", { chat: forum.id, threadId: firstTopic });
      await fault(stage, { chatId: group.id, do: { type: "migrate" } });
      await fault(stage, { chatId: ill, do: refusal(400, "Bad Request: SOMETHING_NEW") });
      await finish(stage);

      const crowd = chats - 1;
      const toOwner = 2;
      expect(await copies(stage)).toEqual({ 1: crowd + 2, [toOwner]: 1 });
      expect(await copiesTo(stage, group.id), "the old group").toBe(0);
      expect(await copiesTo(stage, forum.id), "the open topic").toBe(1);
      expect(await copiesTo(stage, owner), "of the forum and of the mute group").toBe(toOwner);
      expect(await refusedFor(stage, ill)).toBe(1);
      expect(await stateOf(stage, ill)).toBe("active");
      expect(await stateOf(stage, mute.id)).toBe("paused");
      expect(await stateOf(stage, group.id)).toBeUndefined();
      const [moved, ...others] = await stage.db
        .selectFrom("chats")
        .select("id")
        .where("type", "=", "supergroup")
        .where("id", "not in", [mute.id, forum.id])
        .execute();
      expect(others).toEqual([]);
      expect(await copiesTo(stage, moved?.id ?? 0), "the group's new id").toBe(1);
      await finish(stage);
      expect(await copiesTo(stage, owner), "once").toBe(toOwner);
    },
  );
});
