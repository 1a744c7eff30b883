import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { bench, type Bench } from "./harness.ts";

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Hit {
  readonly body: string;
  readonly chunks: readonly Buffer[];
  readonly secret: string | string[] | undefined;
}

interface Hook {
  readonly url: string;
  readonly hits: readonly Hit[];
  /** Until so many requests have come. */
  readonly until: (count: number) => Promise<void>;
}

async function read(request: IncomingMessage): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks;
}

/** A bot's own server, which answers the statuses one after another, then 200. */
async function hook(
  statuses: readonly number[] = [],
  headers: Readonly<Record<string, string>> = {},
): Promise<Hook> {
  const hits: Hit[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await read(request);
    const secret = request.headers["x-telegram-bot-api-secret-token"];
    hits.push({ chunks, body: Buffer.concat(chunks).toString(), secret });
    const status = statuses[hits.length - 1] ?? 200;
    response.writeHead(status, status === 200 ? {} : headers).end();
    for (const { count, resolve } of waiting) if (hits.length >= count) resolve();
  }
  const server = createServer((request, response) => void take(request, response));
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    hits,
    until(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      if (hits.length >= count) resolve();
      return promise;
    },
  };
}

function say(b: Bench, text: string): void {
  b.world.say({ person: b.layla, chat: b.layla, text });
}

const textOf = ({ body }: Hit): string => JSON.parse(body).message.text;

describe("a webhook", () => {
  it("gets updates with its secret, and getUpdates gets 409 meanwhile", async () => {
    const b = await bench();
    const at = await hook();
    const set = await b.call("setWebhook", { url: at.url, secret_token: "s3cret_-" });
    expect(set.description).toBe("Webhook was set");
    say(b, "مرحبا");
    await at.until(1);
    expect(at.hits.map(textOf)).toEqual(["مرحبا"]);
    expect(at.hits[0]?.secret).toBe("s3cret_-");
    const refused = await b.call("getUpdates");
    expect([refused.status, refused.description]).toEqual([
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ]);
  });

  it("a chat's updates come in order, and one that fails is tried until it is taken", async () => {
    const b = await bench({ webhook: { backoffMs: 1 } });
    const at = await hook([500, 404]);
    await b.call("setWebhook", { url: at.url });
    for (const text of ["a", "b"]) say(b, text);
    await at.until(4);
    expect(at.hits.map(textOf)).toEqual(["a", "a", "a", "b"]);
    const { result } = await b.call("getWebhookInfo");
    expect(result.last_error_message).toBe("Wrong response from the webhook: 404 Not Found");
  });

  it("Retry-After of an answer is waited for", async () => {
    const b = await bench({ webhook: { backoffMs: 60_000 } });
    const at = await hook([503], { "retry-after": "0.05" });
    await b.call("setWebhook", { url: at.url });
    say(b, "a");
    await at.until(2);
    expect(at.hits.map(textOf)).toEqual(["a", "a"]);
  });

  it("a body may come in two pieces, cut inside an Arabic letter", async () => {
    const b = await bench({ webhook: { splitBody: true } });
    const at = await hook();
    await b.call("setWebhook", { url: at.url });
    say(b, "مرحبا");
    await at.until(1);
    const [hit] = at.hits;
    expect(hit?.chunks.length).toBeGreaterThan(1);
    expect(hit?.chunks[0]?.toString()).toContain("�");
    expect(hit === undefined ? "" : textOf(hit)).toBe("مرحبا");
  });

  it("what waited is kept for it, or dropped if it says so", async () => {
    const b = await bench();
    const at = await hook();
    say(b, "old");
    await b.call("setWebhook", { url: at.url });
    await at.until(1);
    await b.call("deleteWebhook");
    say(b, "dropped");
    await b.call("setWebhook", { url: at.url, drop_pending_updates: true });
    say(b, "new");
    await at.until(2);
    expect(at.hits.map(textOf)).toEqual(["old", "new"]);
  });

  it("nobody there: the update waits and the error is told", async () => {
    const b = await bench();
    await b.call("setWebhook", { url: "http://127.0.0.1:9/x", max_connections: 5 });
    say(b, "a");
    const told = async (): Promise<string> => {
      const { result } = await b.call("getWebhookInfo");
      expect(result).toMatchObject({ pending_update_count: 1, max_connections: 5 });
      return result.last_error_message ?? told();
    };
    expect(await told()).toBe("Connection refused");
    const deleted = await b.call("setWebhook", { url: "" });
    expect(deleted.description).toBe("Webhook was deleted");
    expect((await b.call("getUpdates")).result).toHaveLength(1);
  });

  it.each([
    [
      "a letter that is not allowed",
      "a.b",
      "Bad Request: secret token contains unallowed characters",
    ],
    ["257 letters", "a".repeat(257), "Bad Request: secret token is too long"],
  ])("a secret with %s is refused", async (_name, secret_token, says) => {
    const b = await bench();
    const answer = await b.call("setWebhook", { url: "http://127.0.0.1:9/", secret_token });
    expect(answer.description).toBe(says);
  });
});
