import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createServer, type Server, type ServerOptions } from "../../src/server/server.ts";

const secret = "s3cret-of_Telegram";
const path = "/hook/a1b2c3";
const log = { debug() {}, info() {}, warn() {}, error() {} };

interface Setup extends Partial<ServerOptions> {
  readonly accept?: (body: unknown) => Promise<"stored" | "refused">;
}

async function start(setup: Setup = {}): Promise<Server & { readonly bodies: unknown[] }> {
  const bodies: unknown[] = [];
  const { accept, ...more } = setup;
  const server = await createServer({
    host: "127.0.0.1",
    port: 0,
    log,
    health: () => undefined,
    webhook: {
      path,
      secret,
      accept(body) {
        bodies.push(body);
        return accept === undefined ? Promise.resolve("stored") : accept(body);
      },
    },
    ...more,
  });
  onTestFinished(() => server.close());
  return { ...server, bodies };
}

const secretName = "x-telegram-bot-api-secret-token";
const headers = {
  "content-type": "application/json",
  [secretName]: secret,
};

function post(server: Server, body: string, more: RequestInit = {}): Promise<Response> {
  return fetch(server.address + path, { method: "POST", headers, body, ...more });
}

const update = { update_id: 7, message: { text: "الغوطة" } };

describe("an update", () => {
  it("is said to be stored when it is", async () => {
    const stored = Promise.withResolvers<"stored">();
    let answered = false;
    const server = await start({ accept: () => stored.promise });
    const response = post(server, JSON.stringify(update)).then((response) => {
      answered = true;
      return response;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    stored.resolve("stored");
    expect((await response).status).toBe(200);
    expect(server.bodies).toEqual([update]);
  });

  it("fault 31: arrives whole when its body is split inside an Arabic letter", async () => {
    const server = await start();
    const body = Buffer.from(JSON.stringify(update));
    const middle = body.indexOf(Buffer.from("غ")) + 1;
    const request = httpRequest(server.address + path, {
      method: "POST",
      headers: { ...headers, "content-length": body.length },
    });
    await new Promise((resolve) => request.write(body.subarray(0, middle), resolve));
    // Once these are answered, the first half has been read.
    for (let turn = 0; turn < 3; turn += 1) await fetch(`${server.address}/healthz`);
    request.end(body.subarray(middle));
    const [response] = await once(request, "response");
    expect(response.statusCode).toBe(200);
    expect(server.bodies).toEqual([update]);
  });

  it("is to be brought again where it could not be stored", async () => {
    const server = await start({ accept: () => Promise.reject(new Error("disk full of secrets")) });
    const response = await post(server, JSON.stringify(update));
    expect(response.status).toBe(503);
    expect(await response.text()).toBe("");
  });

  it("fault 30: is refused where it is none", async () => {
    const server = await start({ accept: () => Promise.resolve("refused") });
    for (const body of ["null", "5", "[]", "{}"]) {
      expect((await post(server, body)).status).toBe(400);
    }
    expect(server.bodies).toEqual([null, 5, [], {}]);
  });

  it.each(["{", "", "\u{FEFF}x", '{"update_id":7'])(
    "fault 30: is refused where it is not JSON: %j",
    async (body) => {
      const server = await start();
      const response = await post(server, body);
      expect(response.status).toBe(400);
      expect(await response.text()).toBe("");
      expect(server.bodies).toEqual([]);
    },
  );
});

describe("whoever does not know the secret", () => {
  const wrong: readonly (readonly [string, number, readonly string[]])[] = [
    ["none", 401, []],
    ["a wrong one", 403, ["wrong"]],
    ["an empty one", 403, [""]],
    ["a part of it", 403, [secret.slice(1)]],
    ["it twice", 403, [secret, secret]],
    ["it and another", 403, [secret, "wrong"]],
  ];

  it.each(wrong)("fault 30: is turned away with nothing read: %s", async (_, status, secrets) => {
    const server = await start();
    const socket = connectTo(server);
    // The body never comes: an answer that waited for it would never come either.
    socket.write(
      [
        `POST ${path} HTTP/1.1`,
        "Host: mujaz",
        "Content-Type: application/json",
        "Content-Length: 10000000",
        ...secrets.map((value) => `X-Telegram-Bot-Api-Secret-Token: ${value}`),
        "\r\n",
      ].join("\r\n"),
    );
    const answer = await everything(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/connection: close/i);
    expect(answer).not.toContain(secret);
    expect(server.bodies).toEqual([]);
  });
});

function connectTo(server: Server): Socket {
  const { port } = new URL(server.address);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => {});
  return socket;
}

/** All that comes until the other side closes. */
async function everything(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

describe("a request that is not Telegram's", () => {
  it.each([
    ["GET", path, 405],
    ["HEAD", path, 405],
    ["PUT", path, 405],
    ["DELETE", path, 405],
    ["POST", "/", 404],
    ["POST", `${path}/more`, 404],
    ["GET", "/metrics", 404],
    ["POST", "/healthz", 404],
  ])("fault 30: gets no more than a status: %s %s", async (method, where, status) => {
    const server = await start();
    const response = await fetch(server.address + where, { method, headers });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("");
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/xml"])(
    "is refused as %s",
    async (type) => {
      const server = await start();
      const body = JSON.stringify(update);
      const response = await post(server, body, { headers: { ...headers, "content-type": type } });
      expect(response.status).toBe(415);
      expect(server.bodies).toEqual([]);
    },
  );

  it("fault 30: is refused above 256 KiB, said or not", async () => {
    const server = await start();
    const body = JSON.stringify({ update_id: 7, text: "x".repeat(256 * 1024) });
    expect((await post(server, body)).status).toBe(413);
    const huge = JSON.stringify({ update_id: 7, text: "x".repeat(10_000_000) });
    expect((await post(server, huge)).status).toBe(413);
    const stream = new Blob([body]).stream();
    const chunked = await post(server, "", { body: stream, duplex: "half" });
    expect(chunked.status).toBe(413);
    expect(server.bodies).toEqual([]);
    expect((await post(server, JSON.stringify(update))).status).toBe(200);
  });

  it.each([
    ["headers", `POST ${path} HTTP/1.1\r\nHost: mujaz\r\n`],
    [
      "its body",
      `POST ${path} HTTP/1.1\r\nHost: mujaz\r\nContent-Type: application/json\r\nContent-Length: 100\r\n` +
        `X-Telegram-Bot-Api-Secret-Token: ${secret}\r\n\r\n{`,
    ],
  ])("fault 30: is not waited for when it never finishes %s", async (_, words) => {
    const server = await start({ patienceMs: 100 });
    const socket = connectTo(server);
    socket.write(words);
    expect(await everything(socket)).toMatch(/^HTTP\/1.1 408 /);
    expect((await post(server, JSON.stringify(update))).status).toBe(200);
  });
});

describe("the server", () => {
  it("says that it is well, or what is not", async () => {
    let complaint: string | undefined;
    const server = await start({ health: () => complaint });
    const well = await fetch(`${server.address}/healthz`);
    expect((await fetch(`${server.address}/healthz`, { method: "HEAD" })).status).toBe(200);
    expect([well.status, await well.text()]).toEqual([200, "ok"]);
    complaint = "no updates for 10 minutes";
    const ill = await fetch(`${server.address}/healthz`);
    expect([ill.status, await ill.text()]).toEqual([503, complaint]);
  });

  it("says which port is taken", async () => {
    const { address } = await start();
    const port = Number(new URL(address).port);
    await expect(start({ port })).rejects.toThrow(
      `HOST, PORT: 127.0.0.1:${port}: the port is taken`,
    );
  });
});

describe("a picture", () => {
  const key = "k".repeat(43);
  const cards = (asked: string) =>
    Promise.resolve(asked === key ? new Uint8Array([137, 80, 78, 71]) : undefined);

  it("is given to anybody, to be kept", async () => {
    const server = await start({ cards });
    const response = await fetch(`${server.address}/cards/${key}.png`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect((await response.bytes()).length).toBe(4);
  });

  it.each([
    "/cards/",
    `/cards/${"x".repeat(43)}.png`,
    `/cards/${key}`,
    `/cards/${key}.png/`,
    "/cards/..%2f..%2fetc%2fpasswd",
    `/cards/%00${key}.png`,
  ])("is not found at %s", async (address) => {
    const server = await start({ cards });
    expect((await fetch(server.address + address)).status).toBe(404);
  });

  it("is to be asked for again while too many are drawn", async () => {
    const server = await start({ cards: () => Promise.resolve("busy" as const) });
    const response = await fetch(`${server.address}/cards/${key}.png`);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
  });

  it("is nowhere where none are served", async () => {
    const server = await start();
    expect((await fetch(`${server.address}/cards/${key}.png`)).status).toBe(404);
  });
});

describe("those who run it", () => {
  const insight = {
    ready: () => Promise.resolve({ ready: false, checks: { store: { ok: false } } }),
    metrics: () => Promise.resolve({ type: "text/plain; version=0.0.4", text: "a 1\n" }),
  };

  it("see why it is not ready, and its metrics", async () => {
    const server = await start({ insight });
    const ready = await fetch(`${server.address}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, store: { ok: false } });
    const metrics = await fetch(`${server.address}/metrics`);
    expect(metrics.headers.get("content-type")).toBe("text/plain; version=0.0.4");
    expect(await metrics.text()).toBe("a 1\n");
  });

  it("see them nowhere but there", async () => {
    const server = await start();
    for (const path of ["/metrics", "/readyz"]) {
      expect((await fetch(server.address + path)).status).toBe(404);
    }
  });

  it("are told of every request without the webhook's path", async () => {
    const told: string[] = [];
    const server = await start({
      insight,
      onAnswered: (route, status) => told.push(`${route} ${status}`),
    });
    await post(server, JSON.stringify(update));
    await post(server, JSON.stringify(update), { headers: { ...headers, [secretName]: "other" } });
    for (const at of ["/metrics", "/healthz", "/hook", `${path}/more`]) {
      await fetch(server.address + at);
    }
    expect(told).toEqual([
      "webhook 200",
      "webhook 403",
      "metrics 200",
      "healthz 200",
      "none 404",
      "none 404",
    ]);
  });
});
