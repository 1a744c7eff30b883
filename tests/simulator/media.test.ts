import { describe, expect, it } from "vitest";
import { bench, stoppedClock, token, type Answer, type Bench } from "./harness.ts";
import { png } from "./png.ts";

async function post(
  b: Bench,
  method: string,
  fields: Readonly<Record<string, string | Buffer>>,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, new Blob([new Uint8Array(value)], { type: "image/png" }), `${name}.png`);
  }
  const response = await fetch(`${b.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    body: form,
  });
  const body: Omit<Answer, "status"> = JSON.parse(await response.text());
  return { status: response.status, ...body };
}

const chat_id = "501";

describe("photos and documents", () => {
  it("an uploaded photo can be sent again by its id, fetched, and seen on the page", async () => {
    const b = await bench();
    const sent = await post(b, "sendPhoto", {
      chat_id,
      photo: png(640, 480),
      caption: "<b>صورة</b>",
      parse_mode: "HTML",
      has_spoiler: "true",
    });
    expect(sent.result).toMatchObject({
      caption: "صورة",
      caption_entities: [{ type: "bold", offset: 0, length: 4 }],
      has_media_spoiler: true,
      photo: [{ width: 640, height: 480 }],
    });
    const { file_id } = sent.result.photo[0];
    const again = await b.call("sendPhoto", { chat_id: 501, photo: file_id });
    expect(again.result.photo[0].file_id).toBe(file_id);
    const { file_path } = (await b.call("getFile", { file_id })).result;
    const file = await fetch(`${b.apiRoot}/file/bot${token}/${file_path}`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png(640, 480));
    const media = b.messages(501)[0]?.media;
    expect(media).toMatchObject({ type: "photo", spoiler: true });
    expect((await fetch(b.apiRoot + media?.url)).headers.get("content-type")).toBe("image/png");
  });

  it.each([
    ["is no picture", Buffer.from("words"), "Bad Request: IMAGE_PROCESS_FAILED"],
    ["is too wide", png(9000, 100), "Bad Request: PHOTO_INVALID_DIMENSIONS"],
    ["is too large", png(9000, 2000), "Bad Request: PHOTO_INVALID_DIMENSIONS"],
  ])("a photo that %s is refused", async (_name, photo, says) => {
    const b = await bench();
    expect((await post(b, "sendPhoto", { chat_id, photo })).description).toBe(says);
  });

  it("a document keeps its name, and is no photo", async () => {
    const b = await bench();
    const sent = await post(b, "sendDocument", { chat_id, document: png(1, 1) });
    expect(sent.result.document).toMatchObject({
      file_name: "document.png",
      mime_type: "image/png",
    });
    const { file_id } = sent.result.document;
    const asPhoto = await b.call("sendPhoto", { chat_id: 501, photo: file_id });
    expect(asPhoto.description).toBe("Bad Request: can't use file of type Document as Photo");
  });

  it("an album refers to the files of the same call, and counts each against the limits", async () => {
    const clock = stoppedClock();
    const b = await bench({ limits: "telegram", now: clock.now });
    const media = JSON.stringify([
      { type: "photo", media: "attach://one", caption: "a" },
      { type: "photo", media: "attach://two" },
    ]);
    const files = { one: png(2, 2), two: png(3, 3) };
    const sent = await post(b, "sendMediaGroup", { chat_id, media, ...files });
    expect(sent.result).toHaveLength(2);
    expect(sent.result[0].media_group_id).toBe(sent.result[1].media_group_id);
    const refused = await post(b, "sendMediaGroup", { chat_id, media, ...files });
    expect(refused.status).toBe(429);
    expect(b.messages(501)).toHaveLength(2);
  });

  it("a picture is exchanged by an edit, and its caption stays editable", async () => {
    const b = await bench();
    const sent = await post(b, "sendPhoto", { chat_id, photo: png(2, 2), caption: "a" });
    const message_id = String(sent.result.message_id);
    const media = JSON.stringify({ type: "photo", media: "attach://new", caption: "b" });
    const changed = await post(b, "editMessageMedia", {
      chat_id,
      message_id,
      media,
      new: png(5, 5),
    });
    expect(changed.result).toMatchObject({ caption: "b", photo: [{ width: 5 }] });
    const caption = await b.call("editMessageCaption", {
      chat_id: 501,
      message_id: sent.result.message_id,
      caption: "c",
    });
    expect(caption.result.caption).toBe("c");
    const text = await b.call("editMessageText", {
      chat_id: 501,
      message_id: sent.result.message_id,
      text: "x",
    });
    expect(text.description).toBe("Bad Request: there is no text in the message to edit");
  });

  it("a file that no parameter names is an error where none is expected", async () => {
    const b = await bench();
    const answer = await post(b, "sendMessage", { chat_id, text: "x", stray: png(1, 1) });
    expect(answer.description).toBe('Bad Request: unknown parameter "stray"');
  });
});
