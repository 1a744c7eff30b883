import { describe, expect, it } from "vitest";
import { asAdmin, asMember, bench, botId, stoppedClock, token } from "./harness.ts";

describe("calls", () => {
  it.each([
    ["a query", "?chat_id=501&text=%D9%85", {}],
    [
      "a form",
      "",
      {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "chat_id=501&text=%D9%85&disable_notification=true",
      },
    ],
    [
      "JSON",
      "",
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"chat_id":"501","text":"م"}',
      },
    ],
  ])("take their parameters from %s, under a name in any case", async (_name, query, init) => {
    const b = await bench();
    const response = await fetch(`${b.apiRoot}/bot${token}/SENDmessage${query}`, init);
    expect(await response.json()).toMatchObject({ ok: true, result: { text: "م" } });
  });
});

function command(name: string): object[] {
  return [{ command: name, description: "d" }];
}

function article(id: string): object {
  return {
    type: "article",
    id,
    title: "t",
    input_message_content: { message_text: "<b>m</b>", parse_mode: "HTML" },
    reply_markup: { inline_keyboard: [[{ text: "b", callback_data: "d" }]] },
  };
}

it.each([
  ["{", 400, "Bad Request: can't parse JSON object"],
  ["[1]", 400, "Bad Request: can't parse request body"],
  ["", 400, "Bad Request: message text is empty"],
])("a body of %j", async (...[body, code, says]) => {
  const b = await bench();
  const headers = { "content-type": "application/json" };
  const url = `${b.apiRoot}/bot${token}/sendMessage`;
  const response = await fetch(url, { method: "POST", headers, body });
  expect(await response.json()).toMatchObject({ error_code: code, description: says });
});

describe("the menu", () => {
  it("is that of the narrowest scope, in the person's language first", async () => {
    const b = await bench();
    const omar = b.world.addPerson({ firstName: "Omar", languageCode: "en" });
    const members = {
      ...asMember,
      [b.layla]: { status: "creator" },
      [omar]: { status: "member" },
    } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    const set = (name: string, scope?: object, language_code?: string) =>
      b.call("setMyCommands", { commands: command(name), scope, language_code });
    await set("default");
    await set("arabic", { type: "all_private_chats" }, "ar");
    await set("private", { type: "all_private_chats" });
    await set("admins", { type: "all_chat_administrators" });
    await set("here", { type: "chat", chat_id: chat });
    const menu = async (person: number, place: number) =>
      (await fetch(`${b.apiRoot}/control/commands?person=${person}&chat=${place}`)).json();
    expect(await menu(b.layla, b.layla)).toEqual(command("arabic"));
    expect(await menu(omar, omar)).toEqual(command("private"));
    expect(await menu(omar, chat)).toEqual(command("here"));
    await b.call("deleteMyCommands", { scope: { type: "chat", chat_id: chat } });
    expect(await menu(b.layla, chat)).toEqual(command("admins"));
    expect(await menu(omar, chat)).toEqual(command("default"));
    const { result } = await b.call("getMyCommands", { language_code: "ar" });
    expect(result).toEqual([]);
  });

  it.each([
    [{ language_code: "ara" }, "Bad Request: invalid language code specified"],
    [
      { scope: { type: "chat" } },
      `Bad Request: can't parse BotCommandScope: Can't find field "chat_id"`,
    ],
    [
      { scope: { type: "everyone" } },
      "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ],
  ])("refuses %j", async (where, says) => {
    const b = await bench();
    const answer = await b.call("setMyCommands", { commands: command("x"), ...where });
    expect(answer.description).toBe(says);
  });
});

describe("what the bot says of itself", () => {
  it("falls back to the text for all languages", async () => {
    const b = await bench();
    await b.call("setMyDescription", { description: "News" });
    await b.call("setMyDescription", { description: "أخبار", language_code: "ar" });
    const read = async (language_code: string) =>
      (await b.call("getMyDescription", { language_code })).result.description;
    expect([await read("ar"), await read("fr")]).toEqual(["أخبار", "News"]);
    expect((await b.call("getMyName")).result.name).toBe("Mujaz");
    const long = await b.call("setMyShortDescription", { short_description: "x".repeat(121) });
    expect(long.ok).toBe(false);
  });
});

describe("chats and members", () => {
  it("are told with standing and rights", async () => {
    const b = await bench();
    const chat = b.world.addChannel({
      title: "c",
      username: "the_channel",
      members: {
        [botId]: { status: "administrator", rights: { can_edit_messages: false } },
        [b.layla]: { status: "creator", anonymous: true },
      },
    });
    expect((await b.call("getChat", { chat_id: "@the_channel" })).result).toMatchObject({
      id: chat,
      type: "channel",
      title: "c",
    });
    const member = async (user_id: number) =>
      (await b.call("getChatMember", { chat_id: chat, user_id })).result;
    expect(await member(botId)).toMatchObject({
      status: "administrator",
      can_post_messages: true,
      can_edit_messages: false,
    });
    expect(await member(b.layla)).toMatchObject({ status: "creator", is_anonymous: true });
    const stranger = b.world.addPerson({ firstName: "Omar" });
    expect((await member(stranger)).status).toBe("left");
    expect((await b.call("getChatAdministrators", { chat_id: chat })).result).toHaveLength(2);
    expect((await b.call("getChatMemberCount", { chat_id: chat })).result).toBe(2);
    const nobody = await b.call("getChatMember", { chat_id: chat, user_id: 3 });
    expect(nobody.description).toBe("Bad Request: user not found");
  });

  it("a public channel can be looked at from outside, but not who is in it", async () => {
    const b = await bench();
    const members = { [b.layla]: { status: "creator" } } as const;
    const chat = b.world.addChannel({ title: "c", username: "the_channel", members });
    const secret = b.world.addChannel({ title: "s", members });
    const at = { chat_id: "@the_channel" };
    const found = (await b.call("getChat", at)).result;
    expect(found).toMatchObject({ id: chat, type: "channel", title: "c" });
    expect(found).not.toHaveProperty("permissions");
    const self = await b.call("getChatMember", { ...at, user_id: botId });
    expect(self.result.status).toBe("left");
    const closed = "Bad Request: member list is inaccessible";
    const other = await b.call("getChatMember", { ...at, user_id: b.layla });
    expect(other.description).toBe(closed);
    expect((await b.call("getChatAdministrators", at)).description).toBe(closed);
    const outside = "Forbidden: bot is not a member of the channel chat";
    expect((await b.call("sendMessage", { ...at, text: "x" })).description).toBe(outside);
    expect((await b.call("getChat", { chat_id: secret })).description).toBe(outside);
    b.world.setMember({ chat, user: botId, member: { status: "kicked" } });
    expect((await b.call("getChat", at)).description).toBe(
      "Forbidden: bot was kicked from the channel chat",
    );
  });

  it("a group says what its members may do, and the bot is one of them", async () => {
    const b = await bench();
    const chat = b.world.addForum({ title: "f", members: asMember });
    const send = async () =>
      (await b.call("sendMessage", { chat_id: chat, text: "x" })).description;
    expect(await send()).toBeUndefined();
    b.world.setPermissions({ chat, permissions: { can_send_messages: false } });
    expect((await b.call("getChat", { chat_id: chat })).result).toMatchObject({
      type: "supergroup",
      is_forum: true,
      permissions: { can_send_messages: false, can_send_photos: true },
    });
    expect(await send()).toBe("Bad Request: not enough rights to send text messages to the chat");
    b.world.setMember({ chat, user: botId, member: { status: "administrator" } });
    expect(await send()).toBeUndefined();
  });

  it("the bot may leave, and is then no member", async () => {
    const b = await bench();
    const chat = b.world.addSupergroup({ title: "g", members: asMember });
    expect((await b.call("leaveChat", { chat_id: chat })).result).toBe(true);
    expect((await b.call("getChat", { chat_id: chat })).description).toBe(
      "Forbidden: bot is not a member of the supergroup chat",
    );
  });
});

describe("deleting", () => {
  it("is for own messages of the last 48 hours, and for others' with the right", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    const member = { [b.layla]: { status: "creator" } } as const;
    const group = b.world.addSupergroup({ title: "g", members: { ...member, ...asMember } });
    const run = b.world.addSupergroup({ title: "h", members: { ...member, ...asAdmin } });
    const say = (chat: number) => b.world.say({ person: b.layla, chat, text: "/x" });
    const remove = (chat_id: number, message_id: number) =>
      b.call("deleteMessage", { chat_id, message_id });
    const says = "Bad Request: message can't be deleted for everyone";
    expect((await remove(group, say(group))).description).toBe(says);
    expect((await remove(run, say(run))).ok).toBe(true);
    const own = await b.call("sendMessage", { chat_id: group, text: "x" });
    clock.pass(48 * 3_600_000 + 1000);
    expect((await remove(group, own.result.message_id)).description).toBe(says);
  });

  it("many at once passes over what is not there", async () => {
    const b = await bench();
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "x" });
    const message_ids = [sent.result.message_id, 77];
    const answer = await b.call("deleteMessages", { chat_id: b.layla, message_ids });
    expect(answer.result).toBe(true);
    expect(b.messages(b.layla)).toEqual([]);
  });
});

describe("the inline mode", () => {
  it("a chosen result is a message that is edited by its inline id", async () => {
    const b = await bench();
    const queryId = b.world.askInline({ person: b.layla, query: "غوطة" });
    const { result } = await b.call("getUpdates");
    expect(result[0].inline_query).toMatchObject({ id: queryId, query: "غوطة" });
    const answer = (results: object[]) =>
      b.call("answerInlineQuery", { inline_query_id: queryId, results, cache_time: 1 });
    expect((await answer([article("1"), article("1")])).description).toBe(
      "Bad Request: RESULT_ID_DUPLICATE",
    );
    expect((await answer([article("1")])).result).toBe(true);
    const inline_message_id = b.world.chooseInline({ queryId, resultId: "1", chat: b.layla });
    b.world.pressInline({ person: b.layla, inlineMessageId: inline_message_id, data: "d" });
    const edited = await b.call("editMessageText", { inline_message_id, text: "new" });
    expect(edited.result).toBe(true);
    expect(b.messages(b.layla)[0]).toMatchObject({ text: "new", from: { id: b.layla } });
  });

  it("an answer after thirty seconds is too late", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    const inline_query_id = b.world.askInline({ person: b.layla, query: "x" });
    clock.pass(30_001);
    const answer = await b.call("answerInlineQuery", { inline_query_id, results: [] });
    expect(answer.description).toBe(
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
  });
});
