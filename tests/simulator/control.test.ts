import { describe, expect, it } from "vitest";
import type { ControlEvent } from "../../src/simulator/control.ts";
import { playgroundWorld } from "../../src/simulator/playground-world.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import { asAdmin, asMember, bench, botId, stoppedClock, token, type Bench } from "./harness.ts";

interface Stream {
  readonly next: () => Promise<ControlEvent>;
  readonly close: () => void;
}

/** The events that a person sees, one after another. */
async function events(b: Bench, person: number): Promise<Stream> {
  const controller = new AbortController();
  const response = await fetch(`${b.apiRoot}/control/events?person=${person}`, {
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  async function next(): Promise<ControlEvent> {
    const [line, rest] = text.split(/\n\n(.*)/s);
    if (rest !== undefined) {
      text = rest;
      return line?.startsWith("data: ") === true ? JSON.parse(line.slice(6)) : next();
    }
    const { value = "" } = (await reader?.read()) ?? {};
    text += value;
    return next();
  }
  return { next, close: () => controller.abort() };
}

describe("a person's page", () => {
  it("shows the private chat first, then the person's groups and channels with what is in them", async () => {
    const b = await bench();
    const members = { ...asAdmin, [b.layla]: { status: "member" } } as const;
    const channel = b.world.addChannel({ title: "c", members });
    b.world.addGroup({ title: "not hers", members: asMember });
    await b.call("sendMessage", {
      chat_id: channel,
      text: "<b>x</b>",
      parse_mode: "HTML",
      disable_notification: true,
      reply_markup: {
        inline_keyboard: [
          [
            { text: "a", callback_data: "d" },
            { text: "b", url: "https://example.com" },
            { text: "c", copy_text: { text: "y" } },
          ],
        ],
      },
    });
    const state = await b.control(`state?person=${b.layla}`);
    expect(state["chats"]).toMatchObject([
      { id: b.layla, kind: "private", mayPost: true },
      { id: channel, kind: "channel", title: "c", status: "member", mayPost: false },
    ]);
    expect(state["messages"]).toMatchObject({
      [channel]: [
        {
          text: "x",
          entities: [{ type: "bold", offset: 0, length: 1 }],
          from: { name: "c" },
          silent: true,
          keyboard: [
            [
              { type: "callback", text: "a", data: "d" },
              { type: "url", text: "b", url: "https://example.com" },
              { type: "other", text: "c", kind: "copy_text" },
            ],
          ],
        },
      ],
    });
  });

  it("sees what happens in its chats as it happens, and nothing of others'", async () => {
    const b = await bench();
    const omar = b.world.addPerson({ firstName: "Omar", started: true });
    const stream = await events(b, b.layla);
    await b.call("sendMessage", { chat_id: omar, text: "not for her" });
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "x" });
    const { message_id } = sent.result;
    const at = { chat_id: b.layla, message_id };
    expect(await stream.next()).toMatchObject({ type: "message", message: { text: "x" } });
    await b.call("editMessageText", { ...at, text: "y" });
    expect(await stream.next()).toMatchObject({ type: "edited", message: { text: "y" } });
    const press = { person: b.layla, chat: b.layla, messageId: message_id, data: "d" };
    const { callbackId } = await b.control("press", press);
    await b.call("answerCallbackQuery", { callback_query_id: callbackId, text: "ok" });
    expect(await stream.next()).toEqual({ type: "answer", callbackId, text: "ok", alert: false });
    await b.call("sendChatAction", { chat_id: b.layla, action: "typing" });
    expect(await stream.next()).toEqual({ type: "typing", chatId: b.layla });
    await b.call("deleteMessage", at);
    expect(await stream.next()).toEqual({
      type: "deleted",
      chatId: b.layla,
      messageIds: [message_id],
    });
    const problems = [
      { level: "error", file: "a.yaml", field: "date", text: "is missing" },
    ] as const;
    b.reportProblems(problems);
    expect(await stream.next()).toEqual({ type: "problems", problems });
    stream.close();
  });

  it("writes, starts and presses; nobody writes where they may not", async () => {
    const b = await bench();
    const omar = b.world.addPerson({ firstName: "Omar" });
    await b.control("start", { person: omar, payload: "p" });
    await b.control("message", { person: omar, chat: omar, text: "/help" });
    const { result } = await b.call("getUpdates");
    const texts = result.map((update: { message: { text: string } }) => update.message.text);
    expect(texts).toEqual(["/start p", "/help"]);
    expect((await b.call("sendMessage", { chat_id: omar, text: "hi" })).ok).toBe(true);
    const refused = await b.control("message", { person: omar, chat: b.layla, text: "x" });
    expect(refused).toMatchObject({ ok: false, description: "Omar may not post in Layla" });
  });
});

describe("the world over HTTP", () => {
  it("takes the actions that a test in the same process has", async () => {
    const b = await bench();
    const added = await b.control("world/addGroup", { title: "g", members: asMember });
    const chat = Number(added.result);
    await b.control("world/setMember", { chat, user: botId, member: { status: "kicked" } });
    const { result } = await b.call("getUpdates");
    expect(result[0].message.left_chat_member).toMatchObject({ id: botId });
    expect(result[1].my_chat_member).toMatchObject({
      old_chat_member: { status: "member" },
      new_chat_member: { status: "kicked" },
    });
    expect(await b.control("world/fly", {})).toMatchObject({
      ok: false,
      description: "no action is called fly",
    });
  });

  it("the clock is moved, and whoever composed the simulator hears of it", async () => {
    const clock = stoppedClock();
    const heard: number[] = [];
    const b = await bench({ now: clock.now });
    const stop = b.onJump(() => heard.push(b.clock.now()));
    const start = clock.now();
    await b.control("clock", { advanceMs: 60_000 });
    await b.control("clock", { now: start + 5000 });
    expect(heard).toEqual([start + 60_000, start + 5000]);
    stop();
    await b.control("clock", { advanceMs: 0 });
    expect(heard).toHaveLength(2);
    const sent = await b.call("sendMessage", { chat_id: b.layla, text: "x" });
    expect(sent.result.date).toBe(Math.floor((start + 5000) / 1000));
  });

  it("faults are set and taken away, and a pause refuses connections for its time", async () => {
    const b = await bench();
    const action = { type: "refuse", code: 500, description: "Internal Server Error: restart" };
    const { id } = await b.control("faults", { do: action });
    expect((await b.call("getMe")).status).toBe(500);
    await fetch(`${b.apiRoot}/control/faults/${String(id)}`, { method: "DELETE" });
    expect((await b.call("getMe")).status).toBe(200);
  });

  it("the record is read from a number on, and waits for what comes", async () => {
    const b = await bench();
    await b.call("sendMessage", { chat_id: b.layla, text: "x" });
    const waiting = b.control("record?after=1&waitMs=20000");
    await b.call("sendMessage", { chat_id: b.layla, text: "y" });
    expect(await waiting).toMatchObject({
      entries: [{ seq: 2, type: "sent", text: "y" }],
      size: 2,
    });
    await b.call("sendMessage", { chat_id: b.layla, text: "y" });
    const counts = await (await fetch(`${b.apiRoot}/control/record/counts`)).json();
    expect(counts).toEqual([
      [b.layla, expect.any(Number), 1],
      [b.layla, expect.any(Number), 2],
    ]);
  });
});

describe("starting", () => {
  it("rejects with EADDRINUSE for a port that is taken", async () => {
    const b = await bench();
    const port = Number(new URL(b.apiRoot).port);
    await expect(startSimulator({ token, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("the playground has two readers, an editor, a group, a forum and a channel of the bot", async () => {
    const b = await bench({ world: playgroundWorld });
    const state = await b.control("state");
    expect(state["people"]).toMatchObject([
      { languageCode: "ar" },
      { languageCode: "en" },
      {},
      { id: b.layla },
    ]);
    const chats = state["chats"];
    expect(chats).toMatchObject([
      { kind: "private" },
      { kind: "supergroup" },
      { kind: "supergroup", isForum: true },
      { kind: "channel" },
    ]);
  });
});
