import { expect, it, onTestFinished, vi } from "vitest";
import { createDrawing, type Drawing } from "../../src/drawing/drawing.ts";
import { ghouta } from "./cards.ts";

vi.setConfig({ testTimeout: 60_000 });

function open(limit?: number): Drawing {
  const drawing = createDrawing(limit);
  onTestFinished(() => drawing.close());
  return drawing;
}

const signature = "89504e470d0a1a0a";

function isPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString("hex") === signature;
}

it("pictures are drawn in the order that they are asked for, and the same way each time", async () => {
  const { draw } = open();
  const dark = { ...ghouta, theme: "dark" } as const;
  const [first, second, third] = await Promise.all([draw(ghouta), draw(dark), draw(ghouta)]);
  expect([first, second, third].every(isPng)).toBe(true);
  expect(Buffer.from(first).equals(third)).toBe(true);
  expect(Buffer.from(first).equals(second)).toBe(false);
});

it("a burst of pictures is drawn one after the other, each within the limit", async () => {
  const { draw } = open(5000);
  const small = { ...ghouta, sections: [] };
  const drawn = await Promise.all(Array.from({ length: 40 }, () => draw(small)));
  expect(drawn.every(isPng)).toBe(true);
});

it("one that takes too long is given up, and the next is drawn by another thread", async () => {
  const { draw } = open(1);
  await expect(draw(ghouta)).rejects.toThrow("not drawn in 1 ms");
  const patient = open();
  expect(isPng(await patient.draw(ghouta))).toBe(true);
});

it("one that cannot be drawn says so, and the next is drawn", async () => {
  const { draw } = open();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no rendering makes
  const broken = { ...ghouta, sections: [{}] } as unknown as typeof ghouta;
  await expect(draw(broken)).rejects.toThrow("TypeError");
  expect(isPng(await draw(ghouta))).toBe(true);
});

it("what waits when it is closed is told so", async () => {
  const drawing = createDrawing();
  const [waits] = await Promise.allSettled([drawing.draw(ghouta), drawing.close()]);
  expect(waits).toMatchObject({ reason: new Error("the drawing was closed") });
});
