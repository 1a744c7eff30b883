import { describe, expect, it } from "vitest";
import type { ReplyKeyboardView } from "../../src/simulator/control.ts";
import { asAdmin, asMember, bench, botId, type Bench } from "./harness.ts";

async function shown(b: Bench): Promise<ReplyKeyboardView | undefined> {
  const state = JSON.parse(
    await (await fetch(`${b.apiRoot}/control/state?person=${b.layla}`)).text(),
  );
  return state.chats[0].replyKeyboard;
}

async function offer(b: Bench, ...buttons: readonly (object | string)[]): Promise<number> {
  const reply_markup = { keyboard: [buttons] };
  const sent = await b.call("sendMessage", { chat_id: b.layla, text: "x", reply_markup });
  expect(sent.description).toBeUndefined();
  return sent.result.message_id;
}

const request = (more: object = {}) => ({ request_id: 1, chat_is_channel: true, ...more });
const post = { can_post_messages: true };

async function asked(b: Bench, more: object): Promise<readonly unknown[]> {
  await offer(b, { text: "pick", request_chat: request(more) });
  const answer = await fetch(`${b.apiRoot}/control/fitting?person=${b.layla}&request=1`);
  return JSON.parse(await answer.text());
}

describe("a reply keyboard", () => {
  it("stays until another takes its place, or it is removed", async () => {
    const b = await bench();
    await offer(b, "one", { text: "two", request_contact: true });
    expect(await shown(b)).toEqual({
      folded: false,
      rows: [
        [
          { type: "text", text: "one" },
          { type: "other", text: "two", kind: "request_contact" },
        ],
      ],
    });
    await b.call("sendMessage", { chat_id: b.layla, text: "no markup" });
    expect(await shown(b)).toBeDefined();
    const reply_markup = { remove_keyboard: true };
    await b.call("sendMessage", { chat_id: b.layla, text: "y", reply_markup });
    expect(await shown(b)).toBeUndefined();
  });

  it("goes with the message that brought it, which cannot be edited", async () => {
    const b = await bench();
    const at = { chat_id: b.layla, message_id: await offer(b, "one") };
    const edited = await b.call("editMessageText", { ...at, text: "y" });
    expect(edited.description).toBe("Bad Request: message can't be edited");
    await b.call("deleteMessage", at);
    expect(await shown(b)).toBeUndefined();
  });

  it("for one time is folded once the person has written", async () => {
    const b = await bench();
    const reply_markup = { keyboard: [["one"]], one_time_keyboard: true };
    await b.call("sendMessage", { chat_id: b.layla, text: "x", reply_markup });
    b.world.say({ person: b.layla, chat: b.layla, text: "one" });
    expect(await shown(b)).toMatchObject({ folded: true, rows: [[{ text: "one" }]] });
  });

  it("that asks for something is for private chats, and none is for channels", async () => {
    const b = await bench();
    const group = b.world.addSupergroup({ title: "g", members: asMember });
    const channel = b.world.addChannel({ title: "c", members: asAdmin });
    const send = async (chat_id: number, button: object | string) => {
      const reply_markup = { keyboard: [[button]] };
      return (await b.call("sendMessage", { chat_id, text: "x", reply_markup })).description;
    };
    expect(await send(group, "one")).toBeUndefined();
    expect(await send(group, { text: "pick", request_chat: request() })).toBe(
      "Bad Request: chats can be requested in private chats only",
    );
    expect(await send(channel, "one")).toBe("Bad Request: inline keyboard expected");
    expect(await send(b.layla, "")).toBe("Bad Request: keyboard button text must be non-empty");
    const rights = { user_administrator_rights: {}, bot_administrator_rights: post };
    expect(await send(b.layla, { text: "pick", request_chat: request(rights) })).toContain(
      "must be a subset",
    );
    const misspelt = request({ user_administrator_rights: { can_post: true } });
    expect(await send(b.layla, { text: "pick", request_chat: misspelt })).toContain("can_post");
  });
});

describe("a button that requests a chat", () => {
  it("lists the chats of the person that fit, and what the bot would become there", async () => {
    const b = await bench();
    const owner = { [b.layla]: { status: "creator" } } as const;
    const editor = {
      [b.layla]: { status: "administrator", rights: { can_promote_members: false } },
    } as const;
    const run = b.world.addChannel({ title: "run", members: { ...owner, ...asAdmin } });
    const mine = b.world.addChannel({ title: "mine", username: "mine", members: owner });
    b.world.addChannel({ title: "edited", members: editor });
    b.world.addChannel({ title: "read", members: { [b.layla]: { status: "member" } } });
    b.world.addChannel({ title: "not hers", members: asAdmin });
    const forum = b.world.addForum({ title: "forum", members: owner });
    const rights = { user_administrator_rights: post, bot_administrator_rights: post };
    expect(await asked(b, rights)).toEqual([
      { id: run, kind: "channel", title: "run" },
      { id: mine, kind: "channel", title: "mine", bot: "promoted" },
    ]);
    expect(await asked(b, { ...rights, chat_has_username: true })).toMatchObject([{ id: mine }]);
    expect(await asked(b, { chat_is_created: true })).toHaveLength(2);
    expect(await asked(b, {})).toHaveLength(4);
    expect(await asked(b, { chat_is_channel: false, bot_is_member: true })).toEqual([
      { id: forum, kind: "supergroup", title: "forum", isForum: true, bot: "joins" },
    ]);
    expect(await asked(b, { chat_is_channel: false, chat_is_forum: false })).toEqual([]);
  });

  it("gives the bot the rights asked for and no others, then tells it of the chat", async () => {
    const b = await bench();
    const members = { [b.layla]: { status: "creator" } } as const;
    const chat = b.world.addChannel({ title: "c", username: "the_c", members });
    const rights = { user_administrator_rights: post, bot_administrator_rights: post };
    const names = { request_title: true, request_username: true };
    await offer(b, { text: "pick", request_chat: request({ ...rights, ...names }) });
    b.world.shareChat({ person: b.layla, requestId: 1, chat });
    const { result } = await b.call("getUpdates");
    expect(result[0].my_chat_member).toMatchObject({
      from: { id: b.layla },
      old_chat_member: { status: "left" },
      new_chat_member: {
        status: "administrator",
        can_post_messages: true,
        can_edit_messages: false,
        can_delete_messages: false,
      },
    });
    expect(result[1].message.chat_shared).toEqual({
      request_id: 1,
      chat_id: chat,
      title: "c",
      username: "the_c",
    });
    expect((await b.call("sendMessage", { chat_id: chat, text: "x" })).ok).toBe(true);
  });

  it("tells only the chat's id where no more is asked, and is there once it was sent", async () => {
    const b = await bench();
    const members = { ...asMember, [b.layla]: { status: "member" } } as const;
    const chat = b.world.addGroup({ title: "g", members });
    const share = () => b.world.shareChat({ person: b.layla, requestId: 1, chat });
    expect(share).toThrow("Layla sees no button that requests chat 1");
    await offer(b, { text: "pick", request_chat: request() });
    expect(share).toThrow("Wrong chat type");
    await offer(b, { text: "pick", request_chat: request({ chat_is_channel: false }) });
    share();
    const { result } = await b.call("getUpdates");
    expect(result[0].message.chat_shared).toEqual({ request_id: 1, chat_id: chat });
  });

  it("lets the bot into a group, as by the person's own hand", async () => {
    const b = await bench();
    const members = { [b.layla]: { status: "member" } } as const;
    const chat = b.world.addSupergroup({ title: "g", members });
    const wish = { chat_is_channel: false, bot_is_member: true };
    await offer(b, { text: "pick", request_chat: request(wish) });
    b.world.setPermissions({ chat, permissions: { can_invite_users: false } });
    const share = () => b.world.shareChat({ person: b.layla, requestId: 1, chat });
    expect(share).toThrow("The bot can't be added to the chat");
    b.world.setPermissions({ chat, permissions: {} });
    share();
    const member = await b.call("getChatMember", { chat_id: chat, user_id: botId });
    expect(member.result.status).toBe("member");
  });
});
