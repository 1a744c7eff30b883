import { expect, it } from "vitest";
import { startNpm } from "../app/bot-process.ts";

it("a small day of faults, kills and corrections loses, doubles and leaves nothing wrong", async () => {
  const day = startNpm(["run", "-s", "soak", "--", "1", "100", "2"]);
  const end = await day.ended;
  expect(end, day.output()).toBe(0);
}, 240_000);
