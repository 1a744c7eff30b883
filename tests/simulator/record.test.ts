import { Telegram } from "telegraf";
import { describe, expect, it } from "vitest";
import { bench, token } from "./harness.ts";

describe("the record", () => {
  it("has every message, edit and deletion in order, and outlives who sent them", async () => {
    const b = await bench();
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "a" });
    const at = { chat_id: b.layla, message_id: sent.result.message_id };
    await b.call("editMessageText", { ...at, text: "b" });
    await b.call("sendMessage", { chat_id: 9, text: "a" });
    await b.call("deleteMessage", at);
    const entries = b.record.entries();
    expect(entries.map(({ seq, type }) => [seq, type])).toEqual([
      [1, "sent"],
      [2, "edited"],
      [3, "refused"],
      [4, "deleted"],
    ]);
    expect(entries[2]).toMatchObject({ method: "sendMessage", chatId: 9, code: 400 });
  });

  it("wakes a waiting test with the entry that it waits for", async () => {
    const b = await bench();
    const waiting = b.record.waitFor((entry) => entry.type === "sent" && entry.text === "b");
    await b.call("sendMessage", { chat_id: b.layla, text: "a" });
    await b.call("sendMessage", { chat_id: b.layla, text: "b" });
    expect(await waiting).toMatchObject({ seq: 2 });
    const signal = AbortSignal.abort();
    await expect(b.record.waitFor(() => false, { signal })).rejects.toThrow("no such entry came");
  });

  it("kept compact has the same places, times and hashes, without the texts", async () => {
    const [full, compact] = [await bench(), await bench({ record: "compact" })];
    const keyboard = { inline_keyboard: [[{ text: "b", callback_data: "c" }]] };
    for (const b of [full, compact]) {
      await b.call("sendMessage", { chat_id: b.layla, text: "a" });
      await b.call("sendMessage", { chat_id: b.layla, text: "a", reply_markup: keyboard });
      await b.call("sendMessage", { chat_id: b.layla, text: "" });
      await b.call("sendMessage", { chat_id: b.layla, text: "a" });
    }
    const places = (b: typeof full) =>
      b.record
        .entries()
        .map((entry) =>
          entry.type === "sent"
            ? [entry.seq, entry.method, entry.chatId, entry.messageId, entry.hash]
            : [entry.seq, entry.type],
        );
    expect(places(compact)).toEqual(places(full));
    expect(compact.record.entries()[0]).not.toHaveProperty("text");
  });
});

describe("another client", () => {
  it("telegraf's own sends, edits, gets updates and understands a refusal", async () => {
    const b = await bench();
    const client = new Telegram(token, { apiRoot: b.apiRoot });
    expect((await client.getMe()).username).toBe("mujaz_bot");
    const sent = await client.sendMessage(b.layla, "*مرحبا*", { parse_mode: "MarkdownV2" });
    expect(sent.text).toBe("مرحبا");
    await client.editMessageText(b.layla, sent.message_id, undefined, "أهلاً");
    b.world.say({ person: b.layla, chat: b.layla, text: "/start" });
    const updates = await client.getUpdates(0, 100, 0, undefined);
    expect(updates).toMatchObject([{ message: { text: "/start", from: { id: b.layla } } }]);
    b.world.block({ person: b.layla });
    await expect(client.sendMessage(b.layla, "x")).rejects.toMatchObject({
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
  });
});
