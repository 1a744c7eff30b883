import { beforeEach, describe, expect, it, vi } from "vitest";
import { createGallery } from "../../src/app/gallery.ts";
import { readCard } from "../../src/store/cards.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import type { Picture } from "../../src/rendering/message/picture.ts";

import { testLog } from "../telegram/log.ts";

const publicUrl = "https://bot.example.org";

function card(botUsername: string): Picture {
  return { type: "card", theme: "light", botUsername, sections: [] };
}

function keyIn(address: string): string {
  return address.slice(`${publicUrl}/cards/`.length, -".png".length);
}

const drawOne = () => Promise.resolve(new Uint8Array([1]));

let db: Database;
let time: number;
beforeEach(async () => {
  time = 0;
  db = await openDatabase("file::memory:");
  return () => db.destroy();
});

function gallery(draw: (picture: Picture) => Promise<Uint8Array>) {
  return createGallery({ publicUrl, draw, db, now: () => new Date(time), log: testLog() });
}

describe("pictures for anybody", () => {
  it("are drawn once, however many ask at a time", async () => {
    let drawn = 0;
    const { addressOf, find } = gallery(() => Promise.resolve(new Uint8Array([(drawn += 1)])));
    const key = keyIn(addressOf(card("a")));
    expect(await Promise.all([find(key), find(key)])).toEqual([
      new Uint8Array([1]),
      new Uint8Array([1]),
    ]);
    expect(await find(key)).toEqual(new Uint8Array([1]));
  });

  it("are found by a replica that has not given them their address", async () => {
    const key = keyIn(gallery(drawOne).addressOf(card("a")));
    await vi.waitFor(async () => {
      expect(await gallery(drawOne).find(key)).toEqual(new Uint8Array([1]));
    });
  });

  it("are only those that were given an address", async () => {
    const { find } = gallery(() => Promise.resolve(new Uint8Array([1])));
    expect(await find("k".repeat(43))).toBeUndefined();
  });

  it("are put off while too many are drawn, and are there afterwards", async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const { addressOf, find } = gallery(() => promise);
    const keys = Array.from({ length: 5 }, (_, index) => keyIn(addressOf(card(String(index)))));
    const asked = keys.map((key) => find(key));
    expect(await asked.at(-1)).toBe("busy");
    resolve(new Uint8Array([1]));
    await Promise.all(asked);
    expect(await find(keys.at(-1) ?? "")).toEqual(new Uint8Array([1]));
  });

  it("that could not be drawn are drawn when they are asked for again", async () => {
    let tries = 0;
    const { addressOf, find } = gallery(() => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error("no memory"))
        : Promise.resolve(new Uint8Array([1]));
    });
    const key = keyIn(addressOf(card("a")));
    expect(await find(key)).toBeUndefined();
    expect(await find(key)).toEqual(new Uint8Array([1]));
  });

  it("of a week ago are gone", async () => {
    const first = keyIn(gallery(drawOne).addressOf(card("first")));
    await vi.waitFor(async () => expect(await readCard(db, first)).toBeDefined());
    time = 7 * 86_400_000 + 1;
    const next = keyIn(gallery(drawOne).addressOf(card("next")));
    await vi.waitFor(async () => expect(await readCard(db, next)).toBeDefined());
    expect(await gallery(drawOne).find(first)).toBeUndefined();
  });
});
