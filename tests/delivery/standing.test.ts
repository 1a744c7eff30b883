import { beforeEach, describe, expect, it } from "vitest";
import { probeChats } from "../../src/delivery/probe.ts";
import { createStanding, type KeepStanding } from "../../src/delivery/standing.ts";
import { decodePress } from "../../src/rendering/message/press-data.ts";
import { choosePrinting } from "../../src/store/chats/chats.ts";
import { openFresh } from "../postgres/fresh.ts";
import { leaveChat, returnChat } from "../../src/store/chats/standing.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import type { ChatType } from "../../src/store/tables/chats.ts";
import { createAsk } from "../../src/telegram/sending/ask-probe.ts";
import { createClient } from "../../src/telegram/api/client.ts";
import { bench, token } from "../simulator/harness.ts";
import { wishAt } from "../store/delivering.ts";

const now = new Date("2026-11-22T07:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const channel = -1001;

let db: Database;
let clock: Date;
let told: number;
let keep: KeepStanding;
beforeEach(async () => {
  db = await openFresh();
  clock = now;
  told = 0;
  keep = createStanding({
    db,
    onNotice() {
      told += 1;
    },
  });
  return () => db.destroy();
});

async function follow(
  id: number,
  personId?: number,
  type: ChatType = "channel",
  threadId = 0,
): Promise<void> {
  const chat = { id, type, title: "أخبار الغوطة" };
  await subscribe(db, { chat, threadId, personId }, wishAt(450), clock);
}

interface Told {
  readonly chat_id: number;
  readonly html: string;
  readonly keyboard: string | null;
}

function notices(): Promise<readonly Told[]> {
  return db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "message_id")
    .select(["chat_id", "html", "keyboard"])
    .where("outbox.priority", "=", 0)
    .where("outbox.state", "=", "pending")
    .orderBy("outbox.id")
    .execute();
}

describe("the owner of a chat that we may not write in", () => {
  it("fault 21: is told once, in both languages, what happened and what helps", async () => {
    await follow(channel, 77);
    await keep({ type: "forbidden", chatId: channel }, clock);
    await keep({ type: "forbidden", chatId: channel }, clock);
    const [notice, ...more] = await notices();
    expect([notice?.chat_id, more, told]).toEqual([77, [], 1]);
    expect(notice?.html).toMatch(
      /أخبار الغوطة[^]*مشرفاً على القناة[^]*an administrator of the channel/,
    );
  });

  it("is told in the language of their own chat", async () => {
    await choosePrinting(db, { id: 77, type: "private" }, { language: "ar" }, now);
    await follow(-1002, 77, "supergroup");
    await keep({ type: "forbidden", chatId: -1002 }, clock);
    const [notice] = await notices();
    expect(notice?.html).toMatch(/صلاحية إرسال الرسائل في المجموعة/);
    expect(notice?.html).not.toMatch(/What helps/);
  });

  it("is told again where it happens again after it went well", async () => {
    await follow(channel, 77);
    await keep({ type: "forbidden", chatId: channel }, clock);
    clock = new Date(now.getTime() + day);
    await keep({ type: "back", chatId: channel }, clock);
    await keep({ type: "forbidden", chatId: channel }, clock);
    expect(await notices()).toHaveLength(2);
  });

  it("is one who set it up where nobody is known to have subscribed it", async () => {
    await follow(channel, 78);
    await follow(channel, 77);
    await db.updateTable("subscriptions").set({ person_id: null }).execute();
    await keep({ type: "forbidden", chatId: channel }, clock);
    expect((await notices()).map(({ chat_id }) => chat_id)).toEqual([77]);
  });

  it("is not one who cannot be told, and nobody where nothing is subscribed", async () => {
    await follow(channel, 77);
    await follow(-1002, 78);
    await choosePrinting(db, { id: 77, type: "private" }, { language: "ar" }, now);
    await leaveChat(db, 77, "blocked", now);
    await db.insertInto("managers").values({ person_id: 79, chat_id: channel }).execute();
    await keep({ type: "forbidden", chatId: channel }, clock);
    expect((await notices()).map(({ chat_id }) => chat_id)).toEqual([79]);
    await db.deleteFrom("subscriptions").where("chat_id", "=", -1002).execute();
    await keep({ type: "forbidden", chatId: -1002 }, clock);
    expect(await notices()).toHaveLength(1);
  });
});

describe("the owner of a topic that is closed", () => {
  it("fault 22: is told once, and may send to General by a button", async () => {
    await follow(-1002, 77, "supergroup", 9);
    const place = { chatId: -1002, threadId: 9 };
    await keep({ type: "topic closed", place }, clock);
    await keep({ type: "topic closed", place }, clock);
    const [notice, ...more] = await notices();
    expect([notice?.chat_id, more]).toEqual([77, []]);
    const data = /"data":"([^"]*)"/.exec(notice?.keyboard ?? "")?.[1] ?? "";
    expect(decodePress(data)).toEqual({ type: "general", chat: -1002, thread: 9 });
  });

  it("is offered no General where General itself is closed", async () => {
    await follow(-1002, 77, "supergroup");
    await keep({ type: "topic closed", place: { chatId: -1002, threadId: 0 } }, clock);
    const [notice] = await notices();
    expect(notice).toMatchObject({ chat_id: 77, keyboard: null });
    expect(notice?.html).toMatch(/الموضوع العام مغلق[^]*\/subscribe/);
  });
});

describe("a chat that was paused", () => {
  it("is asked without anybody seeing it, and goes on when it may", async () => {
    const telegram = await bench();
    const { world, bot } = telegram;
    const chat = world.addChannel({
      title: "قناة",
      members: { [bot.id]: { status: "administrator", rights: { can_post_messages: false } } },
    });
    await follow(chat, 77);
    await keep({ type: "forbidden", chatId: chat }, clock);
    const client = createClient({ token, apiRoot: telegram.apiRoot });
    const signal = new AbortController().signal;
    const probes = { db, now: () => clock, ask: createAsk(client), keep };
    const ask = async (days: number): Promise<unknown> => {
      clock = new Date(now.getTime() + days * day);
      const asked = await probeChats(probes, signal);
      const { state } = await db
        .selectFrom("chats")
        .select("state")
        .where("id", "=", chat)
        .executeTakeFirstOrThrow();
      return [asked, state];
    };
    expect(await ask(0.5)).toEqual([0, "paused"]);
    expect(await ask(1)).toEqual([1, "paused"]);
    telegram.faults.add({ method: "sendChatAction", times: 1, do: { type: "reset" } });
    expect(await ask(2)).toEqual([1, "paused"]);
    world.setMember({ chat, user: bot.id, member: { status: "administrator" } });
    expect(await ask(2 + 1 / 24)).toEqual([1, "active"]);
    expect(await ask(9)).toEqual([0, "active"]);
    expect(telegram.messages(chat)).toEqual([]);
    await client.close();
  });

  it("is gone where we were thrown out, and moves where it moved", async () => {
    const telegram = await bench();
    const { world, bot } = telegram;
    const members = { [bot.id]: { status: "member" } } as const;
    const kicked = world.addSupergroup({ title: "أ", members });
    const moving = world.addGroup({ title: "ب", members });
    for (const chat of [kicked, moving]) {
      await follow(chat, 77, "group");
      await keep({ type: "forbidden", chatId: chat }, clock);
    }
    world.setMember({ chat: kicked, user: bot.id, member: { status: "kicked" } });
    const moved = world.migrate({ chat: moving });
    clock = new Date(now.getTime() + day);
    const client = createClient({ token, apiRoot: telegram.apiRoot });
    const ask = createAsk(client);
    await probeChats({ db, now: () => clock, ask, keep }, new AbortController().signal);
    const rows = await db.selectFrom("chats").select(["id", "state", "reason"]).execute();
    expect(new Set(rows)).toEqual(
      new Set([
        { id: kicked, state: "inactive", reason: "kicked" },
        { id: moved, state: "paused", reason: "forbidden" },
      ]),
    );
    await client.close();
  });
});

it("keeps what Telegram says of a chat, each as it is meant", async () => {
  await follow(channel, 77);
  await keep({ type: "missed", chatId: channel }, clock);
  expect(await stateOf(channel)).toBe("active");
  await keep({ type: "left", chatId: channel, reason: "kicked" }, clock);
  expect(await stateOf(channel)).toBe("inactive");
  await returnChat(db, channel, now);
  await keep({ type: "held", chatId: channel, until: new Date(now.getTime() + day) }, clock);
  await keep({ type: "moved", from: channel, to: -1009 }, clock);
  expect(await stateOf(-1009)).toBe("active");
});

async function stateOf(id: number): Promise<string | undefined> {
  const row = await db.selectFrom("chats").select("state").where("id", "=", id).executeTakeFirst();
  return row?.state;
}
