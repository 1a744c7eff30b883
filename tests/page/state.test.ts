import { describe, expect, it } from "vitest";
import type { MessageView, State } from "../../src/simulator/control.ts";
import { readLink } from "../../src/simulator/page/links.ts";
import { fromHash, messagesAt, placeOrFirst, toHash } from "../../src/simulator/page/place.ts";
import { applyEvent } from "../../src/simulator/page/state.ts";

const layla = { id: 11, firstName: "ليلى", languageCode: "ar" };
const bot = { id: 7, firstName: "موجز", username: "mujaz_bot" };

function aState(messages: Readonly<Record<string, readonly MessageView[]>> = {}): State {
  const standing = { status: "member", mayPost: true } as const;
  return {
    bot,
    person: layla,
    people: [layla],
    problems: [],
    now: 0,
    messages,
    chats: [
      { id: 11, kind: "private", title: "موجز", ...standing },
      { id: -5, kind: "channel", title: "Brief", username: "brief", ...standing },
      {
        id: -9,
        kind: "supergroup",
        title: "Newsroom",
        isForum: true,
        topics: [{ threadId: 4, name: "Corrections" }],
        ...standing,
      },
    ],
  };
}

function aMessage(part: Partial<MessageView>): MessageView {
  const from = { id: 7, name: "موجز", isBot: true };
  return { chatId: 11, messageId: 1, date: 0, from, text: "", entities: [], ...part };
}

describe("what the page knows", () => {
  it("takes a message that comes twice once, and in its order", () => {
    const late = { type: "message", message: aMessage({ messageId: 1 }) } as const;
    const before = aState({ 11: [aMessage({ messageId: 2 })] });
    const once = applyEvent(before, late);
    expect(applyEvent(once, late).messages[11]?.map((message) => message.messageId)).toEqual([
      1, 2,
    ]);
  });

  it("replaces an edited message and drops a deleted one", () => {
    const edited = aMessage({ text: "38", editDate: 9 });
    const after = applyEvent(aState({ 11: [aMessage({ text: "37" })] }), {
      type: "edited",
      message: edited,
    });
    expect(after.messages[11]).toEqual([edited]);
    const gone = applyEvent(after, { type: "deleted", chatId: 11, messageIds: [1] });
    expect(gone.messages[11]).toEqual([]);
  });

  it("keeps the messages of a topic apart from those of General", () => {
    const general = aMessage({ chatId: -9, messageId: 5 });
    const inTopic = aMessage({ chatId: -9, messageId: 6, threadId: 4 });
    const state = aState({ [-9]: [general, inTopic] });
    expect(messagesAt(state, { chatId: -9 })).toEqual([general]);
    expect(messagesAt(state, { chatId: -9, threadId: 4 })).toEqual([inTopic]);
  });

  it("finds the same person and place from the address", () => {
    const place = { chatId: -9, threadId: 4 };
    expect(fromHash(toHash(11, place))).toEqual({ person: 11, place });
    expect(fromHash("#11")).toEqual({ person: 11 });
    expect(fromHash("#x/y")).toEqual({});
  });

  it("opens the chat with the bot where the wished place is gone", () => {
    expect(placeOrFirst(aState(), { chatId: -404 })).toEqual({ chatId: 11 });
  });
});

describe("a link", () => {
  const state = aState();

  it("to the bot starts it with its payload, in whatever case it is written", () => {
    const start = { type: "start", payload: "s_gh07" };
    expect(readLink(state, "https://t.me/Mujaz_Bot?start=s_gh07")).toEqual(start);
    expect(readLink(state, "t.me/mujaz_bot?start=s_gh07")).toEqual(start);
  });

  it("to a chat that the person has opens it", () => {
    expect(readLink(state, "https://t.me/brief")).toEqual({ type: "place", place: { chatId: -5 } });
  });

  it("leads out of the page to web addresses only", () => {
    expect(readLink(state, "example.org/a")).toEqual({ type: "web", url: "http://example.org/a" });
    expect(readLink(state, "https://t.me/other_bot?start=1").type).toBe("web");
    for (const address of [
      "javascript:alert(1)",
      " java\nscript:alert(1)",
      "data:text/html,x",
      "",
    ]) {
      expect(readLink(state, address)).toEqual({ type: "dead" });
    }
  });
});
