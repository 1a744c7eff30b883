import { describe, expect, it } from "vitest";
import { asAdmin, bench, stoppedClock } from "./harness.ts";

describe("limits on sending", () => {
  it("a chat takes three at once, then one as each leaves the window of three seconds", async () => {
    const clock = stoppedClock();
    const b = await bench({ limits: "telegram", now: clock.now });
    const send = () => b.call("sendMessage", { chat_id: b.layla, text: "x" });
    for (const _ of [1, 2, 3]) expect((await send()).ok).toBe(true);
    const refused = await send();
    expect([refused.status, refused.description]).toEqual([
      429,
      "Too Many Requests: retry after 3",
    ]);
    expect(refused.parameters).toEqual({ retry_after: 3 });
    clock.pass(3000);
    expect((await send()).ok).toBe(true);
  });

  it("who does not wait is refused again and marked as early", async () => {
    const clock = stoppedClock();
    const b = await bench({ limits: "telegram", now: clock.now });
    const send = () => b.call("sendMessage", { chat_id: b.layla, text: "x" });
    for (const _ of [1, 2, 3, 4]) await send();
    clock.pass(1000);
    expect((await send()).parameters).toEqual({ retry_after: 2 });
    const refusals = b.record.entries().filter((entry) => entry.type === "refused");
    expect(refusals.map(({ early }) => early ?? false)).toEqual([false, true]);
  });

  it("thirty a second over all chats, answers and bulk alike", async () => {
    const clock = stoppedClock();
    const b = await bench({ limits: "telegram", now: clock.now });
    b.world.addCrowd({ firstId: 10_000, count: 40, languageCode: "ar" });
    const send = (index: number) => b.call("sendMessage", { chat_id: 10_000 + index, text: "x" });
    for (let index = 0; index < 30; index += 1) expect((await send(index)).ok).toBe(true);
    expect((await send(30)).parameters).toEqual({ retry_after: 1 });
    clock.pass(1000);
    expect((await send(31)).ok).toBe(true);
  });

  it.each(["addGroup", "addSupergroup", "addChannel"] as const)(
    "twenty a minute to one chat made by %s, and twenty edits beside",
    async (add) => {
      const clock = stoppedClock();
      const b = await bench({ limits: "telegram", now: clock.now });
      const chat = b.world[add]({ title: "t", members: asAdmin });
      const send = (text: string) => b.call("sendMessage", { chat_id: chat, text });
      const first = await send("x0");
      for (let index = 1; index < 20; index += 1) {
        clock.pass(1000);
        expect((await send("x")).ok).toBe(true);
      }
      clock.pass(1000);
      expect((await send("x")).parameters).toEqual({ retry_after: 40 });
      clock.pass(40_000);
      const { message_id } = first.result;
      const edit = (text: string) => b.call("editMessageText", { chat_id: chat, message_id, text });
      for (let index = 0; index < 20; index += 1) {
        expect((await edit(`y${index}`)).ok).toBe(true);
      }
      expect((await edit("z")).status).toBe(429);
    },
  );

  it("paid broadcast goes on above thirty a second, for a tenth of a Star each", async () => {
    const clock = stoppedClock();
    const b = await bench({ limits: "telegram", now: clock.now });
    b.world.setStars({ stars: 1 });
    b.world.addCrowd({ firstId: 10_000, count: 100, languageCode: "ar" });
    const send = (index: number) =>
      b.call("sendMessage", { chat_id: 10_000 + index, text: "x", allow_paid_broadcast: true });
    for (let index = 0; index < 40; index += 1) expect((await send(index)).ok).toBe(true);
    expect((await b.call("getMyStarBalance")).result.amount).toBe(0);
    expect((await send(50)).description).toBe("Bad Request: FLOODSKIP_NOT_ALLOWED");
  });
});
