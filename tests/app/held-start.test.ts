import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openNewsroom } from "./newsroom.ts";

const file = "ghouta/2018-02-07-air-strikes.yaml";

it("a bot that comes back while a file is half-written tells on what it told, and its editors why", async () => {
  const room = await openNewsroom();
  const { layla, salma, content } = room;
  layla.say("/ghouta");
  await layla.sees("38");
  const path = join(content, file);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.slice(0, whole.length / 2));
  await room.restart();
  layla.say("/help");
  await layla.sees("/latest");
  layla.say("/ghouta");
  await layla.sees("38");
  await salma.sees(file);
  const { edition, ready } = JSON.parse(await (await room.get("/readyz")).text());
  expect(ready).toBe(true);
  expect(edition.errors).toBeGreaterThan(0);
  writeFileSync(path, whole);
  await expect
    .poll(async () => JSON.parse(await (await room.get("/readyz")).text()).edition.errors)
    .toBe(0);
});
