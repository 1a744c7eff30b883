import { afterEach, describe, expect, it } from "vitest";
import { createPace } from "../../src/delivery/pace.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import { createStanding } from "../../src/delivery/standing.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { choosePrinting } from "../../src/store/chats/chats.ts";
import { openDatabase } from "../../src/store/database.ts";
import { leaveChat, pauseChat, pauseTopic } from "../../src/store/chats/standing.ts";
import { listSubscriptions, subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import type { ChatType } from "../../src/store/tables/chats.ts";
import { createBot } from "../../src/telegram/answering/bot.ts";
import { createClient } from "../../src/telegram/api/client.ts";
import { picturesOn } from "./drawn.ts";
import { createDeliver } from "../../src/telegram/sending/deliver.ts";
import { updateIdOf } from "../../src/telegram/updates/receive.ts";
import { bench, token, type Bench } from "../simulator/harness.ts";
import { wishAt } from "../store/delivering.ts";
import { testLog } from "./log.ts";
import { say } from "./running.ts";

const now = new Date(0);
const open: { readonly close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Life extends Bench {
  readonly db: Database;
  readonly follow: (id: number, type: ChatType, threadId?: number) => Promise<void>;
  /** Handles all that has happened; gives what the store then says of the chat. */
  readonly after: (id: number) => Promise<string | undefined>;
}

/** A bot that answers every word, and takes its updates when it is asked to. */
async function living(): Promise<Life> {
  const telegram = await bench();
  const db = await openDatabase("file::memory:");
  const client = createClient({ token, apiRoot: telegram.apiRoot });
  open.push({ close: () => client.close() }, { close: () => db.destroy() });
  const log = testLog();
  const clock = (): Date => new Date(telegram.clock.now());
  const keepStanding = createStanding({ db });
  const moved = (from: number, to: number) => keepStanding({ type: "moved", from, to }, clock());
  const patience = { pace: createPace(), now: clock, sleep };
  const pictures = picturesOn(db);
  const handle = createBot({
    ...patience,
    bot: (await telegram.call("getMe")).result,
    client,
    pictures,
    db,
    deliver: createDeliver({
      client,
      pictures,
      log,
      moved,
      ...patience,
    }),
    log,
    keepStanding,
    search: createStorySearch(),
    edition: () => ({ topics: new Map(), sources: new Map(), stories: new Map() }),
    editors: [],
    defaultZone: "UTC",
    ledgerDays: 30,
    answer: () => Promise.resolve([say("answered")]),
  });
  let offset = 0;
  return {
    ...telegram,
    db,
    async follow(id, type, threadId = 0) {
      const chat = { id, type, ...(type !== "private" && { title: "old" }) };
      await subscribe(db, { chat, threadId, personId: 77 }, wishAt(450), now);
    },
    async after(id) {
      const { result } = await telegram.call("getUpdates", { offset, timeout: 0 });
      const deadline = new Date(telegram.clock.now() + 60_000);
      for (const update of result) {
        await handle(update, { signal: new AbortController().signal, deadline });
        offset = (updateIdOf(update) ?? 0) + 1;
      }
      const row = await db
        .selectFrom("chats")
        .select(["state", "reason", "title"])
        .where("id", "=", id)
        .executeTakeFirst();
      return row && [row.state, row.reason, row.title].filter((one) => one !== null).join(", ");
    },
  };
}

function restricted(may: boolean) {
  return { status: "restricted", rights: { can_send_messages: may } } as const;
}

function posting(may: boolean) {
  return { status: "administrator", rights: { can_post_messages: may } } as const;
}

function said(life: Life, chat: number): readonly string[] {
  const ours = life.messages(chat).filter(({ from }) => from.isBot);
  return ours.map(({ text }) => text);
}

describe("a person who blocks the bot", () => {
  it("is left, and comes back by unblocking it", async () => {
    const life = await living();
    await life.follow(life.layla, "private");
    life.world.block({ person: life.layla });
    expect(await life.after(life.layla)).toBe("inactive, blocked");
    life.world.unblock({ person: life.layla });
    expect(await life.after(life.layla)).toBe("active");
    expect(said(life, life.layla)).toEqual([]);
  });

  it("comes back by a word or a press, whatever we were told before", async () => {
    const life = await living();
    const { layla } = life;
    await life.follow(layla, "private");
    await leaveChat(life.db, layla, "blocked", now);
    life.world.start({ person: layla });
    expect(await life.after(layla)).toBe("active");
    await life.call("sendMessage", {
      chat_id: layla,
      text: "x",
      reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "x" }]] },
    });
    await leaveChat(life.db, layla, "blocked", now);
    const messageId = life.messages(layla).at(-1)?.messageId ?? 0;
    life.world.press({ person: layla, chat: layla, messageId, data: "x" });
    expect(await life.after(layla)).toBe("active");
  });
});

describe("a group", () => {
  it("that adds the bot gets one short hello, that names the command", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addSupergroup({ title: "أخبار", members: {} });
    world.setMember({ chat, user: bot.id, member: { status: "member" } });
    world.setMember({ chat, user: bot.id, member: { status: "administrator" } });
    await life.after(chat);
    expect(said(life, chat)).toHaveLength(1);
    expect(said(life, chat)[0]).toMatch(/موجز[^]*\/subscribe@mujaz_bot/);
  });

  it("that knows the bot goes on without a hello when it adds it again", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addSupergroup({
      title: "أخبار",
      members: { [bot.id]: { status: "member" } },
    });
    await life.follow(chat, "supergroup");
    world.setMember({ chat, user: bot.id, member: { status: "kicked" } });
    expect(await life.after(chat)).toBe("inactive, kicked, أخبار");
    world.setMember({ chat, user: bot.id, member: { status: "member" } });
    expect(await life.after(chat)).toBe("active, أخبار");
    expect(said(life, chat)).toEqual([]);
  });

  it("that takes the bot's right to write is paused until it gives it back", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addSupergroup({
      title: "أخبار",
      members: { [bot.id]: { status: "member" } },
    });
    await life.follow(chat, "supergroup");
    world.setMember({ chat, user: bot.id, member: restricted(false) });
    expect(await life.after(chat)).toBe("paused, forbidden, أخبار");
    const notices = await life.db.selectFrom("outbox").select("chat_id").execute();
    expect(notices).toEqual([{ chat_id: 77 }]);
    world.setMember({ chat, user: bot.id, member: restricted(true) });
    expect(await life.after(chat)).toBe("active, أخبار");
  });

  it("row 17: has its new name, and its new id, whichever message says so first", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addGroup({ title: "أ", members: { [bot.id]: { status: "member" } } });
    await life.follow(chat, "group");
    world.setTitle({ chat, title: "ب" });
    expect(await life.after(chat)).toBe("active, ب");
    const moved = world.migrate({ chat });
    expect(await life.after(moved)).toBe("active, ب");
    expect(await life.after(chat)).toBeUndefined();
    expect(await listSubscriptions(life.db, moved)).toHaveLength(1);
    expect(said(life, moved)).toEqual([]);
  });

  it("that is paused stays so while its members talk", async () => {
    const life = await living();
    const { world, bot } = life;
    const members = {
      [bot.id]: { status: "administrator" },
      [life.layla]: { status: "member" },
    } as const;
    const chat = world.addSupergroup({ title: "أخبار", members });
    await life.follow(chat, "supergroup");
    await pauseChat(life.db, chat, "forbidden", now);
    world.say({ person: life.layla, chat, text: "/last" });
    expect(await life.after(chat)).toBe("paused, forbidden, old");
  });

  it("goes on in a topic that is reopened", async () => {
    const life = await living();
    const { world, bot } = life;
    const members = { [bot.id]: { status: "administrator" } } as const;
    const chat = world.addForum({ title: "غرفة", members });
    const threadId = world.addTopic({ chat, name: "الموجز" });
    await life.follow(chat, "supergroup", threadId);
    await pauseTopic(life.db, { chatId: chat, threadId });
    world.closeTopic({ chat, threadId });
    await life.after(chat);
    expect(await listSubscriptions(life.db, chat)).toMatchObject([{ state: "paused" }]);
    world.reopenTopic({ chat, threadId });
    await life.after(chat);
    expect(await listSubscriptions(life.db, chat)).toMatchObject([{ state: "active" }]);
  });
});

describe("a channel", () => {
  it("is paused while the bot may not post, and is greeted by nobody", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addChannel({ title: "قناة", members: {} });
    world.setMember({ chat, user: bot.id, member: posting(true) });
    await life.after(chat);
    await life.follow(chat, "channel");
    world.setMember({ chat, user: bot.id, member: posting(false) });
    expect(await life.after(chat)).toBe("paused, forbidden, قناة");
    world.setMember({ chat, user: bot.id, member: posting(true) });
    expect(await life.after(chat)).toBe("active, قناة");
    world.setTitle({ chat, title: "قناة أخرى" });
    expect(await life.after(chat)).toBe("active, قناة أخرى");
    world.setMember({ chat, user: bot.id, member: { status: "left" } });
    expect(await life.after(chat)).toBe("inactive, kicked, قناة أخرى");
    expect(said(life, chat)).toEqual([]);
  });

  it("leaves no row where nothing was ever chosen", async () => {
    const life = await living();
    const { world, bot } = life;
    const chat = world.addChannel({ title: "قناة", members: {} });
    world.setMember({ chat, user: bot.id, member: { status: "administrator" } });
    world.setMember({ chat, user: bot.id, member: { status: "left" } });
    await life.after(chat);
    await choosePrinting(life.db, { id: 5, type: "private" }, { language: "ar" }, now);
    expect(await life.db.selectFrom("chats").select("id").execute()).toEqual([{ id: 5 }]);
  });
});
