import dns from "node:dns";
import { memoryUsage } from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { sleep } from "../../src/delivery/sleep.ts";
import { timeLimits } from "../../src/telegram/api/client.ts";
import { hasStars } from "../../src/telegram/api/stars.ts";
import { testLog } from "../telegram/log.ts";
import type { FaultAction } from "../../src/simulator/faults.ts";
import type { Lease } from "../../src/store/lease.ts";
import { recoverOutbox } from "../../src/store/outbox/recovery.ts";
import { turnOutbox } from "../../src/store/outbox/outbox.ts";
import { moveChat } from "../../src/store/chats/move.ts";
import { unsubscribe } from "../../src/store/subscriptions/subscriptions.ts";
import {
  addGroup,
  addMessage,
  addReaders,
  addRun,
  broadcast,
  copies,
  fault,
  hour,
  leaseOf,
  minute,
  newsFrom,
  queue,
  refused,
  rows,
  second,
  sent,
  start,
  startRig,
  states,
  type Rig,
} from "./rig.ts";

/**
 * The cases of a delivery loop by the numbers under which the project lists them, and its list of
 * faults. Those that are not about sending have their tests elsewhere: numbered.test.ts finds all.
 */

function refuse(code: number, description: string, parameters?: unknown) {
  const more = parameters !== undefined && { parameters };
  return { type: "refuse", code, description, ...more } as const;
}

const badRequest = (words: string): FaultAction => refuse(400, `Bad Request: ${words}`);

/** A digest to one reader, who is alone. */
async function toOne(options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options);
  const [reader = 0] = addReaders(rig.telegram, 1);
  const runId = await broadcast(rig.db, [reader]);
  return { ...rig, rig, reader, runId };
}

/** A digest to so many readers. */
async function toMany(count: number, options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options);
  const readers = addReaders(rig.telegram, count);
  const runId = await broadcast(rig.db, readers);
  return { ...rig, rig, readers, runId };
}

async function stateOf(rig: Rig, chatId: number): Promise<string | undefined> {
  return (await rows(rig.db)).find((row) => row.chat_id === chatId)?.state;
}

/** Takes the row and forgets it, as a killed process does. */
async function takeAndDie({ db, now }: Rig, lease: Lease): Promise<void> {
  await turnOutbox(db, {
    lease,
    now: now(),
    landed: [],
    room: 1,
    choose: (all) => ({ go: all.slice(0, 1), wait: [] }),
  });
}

/** Bytes that are in use once all that can go is gone. */
function used(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return memoryUsage().heapUsed;
}

describe("what Telegram takes", () => {
  it("row 1: a message that was taken is sent, with its id and time", async () => {
    const { rig, db, telegram } = await toOne();
    await rig.drain();
    const [row] = await rows(db);
    expect(row).toMatchObject({
      state: "sent",
      sent_id: sent(telegram)[0]?.messageId,
      sent_at: start,
      attempts: 1,
      resent: 0,
      reason: null,
    });
  });

  it.each([
    ["HTML", "<html>ok</html>", "text/html"],
    ["null", "null", "application/json"],
    ["{}", "{}", "application/json"],
    ["an ok without a message", '{"ok":true,"result":true}', "application/json"],
  ])(
    "fault 10, row 2: 200 with %s is unknown, and not sent again",
    async (_, body, contentType) => {
      const { rig, db, telegram } = await toOne();
      fault(telegram, { type: "answer", status: 200, contentType, body, accepted: true });
      await rig.drain();
      expect(await states(db)).toEqual([expect.stringMatching(/^unknown: unreadable/)]);
      expect(sent(telegram)).toHaveLength(1);
    },
  );

  it("row 28: what is as it should be already was sent", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, badRequest("message is not modified: the same"));
    await rig.drain();
    expect(await states(db)).toEqual(["sent"]);
  });

  it("row 29: what is too old to be answered is left", async () => {
    const { rig, db, telegram } = await toOne();
    const words = "query is too old and response timeout expired or query ID is invalid";
    fault(telegram, badRequest(words));
    await rig.drain();
    expect(await states(db)).toEqual(["dead: stale"]);
  });
});

describe("not now", () => {
  it("row 3: retry_after holds its chat to the second, and no other", async () => {
    const { rig, readers, telegram } = await toMany(3);
    const [first = 0] = readers;
    fault(telegram, refuse(429, "Too Many Requests: retry after 30", { retry_after: 30 }), {
      chatId: first,
    });
    await rig.drain();
    const all = sent(telegram);
    expect(all).toHaveLength(3);
    const late = all.find(({ chatId }) => chatId === first);
    expect(late?.time).toBeGreaterThanOrEqual(start + 30 * second);
    expect(late?.time).toBeLessThan(start + 32 * second);
    expect(all.filter((entry) => entry !== late).every(({ time }) => time < start + second)).toBe(
      true,
    );
    expect((await rows(rig.db))[0]?.attempts).toBe(1);
    expect(rig.standings).toEqual([
      { type: "held", chatId: first, until: new Date(start + 30 * second) },
    ]);
  });

  it("row 3: two chats refused within a second slow all of bulk down", async () => {
    const { rig, readers, telegram } = await toMany(40);
    for (const chatId of readers.slice(0, 2)) {
      fault(telegram, refuse(429, "Too Many Requests", { retry_after: 5 }), { chatId });
    }
    await rig.drain(200);
    expect(rig.bulk.rate()).toBeLessThan(15);
    expect(rig.bulk.room(rig.now())).toBe(0);
    await rig.drain();
    expect(rig.bulk.rate()).toBeGreaterThan(14);
    expect(sent(telegram)).toHaveLength(40);
  });

  it.each([undefined, { retry_after: "5" }, { retry_after: -1 }])(
    "fault 7, row 4: 429 with %j as its parameters makes all of bulk wait, longer each time",
    async (parameters) => {
      const { rig, telegram } = await toMany(60);
      fault(telegram, refuse(429, "Too Many Requests", parameters), { times: 3 });
      await rig.step();
      expect(rig.bulk.wait(rig.now())).toBeGreaterThanOrEqual(1000);
      await rig.drain();
      expect(sent(telegram)).toHaveLength(60);
      expect((await rows(rig.db)).every(({ attempts }) => attempts === 1)).toBe(true);
    },
  );

  it.each([undefined, { retry_after: "5" }, { retry_after: -1 }])(
    "fault 7: 429 with %j as its parameters, for minutes, is not asked for in a hurry",
    async (parameters) => {
      const { rig, readers, telegram } = await toMany(60);
      fault(telegram, refuse(429, "Too Many Requests", parameters), { times: 1_000_000 });
      await rig.drain(5 * minute);
      const tried = refused(telegram, 429);
      expect(tried.length).toBeLessThan(60);
      const waits = (await rows(rig.db)).map(({ not_before: until }) => until ?? start);
      expect(waits.every((until) => until >= start && until <= rig.now().getTime() + hour)).toBe(
        true,
      );
      telegram.faults.clear();
      await rig.drain(hour);
      expect(copies(telegram)).toEqual(new Map(readers.map((id) => [id, 1])));
    },
  );

  it("fault 6, row 5: a chat that is to be left alone for long is parked, and somebody told", async () => {
    const { rig, db, readers, telegram } = await toMany(3);
    const [first = 0] = readers;
    fault(telegram, refuse(429, "Too Many Requests", { retry_after: 4000 }), { chatId: first });
    await rig.drain(minute);
    expect(sent(telegram)).toHaveLength(2);
    expect((await rows(db))[0]).toMatchObject({
      state: "retry",
      not_before: start + 4000 * second,
    });
    expect(rig.troubles).toEqual([{ type: "held long", chatId: first, seconds: 4000 }]);
    rig.pass(4000 * second);
    await rig.drain();
    expect(sent(telegram)).toHaveLength(3);
  });

  it("row 5: what is kept of Telegram's wait holds later messages of the chat", async () => {
    const { rig, db, reader, telegram } = await toOne();
    await db
      .insertInto("chats")
      .values({
        id: reader,
        type: "private",
        language: "ar",
        digits: "latin",
        months: "double",
        created_at: start,
        title: null,
        zone: null,
        quiet_from: null,
        quiet_until: null,
        reason: null,
        state_since: null,
        probe_at: null,
        missed_at: null,
        hold_until: start + hour,
      })
      .execute();
    await rig.drain(59 * minute);
    expect(sent(telegram)).toEqual([]);
    await rig.drain(2 * minute);
    expect(sent(telegram)).toHaveLength(1);
  });

  it("row 6: what could only go when it is old is not sent, and its news is kept", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, refuse(429, "Too Many Requests", { retry_after: 90_000 }));
    await rig.drain();
    expect(await states(db)).toEqual(["dead: expired"]);
    expect(await newsFrom(db)).toEqual([start - 24 * hour]);
  });
});

describe("faults that come again and again", () => {
  it("fault 5: a wait asked for at every 20th call is kept, and everything arrives", async () => {
    const { rig, readers, telegram } = await toMany(300);
    const action = refuse(429, "Too Many Requests: retry after 3", { retry_after: 3 });
    fault(telegram, action, { every: 20, times: 1_000_000 });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(300);
    expect(new Set(sent(telegram).map(({ chatId }) => chatId))).toEqual(new Set(readers));
    for (const { chatId, time } of refused(telegram, 429)) {
      const next = sent(telegram).find((entry) => entry.chatId === chatId);
      expect(next?.time).toBeGreaterThanOrEqual(time + 3 * second);
    }
  });

  it("fault 13: an answer after 25 seconds of the minute for it is waited for: one copy", async () => {
    expect(timeLimits.send).toBe(minute);
    const { rig, db, telegram } = await toOne({ timeLimits: { send: 1200 } });
    fault(telegram, { type: "delay", ms: 500 });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(1);
    expect(await states(db)).toEqual(["sent"]);
  });
});

describe("what may have been sent", () => {
  const gateway: FaultAction = {
    type: "answer",
    status: 502,
    contentType: "text/html",
    body: "<html>Bad Gateway</html>",
  };

  it("row 7: an error of Telegram's server is tried twice more, later each time", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, gateway, { times: 2 });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(1);
    expect((await rows(db))[0]).toMatchObject({ state: "sent", attempts: 3, resent: 1 });
    expect(sent(telegram)[0]?.time).toBeGreaterThanOrEqual(start + 25 * second);
  });

  it("row 7: and is unknown after that", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, gateway, { times: 9 });
    await rig.drain();
    expect(await states(db)).toEqual([expect.stringMatching(/^unknown: server error/)]);
    const faults = telegram.record.entries().filter(({ type }) => type === "fault");
    expect(faults).toHaveLength(3);
  });

  it("row 7: when most sends fail, bulk waits and tries one now and then", async () => {
    const { rig, telegram } = await toMany(100);
    fault(telegram, gateway, { times: 1_000_000 });
    await rig.drain(20 * second);
    const tried = telegram.record.entries().filter(({ type }) => type === "fault").length;
    expect(tried).toBeLessThan(40);
    expect(rig.troubles).toContainEqual({ type: "outage" });
    telegram.faults.clear();
    await rig.drain();
    const unsent = (await rows(rig.db)).filter(({ state }) => state !== "sent");
    expect(unsent).toEqual([]);
  });

  it("row 8: what Telegram took and lost sight of is not sent again", async () => {
    const { rig, db, telegram } = await toOne();
    const words = "sent message was immediately deleted and can't be returned";
    fault(telegram, { ...refuse(500, `Internal Server Error: ${words}`), accepted: true });
    await rig.drain();
    expect(await states(db)).toEqual(["unknown: deleted at once"]);
    expect(sent(telegram)).toHaveLength(1);
  });

  it("row 9: a server that restarts is given seconds, and the copy is marked", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, { ...refuse(500, "Internal Server Error: restart"), accepted: true });
    await rig.drain();
    const [first, again] = sent(telegram);
    expect((again?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThanOrEqual(5 * second);
    expect((await rows(db))[0]).toMatchObject({ state: "sent", resent: 1 });
  });

  it.each<[string, FaultAction]>([
    ["reset after it was taken", { type: "reset", accepted: true }],
    ["cut off in the answer", { type: "truncate" }],
  ])(
    "fault 11, fault 12, row 12: a request that was %s is made once more, and no more",
    async (_, action) => {
      const { rig, db, telegram } = await toOne();
      fault(telegram, action, { times: 9 });
      await rig.drain();
      expect(sent(telegram)).toHaveLength(2);
      expect(await states(db)).toEqual([expect.stringMatching(/^unknown: unanswered/)]);
    },
  );

  it("fault 14, row 12: one that was never answered ends at the limit of a send", async () => {
    const { rig, db, telegram } = await toOne({ timeLimits: { send: 100 } });
    fault(telegram, { type: "silent", accepted: true });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(2);
    expect(await rows(db)).toMatchObject([{ state: "sent", resent: 1 }]);
  });

  it("fault 14: and if none is ever answered, it is unknown after its second try", async () => {
    const { rig, db, telegram } = await toOne({ timeLimits: { send: 100 } });
    fault(telegram, { type: "silent", accepted: true }, { times: 9 });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(2);
    expect(await states(db)).toEqual([expect.stringMatching(/^unknown: unanswered/)]);
  });

  it("fault 9, row 30: an answer that is not Telegram's is a fault on the way", async () => {
    const { rig, db, telegram } = await toOne();
    const page = { type: "answer", contentType: "text/html", body: "<html></html>" } as const;
    fault(telegram, { ...page, status: 503 });
    await rig.drain();
    expect(await states(db)).toEqual(["sent"]);
    expect((await rows(db))[0]?.resent).toBe(1);
  });

  it("row 30: a request that is too large fails alone", async () => {
    const { rig, readers, telegram } = await toMany(2);
    fault(
      telegram,
      { type: "answer", status: 413, contentType: "text/html", body: "<html></html>" },
      { chatId: readers[0] ?? 0 },
    );
    await rig.drain();
    expect(await states(rig.db)).toEqual(["dead: 413 HTTP 413 without a Bot API answer", "sent"]);
  });
});

describe("what was not written", () => {
  it("fault 15, row 10: an outage of ten minutes loses nothing and doubles nothing", async () => {
    const { rig, db, readers, telegram } = await toMany(60);
    await telegram.connections.pause();
    await rig.drain(10 * minute);
    expect(sent(telegram)).toEqual([]);
    await telegram.connections.resume();
    const before = rig.now().getTime();
    await rig.drain(minute);
    expect(copies(telegram)).toEqual(new Map(readers.map((id) => [id, 1])));
    expect(sent(telegram)[0]?.time ?? 0).toBeLessThan(before + minute);
    expect((await rows(db)).every(({ resent, attempts }) => resent === 0 && attempts === 1)).toBe(
      true,
    );
    expect(rig.standings).toEqual([]);
  });

  it("fault 15: an outage takes no more memory the longer it lasts", async () => {
    const { rig, telegram } = await toMany(60);
    await telegram.connections.pause();
    await rig.drain(minute);
    const before = used();
    await rig.drain(10 * minute);
    expect(used() - before).toBeLessThan(4_000_000);
  });

  it.each(["ENOTFOUND", "EAI_AGAIN"])(
    "fault 16: while Telegram's name is not known (%s) all waits, and goes within a minute after",
    async (code) => {
      const { rig, readers, telegram } = await toMany(60, { host: "localhost" });
      let isKnown = false;
      const lookUp = vi.spyOn(dns, "lookup").mockImplementation(answerTo);
      onTestFinished(() => lookUp.mockRestore());
      function answerTo(...given: readonly unknown[]): void {
        const answer = given.at(-1);
        if (typeof answer !== "function") throw new TypeError("expected a callback");
        if (isKnown) answer(null, [{ address: "127.0.0.1", family: 4 }]);
        else answer(Object.assign(new Error(code), { code }));
      }
      await rig.drain(10 * minute);
      expect(sent(telegram)).toEqual([]);
      expect(lookUp).toHaveBeenCalled();
      isKnown = true;
      const known = rig.now().getTime();
      await rig.drain(minute);
      expect(copies(telegram)).toEqual(new Map(readers.map((id) => [id, 1])));
      expect(sent(telegram)[0]?.time ?? 0).toBeLessThan(known + minute);
    },
  );

  it("row 11: a connection that was reset before anything was read costs no copy", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, { type: "reset" });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(1);
    expect(await states(db)).toEqual(["sent"]);
  });
});

describe("a token that is not valid", () => {
  it.each([
    [13, 401, "Unauthorized"],
    [14, 404, "Not Found"],
  ])(
    "row %i, fault 18: %i leaves everything waiting, and somebody is told",
    async (_, code, words) => {
      const { rig, db, telegram } = await toMany(30);
      fault(telegram, refuse(code, words), { times: 1_000_000 });
      await rig.step();
      expect(rig.troubles[0]).toEqual({ type: "unauthorized" });
      await rig.turns.turn(rig.lease, false);
      expect((await rows(db)).every(({ state }) => ["pending", "retry"].includes(state))).toBe(
        true,
      );
      expect(rig.standings).toEqual([]);
    },
  );
});

describe("what a send shows of its chat", () => {
  it("fault 19, row 16: a group that became a supergroup gets its message there, once", async () => {
    const rig = await startRig();
    const { telegram, db } = rig;
    const group = telegram.world.addGroup({
      title: "a",
      members: { [telegram.bot.id]: { status: "member" } },
    });
    await broadcast(db, [group]);
    fault(telegram, { type: "migrate" });
    rig.onStanding = async (standing) => {
      if (standing.type !== "moved") return;
      await moveChat(db, standing.from, standing.to);
    };
    await rig.drain();
    const [moved] = rig.standings;
    expect(moved).toMatchObject({ type: "moved", from: group });
    expect(sent(telegram)).toMatchObject([{ chatId: moved?.type === "moved" ? moved.to : 0 }]);
    expect(await states(db)).toEqual(["sent"]);
  });

  it("row 16: where the new chat has the message already, the old row ends", async () => {
    const rig = await startRig();
    const { db } = rig;
    const runId = await addRun(db);
    const messageId = await addMessage(db, runId);
    await queue(db, [
      { runId, messageId, chatId: -5 },
      { runId, messageId, chatId: -1005 },
    ]);
    await takeAndDie(rig, rig.lease);
    const landing = { type: "again", notBefore: rig.now(), chatId: -1005 } as const;
    const { epoch } = rig.lease;
    const flown = { id: 1, task: "new", epoch, chatId: -5, messageId, shownId: null } as const;
    await turnOutbox(db, {
      lease: rig.lease,
      now: rig.now(),
      landed: [{ ...flown, landing }],
      room: 0,
      choose: () => ({ go: [], wait: [] }),
    });
    expect(await states(db)).toEqual(["dead: moved", "pending"]);
  });

  it.each([
    [18, "bot was blocked by the user", "blocked"],
    [18, "user is deactivated", "deactivated"],
    [18, "bot can't initiate conversation with a user", "not met"],
    [19, "bot was kicked from the supergroup chat", "kicked"],
    [19, "the group chat was deleted", "deleted"],
  ])("row %i: %s: the chat is left, and its news is kept", async (_, words, reason) => {
    const { rig, db, reader, telegram } = await toOne();
    fault(telegram, refuse(403, `Forbidden: ${words}`));
    await rig.drain();
    expect(rig.standings).toEqual([{ type: "left", chatId: reader, reason }]);
    expect(await states(db)).toEqual([`dead: ${reason}`]);
    expect(await newsFrom(db)).toEqual([start - 24 * hour]);
  });

  it("fault 20, row 18: a third of the readers has gone, and each is asked once", async () => {
    const { rig, readers, telegram } = await toMany(90);
    const gone = readers.filter((_, index) => index % 3 === 0);
    for (const person of gone) telegram.world.block({ person });
    await rig.drain();
    expect(sent(telegram)).toHaveLength(60);
    expect(refused(telegram, 403)).toHaveLength(30);
    expect(rig.standings).toHaveLength(30);
  });

  it("row 18: when most seem to have gone, nobody is given up", async () => {
    const { rig, telegram } = await toMany(100);
    fault(telegram, refuse(403, "Forbidden: bot was blocked by the user"), { times: 90 });
    await rig.drain(30 * second);
    expect(rig.standings.length).toBeLessThanOrEqual(30);
    expect(rig.troubles).toContainEqual({ type: "mostly gone" });
    await rig.drain(hour);
    expect(sent(telegram).length).toBeGreaterThanOrEqual(70);
  });

  it("row 20: a chat that is not found waits for an hour, and is only reported", async () => {
    const { rig, db, reader, telegram } = await toOne();
    fault(telegram, badRequest("chat not found"));
    await rig.drain(hour);
    expect(rig.standings).toEqual([{ type: "missed", chatId: reader }]);
    expect(refused(telegram)).toHaveLength(1);
    await rig.drain(10 * minute);
    expect(await states(db)).toEqual(["sent"]);
  });

  it.each([
    "not enough rights to send text messages to the chat",
    "need administrator rights in the channel chat",
    "CHAT_WRITE_FORBIDDEN",
  ])("fault 21, row 21: %s: the chat is reported, and its news is kept", async (words) => {
    const { rig, db, reader, telegram } = await toOne();
    fault(telegram, badRequest(words));
    await rig.drain();
    expect(rig.standings).toEqual([{ type: "forbidden", chatId: reader }]);
    expect(await states(db)).toEqual(["dead: no right to write"]);
    expect(await newsFrom(db)).toEqual([start - 24 * hour]);
  });

  it.each([
    ["closed", "closeTopic"],
    ["deleted", "deleteTopic"],
  ] as const)(
    "fault 22, row 22: a %s topic is reported, and nothing goes anywhere else",
    async (_, act) => {
      const rig = await startRig();
      const { telegram, db } = rig;
      const chat = telegram.world.addForum({
        title: "f",
        members: { [telegram.bot.id]: { status: "member" } },
      });
      const threadId = telegram.world.addTopic({ chat, name: "موجز" });
      telegram.world[act]({ chat, threadId });
      const runId = await addRun(db);
      const messageId = await addMessage(db, runId);
      await queue(db, [{ runId, messageId, chatId: chat, threadId }]);
      await rig.drain();
      expect(rig.standings).toEqual([{ type: "topic closed", place: { chatId: chat, threadId } }]);
      expect(await states(db)).toEqual(["dead: topic closed"]);
      expect(sent(telegram)).toEqual([]);
    },
  );
});

describe("what we made wrong", () => {
  const entities = badRequest("can't parse entities: unsupported start tag");

  it("row 23: markup that Telegram does not understand goes once as plain text", async () => {
    const { rig, telegram } = await toOne();
    fault(telegram, entities);
    await rig.drain();
    expect(sent(telegram)).toMatchObject([{ text: "موجز", entities: [] }]);
    expect(rig.troubles).toMatchObject([{ type: "bad message", fault: "entities" }]);
  });

  it("row 23: and if that is refused too, not again", async () => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, entities, { times: 9 });
    await rig.drain();
    expect(await states(db)).toEqual(["dead: bad message: entities"]);
    expect(refused(telegram)).toHaveLength(2);
  });

  it("row 23: a run whose messages are wrong is paused after a few", async () => {
    const { rig, db, runId, telegram } = await toMany(100);
    fault(telegram, entities, { times: 1_000_000 });
    await rig.drain(minute);
    expect(rig.troubles).toContainEqual({
      type: "run paused",
      runId,
      reason: "bad messages: entities",
    });
    expect(refused(telegram).length).toBeLessThan(25);
    const waiting = (await rows(db)).filter(({ state }) => ["pending", "retry"].includes(state));
    expect(waiting.length).toBeGreaterThan(80);
  });

  it.each([
    [24, "message is too long", "too long"],
    [25, "text must be non-empty", "empty"],
  ])("row %i: %s: the message ends, and somebody is told", async (_, words, what) => {
    const { rig, db, telegram } = await toOne();
    fault(telegram, badRequest(words));
    await rig.drain();
    expect(await states(db)).toEqual([`dead: bad message: ${what}`]);
    expect(rig.troubles).toMatchObject([{ type: "bad message", fault: what }]);
    expect(rig.standings).toEqual([]);
  });

  it("row 26: buttons that Telegram does not understand are left out once", async () => {
    const rig = await startRig();
    const [reader = 0] = addReaders(rig.telegram, 1);
    const keyboard = JSON.stringify([[{ type: "press", label: "التالي", data: "p:2" }]]);
    await broadcast(rig.db, [reader], { keyboard });
    fault(rig.telegram, badRequest("BUTTON_DATA_INVALID"));
    await rig.drain();
    expect(sent(rig.telegram)).toHaveLength(1);
    expect(sent(rig.telegram)[0]).not.toHaveProperty("keyboard");
  });

  it("fault 23, row 27: new words of Telegram's fail one message and leave its chat alone", async () => {
    const { rig, db, readers, telegram } = await toMany(3);
    fault(telegram, badRequest("SOMETHING_NEW"), { chatId: readers[1] ?? 0 });
    await rig.drain();
    expect(await states(db)).toEqual(["sent", "dead: 400 Bad Request: SOMETHING_NEW", "sent"]);
    expect(rig.standings).toEqual([]);
  });

  it("row 27: the same words again and again pause their run, and no other", async () => {
    const { rig, db, runId, telegram } = await toMany(100);
    fault(telegram, badRequest("SOMETHING_NEW"), { times: 1_000_000 });
    await rig.drain(minute);
    const reason = "400 Bad Request: SOMETHING_NEW";
    expect(rig.troubles).toContainEqual({ type: "run paused", runId, reason });
    expect(refused(telegram).length).toBeLessThan(35);
    telegram.faults.clear();
    await broadcast(db, addReaders(telegram, 5));
    await rig.drain(minute);
    expect(sent(telegram)).toHaveLength(5);
  });
});

describe("a process that ended", () => {
  it("row 31: a row whose intent was committed is sent again, as a possible copy", async () => {
    const { rig, db, telegram } = await toOne();
    await takeAndDie(rig, rig.lease);
    expect(await states(db)).toEqual(["sending"]);
    const lease = await leaseOf(db, "test:2");
    rig.hold(lease);
    expect(await recoverOutbox(db, lease)).toEqual({ again: 1, unknown: 0 });
    await rig.turns.turn(lease, true);
    await rig.turns.settled();
    await rig.turns.turn(lease, false);
    expect(sent(telegram)).toHaveLength(1);
    expect((await rows(db))[0]).toMatchObject({ state: "sent", resent: 1 });
  });

  it("row 32: a result that came too late for its commit doubles its message at most", async () => {
    const { rig, db, telegram } = await toOne();
    await rig.turns.turn(rig.lease, true);
    await rig.turns.settled();
    expect(await states(db)).toEqual(["sending"]);
    const lease = await leaseOf(db, "test:2");
    await recoverOutbox(db, lease);
    // The old process wakes up in time after all.
    await rig.turns.turn(rig.lease, true);
    expect(await states(db)).toEqual(["sent"]);
    expect(sent(telegram)).toHaveLength(1);
  });

  it("row 31: a row that ends every process is given up in the end", async () => {
    const { rig, db } = await toOne();
    let { lease } = rig;
    for (let life = 0; life < 6; life += 1) {
      await takeAndDie(rig, lease);
      lease = await leaseOf(db, `test:${life + 2}`);
      await recoverOutbox(db, lease);
    }
    expect(await states(db)).toEqual(["unknown: cut off again and again"]);
  });

  it("fault 24: what was frozen between intent and request is not sent when it wakes up", async () => {
    const { rig, telegram, db } = await toOne();
    const turning = rig.turns.turn(rig.lease, true);
    rig.hold(undefined);
    await turning;
    await rig.turns.settled();
    expect(await states(db)).toEqual(["sending"]);
    await rig.turns.turn(rig.lease, false);
    expect(sent(telegram)).toEqual([]);
    expect((await rows(db))[0]).toMatchObject({ state: "retry", resent: 0 });
  });

  it("row 35: an intent under an older epoch is refused", async () => {
    const { rig, telegram, db } = await toMany(20);
    await leaseOf(db, "test:2");
    await rig.drain(5 * second);
    expect(sent(telegram)).toEqual([]);
    expect(await stateOf(rig, (await rows(db))[0]?.chat_id ?? 0)).toBe("pending");
  });
});

describe("what is wanted and in which order", () => {
  it("row 39: parts follow each other, and a later one waits until the earlier is final", async () => {
    const rig = await startRig();
    const { telegram, db } = rig;
    const chats = [...addReaders(telegram, 3), addGroup(telegram, "g")];
    const runId = await addRun(db);
    const messages: number[] = [];
    for (const part of [0, 1, 2]) {
      messages.push(await addMessage(db, runId, { html: `part ${part}`, part }));
    }
    await queue(
      db,
      chats.flatMap((chatId) =>
        messages.map((messageId, part) => ({ runId, messageId, chatId, part })),
      ),
    );
    const gateway = { type: "answer", status: 502, contentType: "text/html", body: "" } as const;
    fault(telegram, gateway, { chatId: chats[0] ?? 0, times: 2 });
    await rig.drain();
    for (const chatId of chats) {
      const texts = sent(telegram)
        .filter((entry) => entry.chatId === chatId)
        .map(({ text }) => text);
      expect(texts).toEqual(["part 0", "part 1", "part 2"]);
    }
  });

  it("row 40: a place that unsubscribed after the run was spread gets nothing", async () => {
    const { rig, db, reader, telegram } = await toOne();
    await unsubscribe(db, { chatId: reader, threadId: 0 });
    await rig.drain(second);
    expect(sent(telegram)).toEqual([]);
  });

  it("row 40: the subscription is looked at again in the transaction of the intent", async () => {
    const { rig, db, telegram } = await toOne();
    await db.deleteFrom("subscriptions").execute();
    await rig.drain();
    expect(sent(telegram)).toEqual([]);
    expect(await states(db)).toEqual(["dead: unsubscribed"]);
  });

  it("row 40: so are alerts that were turned off, and topics that were closed", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 2);
    await broadcast(rig.db, readers, { kind: "alert" });
    await rig.db.updateTable("subscriptions").set({ alerts: 0 }).where("id", "=", 1).execute();
    await rig.db
      .updateTable("subscriptions")
      .set({ state: "paused" })
      .where("id", "=", 2)
      .execute();
    await rig.drain();
    expect(await states(rig.db)).toEqual(["dead: alerts are off", "dead: topic closed"]);
  });

  it("row 44: whether there are Stars is asked before", async () => {
    const { client, telegram } = await startRig();
    const insistence = { log: testLog(), sleep, signal: new AbortController().signal };
    telegram.world.setStars({ stars: 0 });
    expect(await hasStars(client, insistence)).toBe(false);
    telegram.world.setStars({ stars: 5 });
    expect(await hasStars(client, insistence)).toBe(true);
  });

  it("row 44: with no Stars left it goes on at the free pace, for nothing", async () => {
    const { rig, telegram } = await toMany(100, { rate: 500, paid: true });
    telegram.world.setStars({ stars: 0 });
    await rig.drain();
    expect(rig.troubles).toContainEqual({ type: "unpaid" });
    expect(sent(telegram)).toHaveLength(100);
    expect(sent(telegram).some(({ paid }) => paid === true)).toBe(false);
    expect(rig.bulk.rate()).toBe(28);
  });
});
