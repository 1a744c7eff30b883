import { expect, it } from "vitest";
import { openNewsroom, settle, type Newsroom } from "./newsroom.ts";
import { draft, revised, type Draft } from "./revised.ts";

const start = "2026-11-22T09:00:00Z";

/** Layla has sent a story elsewhere, where the bot is not. */
async function sentElsewhere(room: Newsroom, query = "topic0") {
  const { world } = room.telegram;
  const layla = world.addPerson({ firstName: "Layla", languageCode: "en", started: true });
  const chat = world.addSupergroup({
    title: "elsewhere",
    members: { [layla]: { status: "creator" } },
  });
  const queryId = world.askInline({ person: layla, query });
  await room.hear();
  const [result] = world.offered({ queryId })?.results ?? [];
  const inlineId = world.chooseInline({ queryId, resultId: result?.id ?? "", chat });
  await room.hear();
  const text = () => room.telegram.messages(chat).at(-1)?.text ?? "";
  return { layla, chat, inlineId, text };
}

/** The story is corrected, and what follows from that is done. */
async function correct(room: Newsroom, before: Draft): Promise<Draft> {
  const after = revised(before, "correct");
  await room.publish([after.story]);
  room.pass(settle);
  await room.quiet();
  return after;
}

function sent({ telegram }: Newsroom) {
  return telegram.record.entries().filter(({ type }) => type === "sent");
}

async function rows({ db }: Newsroom) {
  return db.selectFrom("ledger").select(["inline_id", "queued"]).execute();
}

it("what was sent through the inline mode is corrected there, and nobody is told besides", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { text } = await sentElsewhere(room);
  expect(text()).toContain("101 civilians");
  const second = await correct(room, first);
  expect(text()).toContain("102 civilians");
  expect(text()).toMatch(/Correct(?:ed|ion)/);
  await correct(room, second);
  expect(text()).toContain("103 civilians");
  expect(sent(room)).toEqual([]);
  const queued = await room.db.selectFrom("outbox").select("task").execute();
  expect(new Set(queued.map(({ task }) => task))).toEqual(new Set(["edit"]));
});

it("is corrected even where the person has blocked the bot and left no other trace", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { layla, text } = await sentElsewhere(room);
  room.telegram.world.block({ person: layla });
  await correct(room, first);
  expect(text()).toContain("102 civilians");
});

/** Layla has a story's card in her chat with the bot, and has sent it elsewhere as a picture. */
async function cardElsewhere(room: Newsroom, story: string) {
  const { world } = room.telegram;
  const layla = world.addPerson({ firstName: "Layla", languageCode: "en", started: true });
  const chat = world.addSupergroup({
    title: "elsewhere",
    members: { [layla]: { status: "creator" } },
  });
  world.say({ person: layla, chat: layla, text: `/card ${story}` });
  await room.hear();
  await room.land();
  const queryId = world.askInline({ person: layla, query: "topic0" });
  await room.hear();
  await room.land();
  const cards = world
    .offered({ queryId })
    ?.results.filter(({ content }) => content.type === "photo");
  world.chooseInline({ queryId, resultId: cards?.[0]?.id ?? "", chat });
  await room.hear();
  await room.land();
  const shown = () => room.telegram.messages(chat).at(-1);
  return { layla, cards, shown };
}

it("a card that was sent through the inline mode gets the new picture and its words", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { cards, shown } = await cardElsewhere(room, first.story.id);
  expect(cards).toHaveLength(1);
  const before = shown();
  expect(before).toMatchObject({ media: { type: "photo" } });
  expect(before?.text).toContain("101 civilians");
  const second = await correct(room, first);
  await correct(room, second);
  expect(shown()?.text).toContain("103 civilians");
  expect(shown()?.text).not.toContain("The picture shows earlier figures");
  expect(shown()?.media?.url).not.toBe(before?.media?.url);
});

it("a card whose new picture nobody has says that the picture is an old one", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { layla, shown } = await cardElsewhere(room, first.story.id);
  room.telegram.world.block({ person: layla });
  const before = shown()?.media?.url;
  await correct(room, first);
  expect(shown()?.text).toContain("The picture shows earlier figures");
  expect(shown()?.text).toContain("102 civilians");
  expect(shown()?.media?.url).toBe(before);
});

it("a message that was deleted leaves the ledger, and no chat is thought less of for it", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { chat } = await sentElsewhere(room);
  const [message] = room.telegram.messages(chat);
  room.telegram.world.unsay({ chat, messageId: message?.messageId ?? 0 });
  await correct(room, first);
  expect(await rows(room)).toEqual([]);
  expect(await room.db.selectFrom("chats").selectAll().execute()).toEqual([]);
});

it.each([
  [403, "Forbidden: bot was blocked by the user"],
  [403, "Forbidden: user is deactivated"],
  [400, "Bad Request: chat not found"],
  [400, "Bad Request: CHAT_WRITE_FORBIDDEN"],
  [400, "Bad Request: something that is new to us"],
])("refused with %i %s, it is tried again with the next correction", async (code, description) => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { text, inlineId } = await sentElsewhere(room);
  const refusal = { type: "refuse", code, description } as const;
  room.telegram.faults.add({ method: "editMessageText", times: 1, do: refusal });
  const second = await correct(room, first);
  expect(text()).toContain("101 civilians");
  expect(await rows(room)).toMatchObject([{ inline_id: inlineId }]);
  await correct(room, second);
  expect(text()).toContain("103 civilians");
  expect(await room.db.selectFrom("chats").selectAll().execute()).toEqual([]);
});

it("a result of before the correction that is sent after it is corrected too", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { world } = room.telegram;
  const layla = world.addPerson({ firstName: "Layla", languageCode: "en", started: true });
  const queryId = world.askInline({ person: layla, query: "topic0" });
  await room.hear();
  await correct(room, first);
  const [result] = world.offered({ queryId })?.results ?? [];
  world.chooseInline({ queryId, resultId: result?.id ?? "", chat: layla });
  expect(room.telegram.messages(layla).at(-1)?.text).toContain("101 civilians");
  await room.quiet();
  expect(room.telegram.messages(layla).at(-1)?.text).toContain("102 civilians");
});

it("many of one person's go without the pace of any chat", async () => {
  await using room = await openNewsroom(start);
  const first = draft(0);
  await room.publish([first.story]);
  const { world } = room.telegram;
  const layla = world.addPerson({ firstName: "Layla", languageCode: "en", started: true });
  const queryId = world.askInline({ person: layla, query: "topic0" });
  await room.hear();
  const [result] = world.offered({ queryId })?.results ?? [];
  for (let count = 0; count < 5; count += 1) {
    world.chooseInline({ queryId, resultId: result?.id ?? "", chat: layla });
  }
  await room.hear();
  const after = revised(first, "correct");
  await room.publish([after.story]);
  room.pass(settle);
  await room.tick();
  for (let turns = 0; turns < 10; turns += 1) {
    await room.send();
    await room.land();
    room.pass(10);
  }
  const edited = room.telegram.messages(layla).filter(({ text }) => text.includes("102"));
  expect(edited).toHaveLength(5);
});
