import { expect, it } from "vitest";
import { callAt, token } from "./harness.ts";
import { spawnSimulator } from "./spawn.ts";

it("in a process of its own, the world, the calls and the record are all over HTTP", async () => {
  const simulator = await spawnSimulator({ token, record: "compact" });
  const post = (path: string, body: object) => callAt(`${simulator.apiRoot}/${path}`, body);
  await post("control/world/addCrowd", { firstId: 1000, count: 2, languageCode: "ar" });
  for (const chat_id of [1000, 1001, 1001]) {
    expect((await post(`bot${token}/sendMessage`, { chat_id, text: "x" })).ok).toBe(true);
  }
  const counts = await fetch(`${simulator.apiRoot}/control/record/counts`);
  expect(await counts.json()).toEqual([
    [1000, expect.any(Number), 1],
    [1001, expect.any(Number), 2],
  ]);
  await simulator.kill();
});
