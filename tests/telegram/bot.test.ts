import { describe, expect, it } from "vitest";
import type { Incoming, Reply, Request } from "../../src/commands/request.ts";
import { choosePrinting, readPrinting } from "../../src/store/chats/chats.ts";
import { hastyClock } from "./clock.ts";
import { say, startRunning, type Running, type RunningOptions } from "./running.ts";

interface Asked {
  readonly incoming: Incoming;
  readonly request: Request;
  readonly mayDecide: boolean;
}

interface Listening extends Running {
  /** What was asked, in order; resolves when there were so many. */
  readonly asked: (count: number) => Promise<readonly Asked[]>;
}

const keyboard = [[{ type: "press" as const, label: "زر", data: "go" }]];

/** Answers everything with one message that has a button, and a press with an edit. */
async function listening(options: RunningOptions = {}): Promise<Listening> {
  const all: Asked[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const running = await startRunning(async (incoming, request) => {
    all.push({ incoming, request, mayDecide: await request.mayDecide() });
    for (const { count, resolve } of waiting) if (all.length >= count) resolve();
    const reply: Reply =
      incoming.type === "press"
        ? { type: "edit", message: { html: "ضُغط" } }
        : { type: "send", message: { html: "جواب", keyboard } };
    return [reply];
  }, options);
  return {
    ...running,
    async asked(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      if (all.length >= count) resolve();
      await promise;
      return all;
    },
  };
}

describe("a person's words", () => {
  it("are answered in the private chat", async () => {
    const { telegram, asked } = await listening();
    const { world, record } = telegram;
    const person = world.addPerson({ firstName: "ليلى", languageCode: "ar" });
    world.start({ person, payload: "ghta0207" });
    const [first] = await asked(1);
    expect(first).toMatchObject({
      incoming: { type: "command", name: "start", argument: "ghta0207" },
      mayDecide: true,
      request: {
        chat: { id: person, type: "private" },
        person: { id: person, name: "ليلى", language: "ar" },
        printing: { language: "both" },
        editors: [99],
        botUsername: "mujaz_bot",
      },
    });
    const sent = await record.waitFor(({ type }) => type === "sent");
    expect(sent).toMatchObject({ chatId: person, text: "جواب" });
  });

  it("are answered as the chat chose, in the topic they were written in", async () => {
    const { telegram, asked, db } = await listening();
    const { world, record } = telegram;
    const person = world.addPerson({ firstName: "James" });
    const chat = world.addForum({
      title: "غرفة",
      topics: ["الموجز"],
      members: { [person]: { status: "member" }, [telegram.bot.id]: { status: "administrator" } },
    });
    const threadId = world.addTopic({ chat, name: "Corrections" });
    await choosePrinting(db, { id: chat, type: "supergroup" }, { language: "en" }, new Date(0));
    world.say({ person, chat, threadId, text: "/ghouta@mujaz_bot" });
    const [first] = await asked(1);
    expect(first?.request).toMatchObject({
      chat: { id: chat, type: "supergroup", threadId },
      printing: { language: "en" },
    });
    expect(await record.waitFor(({ type }) => type === "sent")).toMatchObject({ threadId });
  });

  it("fault 40: are left alone where they are for another bot, edited, or a bot's", async () => {
    const { telegram, asked } = await listening();
    const { world } = telegram;
    const person = world.addPerson({ firstName: "ليلى" });
    const chat = world.addSupergroup({
      title: "أخبار",
      members: { [person]: { status: "member" }, [telegram.bot.id]: { status: "administrator" } },
    });
    const messageId = world.say({ person, chat, text: "/ghouta@another_bot" });
    world.reword({ chat, messageId, text: "/ghouta" });
    world.say({ person, chat, text: "/last" });
    expect((await asked(1)).map(({ incoming }) => incoming)).toMatchObject([{ name: "last" }]);
  });
});

describe("who may decide for a chat", () => {
  it("is whoever Telegram calls its administrator at that moment", async () => {
    const { telegram, asked } = await listening();
    const { world } = telegram;
    const [owner, admin, member] = ["سلمى", "ليلى", "James"].map((firstName) =>
      world.addPerson({ firstName }),
    );
    const chat = world.addSupergroup({
      title: "أخبار",
      members: {
        [owner ?? 0]: { status: "creator" },
        [admin ?? 0]: { status: "administrator" },
        [member ?? 0]: { status: "member" },
        [telegram.bot.id]: { status: "administrator" },
      },
    });
    for (const person of [owner, admin, member]) {
      world.say({ person: person ?? 0, chat, text: "/settings" });
    }
    expect((await asked(3)).map(({ mayDecide }) => mayDecide)).toEqual([true, true, false]);
    world.setMember({ chat, user: admin ?? 0, member: { status: "member" } });
    world.say({ person: admin ?? 0, chat, text: "/settings" });
    expect((await asked(4)).at(-1)?.mayDecide).toBe(false);
  });

  it("is asked for again where Telegram is too busy to say", async () => {
    const { telegram, asked } = await listening();
    const owner = telegram.world.addPerson({ firstName: "سلمى" });
    const members = {
      [owner]: { status: "creator" },
      [telegram.bot.id]: { status: "administrator" },
    } as const;
    const chat = telegram.world.addSupergroup({ title: "أخبار", members });
    const parameters = { retry_after: 1 };
    const busy = { code: 429, description: "Too Many Requests: retry after 1", parameters };
    telegram.faults.add({ method: "getChatMember", times: 1, do: { type: "refuse", ...busy } });
    telegram.world.say({ person: owner, chat, text: "/settings" });
    expect((await asked(1))[0]?.mayDecide).toBe(true);
  });

  it("fault 40: is an administrator who writes as the group, and nobody who writes as a channel", async () => {
    const { telegram, asked } = await listening();
    const { world } = telegram;
    const owner = world.addPerson({ firstName: "سلمى" });
    const members = {
      [owner]: { status: "creator" as const },
      [telegram.bot.id]: { status: "administrator" as const },
    };
    const chat = world.addSupergroup({ title: "أخبار", members });
    const channel = world.addChannel({ title: "قناة", members });
    world.say({ person: owner, chat, text: "/settings", under: { as: "anonymous" } });
    world.say({ person: owner, chat, text: "/settings", under: { as: "channel", channel } });
    const all = await asked(2);
    expect(all.map(({ mayDecide }) => mayDecide)).toEqual([true, false]);
    expect(all.map(({ request }) => request.person)).toEqual([undefined, undefined]);
  });

  it("is nobody where Telegram does not say", async () => {
    const { telegram, asked } = await listening();
    const { world } = telegram;
    const owner = world.addPerson({ firstName: "سلمى" });
    const chat = world.addSupergroup({
      title: "أخبار",
      members: { [owner]: { status: "creator" }, [telegram.bot.id]: { status: "administrator" } },
    });
    telegram.faults.add({ method: "getChatMember", do: { type: "reset" } });
    world.say({ person: owner, chat, text: "/settings" });
    expect((await asked(1))[0]?.mayDecide).toBe(false);
  });

  it("is the channel itself, and of those who press only its administrators", async () => {
    const { telegram, asked } = await listening();
    const { world, record } = telegram;
    const owner = world.addPerson({ firstName: "سلمى" });
    const subscriber = world.addPerson({ firstName: "ليلى" });
    const chat = world.addChannel({
      title: "قناة",
      members: {
        [owner]: { status: "creator" },
        [subscriber]: { status: "member" },
        [telegram.bot.id]: { status: "administrator" },
      },
    });
    world.say({ person: owner, chat, text: "/settings" });
    const [post] = await asked(1);
    expect(post).toMatchObject({
      mayDecide: true,
      request: { chat: { id: chat, type: "channel" } },
    });
    expect(post?.request).not.toHaveProperty("person");
    await record.waitFor(({ type }) => type === "sent");
    const messageId = telegram.messages(chat).at(-1)?.messageId ?? 0;
    world.press({ person: owner, chat, messageId, data: "go" });
    await asked(2);
    world.press({ person: subscriber, chat, messageId, data: "go" });
    expect((await asked(3)).slice(1).map(({ mayDecide }) => mayDecide)).toEqual([true, false]);
  });
});

describe("a press", () => {
  it("comes with its data, changes its message and is answered", async () => {
    const { telegram, asked } = await listening();
    const { world, record } = telegram;
    const person = world.addPerson({ firstName: "ليلى", languageCode: "en" });
    world.start({ person });
    await record.waitFor(({ type }) => type === "sent");
    const messageId = telegram.messages(person).at(-1)?.messageId ?? 0;
    world.press({ person, chat: person, messageId, data: "go" });
    expect((await asked(2))[1]).toMatchObject({
      incoming: { type: "press", data: "go" },
      request: { chat: { id: person, type: "private" }, person: { id: person, language: "en" } },
    });
    await record.waitFor(({ type }) => type === "edited");
    await record.waitFor(({ type }) => type === "answered");
    expect(telegram.messages(person).at(-1)?.text).toBe("ضُغط");
  });
});

describe("a group that becomes a supergroup", () => {
  it("keeps its choices, whichever message says so first", async () => {
    const { telegram, db, asked } = await listening();
    const { world } = telegram;
    const person = world.addPerson({ firstName: "سلمى" });
    const chat = world.addGroup({
      title: "أخبار",
      members: { [person]: { status: "creator" }, [telegram.bot.id]: { status: "administrator" } },
    });
    await choosePrinting(db, { id: chat, type: "group" }, { digits: "arabic" }, new Date(0));
    const id = world.migrate({ chat });
    world.say({ person, chat: id, text: "/last" });
    await asked(1);
    expect((await readPrinting(db, id)).digits).toBe("arabic");
  });
});

describe("another process that polls", () => {
  it("fault 17: for a minute is waited out, and commands are answered afterwards", async () => {
    const { telegram, asked } = await listening({ between: hastyClock().sleep });
    const description = "Conflict: terminated by other getUpdates request";
    const refused = { type: "refuse", code: 409, description } as const;
    telegram.faults.add({ method: "getUpdates", times: 12, do: refused });
    const person = telegram.world.addPerson({ firstName: "ليلى", started: true });
    telegram.world.say({ person, chat: person, text: "/ghouta" });
    expect(await asked(1)).toMatchObject([{ incoming: { name: "ghouta" } }]);
    await telegram.record.waitFor(({ type }) => type === "sent");
    const refusals = telegram.record.entries().filter(({ type }) => type === "refused");
    expect(refusals).toHaveLength(12);
  });
});

describe("one chat", () => {
  it("fault 29: gets its answers in order, while another's handler hangs", async () => {
    const order: string[] = [];
    const hanging = Promise.withResolvers<readonly Reply[]>();
    const { telegram } = await startRunning((incoming) => {
      const words = incoming.type === "text" ? incoming.text : "";
      order.push(words);
      return words === "hang" ? hanging.promise : Promise.resolve([say(words)]);
    });
    const { world, record } = telegram;
    const slow = world.addPerson({ firstName: "A", started: true });
    const quick = world.addPerson({ firstName: "B", started: true });
    world.say({ person: slow, chat: slow, text: "hang" });
    world.say({ person: slow, chat: slow, text: "after" });
    for (const text of ["1", "2", "3"]) world.say({ person: quick, chat: quick, text });
    await record.waitFor((entry) => entry.type === "sent" && entry.text === "3");
    expect(order).toEqual(expect.arrayContaining(["hang", "1", "2", "3"]));
    expect(order).not.toContain("after");
    hanging.resolve([say("hung")]);
    await record.waitFor((entry) => entry.type === "sent" && entry.text === "after");
    expect(
      telegram
        .messages(quick)
        .filter(({ from }) => from.isBot)
        .map(({ text }) => text),
    ).toEqual(["1", "2", "3"]);
    expect(
      telegram
        .messages(slow)
        .filter(({ from }) => from.isBot)
        .map(({ text }) => text),
    ).toEqual(["hung", "after"]);
  });
});
