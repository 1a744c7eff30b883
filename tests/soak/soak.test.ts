import { expect, it } from "vitest";
import { startNpm } from "../app/bot-process.ts";

it("a small day of faults, kills and changes ends with nothing lost, doubled or stale", async () => {
  const day = startNpm(["run", "-s", "soak", "--", "1", "200", "2"]);
  const end = await day.ended;
  expect({ end, account: end === 0 ? "" : day.output() }).toEqual({ end: 0, account: "" });
}, 240_000);
