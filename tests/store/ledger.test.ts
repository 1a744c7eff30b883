import { describe, expect, it } from "vitest";
import { forgetChat } from "../../src/store/chats/forget.ts";
import { moveChat } from "../../src/store/chats/move.ts";
import { leaveChat, pauseChat, returnChat } from "../../src/store/chats/standing.ts";
import { settleCorrection } from "../../src/store/ledger/corrections.ts";
import { queueEdits } from "../../src/store/ledger/edits.ts";
import { countHolders, holdersOf } from "../../src/store/ledger/holders.ts";
import { judge, readUnjudged } from "../../src/store/ledger/judging.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { pruneLedger } from "../../src/store/ledger/prune.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { pruneRuns } from "../../src/store/runs/expire.ts";
import { anEdition } from "../builders.ts";
import { recoverOutbox } from "../../src/store/outbox/recovery.ts";
import { leaseOf } from "../delivery/rig.ts";
import { after, content, judgeAll, killed, openDesk, start, story, tasks } from "./correcting.ts";
import { follower, queue } from "./delivering.ts";

/** Two chats with a message each that says 38; the story has settled at 41 since. */
async function corrected(told = true) {
  const desk = await openDesk();
  await desk.publish(38);
  await desk.deliver(7, 70, content([1]));
  await desk.deliver(8, 80, content([1]));
  await desk.publish(41);
  await desk.settle(2, told);
  await desk.queueAll();
  return desk;
}

describe("the ledger", () => {
  it("has a message once, with the content that it has now", async () => {
    const desk = await openDesk();
    await desk.deliver(7, 70, content([1]));
    await desk.deliver(7, 71, content([1]));
    await desk.deliver(7, 70, content([2]));
    expect(await desk.shows()).toEqual(["7/70: 2", "7/71: 1"]);
    await desk.deliver(7, 70);
    expect(await desk.shows()).toEqual(["7/71: 1"]);
  });

  it("keeps a content once", async () => {
    const desk = await openDesk();
    for (const chatId of [7, 8, 9]) await desk.deliver(chatId, 1, content([1]));
    await desk.deliver(7, 2, content([1], "y"));
    const { length } = await desk.db.selectFrom("shown").select("id").execute();
    expect(length).toBe(2);
  });

  it("says how many messages in how many chats show which revision", async () => {
    const desk = await openDesk();
    await desk.deliver(7, 70, content([1]));
    await desk.deliver(7, 71, content([1], "y"));
    await desk.deliver(8, 80, content([1, 2]));
    await desk.deliver(8, 81, content([1]));
    const held = await holdersOf(desk.db, story);
    expect([...held]).toEqual([
      [1, { messages: 3, elsewhere: 0, chats: new Set([7, 8]) }],
      [2, { messages: 1, elsewhere: 0, chats: new Set([8]) }],
    ]);
    expect(countHolders(held, [1, 2])).toEqual({ messages: 4, chats: 2 });
    expect(countHolders(held, [])).toEqual({ messages: 0, chats: 0 });
  });

  it("lets others in while those who hold it are counted", async () => {
    const desk = await openDesk();
    for (const from of [0, 3000]) {
      const chats = Array.from({ length: 3000 }, (_, index) => from + index + 1);
      const one = { threadId: 0, sentId: 1, shown: content([1]), at: start };
      await recordDelivered(
        desk.db,
        chats.map((chatId) => ({ ...one, chatId })),
      );
    }
    let others = 0;
    const held = holdersOf(desk.db, story);
    setImmediate(() => (others += 1));
    expect((await held).get(1)?.chats.size).toBe(6000);
    expect(others).toBe(1);
  });

  it("is forgotten with its chat, what is in flight included", async () => {
    const desk = await corrected();
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing to edit");
    await forgetChat(desk.db, row.chatId);
    await desk.land(row);
    expect(await desk.shows()).toEqual(["8/80: 1"]);
  });

  it("ends after its time, with the contents that nobody holds", async () => {
    const desk = await openDesk();
    await desk.deliver(7, 70, content([1]));
    await desk.deliver(8, 80, content([2]));
    const second = after(2);
    while (await pruneLedger(desk.db, second));
    expect(await desk.shows()).toEqual(["8/80: 2"]);
    expect(await desk.db.selectFrom("shown").select("id").execute()).toEqual([{ id: 2 }]);
    expect(await desk.db.selectFrom("shown_stories").select("shown_id").execute()).toEqual([
      { shown_id: 2 },
    ]);
  });
});

describe("a correction", () => {
  it("edits every message of the story, and tells each chat once", async () => {
    const desk = await corrected();
    expect(tasks(await desk.drain())).toEqual([
      "edit 7 70 now 2",
      "edit 8 80 now 2",
      "reply 7 70 not 1",
      "reply 8 80 not 1",
    ]);
    expect(await desk.shows()).toEqual(["7/70: 1 2", "8/80: 1 2"]);
  });

  it("answers the newest message of a chat that has several", async () => {
    const desk = await openDesk();
    await desk.publish(38);
    await desk.deliver(7, 70, content([1]));
    await desk.deliver(7, 75, content([1], "y"));
    await desk.publish(41);
    await desk.settle(2);
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual([
      "edit 7 70 now 2",
      "edit 7 75 now 2",
      "reply 7 75 not 1",
    ]);
  });

  it("answers what showed the old figure, not a newer message that never did", async () => {
    const desk = await openDesk();
    await desk.publish(38);
    await desk.deliver(7, 70, content([1]));
    await desk.publish(41);
    await desk.deliver(7, 75, content([2], "y"));
    await desk.settle(2);
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "reply 7 70 not 1"]);
  });

  it("goes on in a store that slept for weeks, whose digests are dropped", async () => {
    const desk = await corrected();
    await follower(desk.db, { chatId: 9, threadId: 0 }, start);
    await queue(desk.db, { chatId: 9, threadId: 0, runId: 99, subscriptionId: 1, from: 0 });
    const stories = [killed(41)];
    await recordEdition(desk.db, anEdition({ stories }), after(15 * 24 * 60));
    expect(tasks(await desk.drain())).toHaveLength(4);
    expect(await desk.shows()).toEqual(["7/70: 1 2", "8/80: 1 2"]);
    const dropped = desk.db.selectFrom("outbox").select("chat_id").where("reason", "=", "restored");
    expect(await dropped.execute()).toEqual([{ chat_id: 9 }]);
  });

  it("is forgotten with its run", async () => {
    const desk = await corrected();
    while (await pruneRuns(desk.db, after(99)));
    await desk.db.updateTable("ledger").set({ queued: 0 }).execute();
    await desk.queueAll();
    expect(await desk.drain()).toEqual([]);
    expect(await readUnjudged(desk.db, 9)).toEqual([]);
  });

  it("that is an update tells nobody", async () => {
    const desk = await corrected(false);
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "edit 8 80 now 2"]);
  });

  it("is not told where the message is deleted", async () => {
    const desk = await corrected();
    const [gone, other] = await desk.take();
    if (gone === undefined || other === undefined) throw new Error("expected two");
    const landing = { type: "dead", reason: "uneditable", keepsNews: false } as const;
    await desk.land(gone, { ...landing, message: "gone" });
    await desk.land(other, { ...landing, message: "fixed" });
    expect(tasks(await desk.drain())).toEqual(["reply 8 80 not 1"]);
  });

  it("finds messages that others were sent between, however far apart", async () => {
    const desk = await openDesk();
    await desk.publish(38);
    const held = { threadId: 0, at: start };
    const others = { ...content([1]), shows: {} };
    await recordDelivered(
      desk.db,
      Array.from({ length: 400 }, (_, index) => {
        const shown = index % 40 === 0 ? content([1]) : others;
        return { ...held, chatId: 100 + index, sentId: 1, shown };
      }),
    );
    await desk.publish(41);
    await desk.settle(2);
    await queueEdits(desk.db, 20);
    expect(await desk.take()).toHaveLength(10);
  });

  it("reaches a message whose answer was late", async () => {
    const desk = await corrected();
    await desk.drain();
    await desk.deliver(9, 90, content([1]));
    await desk.deliver(9, 91, content([1], "late too"));
    await judgeAll(desk.db, true, after(60));
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual([
      "edit 9 90 now 2",
      "edit 9 91 now 2",
      "reply 9 91 not 1",
    ]);
  });

  it("that another one overtook asks for no request", async () => {
    const desk = await corrected();
    await desk.publish(43);
    await desk.settle(3);
    await desk.queueAll();
    const sent = tasks(await desk.drain());
    expect(sent).toEqual([
      "edit 7 70 now 3",
      "edit 8 80 now 3",
      "reply 7 70 not 1",
      "reply 8 80 not 1",
    ]);
    expect(await desk.shows()).toEqual(["7/70: 1 3", "8/80: 1 3"]);
    const closed = desk.db
      .selectFrom("outbox")
      .select("id")
      .where("reason", "=", "corrected already");
    expect(await closed.execute()).toHaveLength(2);
  });

  it("that another one overtook in flight is followed by it", async () => {
    const desk = await corrected();
    const flying = await desk.take();
    await desk.publish(43);
    await desk.settle(3);
    await desk.queueAll();
    for (const row of flying) await desk.land(row);
    await judgeAll(desk.db, true, after(60));
    await desk.queueAll();
    await desk.drain();
    expect(await desk.shows()).toEqual(["7/70: 1 2 3", "8/80: 1 2 3"]);
  });

  it("is dropped where the figure is again what messages show", async () => {
    const desk = await corrected();
    await desk.publish(38);
    const { db } = desk;
    expect(await settleCorrection(db, { story, number: 3 }, after(40_000), after(50))).toBe(true);
    for (const one of await readUnjudged(db, 9))
      await judge(db, [{ content: one, verdict: { type: "current" } }], after(51));
    await desk.queueAll();
    expect(await desk.drain()).toEqual([]);
    expect(await desk.shows()).toEqual(["7/70: 1", "8/80: 1"]);
  });

  it("waits for a chat that is gone until it is back", async () => {
    const desk = await openDesk();
    await follower(desk.db, { chatId: 7, threadId: 0 }, start);
    await desk.publish(38);
    await desk.deliver(7, 70, content([1]));
    await leaveChat(desk.db, 7, "blocked", after(9));
    await desk.publish(41);
    await desk.settle(2, false);
    await desk.queueAll();
    expect(await desk.drain()).toEqual([]);
    await desk.queueAll();
    expect(await desk.drain()).toEqual([]);
    await returnChat(desk.db, 7, after(10));
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2"]);
  });

  it.each([
    [60, ["reply 7 70 not 1"]],
    [40_001, []],
  ])(
    "is told to a chat that may be written to again, in its time: after %i minutes",
    async (minutes, told) => {
      const desk = await openDesk();
      await follower(desk.db, { chatId: 7, threadId: 0 }, start);
      await desk.publish(38);
      await desk.deliver(7, 70, content([1]));
      await desk.publish(41);
      await desk.settle(2);
      await desk.queueAll();
      const [edit] = await desk.take();
      if (edit === undefined) throw new Error("nothing was taken");
      await desk.land(edit);
      await pauseChat(desk.db, 7, "forbidden", after(50));
      expect(await desk.drain()).toEqual([]);
      await returnChat(desk.db, 7, after(minutes));
      expect(tasks(await desk.drain())).toEqual(told);
    },
  );

  it("is told once the chat that refused it may be written to", async () => {
    const desk = await corrected();
    await follower(desk.db, { chatId: 7, threadId: 0 }, start);
    for (const row of await desk.take()) await desk.land(row);
    const [reply] = await desk.take();
    if (reply === undefined) throw new Error("nothing was taken");
    await pauseChat(desk.db, 7, "forbidden", after(50));
    await desk.land(reply, { type: "dead", reason: "no right to write", keepsNews: true });
    await returnChat(desk.db, 7, after(60));
    expect(tasks(await desk.drain())).toEqual(["reply 7 70 not 1"]);
  });

  it("tells a group that moved, whose messages nobody can edit", async () => {
    const desk = await openDesk();
    await desk.publish(38);
    await desk.deliver(-5, 70, content([1]));
    await desk.deliver(-6, 60, content([1]));
    await desk.publish(41);
    await desk.settle(2);
    await moveChat(desk.db, -5, -1005);
    await desk.queueAll();
    await moveChat(desk.db, -6, -1006);
    const sent = [...tasks(await desk.drain()), ...tasks(await desk.drain())];
    await desk.queueAll();
    sent.push(...tasks(await desk.drain()));
    expect(sent).toEqual(["reply -1005 - not 1", "reply -1006 - not 1"]);
    expect(await desk.shows()).toEqual(["-1005/?: 1 2", "-1006/?: 1 2"]);
  });
});

describe("an edit that may have been made", () => {
  const again = { type: "again", notBefore: start } as const;
  const gone = { type: "dead", reason: "blocked", keepsNews: true, message: "unreached" } as const;

  /** One chat with a message, of whose edit no answer came. */
  async function doubted(told = true) {
    const desk = await openDesk();
    await follower(desk.db, { chatId: 7, threadId: 0 }, start);
    await desk.publish(38);
    await desk.deliver(7, 70, content([1]));
    await desk.publish(41);
    await desk.settle(2, told);
    await desk.queueAll();
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing was taken");
    await desk.land(row, again);
    return desk;
  }

  it("is what is corrected from then on, and told once it is sure", async () => {
    const desk = await doubted();
    expect(await desk.shows()).toEqual(["7/70: 1 2"]);
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "reply 7 70 not 1"]);
  });

  it("cannot have been where Telegram asked to wait", async () => {
    const desk = await corrected();
    for (const row of await desk.take()) await desk.land(row, { ...again, uncounted: true });
    expect(await desk.shows()).toEqual(["7/70: 1", "8/80: 1"]);
  });

  it("because it was cut off goes again, however often", async () => {
    const desk = await corrected(false);
    await desk.db.updateTable("outbox").set({ attempts: 9 }).execute();
    await desk.take();
    const lease = await leaseOf(desk.db, "test:2");
    expect(await recoverOutbox(desk.db, lease)).toEqual({ again: 2, unknown: 0 });
    expect(await desk.shows()).toEqual(["7/70: 1 2", "8/80: 1 2"]);
  });

  it("is followed by that of a figure that is again what it was", async () => {
    const desk = await doubted(false);
    await desk.publish(38);
    await desk.settle(3, false);
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "edit 7 70 now 3"]);
    expect(await desk.shows()).toEqual(["7/70: 1 2 3"]);
  });

  it("is made for sure where the one that was to follow is taken back", async () => {
    const desk = await doubted(false);
    await desk.publish(43);
    await desk.settle(3, false);
    await desk.queueAll();
    await desk.publish(41);
    const { db } = desk;
    await settleCorrection(db, { story, number: 4 }, after(40_000), after(50));
    for (const one of await readUnjudged(db, 9))
      await judge(db, [{ content: one, verdict: { type: "current" } }], after(51));
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2"]);
    expect(await desk.shows()).toEqual(["7/70: 1 2"]);
  });

  it("is told of although another one has overtaken it", async () => {
    const desk = await doubted();
    await desk.db
      .updateTable("outbox")
      .set({ state: "retry", not_before: Number.MAX_SAFE_INTEGER })
      .execute();
    await desk.publish(43);
    await desk.settle(3, false);
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 3"]);
    await desk.db
      .updateTable("outbox")
      .set({ not_before: 0 })
      .where("state", "=", "retry")
      .execute();
    expect(await desk.drain()).toEqual([]);
    expect(tasks(await desk.drain())).toEqual(["reply 7 70 not 1"]);
  });

  it("is told of although a press followed it", async () => {
    const desk = await doubted();
    await desk.deliver(7, 70, content([2], "pressed"));
    expect(await desk.drain()).toEqual([]);
    expect(tasks(await desk.drain())).toEqual(["reply 7 70 not 1"]);
    expect(await desk.shows()).toEqual(["7/70: 2"]);
  });

  it("goes again where a press came between", async () => {
    const desk = await corrected(false);
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing was taken");
    await desk.deliver(7, 70, content([2], "pressed"));
    await desk.land(row, again);
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2"]);
    expect((await desk.shows())[0]).toBe("7/70: 1 2");
  });

  it("goes again once a chat that was gone is back", async () => {
    const desk = await doubted();
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing was taken");
    await leaveChat(desk.db, 7, "blocked", after(60));
    await desk.land(row, gone);
    expect(await desk.drain()).toEqual([]);
    await returnChat(desk.db, 7, after(61));
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "reply 7 70 not 1"]);
  });

  it("goes again where the chat is back before we knew that it was gone", async () => {
    const desk = await doubted(false);
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing was taken");
    await desk.land(row, gone);
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2"]);
  });

  it("is told in the chat that its group became", async () => {
    const desk = await corrected();
    const [row] = await desk.take();
    if (row === undefined) throw new Error("nothing was taken");
    await desk.land(row, again);
    await moveChat(desk.db, 7, -1007);
    await desk.queueAll();
    expect(await desk.drain()).toEqual([]);
    expect(tasks(await desk.drain())).toEqual(["reply -1007 - not 1"]);
  });
});

describe("a press during a correction", () => {
  const pressed = content([2], "pressed");
  const stale = content([1], "stale press");

  it("kept before the edit landed is followed by the edit once more, outdated itself or not", async () => {
    const desk = await corrected(false);
    const rows = await desk.take();
    await desk.deliver(7, 70, pressed);
    await desk.deliver(8, 80, stale);
    await judgeAll(desk.db, false, after(60));
    for (const row of rows) await desk.land(row);
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2", "edit 8 80 now 2"]);
    expect(await desk.shows()).toEqual(["7/70: 1 2", "8/80: 1 2"]);
  });

  it("stays where it was kept after the edit landed, unless it is outdated itself", async () => {
    const desk = await corrected(false);
    for (const row of await desk.take()) await desk.land(row);
    await desk.deliver(7, 70, pressed);
    await desk.deliver(8, 80, stale);
    await judgeAll(desk.db, false, after(60));
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 8 80 now 2"]);
    expect(await desk.shows()).toEqual(["7/70: 2", "8/80: 1 2"]);
  });

  it("queues the same run once more", async () => {
    const desk = await corrected(false);
    await desk.drain();
    await desk.deliver(7, 70, content([1]));
    await desk.queueAll();
    expect(tasks(await desk.drain())).toEqual(["edit 7 70 now 2"]);
    const rows = await desk.db.selectFrom("outbox").select("id").where("chat_id", "=", 7).execute();
    expect(rows).toHaveLength(1);
  });
});
