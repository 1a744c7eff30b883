import type { Message, MessageEntity } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { stripInvisible } from "../../src/telegram/answering/clean.ts";
import { chatOf, incomingOf } from "../../src/telegram/answering/incoming.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { isAnonymousAdmin, isFromBot, personOf } from "../../src/telegram/answering/sender.ts";

const chat = { id: -1001, type: "supergroup" as const, title: "أخبار" };

function command(offset: number, length: number): MessageEntity {
  return { type: "bot_command", offset, length };
}

function written(text: string, more: Partial<Message.TextMessage> = {}): Message.TextMessage {
  return { message_id: 1, date: 1, chat, text, ...more };
}

function hear(text: string, ...entities: MessageEntity[]): unknown {
  return incomingOf(written(text, { entities }), "Mujaz_Bot");
}

describe("a text", () => {
  it("is a command where Telegram sees one at its beginning", () => {
    expect(hear("/Ghouta", command(0, 7))).toEqual({
      type: "command",
      name: "ghouta",
      argument: "",
    });
    expect(hear("/on 7\u00A0شباط 2018 ", command(0, 3))).toEqual({
      type: "command",
      name: "on",
      argument: "7\u00A0شباط 2018",
    });
  });

  it("is a command for us whatever the case of our name, and nothing when it is for another bot", () => {
    expect(hear("/ghouta@MUJAZ_bot x", command(0, 17))).toEqual({
      type: "command",
      name: "ghouta",
      argument: "x",
    });
    expect(hear("/ghouta@other_bot", command(0, 17))).toBeUndefined();
  });

  it("is only a text where the command stands elsewhere, or where Telegram sees none", () => {
    expect(hear("see /ghouta", command(4, 7))).toMatchObject({ type: "text", text: "see /ghouta" });
    expect(hear("/الغوطة")).toEqual({ type: "text", text: "/الغوطة", forwarded: false });
  });

  it("is a command behind marks that nobody sees", () => {
    expect(hear("\u200F/ghouta\u200F \u2067الآن\u2069", command(1, 7))).toEqual({
      type: "command",
      name: "ghouta",
      argument: "الآن",
    });
  });

  it("fault 40: is never a command where it is forwarded", () => {
    const forward_origin = { type: "hidden_user" as const, sender_user_name: "x", date: 1 };
    const message = written("/ghouta", { entities: [command(0, 7)], forward_origin });
    expect(incomingOf(message, "mujaz_bot")).toEqual({
      type: "text",
      text: "/ghouta",
      forwarded: true,
    });
  });

  it("loses what nobody sees, and keeps an emoji whole", () => {
    expect(stripInvisible("\u202Eالغو\u200Dطة\u200B \uFEFF👨‍👩‍👧 👍🏽‍ ❤️‍🔥")).toBe("الغوطة 👨‍👩‍👧 👍🏽‍ ❤️‍🔥");
  });
});

describe("a place", () => {
  it("fault 22: has its topic, unless that is General or a thread of replies", () => {
    const topic = { is_topic_message: true };
    expect(chatOf(written("x", { ...topic, message_thread_id: 7 }))).toEqual({
      id: -1001,
      type: "supergroup",
      title: "أخبار",
      threadId: 7,
    });
    expect(chatOf(written("x", { ...topic, message_thread_id: 1 }))).not.toHaveProperty("threadId");
    expect(chatOf(written("x", { message_thread_id: 7 }))).not.toHaveProperty("threadId");
  });
});

describe("a sender", () => {
  const user = { id: 5, is_bot: false, first_name: "ليلى" };

  it("is a person with the name that Telegram shows, and a language that is ours", () => {
    expect(personOf({ ...user, last_name: "حداد\u202E", language_code: "ar-EG" })).toEqual({
      id: 5,
      name: "ليلى حداد",
      language: "ar",
    });
    expect(personOf({ ...user, language_code: "en-GB" })?.language).toBe("en");
    expect(personOf({ ...user, language_code: "fr" })).toEqual({ id: 5, name: "ليلى" });
  });

  it.each([1087968824, 136817688, 777000])(
    "fault 40: is nobody where %i stands in for them",
    (id) => {
      expect(personOf({ ...user, id })).toBeUndefined();
      expect(isFromBot(written("x", { from: { ...user, id, is_bot: true } }))).toBe(false);
    },
  );

  it("fault 40: is an anonymous administrator only under the name of this very group", () => {
    const from = { id: 1087968824, is_bot: true, first_name: "Group" };
    expect(isAnonymousAdmin(written("x", { from, sender_chat: chat }))).toBe(true);
    expect(isAnonymousAdmin(written("x", { from, sender_chat: { ...chat, id: -1002 } }))).toBe(
      false,
    );
    expect(isAnonymousAdmin(written("x", { from }))).toBe(false);
    expect(isAnonymousAdmin(written("x", { from: user, sender_chat: chat }))).toBe(false);
  });

  it("is a bot where a bot wrote, or made what was written", () => {
    expect(isFromBot(written("x", { from: { ...user, is_bot: true } }))).toBe(true);
    expect(isFromBot(written("x", { from: user, via_bot: { ...user, is_bot: true } }))).toBe(true);
    expect(isFromBot(written("x", { from: user }))).toBe(false);
  });
});

describe("a message without its markup", () => {
  it("keeps its words", () => {
    expect(
      visible({
        html: '<b>38 مدنياً</b> &lt;<a href="https://x.org?a=1&amp;b=2">SOHR</a>&gt; &amp;lt;',
      }),
    ).toBe("38 مدنياً <SOHR> &lt;");
  });
});
