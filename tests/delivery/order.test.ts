import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../src/delivery/pace.ts";
import { choose } from "../../src/delivery/choose.ts";
import { pauseBulk, pauseRun, resumeBulk, resumeRun } from "../../src/store/outbox/steering.ts";
import type { Candidate } from "../../src/store/outbox/candidate.ts";
import {
  addGroup,
  addMessage,
  addReaders,
  addRun,
  broadcast,
  copies,
  fault,
  minute,
  queue,
  sent,
  start,
  startRig,
  states,
} from "./rig.ts";

function candidate(id: number, more: Partial<Candidate> = {}): Candidate {
  return {
    id,
    runId: 1,
    kind: "digest",
    task: "new",
    chatId: id,
    threadId: 0,
    isGroup: false,
    part: 0,
    messageId: 1,
    zone: null,
    quietFrom: null,
    quietUntil: null,
    expiresAt: new Date(start + minute),
    attempts: 0,
    resent: false,
    lastShownId: null,
    silent: false,
    reason: null,
    ...more,
  };
}

describe("what goes next", () => {
  it("is at most one message a chat, in order, and none to a chat that is busy", () => {
    const chats = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 40 });
    const busy = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(chats, busy, fc.nat(20), (chatIds, busyChats, room) => {
        const candidates = chatIds.map((chatId, index) => candidate(index + 1, { chatId }));
        const now = new Date(start);
        const { go, wait } = choose(candidates, {
          room,
          busy: new Set(busyChats),
          pace: createPace(),
          now,
        });
        expect(go.length).toBeLessThanOrEqual(room);
        expect(new Set(go.map(({ chatId }) => chatId)).size).toBe(go.length);
        expect(go.some(({ chatId }) => busyChats.includes(chatId))).toBe(false);
        for (const { id, chatId } of go) {
          const earlier = candidates.filter((other) => other.chatId === chatId && other.id < id);
          expect(earlier).toEqual([]);
        }
        expect(wait.every(({ until }) => until > now)).toBe(true);
      }),
    );
  });

  it("is what goes to single people, then alerts, then digests, each in their order", async () => {
    const rig = await startRig({ rate: 1000, paid: true });
    const readers = addReaders(rig.telegram, 3);
    await broadcast(rig.db, readers, { html: "digest" });
    await broadcast(rig.db, readers.slice(0, 2), { kind: "alert", html: "alert" });
    await broadcast(rig.db, readers.slice(1, 2), { kind: "notice", html: "notice" });
    await rig.drain();
    const [one = 0, two = 0, three = 0] = readers;
    const texts = (chat: number): readonly unknown[] =>
      sent(rig.telegram)
        .filter(({ chatId }) => chatId === chat)
        .map(({ text }) => text);
    expect(texts(one)).toEqual(["alert", "digest"]);
    expect(texts(two)).toEqual(["notice", "alert", "digest"]);
    expect(texts(three)).toEqual(["digest"]);
    expect(sent(rig.telegram)[0]?.text).toBe("notice");
  });

  it("goes on behind chats that have to wait", async () => {
    const rig = await startRig({ limits: "telegram" });
    const slow = addGroup(rig.telegram, "slow");
    for (let run = 0; run < 40; run += 1) await broadcast(rig.db, [slow]);
    const readers = addReaders(rig.telegram, 100);
    await broadcast(rig.db, readers);
    await rig.drain(5000);
    expect(copies(rig.telegram).size).toBe(101);
  });

  it("steps over a run that is paused, and takes it up when it is resumed", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 4);
    const held = await broadcast(rig.db, readers.slice(0, 2));
    await broadcast(rig.db, readers.slice(2));
    await pauseRun(rig.db, held, "for a test");
    await rig.drain(minute);
    expect([...copies(rig.telegram).keys()]).toEqual(readers.slice(2));
    await resumeRun(rig.db, held);
    await rig.drain(minute);
    expect(copies(rig.telegram).size).toBe(4);
  });

  it("is only what goes to single people while bulk is paused", async () => {
    const rig = await startRig();
    const readers = addReaders(rig.telegram, 3);
    await broadcast(rig.db, readers.slice(0, 1));
    await broadcast(rig.db, readers.slice(1, 2), { kind: "alert" });
    await broadcast(rig.db, readers.slice(2), { kind: "notice" });
    await pauseBulk(rig.db);
    await rig.drain(minute);
    expect([...copies(rig.telegram).keys()]).toEqual(readers.slice(2));
    await resumeBulk(rig.db);
    await rig.drain(minute);
    expect(copies(rig.telegram).size).toBe(3);
  });

  it("is nothing of a run that has expired, which the tick ends", async () => {
    const rig = await startRig();
    await broadcast(rig.db, addReaders(rig.telegram, 2), { expiresAt: start });
    await rig.drain(minute);
    expect(sent(rig.telegram)).toEqual([]);
    expect(await states(rig.db)).toEqual(["pending", "pending"]);
  });

  it("is every row once, and parts in order, whatever happens on the way", async () => {
    const trouble = fc.record({
      kind: fc.constantFrom("later", "soon", "as plain text"),
      every: fc.integer({ min: 2, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(trouble, fc.array(fc.nat(5), { maxLength: 12 }), async (given, chats) => {
        const rig = await startRig({ limits: "telegram" });
        const places = [...addReaders(rig.telegram, 4), addGroup(rig.telegram, "g")];
        const runId = await addRun(rig.db);
        const parts = [
          await addMessage(rig.db, runId, { html: "0", part: 0 }),
          await addMessage(rig.db, runId, { html: "1", part: 1 }),
        ];
        const chosen = [...new Set(chats)].map((index) => places[index % places.length] ?? 0);
        const chatIds = [...new Set(chosen)];
        await queue(
          rig.db,
          chatIds.flatMap((chatId) =>
            parts.map((messageId, part) => ({ runId, messageId, chatId, part })),
          ),
        );
        const actions = {
          later: {
            type: "refuse",
            code: 429,
            description: "Too Many Requests: retry after 2",
            parameters: { retry_after: 2 },
          },
          soon: { type: "refuse", code: 429, description: "Too Many Requests" },
          "as plain text": {
            type: "refuse",
            code: 400,
            description: "Bad Request: can't parse entities: x",
          },
        } as const;
        fault(rig.telegram, actions[given.kind], {
          times: 3,
          every: given.every,
        });
        await rig.drain();
        for (const chatId of chatIds) {
          const texts = sent(rig.telegram)
            .filter((entry) => entry.chatId === chatId)
            .map(({ text }) => text);
          expect(texts).toEqual(["0", "1"]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
