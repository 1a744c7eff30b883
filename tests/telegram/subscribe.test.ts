import { expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { listManaged } from "../../src/store/chats/managers.ts";
import { listSubscriptions } from "../../src/store/subscriptions/subscriptions.ts";
import { startRunning, type Running } from "./running.ts";

/** What somebody asks, and the first thing that the bot sends after it. */
async function asked({ telegram }: Running, ask: () => unknown): Promise<string> {
  const { record } = telegram;
  const afterSeq = record.entries().length;
  ask();
  const sent = await record.waitFor(({ type }) => type === "sent", { afterSeq });
  return sent.type === "sent" ? (sent.text ?? "") : "";
}

it("an administrator subscribes the forum topic that they write in, and a member nothing", async () => {
  const running = await startRunning(answer);
  const { world, bot } = running.telegram;
  const [admin, member] = ["Emma", "James"].map((firstName) =>
    world.addPerson({ firstName, languageCode: "en" }),
  );
  const chat = world.addForum({
    title: "A forum",
    topics: ["News"],
    members: {
      [admin ?? 0]: { status: "administrator" },
      [member ?? 0]: { status: "member" },
      [bot.id]: { status: "administrator" },
    },
  });
  const threadId = world.addTopic({ chat, name: "Digests" });
  const line = { chat, threadId, text: "/subscribe@mujaz_bot 07:30" };
  expect(await asked(running, () => world.say({ person: member ?? 0, ...line }))).toContain(
    "Only administrators",
  );
  expect(await listSubscriptions(running.db, chat)).toEqual([]);
  expect(await asked(running, () => world.say({ person: admin ?? 0, ...line }))).toContain("07:30");
  expect(await listSubscriptions(running.db, chat)).toMatchObject([{ chatId: chat, threadId }]);
  expect(await listManaged(running.db, admin ?? 0)).toMatchObject([{ id: chat, title: "A forum" }]);
});

it("a person picks a channel where they may post, and it is subscribed", async () => {
  const running = await startRunning(answer);
  const { world, bot } = running.telegram;
  const person = world.addPerson({ firstName: "Emma", languageCode: "en", started: true });
  const chat = world.addChannel({
    title: "Daily news",
    members: { [person]: { status: "creator" }, [bot.id]: { status: "administrator" } },
  });
  const how = await asked(running, () => world.say({ person, chat: person, text: "/connect" }));
  expect(how).toContain("@mujaz_bot");
  const done = await asked(running, () => world.shareChat({ person, requestId: 1, chat }));
  expect(done).toContain("“Daily news” is connected");
  expect(await listSubscriptions(running.db, chat)).toMatchObject([{ chatId: chat, threadId: 0 }]);
});

it("a channel's settings open no more for somebody who lost the right, or where the bot is gone", async () => {
  const running = await startRunning(answer);
  const { world, bot } = running.telegram;
  const person = world.addPerson({ firstName: "Emma", languageCode: "en", started: true });
  const chat = world.addChannel({
    title: "Daily news",
    username: "daily_news",
    members: { [person]: { status: "creator" }, [bot.id]: { status: "administrator" } },
  });
  const say = (text: string) => asked(running, () => world.say({ person, chat: person, text }));
  await say("/connect @daily_news");
  await running.telegram.record.waitFor(
    (entry) => entry.type === "sent" && entry.text?.startsWith("Settings of") === true,
  );
  const messageId = running.telegram.messages(person).at(-1)?.messageId ?? 0;
  const buttons = running.telegram.messages(person).at(-1)?.keyboard?.flat() ?? [];
  const sound = buttons.find(({ text }) => text.includes("Sound"));
  const data = sound?.type === "callback" ? sound.data : "";
  const pressed = async (words: string) => {
    world.press({ person, chat: person, messageId, data });
    await running.telegram.record.waitFor(
      (entry) => entry.type === "edited" && entry.text?.includes(words) === true,
    );
  };
  world.setMember({ chat, user: person, member: { status: "member" } });
  await pressed("you are not an administrator");
  world.setMember({ chat, user: bot.id, member: { status: "kicked" } });
  await pressed("it was probably removed");
  expect(await listSubscriptions(running.db, chat)).toMatchObject([{ silent: false }]);
});
