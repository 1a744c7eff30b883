import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { renderCard } from "../../src/rendering/cards/card.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { keepPicture } from "../../src/store/pictures.ts";
import { callDraft } from "../../src/telegram/sending/draft.ts";
import { createSendParcel } from "../../src/telegram/sending/send-parcel.ts";
import { pictureKey } from "../../src/telegram/sending/pictures.ts";
import { anEdition, aStory } from "../builders.ts";
import { png } from "../simulator/png.ts";
import { picturesOn, type draw } from "../telegram/drawn.ts";
import { addReaders, broadcast, fault, startRig, type Rig } from "./rig.ts";

const how = { signal: new AbortController().signal, mayBegin: () => true };

function card(): Message {
  const edition = anEdition({ stories: [aStory()] });
  return renderCard(aStory(), defaultPrinting, "light", { edition, botUsername: "mujaz_bot" });
}

/** The card, as a message of the outbox. */
function row() {
  const { html, picture } = card();
  return { html, picture: JSON.stringify(picture) };
}

/** The addresses of the photos that a chat has got, each upload being a file of its own. */
function photosIn({ telegram }: Rig, chatId: number): readonly (string | undefined)[] {
  return telegram.messages(chatId).map(({ media }) => media?.url);
}

function uploads(rig: Rig, chatIds: readonly number[]): number {
  return new Set(chatIds.flatMap((id) => photosIn(rig, id))).size;
}

describe("a card to many chats", () => {
  it("is uploaded once for all of them", async () => {
    const rig = await startRig({ rate: 1000, paid: true });
    rig.telegram.world.setStars({ stars: 1000 });
    const readers = addReaders(rig.telegram, 200);
    await broadcast(rig.db, readers, row());
    await rig.drain();
    expect(readers.every((id) => photosIn(rig, id).length === 1)).toBe(true);
    expect(uploads(rig, readers)).toBe(1);
    expect(rig.telegram.messages(readers[0] ?? 0)[0]).toMatchObject({
      media: { type: "photo" },
      text: expect.stringContaining("38 civilians killed"),
    });
  });

  it("is uploaded by one of those who want it at the same moment", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 50);
    const carrier = { client: rig.client, pictures: picturesOn(rig.db) };
    await Promise.all(
      readers.map((chatId) => callDraft(carrier, { chatId, isGroup: false, message: card() }, how)),
    );
    expect(uploads(rig, readers)).toBe(1);
  });

  it("is not uploaded again by a process that takes over", async () => {
    const rig = await startRig();
    const [first = 0, second = 0] = addReaders(rig.telegram, 2);
    for (const chatId of [first, second]) {
      const carrier = { client: rig.client, pictures: picturesOn(rig.db) };
      await callDraft(carrier, { chatId, isGroup: false, message: card() }, how);
    }
    expect(uploads(rig, [first, second])).toBe(1);
  });

  it("is uploaded once more at most where the answer to an upload is lost", async () => {
    const rig = await startRig({ rate: 1000, paid: true });
    rig.telegram.world.setStars({ stars: 1000 });
    const readers = addReaders(rig.telegram, 20);
    fault(rig.telegram, { type: "reset", accepted: true }, { method: "sendPhoto" });
    await broadcast(rig.db, readers, row());
    await rig.drain();
    expect(uploads(rig, readers)).toBe(2);
  });

  it("is uploaded anew where Telegram does not take its file any more", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 3);
    const picture = card().picture ?? never();
    const gone = { key: pictureKey(picture), fileId: "AgACgone" };
    await keepPicture(rig.db, gone, rig.now());
    await broadcast(rig.db, readers, row());
    await rig.drain();
    expect(uploads(rig, readers)).toBe(1);
    const kept = await rig.db.selectFrom("pictures").select("file_id").execute();
    expect(kept).not.toEqual([{ file_id: "AgACgone" }]);
  });
});

describe("a card whose picture Telegram does not take", () => {
  it.each([
    ["it is too wide", () => Promise.resolve(png(9000, 100))],
    ["it cannot be drawn", () => Promise.reject(new Error("no memory"))],
  ])("is sent as its words, because %s", async (_why, drawn: typeof draw) => {
    const rig = await startRig();
    const [chatId = 0] = addReaders(rig.telegram, 1);
    const carrier = { client: rig.client, pictures: picturesOn(rig.db, drawn) };
    const send = createSendParcel(carrier);
    const parcel = { chatId, isGroup: false, message: card() };
    expect(await send(parcel, how)).toEqual({ type: "badMessage", fault: "picture" });
    expect(await send({ ...parcel, wordsOnly: true }, how)).toMatchObject({ type: "sent" });
    const [told] = rig.telegram.messages(chatId);
    expect(told?.media).toBeUndefined();
    expect(told?.text).toContain("38 civilians killed");
  });

  it("goes out of the outbox as its words", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 2);
    const says = { code: 400, description: "Bad Request: PHOTO_SAVE_FILE_INVALID" };
    fault(rig.telegram, { type: "refuse", ...says }, { method: "sendPhoto", times: 2 });
    await broadcast(rig.db, readers, row());
    await rig.drain();
    for (const id of readers) expect(rig.telegram.messages(id)).toHaveLength(1);
    expect(readers.flatMap((id) => photosIn(rig, id))).toEqual([undefined, undefined]);
  });
});

describe("an edit of a card", () => {
  it("changes picture, caption and keyboard in place, or says that the picture is an old one", async () => {
    const rig = await startRig();
    const [chatId = 0] = addReaders(rig.telegram, 1);
    const carrier = { client: rig.client, pictures: picturesOn(rig.db) };
    const send = createSendParcel(carrier);
    const sent = await send({ chatId, isGroup: false, message: card() }, how);
    if (sent.type !== "sent" || sent.result === undefined) throw new Error(sent.type);
    const dark = renderCard(aStory({ graphic: true }), defaultPrinting, "dark", {
      edition: anEdition(),
      botUsername: "mujaz_bot",
    });
    const edit = { chatId, isGroup: false, edits: sent.result, message: dark };
    const before = photosIn(rig, chatId);
    expect(await send(edit, how)).toMatchObject({ type: "sent" });
    const [now] = rig.telegram.messages(chatId);
    expect(now).toMatchObject({ media: { type: "photo", spoiler: true } });
    expect(photosIn(rig, chatId)).not.toEqual(before);
    expect(now?.text).toMatch(/^تنبيه/);
    expect(await send(edit, how)).toEqual({ type: "unchanged" });
    const words = { ...edit, message: card(), wordsOnly: true as const };
    expect(await send(words, how)).toMatchObject({ type: "sent" });
    const [told] = rig.telegram.messages(chatId);
    expect(told?.text).toMatch(/^الصورة تعرض أرقاماً سابقة لم تعد صحيحة/);
    expect(told?.text).toContain("The picture shows earlier figures");
    expect(told?.text).toContain("38 civilians killed");
  });
});

function never(): never {
  throw new Error("there is no picture");
}
