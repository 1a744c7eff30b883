import { describe, expect, it } from "vitest";
import { createGallery } from "../../src/app/gallery.ts";
import type { Picture } from "../../src/rendering/message/picture.ts";

const publicUrl = "https://bot.example.org";

function card(botUsername: string): Picture {
  return { type: "card", theme: "light", botUsername, sections: [] };
}

function keyIn(address: string): string {
  return address.slice(`${publicUrl}/cards/`.length, -".png".length);
}

function gallery(draw: (picture: Picture) => Promise<Uint8Array>) {
  return createGallery({ publicUrl, draw });
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

  it("of before go where many others have come since", async () => {
    const { addressOf, find } = gallery(() => Promise.resolve(new Uint8Array([1])));
    const first = keyIn(addressOf(card("first")));
    for (let index = 0; index < 5000; index += 1) addressOf(card(String(index)));
    expect(await find(first)).toBeUndefined();
  });
});
