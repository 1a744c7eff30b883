import { describe, expect, it } from "vitest";
import { asAdmin, asMember, bench, botId, callAt, token, type Bench } from "./harness.ts";

type Case = readonly [name: string, method: string, parameters: object, code: number, says: string];

function checks(cases: readonly Case[]): void {
  it.each(cases)("%s", async (...[, method, parameters, code, says]) => {
    const b = await bench();
    const answer = await b.call(method, parameters);
    expect([answer.status, answer.error_code, answer.description]).toEqual([code, code, says]);
  });
}

const text = (value: string, more: object = {}) => ({ chat_id: 501, text: value, ...more });
const button = (fields: object) =>
  text("x", { reply_markup: { inline_keyboard: [[{ text: "b", ...fields }]] } });

describe("refusals of a text, in Telegram's words", () => {
  checks([
    ["no text", "sendMessage", { chat_id: 0 }, 400, "Bad Request: message text is empty"],
    ["an empty text", "sendMessage", text(""), 400, "Bad Request: message text is empty"],
    ["only white space", "sendMessage", text("  \n "), 400, "Bad Request: text must be non-empty"],
    ["no chat", "sendMessage", { text: "x" }, 400, "Bad Request: chat_id is empty"],
    [
      "the bot itself",
      "sendMessage",
      { chat_id: botId, text: "x" },
      403,
      "Forbidden: the bot can't send messages to the bot",
    ],
    [
      "an unknown chat",
      "sendMessage",
      { chat_id: 0, text: "x" },
      400,
      "Bad Request: chat not found",
    ],
    [
      "an unknown @name",
      "sendMessage",
      { chat_id: "@nobody", text: "x" },
      400,
      "Bad Request: chat not found",
    ],
    [
      "4097 letters",
      "sendMessage",
      text("x".repeat(4097)),
      400,
      "Bad Request: message is too long",
    ],
    [
      "an unknown mode",
      "sendMessage",
      text("x", { parse_mode: "BBCode" }),
      400,
      "Bad Request: unsupported parse_mode",
    ],
    [
      "an unclosed tag",
      "sendMessage",
      text("<b>x", { parse_mode: "HTML" }),
      400,
      `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
    [
      "crossed tags",
      "sendMessage",
      text("<b><i>test</b></i>", { parse_mode: "HTML" }),
      400,
      `Bad Request: can't parse entities: Unmatched end tag at byte offset 10, expected "</i>", found "</b>"`,
    ],
    [
      "a tag that Telegram lacks",
      "sendMessage",
      text("<script>x</script>", { parse_mode: "HTML" }),
      400,
      `Bad Request: can't parse entities: Unsupported start tag "script" at byte offset 0`,
    ],
    [
      "an entity after the end",
      "sendMessage",
      text("hello", { entities: [{ type: "bold", offset: 0, length: 100 }] }),
      400,
      "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ],
    [
      "an unknown entity",
      "sendMessage",
      text("hello", { entities: [{ type: "loud", offset: 0, length: 1 }] }),
      400,
      "Bad Request: can't parse MessageEntity: Unsupported type specified",
    ],
    [
      "a link to nowhere",
      "sendMessage",
      text("click", { entities: [{ type: "text_link", offset: 0, length: 5, url: "not-a-url" }] }),
      400,
      "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
  ]);
});

describe("refusals of a keyboard, in Telegram's words", () => {
  checks([
    [
      "65 bytes of data",
      "sendMessage",
      button({ callback_data: `${"م".repeat(32)}x` }),
      400,
      "Bad Request: BUTTON_DATA_INVALID",
    ],
    [
      "a button that does nothing",
      "sendMessage",
      button({ callback_data: "" }),
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button without a text",
      "sendMessage",
      text("x", { reply_markup: { inline_keyboard: [[{ callback_data: "x" }]] } }),
      400,
      `Bad Request: can't parse inline keyboard button: Can't find field "text"`,
    ],
    [
      "a wrong address",
      "sendMessage",
      button({ url: "not-a-url" }),
      400,
      "Bad Request: inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
    [
      "an address of another kind",
      "sendMessage",
      button({ url: "ftp://example.com" }),
      400,
      "Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [
      "101 buttons",
      "sendMessage",
      text("x", {
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, () => [{ text: "b", callback_data: "b" }]),
        },
      }),
      400,
      "Bad Request: reply markup is too long",
    ],
    [
      "a word for a boolean",
      "sendMessage",
      text("x", { reply_markup: { remove_keyboard: "yes" } }),
      400,
      `Bad Request: field "remove_keyboard" must be of type Boolean`,
    ],
    [
      "a mistyped field",
      "sendMessage",
      button({ callback_date: "x" }),
      400,
      `Bad Request: can't parse inline keyboard button: Unknown parameter "callback_date"`,
    ],
  ]);
});

describe("refusals of calls", () => {
  checks([
    ["an unknown method", "sendMesage", {}, 404, "Not Found: method not found"],
    [
      "a mistyped parameter",
      "sendMessage",
      text("x", { parsemode: "HTML" }),
      400,
      `Bad Request: unknown parameter "parsemode"`,
    ],
    [
      "a number as a text",
      "sendMessage",
      { chat_id: 501, text: 5 },
      400,
      `Bad Request: field "text" must be of type String`,
    ],
    [
      "a reply to nothing",
      "sendMessage",
      text("x", { reply_parameters: { message_id: 99 } }),
      400,
      "Bad Request: message to be replied not found",
    ],
    [
      "a thread in a private chat",
      "sendMessage",
      text("x", { message_thread_id: 9 }),
      400,
      "Bad Request: message thread not found",
    ],
    [
      "paid without Stars",
      "sendMessage",
      text("x", { allow_paid_broadcast: true }),
      400,
      "Bad Request: FLOODSKIP_NOT_ALLOWED",
    ],
    [
      "an edit of nothing",
      "editMessageText",
      text("x", { message_id: 9 }),
      400,
      "Bad Request: message to edit not found",
    ],
    [
      "an edit without a message",
      "editMessageText",
      text("x"),
      400,
      "Bad Request: message identifier is not specified",
    ],
    [
      "a deletion of nothing",
      "deleteMessage",
      { chat_id: 501, message_id: 9 },
      400,
      "Bad Request: message to delete not found",
    ],
    [
      "an answer to no press",
      "answerCallbackQuery",
      { callback_query_id: "1" },
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "a command with a space",
      "setMyCommands",
      { commands: [{ command: "bad command", description: "x" }] },
      400,
      "Bad Request: BOT_COMMAND_INVALID",
    ],
    [
      "a command that says nothing",
      "setMyCommands",
      { commands: [{ command: "start", description: "" }] },
      400,
      "Bad Request: command description must be non-empty",
    ],
    [
      "no photo",
      "sendPhoto",
      { chat_id: 501 },
      400,
      "Bad Request: there is no photo in the request",
    ],
    ["no file", "getFile", { file_id: "x" }, 400, "Bad Request: invalid file_id"],
  ]);

  it("a wrong token is Unauthorized, a malformed one is Not Found", async () => {
    const b = await bench();
    const wrong = await callAt(`${b.apiRoot}/bot123:abc/getMe`, {});
    const malformed = await callAt(`${b.apiRoot}/botnonsense/getMe`, {});
    expect([wrong.status, wrong.description]).toEqual([401, "Unauthorized"]);
    expect([malformed.status, malformed.description]).toEqual([404, "Not Found"]);
  });
});

/** One chat of each kind, and what stands in the bot's way there. */
const doors: readonly (readonly [string, (b: Bench) => number, number, string])[] = [
  [
    "a person who never started it",
    (b) => b.world.addPerson({ firstName: "Omar" }),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  [
    "a person who blocked it",
    (b) => {
      b.world.block({ person: b.layla });
      return b.layla;
    },
    403,
    "Forbidden: bot was blocked by the user",
  ],
  [
    "a person who is gone",
    (b) => {
      b.world.deactivate({ person: b.layla });
      return b.layla;
    },
    403,
    "Forbidden: user is deactivated",
  ],
  [
    "a group that banned it",
    (b) => b.world.addGroup({ title: "g", members: { [botId]: { status: "kicked" } } }),
    403,
    "Forbidden: bot was kicked from the group chat",
  ],
  [
    "a supergroup that banned it",
    (b) => b.world.addSupergroup({ title: "g", members: { [botId]: { status: "kicked" } } }),
    403,
    "Forbidden: bot was kicked from the supergroup chat",
  ],
  [
    "a channel that banned it",
    (b) => b.world.addChannel({ title: "c", members: { [botId]: { status: "kicked" } } }),
    403,
    "Forbidden: bot was kicked from the channel chat",
  ],
  [
    "a supergroup that it is not in",
    (b) => b.world.addSupergroup({ title: "g" }),
    403,
    "Forbidden: bot is not a member of the supergroup chat",
  ],
  [
    "a channel that it does not run",
    (b) => b.world.addChannel({ title: "c", members: asMember }),
    400,
    "Bad Request: need administrator rights in the channel chat",
  ],
  [
    "a group where it may not write",
    (b) =>
      b.world.addSupergroup({
        title: "g",
        members: { [botId]: { status: "restricted", rights: { can_send_messages: false } } },
      }),
    400,
    "Bad Request: not enough rights to send text messages to the chat",
  ],
  [
    "a deleted group",
    (b) => {
      const chat = b.world.addGroup({ title: "g", members: asMember });
      b.world.deleteChat({ chat });
      return chat;
    },
    403,
    "Forbidden: the group chat was deleted",
  ],
  [
    "an upgraded group",
    (b) => {
      const chat = b.world.addGroup({ title: "g", members: asMember });
      b.world.migrate({ chat });
      return chat;
    },
    400,
    "Bad Request: group chat was upgraded to a supergroup chat",
  ],
];

describe("doors that are closed to the bot", () => {
  it.each(doors)("%s", async (_name, open, code, says) => {
    const b = await bench();
    const answer = await b.call("sendMessage", { chat_id: open(b), text: "x" });
    expect([answer.status, answer.description]).toEqual([code, says]);
  });

  it("an upgraded group says where it went, and the new one takes messages", async () => {
    const b = await bench();
    const chat = b.world.addGroup({ title: "g", members: asMember });
    const moved = b.world.migrate({ chat });
    const refused = await b.call("sendMessage", { chat_id: chat, text: "x" });
    expect(refused.parameters).toEqual({ migrate_to_chat_id: moved });
    expect((await b.call("sendMessage", { chat_id: moved, text: "x" })).ok).toBe(true);
  });

  it("a topic that is closed, gone or General by number", async () => {
    const b = await bench();
    const chat = b.world.addForum({ title: "f", topics: ["a"], members: asAdmin });
    const threadId = b.world.addTopic({ chat, name: "b" });
    const send = async (message_thread_id: number) =>
      (await b.call("sendMessage", { chat_id: chat, text: "x", message_thread_id })).description;
    expect(await send(threadId)).toBeUndefined();
    b.world.closeTopic({ chat, threadId });
    expect(await send(threadId)).toBe("Bad Request: TOPIC_CLOSED");
    b.world.deleteTopic({ chat, threadId });
    expect(await send(threadId)).toBe("Bad Request: message thread not found");
    expect(await send(999)).toBe("Bad Request: message thread not found");
  });
});

describe("edits", () => {
  it("an edit that changes nothing is refused, and one of the keyboard alone is not", async () => {
    const b = await bench();
    const sent = await b.call("sendMessage", text("<b>x</b>", { parse_mode: "HTML" }));
    const again = { chat_id: 501, message_id: sent.result.message_id };
    const same = await b.call("editMessageText", {
      ...again,
      text: "<b>x</b>",
      parse_mode: "HTML",
    });
    expect(same.description).toBe(
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
    const reply_markup = { inline_keyboard: [[{ text: "b", callback_data: "b" }]] };
    const withKeyboard = await b.call("editMessageReplyMarkup", { ...again, reply_markup });
    expect(withKeyboard.result.reply_markup).toEqual(reply_markup);
    const plain = await b.call("editMessageText", { ...again, text: "x" });
    expect(plain.result).not.toHaveProperty("reply_markup");
    expect(plain.result.edit_date).toBeGreaterThan(0);
  });

  it("a person's message can't be edited, and a photo has no text", async () => {
    const b = await bench();
    const message_id = b.world.say({ person: 501, chat: 501, text: "mine" });
    const answer = await b.call("editMessageText", text("x", { message_id }));
    expect(answer.description).toBe("Bad Request: message can't be edited");
  });
});

it("an answer has the same token in no place", async () => {
  const b = await bench();
  const answer = await b.call("getMe", { x: 1 });
  expect(JSON.stringify(answer)).not.toContain(token);
});
