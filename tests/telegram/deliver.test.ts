import { beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/commands/request.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import type { FaultAction } from "../../src/simulator/faults.ts";
import type { Entry } from "../../src/simulator/record/happening.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Delivered } from "../../src/store/ledger/ledger.ts";
import type { Database } from "../../src/store/tables.ts";
import { createClient, type Client } from "../../src/telegram/api/client.ts";
import { createDeliver, type Place } from "../../src/telegram/sending/deliver.ts";
import { hastyClock, type TestClock } from "./clock.ts";
import { picturesOn } from "./drawn.ts";
import { httpServer, token } from "./faults.ts";
import { testLog, type TestLog } from "./log.ts";

let telegram: Simulator;
let client: Client;
let db: Database;
let clock: TestClock;
let log: TestLog;
let reader: number;
let group: number;
let moves: (readonly [number, number])[];
let recorded: Delivered[];

beforeEach(async () => {
  clock = hastyClock();
  log = testLog();
  moves = [];
  recorded = [];
  telegram = await startSimulator({ token, limits: "telegram", now: () => clock.now().getTime() });
  client = createClient({ token, apiRoot: telegram.apiRoot });
  db = await openDatabase("file::memory:");
  reader = telegram.world.addPerson({ firstName: "ليلى", started: true });
  group = telegram.world.addSupergroup({
    title: "أخبار",
    members: { [reader]: { status: "creator" }, [telegram.bot.id]: { status: "member" } },
  });
  return async () => {
    await client.close();
    await telegram.close();
    await db.destroy();
  };
});

const keyboard = [
  [{ type: "press" as const, label: "التالي", data: "p:2" }],
  [{ type: "link" as const, label: "المصدر", url: "https://example.org/a" }],
];

/** From now on a send is given up soon. */
async function hurry(): Promise<void> {
  await client.close();
  client = createClient({ token, apiRoot: telegram.apiRoot, limits: { send: 400 } });
}

/** Carries out replies within `seconds` from now. */
async function carryOut(
  place: Place,
  replies: readonly Reply[],
  { seconds = 60, signal = new AbortController().signal } = {},
): Promise<void> {
  const deliver = createDeliver({
    client,
    pictures: picturesOn(db),
    pace: createPace(),
    log,
    ...clock,
    moved: (from, to) => Promise.resolve(void moves.push([from, to])),
  });
  const deadline = new Date(clock.now().getTime() + seconds * 1000);
  await deliver(place, replies, {
    signal,
    deadline,
    record: (delivered) => void recorded.push(...delivered),
  });
}

function send(html: string, more: Partial<Message> = {}): Reply {
  return { type: "send", message: { html, ...more } };
}

function privately(): Place {
  return { chat: { id: reader, type: "private" } };
}

function inGroup(): Place {
  return { chat: { id: group, type: "supergroup" } };
}

function sentTexts(chatId: number): readonly string[] {
  return telegram
    .messages(chatId)
    .filter(({ from }) => from.isBot)
    .map(({ text }) => text);
}

function entries(type: Entry["type"]): readonly Entry[] {
  return telegram.record.entries().filter((entry) => entry.type === type);
}

function fault(action: FaultAction, method = "sendMessage"): void {
  telegram.faults.add({ method, times: 1, do: action });
}

interface Pressed extends Place {
  readonly press: { readonly id: string; readonly messageId: number };
}

/** A message of ours with a button, pressed by the reader. */
async function pressed(): Promise<Pressed> {
  await carryOut(privately(), [send("الأولى", { keyboard })]);
  const messageId = telegram.messages(reader).at(-1)?.messageId ?? 0;
  const id = telegram.world.press({ person: reader, chat: reader, messageId, data: "p:2" });
  return { ...privately(), press: { id, messageId } };
}

function edit(html: string): Reply {
  return { type: "edit", message: { html } };
}

function notice(text: string): Reply {
  return { type: "notice", text, alert: true };
}

describe("an answer", () => {
  it("waits while Telegram refuses the token, and is not lost by it", async () => {
    const refusal = { type: "refuse", code: 401, description: "Unauthorized" } as const;
    telegram.faults.add({ times: 3, do: refusal });
    await carryOut(privately(), [send("الجواب")]);
    expect(sentTexts(reader)).toEqual(["الجواب"]);
  });

  it("says so where the chat takes no files, and the caption is not lost in silence", async () => {
    telegram.faults.add({
      method: "sendDocument",
      times: 1,
      do: {
        type: "refuse",
        code: 400,
        description: "Bad Request: not enough rights to send documents to the chat",
      },
    });
    const file = { name: "figures.csv", bytes: new Uint8Array([1]) };
    await carryOut(privately(), [{ type: "document", file, message: { html: "caption" } }]);
    const [told] = telegram.messages(reader);
    expect(told?.text).toContain("This chat takes no files from the bot");
    expect(told?.text).toContain("لا يستطيع البوت إرسال ملفات");
  });

  it("may be a file with its caption, sent again where Telegram asked to wait", async () => {
    const file = { name: "figures.csv", bytes: new TextEncoder().encode("a,b\r\n") };
    const message = { html: "<b>أرقام</b>" };
    await carryOut(privately(), [{ type: "document", file, message }]);
    expect(telegram.messages(reader).at(-1)).toMatchObject({
      text: "أرقام",
      entities: [{ type: "bold", offset: 0, length: 5 }],
      media: { type: "document", fileName: "figures.csv" },
    });
    fault(
      {
        type: "refuse",
        code: 429,
        description: "Too Many Requests: retry after 1",
        parameters: { retry_after: 1 },
      },
      "sendDocument",
    );
    await carryOut(privately(), [{ type: "document", file, message }]);
    expect(telegram.messages(reader).filter(({ media }) => media !== undefined)).toHaveLength(2);
  });

  it("arrives with its markup and buttons, in order", async () => {
    await carryOut(privately(), [send("<b>أولاً</b>", { keyboard }), send("ثانياً")]);
    expect(sentTexts(reader)).toEqual(["أولاً", "ثانياً"]);
    expect(telegram.messages(reader)[0]).toMatchObject({
      entities: [{ type: "bold", offset: 0, length: 5 }],
      keyboard: [
        [{ type: "callback", text: "التالي", data: "p:2" }],
        [{ type: "url", text: "المصدر", url: "https://example.org/a" }],
      ],
    });
  });

  it("shows no preview of its links", async () => {
    const bodies: string[] = [];
    const root = await httpServer(async (request, response) => {
      bodies.push((await request.toArray()).join(""));
      response.end('{"ok":true,"result":{}}');
    });
    await client.close();
    client = createClient({ token, apiRoot: root });
    await carryOut({ ...privately(), press: { id: "1", messageId: 7 } }, [
      send("أولاً"),
      edit("ثانياً"),
    ]);
    const messages = bodies
      .map((body) => JSON.parse(body))
      .filter(({ text }) => text !== undefined);
    expect(messages).toMatchObject([
      { chat_id: reader, parse_mode: "HTML", link_preview_options: { is_disabled: true } },
      { message_id: 7, parse_mode: "HTML", link_preview_options: { is_disabled: true } },
    ]);
  });

  it("goes to the topic that was written in", async () => {
    const forum = telegram.world.addForum({
      title: "غرفة",
      topics: ["موجز"],
      members: { [telegram.bot.id]: { status: "member" } },
    });
    const threadId = telegram.world.addTopic({ chat: forum, name: "x" });
    await carryOut({ chat: { id: forum, type: "supergroup", threadId } }, [send("مرحبا")]);
    expect(entries("sent")).toMatchObject([{ threadId }]);
    telegram.world.closeTopic({ chat: forum, threadId });
    await carryOut({ chat: { id: forum, type: "supergroup", threadId } }, [send("ثانية")]);
    expect(entries("sent").at(-1)).toMatchObject({ chatId: forum, text: "ثانية" });
    expect(entries("sent").at(-1)).not.toHaveProperty("threadId");
  });

  it("is never early for Telegram, however many there are", async () => {
    const replies = Array.from({ length: 25 }, (_, part) => send(`جزء ${part}`));
    await carryOut(inGroup(), replies, { seconds: 600 });
    expect(sentTexts(group)).toHaveLength(25);
    expect(entries("refused")).toEqual([]);
  });

  it("waits as long as Telegram asks, to the second", async () => {
    const before = clock.now().getTime();
    fault({
      type: "refuse",
      code: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    });
    await carryOut(privately(), [send("مرحبا")]);
    expect(entries("sent").map(({ time }) => time - before)).toEqual([7000]);
  });

  it.each([{ retry_after: 86_400 }, { retry_after: 61 }])(
    "is given up where Telegram asks for longer than anybody waits: %j",
    async (parameters) => {
      fault({ type: "refuse", code: 429, description: "Too Many Requests", parameters });
      await carryOut(privately(), [send("مرحبا")]);
      expect(clock.waits).toEqual([]);
      expect(entries("sent")).toEqual([]);
      expect(log.lines).toMatchObject([{ level: "warn", facts: { outcome: { type: "later" } } }]);
    },
  );

  it.each([{ retry_after: "5" }, { retry_after: -1 }, undefined])(
    "waits a little where Telegram asks for nonsense: %j",
    async (parameters) => {
      fault({ type: "refuse", code: 429, description: "Too Many Requests", parameters });
      await carryOut(privately(), [send("مرحبا")]);
      expect(clock.waits).toHaveLength(1);
      expect(clock.waits[0]).toBeGreaterThanOrEqual(1000);
      expect(sentTexts(reader)).toEqual(["مرحبا"]);
    },
  );

  it("is sent again where nothing of it was written", async () => {
    await telegram.connections.pause();
    const { sleep } = clock;
    const waits: number[] = [];
    const resuming: TestClock["sleep"] = async (ms, signal) => {
      waits.push(ms);
      if (waits.length === 3) await telegram.connections.resume();
      await sleep(ms, signal);
    };
    clock = { ...clock, sleep: resuming };
    await carryOut(privately(), [send("مرحبا")]);
    expect(sentTexts(reader)).toEqual(["مرحبا"]);
    expect(waits.map((ms) => Math.floor(ms / 1000))).toEqual([1, 2, expect.closeTo(4, 0)]);
  });

  it("is given up when nobody waits for it any more", async () => {
    await telegram.connections.pause();
    await carryOut(privately(), [send("مرحبا")]);
    await telegram.connections.resume();
    expect(clock.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(60_000);
    expect(log.lines).toMatchObject([{ facts: { outcome: { type: "unwritten" } } }]);
  });

  const unanswered: readonly (readonly [string, FaultAction])[] = [
    ["reset", { type: "reset", accepted: true }],
    ["silent", { type: "silent", accepted: true }],
    ["cut", { type: "truncate" }],
    [
      "200 with HTML",
      { type: "answer", status: 200, contentType: "text/html", body: "<p>", accepted: true },
    ],
    [
      "500 restart",
      { type: "refuse", code: 500, description: "Internal Server Error: restart", accepted: true },
    ],
    [
      "500 deleted",
      {
        type: "refuse",
        code: 500,
        description:
          "Internal Server Error: sent message was immediately deleted and can't be returned",
        accepted: true,
      },
    ],
  ];

  it.each(unanswered)("that may have arrived is not sent twice: %s", async (_, action) => {
    await carryOut(inGroup(), [send("قبل")]);
    if (action.type === "silent") await hurry();
    fault(action);
    await carryOut(privately(), [send("مرحبا")]);
    expect(sentTexts(reader)).toEqual(["مرحبا"]);
    expect(log.lines).toMatchObject([{ facts: { outcome: { type: "unknown" } } }]);
  });

  it("goes to the supergroup that a group has become", async () => {
    const old = telegram.world.addGroup({
      title: "قديمة",
      members: { [reader]: { status: "creator" }, [telegram.bot.id]: { status: "member" } },
    });
    const id = telegram.world.migrate({ chat: old });
    await carryOut({ chat: { id: old, type: "group" } }, [send("مرحبا")]);
    expect(sentTexts(id)).toEqual(["مرحبا"]);
    expect(moves).toEqual([[old, id]]);
  });

  it("arrives as plain words where its markup is wrong, and the fault is ours to see", async () => {
    await carryOut(privately(), [send("<b>سرّ &amp; <i>علن</b> &lt;3")]);
    expect(sentTexts(reader)).toEqual(["سرّ & علن <3"]);
    expect(log.lines).toMatchObject([
      { level: "error", facts: { outcome: { fault: "entities" } } },
    ]);
  });

  it("arrives without its buttons where Telegram does not take those", async () => {
    const long = [[{ type: "press" as const, label: "x", data: "d".repeat(65) }]];
    await carryOut(privately(), [send("مرحبا", { keyboard: long })]);
    expect(sentTexts(reader)).toEqual(["مرحبا"]);
  });

  it("that Telegram refuses in new words ends there, and the next one goes on", async () => {
    fault({ type: "refuse", code: 400, description: "Bad Request: SOMETHING_NEW" });
    await carryOut(privately(), [send("أولى"), send("ثانية")]);
    expect(sentTexts(reader)).toEqual(["ثانية"]);
    expect(log.lines).toMatchObject([{ level: "error", facts: { outcome: { type: "failed" } } }]);
  });

  it("to somebody who left is not tried twice", async () => {
    telegram.world.block({ person: reader });
    await carryOut(privately(), [send("مرحبا")]);
    expect(entries("refused")).toHaveLength(1);
  });

  it("is not sent once it was stopped", async () => {
    await carryOut(privately(), [send("مرحبا")], { signal: AbortSignal.abort() });
    expect(telegram.record.entries()).toEqual([]);
  });
});

describe("a press", () => {
  it("changes its message in place, and is answered once", async () => {
    await carryOut(await pressed(), [edit("الثانية")]);
    expect(sentTexts(reader)).toEqual(["الثانية"]);
    expect(telegram.messages(reader)[0]).not.toHaveProperty("keyboard");
    expect(entries("answered")).toMatchObject([{ text: "", alert: false }]);
  });

  it("shows its notice, and no more than one", async () => {
    await carryOut(await pressed(), [edit("الثانية"), notice("تم"), notice("مرة أخرى")]);
    expect(entries("answered")).toMatchObject([{ text: "تم", alert: true }]);
  });

  it("is answered even where there is nothing to say", async () => {
    await carryOut(await pressed(), []);
    expect(entries("answered")).toHaveLength(1);
  });

  it("that changes a message changes it again where it may have been changed", async () => {
    const place = await pressed();
    const action = { type: "reset", accepted: true } as const;
    telegram.faults.add({ method: "editMessageText", times: 1, do: action });
    await carryOut(place, [edit("الثانية")]);
    expect(entries("edited")).toHaveLength(1);
    expect(log.lines).toEqual([]);
  });

  it("is answered before slow messages are sent", async () => {
    const place = await pressed();
    await hurry();
    telegram.faults.add({ method: "editMessageText", times: 1, do: { type: "silent" } });
    await carryOut(place, [edit("الثانية"), send("ثالثة")]);
    expect(
      telegram.record
        .entries()
        .slice(-4)
        .map(({ type }) => type),
    ).toEqual(["answered", "fault", "edited", "sent"]);
  });

  it("is answered at another try where the first was not written", async () => {
    const place = await pressed();
    await telegram.connections.pause();
    const { sleep } = clock;
    clock = {
      ...clock,
      async sleep(ms, signal) {
        await telegram.connections.resume();
        await sleep(ms, signal);
      },
    };
    await carryOut(place, []);
    expect(entries("answered")).toHaveLength(1);
  });

  it("that is too old to be answered is no fault", async () => {
    const place = await pressed();
    telegram.clock.advance(200_000);
    await carryOut(place, [edit("الثانية")]);
    expect(sentTexts(reader)).toEqual(["الثانية"]);
    expect(log.lines).toEqual([]);
  });

  it("that changes nothing is no fault", async () => {
    const place = await pressed();
    await carryOut(place, [{ type: "edit", message: { html: "الأولى", keyboard } }]);
    expect(log.lines).toEqual([]);
  });

  it("of a message that is gone brings a new one", async () => {
    const place = await pressed();
    await fetch(`${telegram.apiRoot}/bot${token}/deleteMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: reader, message_id: place.press.messageId }),
    });
    await carryOut(place, [edit("الثانية")]);
    expect(sentTexts(reader)).toEqual(["الثانية"]);
  });

  it("of a message that Telegram keeps from us brings a new one", async () => {
    const { chat, press } = await pressed();
    await carryOut({ chat, press: { id: press.id } }, [edit("الثانية")]);
    expect(sentTexts(reader)).toEqual(["الأولى", "الثانية"]);
  });
});

describe("what is logged of an answer", () => {
  it("has neither the token nor anybody's words", async () => {
    const secret = "كلام خاص";
    const faults: readonly FaultAction[] = [
      { type: "reset" },
      { type: "truncate" },
      { type: "refuse", code: 400, description: `Bad Request: can't use "${secret}"` },
      { type: "refuse", code: 404, description: `no /bot${token}/sendMessage` },
      { type: "answer", status: 502, contentType: "text/html", body: `<p>${secret} ${token}` },
    ];
    for (const action of faults) {
      fault(action);
      await carryOut(privately(), [send(`<b>${secret}`)], { seconds: 600 });
    }
    expect(log.lines.length).toBeGreaterThanOrEqual(faults.length);
    expect(JSON.stringify(log.lines)).not.toContain(secret);
    expect(JSON.stringify(log.lines)).not.toContain(token);
  });

  it("records what shows figures once it is out, and that an edit shows others or none", async () => {
    const made = { printing: defaultPrinting, pieces: [], shows: { ghta0207: [1] } };
    const shown = { ...made, keyboard };
    await carryOut({ chat: { id: group, type: "supergroup", threadId: 7 } }, [
      { type: "send", message: { html: "no figures" } },
    ]);
    expect(recorded).toEqual([]);
    await carryOut({ chat: { id: reader, type: "private" } }, [
      { type: "send", message: { html: "38", keyboard, made } },
    ]);
    const place = { chatId: reader, threadId: 0, at: clock.now() };
    const [first] = recorded;
    expect(recorded).toEqual([{ ...place, sentId: expect.any(Number), shown }]);
    const messageId = first?.sentId ?? 0;
    const pressed = {
      chat: { id: reader, type: "private" as const },
      press: { id: "1", messageId },
    };
    await carryOut(pressed, [{ type: "edit", message: { html: "41", made } }]);
    await carryOut(pressed, [{ type: "edit", message: { html: "41", made } }]);
    await carryOut(pressed, [{ type: "edit", message: { html: "a list" } }]);
    expect(recorded.slice(1).map(({ sentId, shown }) => [sentId, shown])).toEqual([
      [messageId, made],
      [messageId, made],
      [messageId, undefined],
    ]);
  });

  it("records an answer that may have arrived, without its number", async () => {
    const made = { printing: defaultPrinting, pieces: [], shows: { ghta0207: [1] } };
    await hurry();
    telegram.faults.add({ method: "sendMessage", times: 1, do: { type: "silent" } });
    await carryOut({ chat: { id: reader, type: "private" } }, [
      { type: "send", message: { html: "38", made } },
    ]);
    expect(recorded).toMatchObject([{ chatId: reader, sentId: undefined, shown: made }]);
  });
});
