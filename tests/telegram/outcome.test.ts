import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/delivery/outcome.ts";
import { outcomeOf } from "../../src/telegram/api/outcome.ts";

function refused(code: number, description: string, more: object = {}): Outcome {
  return outcomeOf({ type: "refused", code, description, ...more });
}

const meanings: readonly (readonly [number, string, Outcome])[] = [
  [403, "Forbidden: bot was blocked by the user", { type: "gone", reason: "blocked" }],
  [403, "Forbidden: user is deactivated", { type: "gone", reason: "deactivated" }],
  [403, "Forbidden: bot was kicked from the group chat", { type: "gone", reason: "kicked" }],
  [403, "Forbidden: bot was kicked from the supergroup chat", { type: "gone", reason: "kicked" }],
  [403, "Forbidden: bot was kicked from the channel chat", { type: "gone", reason: "kicked" }],
  [403, "Forbidden: bot is not a member of the group chat", { type: "gone", reason: "kicked" }],
  [
    403,
    "Forbidden: bot is not a member of the supergroup chat",
    { type: "gone", reason: "kicked" },
  ],
  [403, "Forbidden: bot is not a member of the channel chat", { type: "gone", reason: "kicked" }],
  [403, "Forbidden: the group chat was deleted", { type: "gone", reason: "deleted" }],
  [
    403,
    "Forbidden: bot can't initiate conversation with a user",
    { type: "gone", reason: "not met" },
  ],
  [403, "Forbidden: the bot can't send messages to the bot", { type: "gone", reason: "not met" }],
  [403, "Forbidden: bot can't send messages to bots", { type: "gone", reason: "not met" }],
  [400, "Bad Request: chat not found", { type: "gone", reason: "not found" }],
  [400, "Bad Request: private chat not found", { type: "gone", reason: "not found" }],
  [400, "Bad Request: not enough rights to send text messages to the chat", { type: "forbidden" }],
  [
    400,
    "Bad Request: not enough rights to send photos to the chat",
    { type: "badMessage", fault: "picture" },
  ],
  [400, "Bad Request: need administrator rights in the channel chat", { type: "forbidden" }],
  [400, "Bad Request: have no write access to the chat", { type: "forbidden" }],
  [400, "Bad Request: CHAT_WRITE_FORBIDDEN", { type: "forbidden" }],
  [400, "Bad Request: CHAT_RESTRICTED", { type: "forbidden" }],
  [400, "Bad Request: CHAT_ADMIN_REQUIRED", { type: "forbidden" }],
  [400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", { type: "forbidden" }],
  [400, "Bad Request: message thread not found", { type: "topicClosed" }],
  [400, "Bad Request: TOPIC_CLOSED", { type: "topicClosed" }],
  [400, "Bad Request: TOPIC_DELETED", { type: "topicClosed" }],
  [400, "Bad Request: message to edit not found", { type: "uneditable", why: "gone" }],
  [400, "Bad Request: message can't be edited", { type: "uneditable", why: "fixed" }],
  [400, "Bad Request: MESSAGE_ID_INVALID", { type: "uneditable", why: "gone" }],
  [400, "Bad Request: MESSAGE_EDIT_TIME_EXPIRED", { type: "uneditable", why: "fixed" }],
  [
    400,
    'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    { type: "badMessage", fault: "entities" },
  ],
  [400, "Bad Request: message is too long", { type: "badMessage", fault: "too long" }],
  [400, "Bad Request: MESSAGE_TOO_LONG", { type: "badMessage", fault: "too long" }],
  [400, "Bad Request: text is too long", { type: "badMessage", fault: "too long" }],
  [400, "Bad Request: message caption is too long", { type: "badMessage", fault: "too long" }],
  [400, "Bad Request: text must be non-empty", { type: "badMessage", fault: "empty" }],
  [400, "Bad Request: message text is empty", { type: "badMessage", fault: "empty" }],
  [400, "Bad Request: reply markup is too long", { type: "badMessage", fault: "keyboard" }],
  [400, "Bad Request: BUTTON_DATA_INVALID", { type: "badMessage", fault: "keyboard" }],
  [400, "Bad Request: BUTTON_URL_INVALID", { type: "badMessage", fault: "keyboard" }],
  [
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    { type: "badMessage", fault: "keyboard" },
  ],
  [
    400,
    "Bad Request: can't parse reply keyboard markup JSON object",
    { type: "badMessage", fault: "keyboard" },
  ],
  [
    400,
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    { type: "unchanged" },
  ],
  [
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
    { type: "stale" },
  ],
  [401, "Unauthorized", { type: "unauthorized" }],
  [404, "Not Found", { type: "unauthorized" }],
  [
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    { type: "conflict" },
  ],
  [429, "Too Many Requests", { type: "later" }],
  [
    500,
    "Internal Server Error: sent message was immediately deleted and can't be returned",
    { type: "unknown", cause: "deleted at once" },
  ],
  [
    500,
    "Internal Server Error: restart",
    { type: "unknown", cause: "server error", reason: "Internal Server Error: restart" },
  ],
  [
    502,
    "HTTP 502 without a Bot API answer",
    { type: "unknown", cause: "server error", reason: "HTTP 502 without a Bot API answer" },
  ],
];

describe("an answer of Telegram", () => {
  it.each(meanings)("%i %s", (code, description, outcome) => {
    expect(refused(code, description)).toEqual(outcome);
  });

  it("is kept to the second where it says when", () => {
    expect(refused(429, "Too Many Requests: retry after 7", { retryAfter: 7 })).toEqual({
      type: "later",
      seconds: 7,
    });
  });

  it("names the chat that a group has become", () => {
    const words = "Bad Request: group chat was upgraded to a supergroup chat";
    expect(refused(400, words, { migrateTo: -1_001_234 })).toEqual({
      type: "moved",
      to: -1_001_234,
    });
  });

  it.each([
    [400, "Bad Request: SOMETHING_NEW"],
    [403, "Forbidden: bot was blocked by the moon"],
    [400, "Bad Request: chat not found on this server"],
    [403, "Forbidden: bot was blocked by the user's phone"],
    [413, "HTTP 413 without a Bot API answer"],
    [400, "constructor"],
  ])("that is new fails its message and never its chat: %i %s", (code, description) => {
    expect(refused(code, description)).toEqual({ type: "failed", code, description });
  });

  it("loses what it quotes of a message", () => {
    expect(refused(400, 'Bad Request: strange word "my secret" there')).toEqual({
      type: "failed",
      code: 400,
      description: 'Bad Request: strange word "…" there',
    });
  });
});

describe("a call", () => {
  it("that was carried out is sent", () => {
    expect(outcomeOf({ type: "ok", result: 7 })).toEqual({ type: "sent", result: 7 });
  });

  it("that was not written may be made again", () => {
    const reason = "ECONNREFUSED";
    expect(outcomeOf({ type: "unwritten", reason })).toEqual({ type: "unwritten", reason });
  });

  it("that was written and not answered is unknown", () => {
    expect(outcomeOf({ type: "unanswered", reason: "ECONNRESET" })).toEqual({
      type: "unknown",
      cause: "unanswered",
      reason: "ECONNRESET",
    });
  });
});
