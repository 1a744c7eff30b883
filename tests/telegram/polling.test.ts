import { beforeEach, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { alone } from "../store/replica.ts";
import { turnInbox } from "../../src/store/inbox.ts";
import { createClient, type Client } from "../../src/telegram/api/client.ts";
import { introduce, type Fatal, type Stopped } from "../../src/telegram/api/introduce.ts";
import { poll } from "../../src/telegram/updates/polling.ts";
import { createReceiver, type Receiver } from "../../src/telegram/updates/receive.ts";
import { setWebhook } from "../../src/telegram/updates/webhook.ts";
import { hastyClock, type TestClock } from "./clock.ts";
import { token } from "./faults.ts";
import { testLog, type TestLog } from "./log.ts";

const everything = { replica: alone, closed: [], busyChats: [], limit: 10 };

let telegram: Simulator;
let client: Client;
let db: Database;
let clock: TestClock;
let log: TestLog;
let stopping: AbortController;
let person: number;

beforeEach(async () => {
  telegram = await startSimulator({ token });
  client = createClient({ token, apiRoot: telegram.apiRoot, limits: { poll: 1000 } });
  db = await openDatabase("file::memory:");
  clock = hastyClock();
  log = testLog();
  stopping = new AbortController();
  person = telegram.world.addPerson({ firstName: "ليلى", started: true });
  return async () => {
    stopping.abort();
    await client.close();
    await telegram.close();
    await db.destroy();
  };
});

/** Something that is called by the code under test, and that a test can wait for. */
function bell(): { readonly ring: () => void; readonly heard: (count: number) => Promise<void> } {
  let rung = 0;
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  return {
    ring() {
      rung += 1;
      for (const { count, resolve } of waiting) if (rung >= count) resolve();
    },
    heard(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      if (rung >= count) resolve();
      return promise;
    },
  };
}

const stored = { ...bell() };
let receiver: Receiver;
beforeEach(() => {
  Object.assign(stored, bell());
  receiver = createReceiver({ db, now: clock.now, onStored: () => stored.ring() });
});

function start(more: Partial<Parameters<typeof poll>[0]> = {}): Promise<Fatal | Stopped> {
  const { sleep } = clock;
  return poll(
    { client, receiver, sleep, log, timeoutSeconds: 1, random: () => 0.5, ...more },
    stopping.signal,
  );
}

function say(text: string): void {
  telegram.world.say({ person, chat: person, text });
}

async function texts(): Promise<readonly unknown[]> {
  const rows = await db.selectFrom("inbox").select("body").orderBy("update_id").execute();
  return rows.map(({ body }) => JSON.parse(body ?? "null").message.text);
}

function conflict(times: number): void {
  const description =
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
  telegram.faults.add({
    method: "getUpdates",
    times,
    do: { type: "refuse", code: 409, description },
  });
}

describe("polling", () => {
  it("stores updates whole, with the chat whose order they keep", async () => {
    const polling = start();
    say("الغوطة الشرقية");
    await stored.heard(1);
    expect(await turnInbox(db, everything)).toMatchObject([{ chatId: person, attempt: 1 }]);
    expect(await texts()).toEqual(["الغوطة الشرقية"]);
    stopping.abort();
    expect(await polling).toEqual({ type: "stopped" });
  });

  it("confirms updates only when they are stored", async () => {
    const failing = bell();
    let broken = true;
    const receive: Receiver["receive"] = async (updates) => {
      if (updates.length > 0 && broken) {
        failing.ring();
        throw new Error("disk full");
      }
      await receiver.receive(updates);
    };
    void start({ receiver: { ...receiver, receive } });
    say("لا تضِع");
    await failing.heard(2);
    broken = false;
    await stored.heard(1);
    expect(await texts()).toEqual(["لا تضِع"]);
    expect(clock.waits.slice(0, 2).map((ms) => Math.floor(ms / 1000))).toEqual([1, 2]);
  });

  it("fault 28, row 41: stores an update once that comes twice", async () => {
    say("مرة");
    const first = start();
    await stored.heard(1);
    stopping.abort();
    await first;
    const { body } = await db.selectFrom("inbox").select("body").executeTakeFirstOrThrow();
    await receiver.receive([JSON.parse(body ?? "null"), JSON.parse(body ?? "null")]);
    expect(await texts()).toEqual(["مرة"]);
  });

  it("fault 17, row 15: waits out another process, says so once, and goes on", async () => {
    conflict(4);
    const polling = start();
    say("بعد الانتظار");
    await stored.heard(1);
    stopping.abort();
    await polling;
    expect(clock.waits).toEqual([17_500, 17_500, 17_500, 17_500]);
    expect(log.lines.map(({ level }) => level)).toEqual(["warn", "info"]);
  });

  it("waits 5 to 30 seconds for another process, never the same for two", async () => {
    conflict(2);
    const dice = [0, 1];
    void start({ random: () => dice.shift() ?? 0 });
    say("x");
    await stored.heard(1);
    expect(clock.waits).toEqual([5000, 30_000]);
  });

  it("takes a webhook away before it begins, and drops nothing that waits", async () => {
    const set = await setWebhook(
      client,
      { url: "https://example.org/hook", secret: "s" },
      { log, sleep: clock.sleep, signal: stopping.signal },
    );
    expect(set).toEqual({ type: "set" });
    say("قبل");
    void start();
    await stored.heard(1);
    expect(await texts()).toEqual(["قبل"]);
  });

  it("ends with one clear line where the token is not valid", async () => {
    telegram.faults.add({ do: { type: "refuse", code: 401, description: "Unauthorized" } });
    expect(await start()).toEqual({
      type: "fatal",
      reason: "BOT_TOKEN: Telegram does not know it, or knows it no more",
    });
  });

  it("ends so too where the token becomes invalid", async () => {
    telegram.faults.add({
      method: "getUpdates",
      do: { type: "refuse", code: 401, description: "Unauthorized" },
    });
    expect(await start()).toMatchObject({ type: "fatal" });
  });

  it("waits longer each time while Telegram is away, a minute at most, and as long as it asks", async () => {
    const method = "getUpdates";
    const gateway = { type: "answer", status: 502, contentType: "text/html", body: "<p>" } as const;
    const description = "Too Many Requests: retry after 9";
    const flood = {
      type: "refuse",
      code: 429,
      description,
      parameters: { retry_after: 9 },
    } as const;
    telegram.faults.add({ method, times: 7, do: gateway });
    telegram.faults.add({ method, nth: 8, do: { type: "reset" } });
    // The reset comes before the body is read, and is not among the calls that are counted here.
    telegram.faults.add({ method, nth: 8, do: flood });
    void start({ random: () => 0 });
    say("أخيراً");
    await stored.heard(1);
    expect(clock.waits.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 9]);
  });

  it("ends at once while Telegram holds the request, and while it waits itself", async () => {
    const polling = start({ timeoutSeconds: 50 });
    const { promise: waiting, resolve } = Promise.withResolvers<void>();
    setImmediate(resolve);
    await waiting;
    stopping.abort();
    expect(await polling).toEqual({ type: "stopped" });
  });
});

describe("the first call", () => {
  it("says who we are", async () => {
    const me = await introduce(client, { log, sleep: clock.sleep, signal: stopping.signal });
    expect(me).toMatchObject({ type: "bot", bot: { username: "mujaz_bot" } });
  });

  it("is made until Telegram can be reached", async () => {
    await telegram.connections.pause();
    const sleep: TestClock["sleep"] = async (ms, signal) => {
      await clock.sleep(ms, signal);
      if (clock.waits.length === 3) await telegram.connections.resume();
    };
    const me = await introduce(client, { log, sleep, signal: stopping.signal });
    expect(me).toMatchObject({ type: "bot" });
    expect(log.lines).toHaveLength(1);
  });

  it("ends with one clear line where Telegram does not know the token", async () => {
    const stranger = createClient({ token: `${token}x`, apiRoot: telegram.apiRoot });
    const me = await introduce(stranger, { log, sleep: clock.sleep, signal: stopping.signal });
    await stranger.close();
    expect(me).toEqual({
      type: "fatal",
      reason: "BOT_TOKEN: Telegram does not know it, or knows it no more",
    });
  });
});

describe("what a webhook brings", () => {
  it.each([null, 5, [], "x", {}, { update_id: "5" }, { update_id: 1.5 }, { update_id: -1 }])(
    "fault 30: is refused where it is no update: %j",
    async (body) => {
      expect(await receiver.accept(body)).toBe("refused");
    },
  );

  it("is stored where it is one, in the order of the chat where a button was pressed", async () => {
    const message = { message_id: 1, chat: { id: -5 } };
    const press = { update_id: 7, callback_query: { id: "1", from: { id: 3 }, message } };
    expect(await receiver.accept(press)).toBe("stored");
    expect(await receiver.accept({ update_id: 8, poll: {} })).toBe("stored");
    expect(await turnInbox(db, everything)).toMatchObject([
      { updateId: 7, chatId: -5, body: JSON.stringify(press) },
      { updateId: 8, chatId: 0 },
    ]);
  });

  it("is not said to be stored where it is not", async () => {
    await db.destroy();
    await expect(receiver.accept({ update_id: 7 })).rejects.toThrow(/destroyed/);
    db = await openDatabase("file::memory:");
  });
});
