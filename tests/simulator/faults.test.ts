import { request } from "undici";
import { describe, expect, it } from "vitest";
import type { FaultAction } from "../../src/simulator/faults.ts";
import { asMember, bench, token, type Bench } from "./harness.ts";

function raw(b: Bench, signal?: AbortSignal): Promise<{ status: number; body: string }> {
  return request(`${b.apiRoot}/bot${token}/sendMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ chat_id: b.layla, text: "x" }),
    ...(signal !== undefined && { signal }),
  }).then(async ({ statusCode, body }) => ({ status: statusCode, body: await body.text() }));
}

const seen = (b: Bench) => b.record.entries().map(({ type }) => type);

async function struck(action: FaultAction): Promise<Bench> {
  const b = await bench();
  b.faults.add({ method: "sendMessage", times: 1, do: action });
  return b;
}

describe("a fault", () => {
  it.each([
    ["a restart", 500, "Internal Server Error: restart", undefined],
    ["429 without parameters", 429, "Too Many Requests: retry after 5", undefined],
    ["429 with words", 429, "Too Many Requests: retry after 5", { retry_after: "5" }],
    ["429 below zero", 429, "Too Many Requests: retry after -1", { retry_after: -1 }],
    ["a revoked token", 401, "Unauthorized", undefined],
  ])("%s is answered as scripted, and nothing is sent", async (...[, code, says, parameters]) => {
    const b = await struck({ type: "refuse", code, description: says, parameters });
    const { status, body } = await raw(b);
    expect(status).toBe(code);
    expect(JSON.parse(body)).toEqual({
      ok: false,
      error_code: code,
      description: says,
      ...(parameters !== undefined && { parameters }),
    });
    expect(seen(b)).toEqual(["fault", "refused"]);
    expect((await raw(b)).status).toBe(200);
  });

  it("a message that was sent may be said to be deleted", async () => {
    const description =
      "Internal Server Error: sent message was immediately deleted and can't be returned";
    const b = await struck({ type: "refuse", code: 500, description, accepted: true });
    expect((await raw(b)).status).toBe(500);
    expect(seen(b)).toEqual(["fault", "sent"]);
  });

  it.each([
    [502, "text/html", "<html>Bad Gateway</html>"],
    [200, "text/html", "<html></html>"],
    [200, "application/json", "null"],
    [200, "application/json", "{}"],
  ])("%d with %s %s", async (...[status, contentType, body]) => {
    const b = await struck({ type: "answer", status, contentType, body, accepted: true });
    expect(await raw(b)).toEqual({ status, body });
    expect(seen(b)).toEqual(["fault", "sent"]);
  });

  it("a reset connection may have carried a message, or not", async () => {
    const lost = await struck({ type: "reset" });
    await expect(raw(lost)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(seen(lost)).toEqual(["fault"]);
    const taken = await struck({ type: "reset", accepted: true });
    await expect(raw(taken)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(seen(taken)).toEqual(["fault", "sent"]);
  });

  it.each([
    [{ type: "reset" }],
    [{ type: "answer", status: 502, contentType: "text/html", body: "<html></html>" }],
  ] as const)("%j for one chat sends nothing unless it says accepted", async (action) => {
    const b = await bench();
    b.faults.add({ chatId: b.layla, do: action });
    await raw(b).catch(() => undefined);
    expect(seen(b)).toEqual(["fault"]);
  });

  it("an answer may never come, after the message was taken", async () => {
    const b = await struck({ type: "silent", accepted: true });
    const controller = new AbortController();
    const waiting = raw(b, controller.signal);
    await b.record.waitFor(({ type }) => type === "sent");
    controller.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });

  it("an answer may come late, and the message was taken at once", async () => {
    const b = await struck({ type: "delay", ms: 80 });
    const started = performance.now();
    const waiting = raw(b);
    await b.record.waitFor(({ type }) => type === "sent");
    expect((await waiting).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(75);
  });

  it("an answer may break off in the middle of its length", async () => {
    const b = await struck({ type: "truncate" });
    await expect(raw(b)).rejects.toThrow(/other side closed|aborted|terminated/);
    expect(seen(b)).toEqual(["fault", "sent"]);
  });

  it("a group may be upgraded under a call", async () => {
    const b = await struck({ type: "migrate" });
    const chat = b.world.addGroup({ title: "g", members: asMember });
    const answer = await b.call("sendMessage", { chat_id: chat, text: "x" });
    const moved = answer.parameters?.["migrate_to_chat_id"];
    expect((await b.call("sendMessage", { chat_id: moved, text: "x" })).ok).toBe(true);
  });
});

/** A dot for each call that went well, an x for each that did not. */
async function outcomes(b: Bench, count: number): Promise<string> {
  let line = "";
  for (let index = 0; index < count; index += 1) {
    line += (await raw(b)).status === 200 ? "." : "x";
  }
  return line;
}

describe("which calls a fault meets", () => {
  const refuse: FaultAction = { type: "refuse", code: 500, description: "Internal Server Error" };

  it.each([
    ["the nth", { nth: 3 }, "..x......"],
    ["every nth", { every: 3 }, "..x..x..x"],
    ["every nth, so many times", { every: 3, times: 2 }, "..x..x..."],
    ["another chat's", { chatId: 1 }, "........."],
    ["this chat's", { chatId: 501, times: 1 }, "x........"],
    ["another method's", { method: "getMe" }, "........."],
  ])("%s", async (_name, match, line) => {
    const b = await bench();
    b.faults.add({ ...match, do: refuse });
    expect(await outcomes(b, 9)).toBe(line);
  });

  it("by chance, the same calls for the same seed", async () => {
    const lines = [];
    for (const seed of [7, 7, 8]) {
      const b = await bench();
      b.faults.add({ probability: 0.5, seed, do: refuse });
      lines.push(await outcomes(b, 30));
    }
    expect(lines[0]).toBe(lines[1]);
    expect(lines[0]).not.toBe(lines[2]);
    expect(lines[0]).toMatch(/x/);
  });

  it.each([
    ["one after the other, each as often as it says", [{ times: 2 }, { times: 1 }], "554."],
    ["the nth counts what others took", [{ times: 2 }, { nth: 3 }], "554."],
    ["the nth that another takes is missed", [{ times: 1 }, { nth: 1 }], "5..."],
    ["every nth counts what others took", [{ times: 1 }, { every: 2 }], "54.4"],
  ])("of several that meet the same call only one acts: %s", async (_name, matches, line) => {
    const b = await bench();
    const [first, second] = matches;
    b.faults.add({ ...first, do: refuse });
    b.faults.add({ ...second, do: { ...refuse, code: 400 } });
    const codes = [];
    for (let call = 0; call < line.length; call += 1) codes.push((await raw(b)).status);
    expect(codes.map((code) => (code === 200 ? "." : code / 100)).join("")).toBe(line);
  });

  it("none once it is removed", async () => {
    const b = await bench();
    const id = b.faults.add({ do: refuse });
    b.faults.remove(id);
    expect(await outcomes(b, 2)).toBe("..");
  });
});

describe("the network", () => {
  it("may refuse connections for a time, and come back on the same port", async () => {
    const b = await bench();
    await b.connections.pause();
    await expect(raw(b)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await b.connections.resume();
    expect((await raw(b)).status).toBe(200);
  });
});
