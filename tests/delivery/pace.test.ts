import { describe, expect, it } from "vitest";
import { createPace, type PacedChat, type Pace } from "../../src/delivery/pace.ts";

const start = Date.parse("2026-11-22T07:00:00Z");
const reader: PacedChat = { id: 5, isGroup: false };
const group: PacedChat = { id: -1001, isGroup: true };

function at(ms: number): Date {
  return new Date(start + ms);
}

/** The times at which `count` messages go out if each goes as soon as it may. */
function send(pace: Pace, chat: PacedChat, count: number, from = 0): number[] {
  const times: number[] = [];
  let now = from;
  for (let message = 0; message < count; message += 1) {
    now += pace.ready(chat, at(now));
    pace.took(chat, at(now));
    times.push(now);
  }
  return times;
}

describe("the pace of a chat", () => {
  it("lets three messages go at once, then one a second", () => {
    expect(send(createPace(), reader, 6)).toEqual([0, 0, 0, 1000, 2000, 3000]);
  });

  it("has its burst again after three quiet seconds", () => {
    const pace = createPace();
    send(pace, reader, 3);
    expect(send(pace, reader, 4, 3000)).toEqual([3000, 3000, 3000, 4000]);
  });

  it("is 20 messages in any minute in a group, and no such thing in a private chat", () => {
    const times = send(createPace(), group, 60);
    const spans = times.slice(20).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...spans)).toBe(60_000);
    expect(times[19]).toBe(17_000);
    expect(times[20]).toBe(60_000);
    expect(send(createPace(), reader, 60).at(-1)).toBe(57_000);
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
    expect(pace.ready(reader, at(6999))).toBe(1);
    expect(pace.ready(reader, at(7000))).toBe(0);
  });

  it("survives a clock that is set back", () => {
    const pace = createPace();
    send(pace, group, 30, 3_600_000);
    expect(pace.ready(group, at(0))).toBeLessThanOrEqual(1000);
  });

  it("is forgotten for chats that have nothing to wait for, and kept for those that have", () => {
    const pace = createPace(10);
    pace.pause(7, at(600_000));
    for (let id = 100; id < 200; id += 1) pace.took({ id, isGroup: false }, at(0));
    for (let id = 200; id < 212; id += 1) pace.took({ id, isGroup: false }, at(61_000));
    expect(pace.remembered()).toBeLessThanOrEqual(13);
    expect(pace.ready({ id: 7, isGroup: false }, at(61_000))).toBe(539_000);
  });
});
