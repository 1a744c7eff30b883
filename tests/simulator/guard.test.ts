import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { bench, token, type Bench } from "./harness.ts";

interface Asked {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `fetch` sets Host and Origin by itself. */
async function statusOf({ apiRoot }: Bench, asked: Asked): Promise<number | undefined> {
  const { path = "/control/state", headers = {}, body } = asked;
  const request = httpRequest(apiRoot, {
    path,
    method: body === undefined ? "GET" : "POST",
    headers,
  });
  request.end(body);
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode;
}

const paths = ["/", "/main.ts", "/control/state", `/bot${token}/getMe`, "/nowhere"];
const json = { "content-type": "application/json" };

describe("a page whose name was led here", () => {
  it.each([
    "evil.example",
    "evil.example:8080",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
  ])("gets nothing: Host %s", async (host) => {
    const b = await bench();
    for (const path of paths) {
      expect([path, await statusOf(b, { path, headers: { host } })]).toEqual([path, 403]);
    }
  });

  it.each(["127.0.0.1@evil.example", "[evil.example]", "192.168.7.7", "127.0.0.1:80:80"])(
    "gets nothing by nonsense either: Host %j",
    async (host) => {
      expect(await statusOf(await bench(), { headers: { host } })).toBe(403);
    },
  );

  it.each(["127.0.0.1", "localhost:1234", "LOCALHOST", "[::1]:8080"])(
    "is told from this machine: Host %s",
    async (host) => {
      expect(await statusOf(await bench(), { headers: { host } })).toBe(200);
    },
  );

  it("is told from the address that was configured, or any where it listens everywhere", async () => {
    const one = await bench({ host: "127.0.0.2" });
    expect(await statusOf(one, {})).toBe(200);
    expect(await statusOf(one, { headers: { host: "127.0.0.3" } })).toBe(403);
    const all = await bench({ host: "0.0.0.0" });
    expect(await statusOf(all, { headers: { host: "192.168.7.7:8080" } })).toBe(200);
    expect(await statusOf(all, { headers: { host: "evil.example" } })).toBe(403);
  });
});

describe("another site's page", () => {
  const body = JSON.stringify({ person: 501, chat: 501, text: "/help" });
  const path = "/control/message";

  it.each(["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"])(
    "does nothing, being of another origin: %s",
    async (origin) => {
      const b = await bench();
      expect(await statusOf(b, { path, body, headers: { ...json, origin } })).toBe(403);
      expect(b.messages(b.layla)).toEqual([]);
    },
  );

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "does nothing by what a form can send: %s",
    async (type) => {
      const b = await bench();
      expect(await statusOf(b, { path, body, headers: { "content-type": type } })).toBe(415);
      expect(b.messages(b.layla)).toEqual([]);
    },
  );

  it("is not this page, which has the simulator's own origin", async () => {
    const b = await bench();
    const headers = { ...json, origin: b.apiRoot };
    expect(await statusOf(b, { path, body, headers })).toBe(200);
    expect(b.messages(b.layla)).toMatchObject([{ text: "/help" }]);
  });
});
