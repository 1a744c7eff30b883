import { describe, expect, it } from "vitest";
import { bench } from "./harness.ts";

function rawText(bytes: number): string {
  const around = '<a href="https://example.com/"></a>x';
  return `<a href="https://example.com/${"y".repeat(bytes - around.length)}"></a>x`;
}

describe("the length of a text", () => {
  it("is counted in code points after parsing", async () => {
    const b = await bench();
    const send = async (text: string) =>
      (await b.call("sendMessage", { chat_id: b.layla, text, parse_mode: "HTML" })).ok;
    expect(await send("😀".repeat(4096))).toBe(true);
    expect(await send("😀".repeat(4097))).toBe(false);
    expect(await send(`<b>${"م".repeat(4096)}</b>`)).toBe(true);
  });

  it("is 32,768 bytes at most before parsing", async () => {
    const b = await bench();
    const send = (bytes: number) =>
      b.call("sendMessage", { chat_id: b.layla, text: rawText(bytes), parse_mode: "HTML" });
    expect((await send(32_768)).ok).toBe(true);
    expect((await send(32_769)).description).toBe("Bad Request: text is too long");
  });

  it("is 1024 code points for a caption", async () => {
    const b = await bench();
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "x" });
    const edit = (caption: string) =>
      b.call("editMessageCaption", {
        chat_id: b.layla,
        message_id: sent.result.message_id,
        caption,
      });
    expect((await edit("é".repeat(1025))).description).toBe(
      "Bad Request: message caption is too long",
    );
    expect((await edit("é".repeat(1024))).description).toBe(
      "Bad Request: there is no caption in the message to edit",
    );
  });
});

describe("what becomes of a text", () => {
  it("entities come back in UTF-16 units, with what Telegram finds by itself", async () => {
    const b = await bench();
    const { result } = await b.call("sendMessage", {
      chat_id: b.layla,
      text: '😀 <b>خبر</b> /ghouta <a href="https://example.com/a?b=1&amp;c">x</a> <tg-time unix="1700000000" format="wDt">then</tg-time>',
      parse_mode: "HTML",
    });
    expect(result.text).toBe("😀 خبر /ghouta x then");
    expect(result.entities).toEqual([
      { type: "bold", offset: 3, length: 3 },
      { type: "bot_command", offset: 7, length: 7 },
      { type: "text_link", offset: 15, length: 1, url: "https://example.com/a?b=1&c" },
      {
        type: "date_time",
        offset: 17,
        length: 4,
        unix_time: 1_700_000_000,
        date_time_format: "wDt",
      },
    ]);
  });

  it("direction embeddings and control characters go, isolates stay, ends are trimmed", async () => {
    const b = await bench();
    const { result } = await b.call("sendMessage", {
      chat_id: b.layla,
      text: "\u202b<b> a</b>\tb\r\n\u2067ج\u2069 ",
      parse_mode: "HTML",
    });
    expect(result.text).toBe("a b\n\u2067ج\u2069");
    expect(result.entities).toEqual([{ type: "bold", offset: 0, length: 1 }]);
  });

  it("entities above 100 and links to nowhere are dropped, and the record says so", async () => {
    const b = await bench();
    const bolds = Array.from({ length: 101 }, () => "<b>x</b> ").join("");
    const sent = await b.call("sendMessage", {
      chat_id: b.layla,
      text: `${bolds}<a href="javascript:alert(1)">y</a>`,
      parse_mode: "HTML",
    });
    expect(sent.result.entities).toHaveLength(100);
    expect(b.record.entries().at(-1)).toMatchObject({
      type: "dropped",
      chatId: b.layla,
      what: ["1 of 1 links", "1 of 101 entities"],
    });
  });

  it("a clean message leaves nothing in the record but itself", async () => {
    const b = await bench();
    const text = '<a href="https://example.com">x</a>';
    await b.call("sendMessage", { chat_id: b.layla, text, parse_mode: "HTML" });
    expect(b.record.entries().map(({ type }) => type)).toEqual(["sent"]);
  });
});
