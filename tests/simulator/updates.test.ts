import { describe, expect, it } from "vitest";
import { asAdmin, asMember, bench, stoppedClock, type Bench } from "./harness.ts";

interface Member {
  readonly status: string;
}

const ids = (result: readonly { readonly update_id: number }[]) =>
  result.map(({ update_id }) => update_id);

async function texts(b: Bench): Promise<string[]> {
  const { result } = await b.call("getUpdates", { offset: 0 });
  const updates: { message?: { text?: string } }[] = result;
  return updates.map((update) => update.message?.text ?? "").filter((text) => text !== "");
}

describe("getUpdates", () => {
  it("gives an update until a higher offset confirms it", async () => {
    const b = await bench();
    for (const text of ["a", "b", "c"]) b.world.say({ person: b.layla, chat: b.layla, text });
    const [first, second, third] = ids((await b.call("getUpdates")).result);
    expect([second, third]).toEqual([Number(first) + 1, Number(first) + 2]);
    expect(ids((await b.call("getUpdates", { offset: first })).result)).toHaveLength(3);
    expect(ids((await b.call("getUpdates", { offset: third, limit: 1 })).result)).toEqual([third]);
    expect(ids((await b.call("getUpdates", { offset: Number(third) + 1 })).result)).toEqual([]);
    expect(ids((await b.call("getUpdates", { offset: first })).result)).toEqual([]);
  });

  it("a negative offset keeps only the newest", async () => {
    const b = await bench();
    for (const text of ["a", "b", "c"]) b.world.say({ person: b.layla, chat: b.layla, text });
    expect(ids((await b.call("getUpdates", { offset: -1 })).result)).toHaveLength(1);
    expect(ids((await b.call("getUpdates")).result)).toHaveLength(1);
  });

  it("waits for an update, and answers as soon as one comes", async () => {
    const b = await bench();
    const waiting = b.call("getUpdates", { timeout: 50 });
    await b.call("getMe");
    b.world.say({ person: b.layla, chat: b.layla, text: "at last" });
    expect((await waiting).result[0].message.text).toBe("at last");
  });

  it("ends one of two pollers with 409, and the other goes on", async () => {
    const b = await bench();
    const pollers = [1, 2].map(() => b.call("getUpdates", { timeout: 50 }));
    const refused = await Promise.race(pollers);
    expect([refused.status, refused.description]).toEqual([
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ]);
    b.world.say({ person: b.layla, chat: b.layla, text: "x" });
    const answers = await Promise.all(pollers);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("forgets a message after a day and a pressed button after 150 seconds", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    b.world.say({ person: b.layla, chat: b.layla, text: "x" });
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "y" });
    const { message_id: messageId } = sent.result;
    b.world.press({ person: b.layla, chat: b.layla, messageId, data: "d" });
    expect((await b.call("getUpdates")).result).toHaveLength(2);
    clock.pass(150_000);
    expect((await b.call("getUpdates")).result).toHaveLength(1);
    clock.pass(86_400_000);
    expect((await b.call("getUpdates")).result).toHaveLength(0);
  });

  it("remembers which types are wanted", async () => {
    const b = await bench();
    await b.call("getUpdates", { allowed_updates: ["my_chat_member"] });
    b.world.say({ person: b.layla, chat: b.layla, text: "x" });
    b.world.block({ person: b.layla });
    const { result } = await b.call("getUpdates");
    expect(result).toHaveLength(1);
    expect(result[0].my_chat_member.new_chat_member.status).toBe("kicked");
  });
});

describe("privacy mode", () => {
  it("shows the bot of a group only commands for it, replies to it and service messages", async () => {
    const b = await bench();
    const members = { ...asMember, 501: { status: "creator" } } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    const say = (text: string, more: object = {}) =>
      b.world.say({ person: b.layla, chat, text, ...more });
    say("hello all");
    say("/strikes");
    say("/strikes@mujaz_bot now");
    say("/strikes@other_bot");
    const own = await b.call("sendMessage", { chat_id: chat, text: "mine" });
    say("to you", { replyTo: own.result.message_id });
    expect(await texts(b)).toEqual(["/strikes", "/strikes@mujaz_bot now", "to you"]);
    b.world.setTitle({ chat, title: "new" });
    const { result } = await b.call("getUpdates", { offset: -1 });
    expect(result[0].message.new_chat_title).toBe("new");
  });

  it("shows an administrator all of a group, and a channel's posts", async () => {
    const b = await bench();
    const members = { ...asAdmin, 501: { status: "creator" } } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    const channel = b.world.addChannel({ title: "c", members });
    b.world.say({ person: b.layla, chat, text: "hello all" });
    b.world.say({ person: b.layla, chat: channel, text: "/post" });
    expect(await texts(b)).toEqual(["hello all"]);
    const { result } = await b.call("getUpdates");
    expect(result[1].channel_post).toMatchObject({
      text: "/post",
      sender_chat: { id: channel, type: "channel" },
    });
    expect(result[1].channel_post).not.toHaveProperty("from");
  });
});

describe("what people do", () => {
  it("an anonymous admin and a channel write under their own service users", async () => {
    const b = await bench();
    const members = { ...asAdmin, 501: { status: "creator" } } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    const channel = b.world.addChannel({ title: "c", members });
    const say = (under: { as: "anonymous" } | { as: "channel"; channel: number }) =>
      b.world.say({ person: b.layla, chat, text: "/x", under });
    say({ as: "anonymous" });
    say({ as: "channel", channel });
    const { result } = await b.call("getUpdates");
    expect(result[0].message).toMatchObject({
      from: { id: 1_087_968_824, is_bot: true },
      sender_chat: { id: chat },
    });
    expect(result[1].message).toMatchObject({
      from: { id: 136_817_688, is_bot: true },
      sender_chat: { id: channel },
    });
  });

  it("edited and forwarded messages say that they are", async () => {
    const b = await bench();
    const omar = b.world.addPerson({ firstName: "Omar" });
    const say = { person: b.layla, chat: b.layla };
    const messageId = b.world.say({ ...say, text: "/x" });
    b.world.reword({ chat: b.layla, messageId, text: "/y" });
    b.world.say({ ...say, text: "/z", forwardedFrom: omar });
    const { result } = await b.call("getUpdates");
    expect(result[1].edited_message).toMatchObject({ message_id: messageId, text: "/y" });
    expect(result[2].message.forward_origin).toMatchObject({
      type: "user",
      sender_user: { first_name: "Omar" },
    });
  });

  it("joining, promoting, leaving and upgrading tell the bot by both ways", async () => {
    const b = await bench();
    const members = { 501: { status: "creator" } } as const;
    const chat = b.world.addGroup({ title: "g", members });
    const member = (status: "member" | "administrator" | "left") =>
      b.world.setMember({ chat, user: b.bot.id, member: { status } });
    member("member");
    member("administrator");
    b.world.migrate({ chat });
    const moved = await b.call("getUpdates");
    const kinds = moved.result.map((update: { message?: object }) =>
      Object.keys(update.message ?? update).at(-1),
    );
    expect(kinds).toEqual([
      "my_chat_member",
      "new_chat_members",
      "my_chat_member",
      "migrate_to_chat_id",
      "migrate_from_chat_id",
    ]);
  });

  it("a shared chat, a topic and a start payload arrive as Telegram sends them", async () => {
    const b = await bench();
    const members = { ...asAdmin, 501: { status: "creator" } } as const;
    const chat = b.world.addForum({ title: "f", members });
    const request_chat = { request_id: 7, chat_is_channel: false, request_title: true };
    const keyboard = [[{ text: "pick", request_chat }]];
    await b.call("sendMessage", { chat_id: b.layla, text: "x", reply_markup: { keyboard } });
    b.world.shareChat({ person: b.layla, requestId: 7, chat });
    const threadId = b.world.addTopic({ chat, name: "Figures" });
    b.world.say({ person: b.layla, chat, text: "/here", threadId });
    b.world.start({ person: b.layla, payload: "abc-123" });
    const { result } = await b.call("getUpdates");
    expect(result[0].message.chat_shared).toEqual({ request_id: 7, chat_id: chat, title: "f" });
    expect(result[1].message.forum_topic_created.name).toBe("Figures");
    expect(result[2].message).toMatchObject({
      message_thread_id: threadId,
      is_topic_message: true,
    });
    expect(result[3].message.text).toBe("/start abc-123");
  });
});

describe("what changes in a chat", () => {
  it("a channel's bot is told of the rights that it had and has", async () => {
    const b = await bench();
    const members = { ...asAdmin, 501: { status: "creator" } } as const;
    const chat = b.world.addChannel({ title: "c", members });
    const rights = { can_post_messages: false };
    b.world.setMember({ chat, user: b.bot.id, member: { status: "administrator", rights } });
    b.world.setTitle({ chat, title: "new" });
    const { result } = await b.call("getUpdates");
    expect(result[0].my_chat_member).toMatchObject({
      chat: { id: chat, type: "channel" },
      from: { id: 501 },
      old_chat_member: { status: "administrator", can_post_messages: true },
      new_chat_member: { status: "administrator", can_post_messages: false },
    });
    expect(result[0].my_chat_member.new_chat_member).not.toHaveProperty("can_manage_topics");
    expect(result[1].channel_post).toMatchObject({ new_chat_title: "new", chat: { title: "new" } });
  });

  it("others' standings are for an administrator's ears, who asked to hear them", async () => {
    const b = await bench();
    const omar = b.world.addPerson({ firstName: "Omar" });
    const members = { 501: { status: "creator" } } as const;
    const mine = b.world.addChannel({ title: "c", members: { ...members, ...asAdmin } });
    const theirs = b.world.addChannel({ title: "d", members: { ...members, ...asMember } });
    await b.call("getUpdates", { allowed_updates: ["chat_member"] });
    for (const chat of [theirs, mine]) {
      b.world.setMember({ chat, user: omar, member: { status: "member" } });
    }
    const { result } = await b.call("getUpdates");
    expect(result).toMatchObject([
      { chat_member: { chat: { id: mine }, new_chat_member: { user: { id: omar } } } },
    ]);
  });

  it("a topic is renamed, closed and opened with a message each, and deleted without", async () => {
    const b = await bench();
    const members = { ...asAdmin, 501: { status: "member" } } as const;
    const chat = b.world.addForum({ title: "f", members });
    const threadId = b.world.addTopic({ chat, name: "a" });
    const at = { chat, threadId };
    b.world.renameTopic({ ...at, name: "b" });
    b.world.closeTopic(at);
    b.world.closeTopic(at);
    const say = () => b.world.say({ person: 501, chat, threadId, text: "/x" });
    expect(say).toThrow("Layla may not post in f");
    b.world.reopenTopic(at);
    say();
    b.world.deleteTopic(at);
    const { result } = await b.call("getUpdates");
    expect(result).toMatchObject([
      { message: { message_thread_id: threadId, forum_topic_created: { name: "a" } } },
      { message: { message_thread_id: threadId, forum_topic_edited: { name: "b" } } },
      { message: { message_thread_id: threadId, forum_topic_closed: {} } },
      { message: { message_thread_id: threadId, forum_topic_reopened: {} } },
      { message: { message_thread_id: threadId, text: "/x" } },
    ]);
    expect(b.messages(chat)).toEqual([]);
  });

  it("a bot that is blocked, unblocked, restricted and put out is told who did it", async () => {
    const b = await bench();
    const members = { ...asMember, 501: { status: "creator" } } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    b.world.block({ person: 501 });
    b.world.unblock({ person: 501 });
    const rights = { can_send_messages: false };
    b.world.setMember({ chat, user: b.bot.id, member: { status: "restricted", rights } });
    b.world.setMember({ chat, user: b.bot.id, member: { status: "kicked" } });
    const { result } = await b.call("getUpdates");
    const changes = result.flatMap((update: { my_chat_member?: object }) =>
      update.my_chat_member === undefined ? [] : [update.my_chat_member],
    );
    const statuses = changes.map(
      (change: { from: { id: number }; old_chat_member: Member; new_chat_member: Member }) => [
        change.from.id,
        change.old_chat_member.status,
        change.new_chat_member.status,
      ],
    );
    expect(statuses).toEqual([
      [501, "member", "kicked"],
      [501, "kicked", "member"],
      [501, "member", "restricted"],
      [501, "restricted", "kicked"],
    ]);
    expect(changes[2].new_chat_member).toMatchObject({
      is_member: true,
      can_send_messages: false,
      can_send_photos: true,
    });
  });
});

describe("a pressed button", () => {
  it("is answered once, and the presser sees the answer", async () => {
    const b = await bench();
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "y" });
    const { message_id: messageId } = sent.result;
    const id = b.world.press({ person: b.layla, chat: b.layla, messageId, data: "d" });
    const { result } = await b.call("getUpdates");
    expect(result[0].callback_query).toMatchObject({
      id,
      data: "d",
      from: { id: b.layla },
      message: { message_id: messageId },
    });
    const answer = { callback_query_id: id, text: "done", show_alert: true };
    expect((await b.call("answerCallbackQuery", answer)).ok).toBe(true);
    expect((await b.call("answerCallbackQuery", answer)).ok).toBe(false);
    expect(b.record.entries().find(({ type }) => type === "answered")).toMatchObject({
      callbackId: id,
      text: "done",
      alert: true,
    });
  });
});
