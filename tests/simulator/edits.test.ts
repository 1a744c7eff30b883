import { describe, expect, it } from "vitest";
import {
  asAdmin,
  asMember,
  bench,
  botId,
  stoppedClock,
  type Answer,
  type Bench,
} from "./harness.ts";

const places = ["private chat", "group", "forum topic", "channel"] as const;

type Place = (typeof places)[number];

/** Where a message to a place goes. */
type At = { readonly chat_id: number; readonly message_thread_id?: number };

function placeIn(b: Bench, place: Place): At {
  switch (place) {
    case "group":
      return { chat_id: b.world.addSupergroup({ title: "g", members: asMember }) };
    case "forum topic": {
      const chat = b.world.addForum({ title: "f", members: asMember });
      return { chat_id: chat, message_thread_id: b.world.addTopic({ chat, name: "t" }) };
    }
    case "channel":
      return { chat_id: b.world.addChannel({ title: "c", members: asAdmin }) };
    case "private chat":
    default:
      return { chat_id: b.layla };
  }
}

function keyboard(text: string) {
  return { inline_keyboard: [[{ text, callback_data: "d" }]] };
}

/** A message of the bot's in such a place, and what is done to it and under it. */
async function said(b: Bench, place: Place, reply_markup?: object) {
  const at = placeIn(b, place);
  const { result } = await b.call("sendMessage", { ...at, text: "38", reply_markup });
  const { message_id }: { message_id: number } = result;
  const message = { chat_id: at.chat_id, message_id };
  return {
    at,
    message,
    edit: (text: string, markup?: object): Promise<Answer> =>
      b.call("editMessageText", { ...message, text, reply_markup: markup }),
    reply: (more: object = {}, to = message_id): Promise<Answer> =>
      b.call("sendMessage", {
        chat_id: at.chat_id,
        text: "41",
        reply_parameters: { message_id: to, ...more },
      }),
    shown: () => b.messages(at.chat_id).find(({ messageId }) => messageId === message_id),
  };
}

const sameAgain =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

describe.each(places)("in a %s", (place) => {
  it("an edit changes the text and the keyboard in place, and marks the message", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    const { edit, shown, message } = await said(b, place, keyboard("more"));
    const before = shown();
    expect(before).not.toHaveProperty("editDate");
    clock.pass(60_000);
    expect((await edit("41", keyboard("less"))).result).toMatchObject({
      message_id: message.message_id,
      text: "41",
      edit_date: clock.now() / 1000,
      reply_markup: keyboard("less"),
    });
    expect(shown()).toEqual({
      ...before,
      text: "41",
      editDate: clock.now() / 1000,
      keyboard: [[{ type: "callback", text: "less", data: "d" }]],
    });
    await edit("41");
    expect(shown()).not.toHaveProperty("keyboard");
  });

  it("an edit that would change nothing is refused, also after another edit", async () => {
    const b = await bench();
    const { edit } = await said(b, place, keyboard("more"));
    expect((await edit("38", keyboard("more"))).description).toBe(sameAgain);
    expect((await edit("41", keyboard("more"))).ok).toBe(true);
    expect((await edit("41", keyboard("more"))).description).toBe(sameAgain);
    expect((await edit("38", keyboard("more"))).ok).toBe(true);
  });

  it("a deleted message is not found, to be edited or to be replied to", async () => {
    const b = await bench();
    const { message, edit, reply } = await said(b, place);
    b.world.unsay({ chat: message.chat_id, messageId: message.message_id });
    expect((await edit("41")).description).toBe("Bad Request: message to edit not found");
    expect((await reply()).description).toBe("Bad Request: message to be replied not found");
    const alone = await reply({ allow_sending_without_reply: true });
    expect(alone.result).not.toHaveProperty("reply_to_message");
    expect(alone.result.text).toBe("41");
  });

  it("a reply carries its original, in the topic of the original", async () => {
    const b = await bench();
    const { at, message, edit, reply } = await said(b, place);
    await edit("41 now");
    const { result } = await reply();
    expect(result.reply_to_message).toMatchObject({
      message_id: message.message_id,
      text: "41 now",
    });
    expect(result.message_thread_id).toBe(at.message_thread_id);
    const [view] = b.messages(at.chat_id).slice(-1);
    expect(view).toMatchObject({ replyTo: message.message_id, text: "41" });
    expect(view?.threadId).toBe(at.message_thread_id);
  });
});

describe("nobody's message but the bot's own is edited", () => {
  it.each(["group", "forum topic", "channel"] as const)("in a %s", async (place) => {
    const b = await bench();
    const { chat_id, message_thread_id: threadId } = placeIn(b, place);
    b.world.setMember({ chat: chat_id, user: b.layla, member: { status: "creator" } });
    const message_id = b.world.say({
      person: b.layla,
      chat: chat_id,
      text: "38",
      ...(threadId !== undefined && { threadId }),
    });
    const answer = await b.call("editMessageText", { chat_id, message_id, text: "41" });
    expect(answer.description).toBe("Bad Request: message can't be edited");
  });
});

it("a group that became a supergroup says so to an edit of before", async () => {
  const b = await bench();
  const chat_id = b.world.addGroup({ title: "g", members: asMember });
  const { result } = await b.call("sendMessage", { chat_id, text: "38" });
  const to = b.world.migrate({ chat: chat_id });
  const { message_id } = result;
  const old = await b.call("editMessageText", { chat_id, message_id, text: "41" });
  expect([old.description, old.parameters]).toEqual([
    "Bad Request: group chat was upgraded to a supergroup chat",
    { migrate_to_chat_id: to },
  ]);
});

it("who may not write any more may not edit", async () => {
  const b = await bench();
  const { edit, message } = await said(b, "channel");
  b.world.setMember({ chat: message.chat_id, user: botId, member: { status: "kicked" } });
  expect((await edit("41")).description).toBe("Forbidden: bot was kicked from the channel chat");
});

describe("the record", () => {
  it.each(["full", "compact"] as const)(
    "kept %s tells edits from messages, and what each message looks like in the end",
    async (record) => {
      const b = await bench({ record });
      const first = await said(b, "private chat", keyboard("more"));
      const second = await said(b, "group");
      const gone = await said(b, "private chat");
      await first.edit("40");
      await first.edit("41", keyboard("more"));
      await first.reply();
      await b.call("deleteMessage", gone.message);
      const kinds = b.record.entries().map(({ type }) => type);
      expect(kinds.join(" ")).toBe("sent sent sent edited edited sent deleted");
      const hashes = b.record.entries().map((entry) => ("hash" in entry ? entry.hash : 0));
      const { chat_id, message_id } = first.message;
      const messages = await (await fetch(`${b.apiRoot}/control/record/messages`)).json();
      expect(messages).toEqual([
        [chat_id, message_id, hashes[4], 2],
        [second.message.chat_id, second.message.message_id, hashes[1], 0],
        [chat_id, message_id + 2, hashes[5], 0],
      ]);
    },
  );
});
