import { describe, expect, it } from "vitest";
import {
  addGroup,
  addReaders,
  broadcast,
  minute,
  refused,
  second,
  sent,
  start,
  startRig,
} from "./rig.ts";

describe("a broadcast at Telegram's limits", () => {
  it("fault 8: reaches 2,000 chats at 97 % of the rate or more, without one 429", async () => {
    const rig = await startRig({ limits: "telegram" });
    await broadcast(rig.db, addReaders(rig.telegram, 2000));
    await rig.drain();
    const all = sent(rig.telegram);
    expect(refused(rig.telegram)).toEqual([]);
    expect(new Set(all.map(({ chatId }) => chatId)).size).toBe(2000);
    expect(all).toHaveLength(2000);
    const took = (all.at(-1)?.time ?? 0) - start;
    expect(2000 / (took / second)).toBeGreaterThanOrEqual(28 * 0.97);
  });

  it("fault 8: keeps the pace of every chat where groups and people are mixed", async () => {
    const rig = await startRig({ limits: "telegram" });
    const readers = addReaders(rig.telegram, 20);
    const groups = [addGroup(rig.telegram, "a"), addGroup(rig.telegram, "b")];
    for (let run = 0; run < 25; run += 1) await broadcast(rig.db, [...groups, ...readers]);
    await rig.drain(5 * minute);
    expect(refused(rig.telegram)).toEqual([]);
    expect(sent(rig.telegram)).toHaveLength(25 * 22);
  });
});
