import { once } from "node:events";
import { createServer } from "node:net";
import type { IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { redact } from "../../src/log.ts";
import type { CallResult } from "../../src/telegram/api/call-result.ts";
import { createClient, type Client, type TimeLimits } from "../../src/telegram/api/client.ts";
import { answering, deadAddress, httpServer, rawServer, token } from "./faults.ts";

const message = { chat_id: 5, text: "مرحبا" };

function clientOf(apiRoot: string, limits?: Partial<TimeLimits>): Client {
  const client = createClient({ token, apiRoot, ...(limits === undefined ? {} : { limits }) });
  onTestFinished(() => client.close());
  return client;
}

async function send(apiRoot: string, limits?: Partial<TimeLimits>): Promise<CallResult<unknown>> {
  return clientOf(apiRoot, limits).call("sendMessage", message);
}

function echo(description: string): Promise<string> {
  return answering(404, JSON.stringify({ ok: false, error_code: 404, description }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

const truncated =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"ok":';

describe("a call", () => {
  it("is not made where it is not to begin any more when it could be written", async () => {
    let requests = 0;
    const root = await httpServer((_request, response) => {
      requests += 1;
      response.end('{"ok":true,"result":{}}');
    });
    const client = clientOf(root);
    const call = (mayBegin: () => boolean) => client.call("sendMessage", message, { mayBegin });
    expect(await call(() => false)).toMatchObject({ type: "unwritten" });
    expect(requests).toBe(0);
    expect(await call(() => true)).toMatchObject({ type: "ok" });
    expect(requests).toBe(1);
  });

  it("reaches Telegram as JSON below the token, and its result comes back", async () => {
    let seen = {};
    const root = await httpServer(async (request, response) => {
      seen = {
        path: request.url,
        type: request.headers["content-type"],
        body: await bodyOf(request),
      };
      response.end('{"ok":true,"result":{"message_id":7}}');
    });
    expect(await send(root)).toEqual({ type: "ok", result: { message_id: 7 } });
    expect(seen).toEqual({
      path: `/bot${token}/sendMessage`,
      type: "application/json",
      body: JSON.stringify(message),
    });
  });

  it("goes below the path of a Bot API server of one's own", async () => {
    let path: string | undefined;
    const root = await httpServer((request, response) => {
      path = request.url;
      response.end('{"ok":true,"result":true}');
    });
    await send(`${root}/telegram/`);
    expect(path).toBe(`/telegram/bot${token}/sendMessage`);
  });

  it("takes the answer that came while the process stood still, however long that was", async () => {
    const limit = 200;
    const root = await httpServer((_request, response) => {
      response.end('{"ok":true,"result":{"message_id":7}}');
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * limit));
    });
    expect(await send(root, { send: limit })).toEqual({ type: "ok", result: { message_id: 7 } });
  });

  it("carries a file in a form", async () => {
    let body = "";
    let type: string | undefined;
    const root = await httpServer(async (request, response) => {
      type = request.headers["content-type"];
      body = await bodyOf(request);
      response.end('{"ok":true,"result":{"message_id":7}}');
    });
    const photo = { file: { name: "card.png", bytes: Buffer.from("picture") } };
    const reply_markup = { inline_keyboard: [] };
    await clientOf(root).call("sendPhoto", { chat_id: 5, photo, caption: "صورة", reply_markup });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="photo"; filename="card.png"');
    expect(body).toContain("picture");
    expect(body).toContain("صورة");
    expect(body).toContain('{"inline_keyboard":[]}');
  });

  it("keeps its connections for the next ones", async () => {
    const ports = new Set<number | undefined>();
    const root = await httpServer((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{"ok":true,"result":true}');
    });
    const client = clientOf(root);
    for (let call = 0; call < 8; call += 1) await client.call("sendMessage", message);
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe("a refusal", () => {
  it("keeps Telegram's words, also of a server error", async () => {
    const description =
      "Internal Server Error: sent message was immediately deleted and can't be returned";
    const root = await answering(500, JSON.stringify({ ok: false, error_code: 500, description }));
    expect(await send(root)).toEqual({ type: "refused", code: 500, description });
  });

  it("keeps what Telegram asks for", async () => {
    const parameters = { retry_after: 86_400, migrate_to_chat_id: -1_001_234_567_890 };
    const body = { ok: false, error_code: 429, description: "Too Many Requests", parameters };
    expect(await send(await answering(429, JSON.stringify(body)))).toEqual({
      type: "refused",
      code: 429,
      description: "Too Many Requests",
      retryAfter: 86_400,
      migrateTo: -1_001_234_567_890,
    });
  });

  it.each(["5", -1, 0, 1.5, null, {}])(
    "fault 7: takes no time from retry_after %j",
    async (retry_after) => {
      const body = { ok: false, error_code: 429, description: "x", parameters: { retry_after } };
      expect(await send(await answering(429, JSON.stringify(body)))).toEqual({
        type: "refused",
        code: 429,
        description: "x",
      });
    },
  );

  it.each([
    [502, "<html><h1>502 Bad Gateway</h1></html>"],
    [413, "<html>Request Entity Too Large</html>"],
    [302, ""],
  ])("is what a %i page is, whoever wrote it", async (status, body) => {
    expect(await send(await answering(status, body, "text/html"))).toEqual({
      type: "refused",
      code: status,
      description: `HTTP ${status} without a Bot API answer`,
    });
  });
});

describe("a call of which nothing was written", () => {
  it("says so where nobody listens", async () => {
    const result = await send(await deadAddress());
    expect(result).toMatchObject({
      type: "unwritten",
      reason: expect.stringMatching(/^ECONNREFUSED/),
    });
  });

  it("says so where the name is unknown", async () => {
    const result = await send("http://no-such-host.invalid");
    expect(result).toMatchObject({
      type: "unwritten",
      reason: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
  });

  it("says so where the connection is never secured", async () => {
    const root = await rawServer(() => {});
    const result = await send(root.replace("http:", "https:"), { connect: 40 });
    expect(result).toMatchObject({
      type: "unwritten",
      reason: expect.stringMatching(/CONNECT_TIMEOUT/),
    });
  });

  it("says so where the connection is cut while it is secured", async () => {
    const root = await rawServer((socket) => socket.resetAndDestroy());
    const result = await send(root.replace("http:", "https:"));
    expect(result).toMatchObject({ type: "unwritten" });
  });

  it("says so where it was stopped before it began", async () => {
    let requests = 0;
    const root = await httpServer(() => void (requests += 1));
    const result = await clientOf(root).call("sendMessage", message, {
      signal: AbortSignal.abort(),
    });
    expect(result).toEqual({ type: "unwritten", reason: "stopped by us" });
    expect(requests).toBe(0);
  });

  it("is not written later by a connection that comes up after it was given up", async () => {
    const received: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on("data", (chunk: Buffer) => received.push(chunk));
      socket.on("error", () => {});
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const client = clientOf(`http://127.0.0.1:${port}`);
    const stop = new AbortController();
    const call = client.call("sendMessage", message, { signal: stop.signal });
    stop.abort();
    expect(await call).toMatchObject({ type: "unwritten" });
    await client.close();
    await new Promise((resolve) => server.close(resolve));
    expect(received).toEqual([]);
  });
});

describe("a call that was written and not answered", () => {
  const faults = {
    "a reset": () => rawServer((socket) => socket.resetAndDestroy()),
    "a close": () => rawServer((socket) => socket.end()),
    "a close in the middle of a body": () => rawServer((socket) => socket.end(truncated)),
    "a reset in the middle of a body": () =>
      rawServer((socket) => socket.write(truncated, () => socket.resetAndDestroy())),
    "bytes that are not HTTP": () => rawServer((socket) => socket.end("what?\r\n\r\n")),
    "a body far too long": () => answering(200, "x".repeat(17 * 1024 * 1024)),
  };

  it.each(Object.entries(faults))("fault 12: is told from a refusal: %s", async (_, start) => {
    expect(await send(await start(), { send: 20_000 })).toMatchObject({ type: "unanswered" });
  });

  const unreadable: Readonly<Record<string, () => Promise<string>>> = {
    "200 with HTML": () => answering(200, "<html>welcome</html>", "text/html"),
    "200 with null": () => answering(200, "null"),
    "200 with {}": () => answering(200, "{}"),
    "200 with nothing": () => answering(200, ""),
  };

  it.each(Object.entries(unreadable))(
    "fault 10: was carried out by its status: %s",
    async (_, start) => {
      expect(await send(await start(), { send: 20_000 })).toMatchObject({ type: "unreadable" });
    },
  );

  it.each([
    ["never answered", () => rawServer(() => {})],
    ["never finished", () => rawServer((socket) => socket.write(truncated))],
  ])("ends at its limit when it is %s", async (_, start) => {
    const result = await send(await start(), { send: 40 });
    expect(result).toEqual({ type: "unanswered", reason: "no answer within 40 ms" });
  });

  it("ends at once when it is stopped", async () => {
    const stop = new AbortController();
    const root = await rawServer(() => stop.abort());
    const result = await clientOf(root).call("getUpdates", poll, { signal: stop.signal });
    expect(result).toEqual({ type: "unanswered", reason: "stopped by us" });
  });

  const poll = { limit: 100, timeout: 50, allowed_updates: [] };

  it("ends after the time that a poll asked for, and a while", async () => {
    const root = await rawServer(() => {});
    const result = await clientOf(root, { poll: 40 }).call("getUpdates", { ...poll, timeout: 0 });
    expect(result).toEqual({ type: "unanswered", reason: "no answer within 40 ms" });
  });

  it("leaves the client able to make the next", async () => {
    let requests = 0;
    const root = await httpServer((request, response) => {
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else response.end('{"ok":true,"result":true}');
    });
    const client = clientOf(root);
    expect(await client.call("sendMessage", message)).toMatchObject({ type: "unanswered" });
    expect(await client.call("sendMessage", message)).toEqual({ type: "ok", result: true });
  });
});

describe("the token", () => {
  const url = `https://api.telegram.org/bot${token}/sendMessage`;
  const faults: Record<string, () => Promise<string>> = {
    "nobody listening": deadAddress,
    "an unknown name": () => Promise.resolve("http://no-such-host.invalid"),
    "a reset": () => rawServer((socket) => socket.resetAndDestroy()),
    "a premature close": () => rawServer((socket) => socket.end(truncated)),
    "no answer": () => rawServer(() => {}),
    "200 with HTML": () => answering(200, `<html>${url}</html>`, "text/html"),
    "413 with HTML": () => answering(413, `<html>${url}</html>`, "text/html"),
    "a description that repeats the address": () => echo(`no method at ${url}`),
    "a description that repeats the token": () => echo(`who is ${token}?`),
    "a status line that repeats the token": () =>
      rawServer((socket) => socket.end(`HTTP/1.1 ${token}\r\n\r\n`)),
  };

  it.each(Object.entries(faults))("is in no result: %s", async (_, start) => {
    const result = JSON.stringify(await send(await start(), { send: 300 }));
    expect(result).not.toContain(token);
    expect(result).not.toContain(token.slice(10));
  });

  it("is taken out of addresses whatever its form, and other words stay", () => {
    expect(redact(`POST ${url} failed`)).toBe(
      "POST https://api.telegram.org/bot[token]/sendMessage failed",
    );
    expect(redact("/file/bot12:short/a.jpg")).toBe("/file/bot[token]/a.jpg");
    expect(redact(`{"a":"/bot","b":"x/y ${token}"}`)).toBe('{"a":"/bot","b":"x/y [token]"}');
    expect(redact("at 10:30, 123456 people")).toBe("at 10:30, 123456 people");
  });
});
