import { describe, expect, it } from "vitest";
import { createPace, type Pace, type Sending } from "../../src/delivery/pace.ts";

const start = Date.parse("2026-11-22T07:00:00Z");
const reader: Sending = { type: "send", chatId: 5, isGroup: false };
const group: Sending = { type: "send", chatId: -1001, isGroup: true };

function at(ms: number): Date {
  return new Date(start + ms);
}

/** The times at which `count` messages go out if each goes as soon as it may. */
function send(pace: Pace, sending: Sending, count: number, from = 0): number[] {
  const times: number[] = [];
  let now = from;
  for (let message = 0; message < count; message += 1) {
    now += pace.ready(sending, at(now));
    pace.took(sending, at(now));
    times.push(now);
  }
  return times;
}

/** The shortest time in which `count + 1` of the messages went out. */
function shortest(times: readonly number[], count: number): number {
  return Math.min(...times.slice(count).map((time, index) => time - (times[index] ?? 0)));
}

describe("the pace of a chat", () => {
  it("is a short burst, then a message a second", () => {
    const times = send(createPace(), reader, 60);
    expect(times.slice(0, 4)).toEqual([0, 0, 0, 3250]);
    expect(shortest(times, 3)).toBe(3250);
    expect(times.at(-1)).toBeLessThan(65_000);
  });

  it("has its burst again after quiet seconds", () => {
    const pace = createPace();
    send(pace, reader, 3);
    expect(send(pace, reader, 3, 4000)).toEqual([4000, 4000, 4000]);
  });

  it("is 20 messages in any minute in a group", () => {
    const times = send(createPace(), group, 60);
    expect(shortest(times, 20)).toBe(61_000);
    expect(shortest(times, 3)).toBe(3250);
  });

  it("lets somebody turn pages in a private chat, and 20 edits a minute in a group", () => {
    expect(send(createPace(), { ...reader, type: "edit" }, 60).at(-1)).toBe(0);
    expect(shortest(send(createPace(), { ...group, type: "edit" }, 40), 20)).toBe(61_000);
  });

  it("is its own, whatever others do", () => {
    const pace = createPace();
    send(pace, group, 30);
    expect(pace.ready(reader, at(0))).toBe(0);
  });

  it("stops for as long as Telegram asks, to the second", () => {
    const pace = createPace();
    pace.pause(5, at(7000));
    pace.pause(5, at(3000));
    expect(pace.ready(reader, at(0))).toBe(7000);
    expect(pace.ready({ ...reader, type: "edit" }, at(6999))).toBe(1);
    expect(pace.ready(reader, at(7000))).toBe(0);
  });

  it("survives a clock that is set back", () => {
    const pace = createPace();
    send(pace, group, 30, 3_600_000);
    expect(pace.ready(group, at(0))).toBe(0);
  });

  it("is forgotten for chats that have nothing to wait for, and kept for those that have", () => {
    const pace = createPace(10);
    pace.pause(7, at(600_000));
    for (let chatId = 100; chatId < 200; chatId += 1) pace.took({ ...reader, chatId }, at(0));
    for (let chatId = 200; chatId < 212; chatId += 1) pace.took({ ...reader, chatId }, at(62_000));
    expect(pace.remembered()).toBeLessThanOrEqual(13);
    expect(pace.ready({ ...reader, chatId: 7 }, at(62_000))).toBe(538_000);
  });
});
