import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createRawServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { mostBytes } from "../../src/desk/article/article.ts";
import { fetchArticle, type FetchOptions } from "../../src/desk/fetch/fetch-article.ts";
import { growthOf, mostGrowth } from "./memory.ts";

import type { Resolve } from "../../src/desk/fetch/target.ts";

const page = "<!doctype html><p>38 civilians were killed in Douma";
const html = { "content-type": "text/html; charset=utf-8" };

interface Running {
  readonly port: number;
  /** How many connections it got. */
  readonly connections: () => number;
}

/** A server of this machine, which the product would never ask. */
async function serving(answer: RequestListener): Promise<Running> {
  return listening(createServer({ keepAlive: false }, answer));
}

async function servingRaw(answer: (socket: Socket) => void): Promise<Running> {
  const server = createRawServer((socket) => {
    socket.on("error", () => undefined);
    answer(socket);
  });
  return listening(server);
}

async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<Running> {
  let connections = 0;
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, connections: () => connections };
}

/** Every name is at these addresses. */
function to(...addresses: readonly string[]): Resolve {
  return () => Promise.resolve(addresses);
}

const unknown: Resolve = () =>
  Promise.reject(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }));

const never: Resolve = () => new Promise(() => undefined);

/** News come from this machine; an address is itself. */
const news: Resolve = (host) => Promise.resolve([host === "news.example" ? "127.0.0.1" : host]);

/** Asks a server on this machine, which is open only for this. */
function opened({ port }: Running, given: FetchOptions = {}): FetchOptions {
  return { resolve: to("127.0.0.1"), open: { addresses: ["127.0.0.1"], ports: [port] }, ...given };
}

function fetchFrom(server: Running, path = "/", given: FetchOptions = {}) {
  return fetchArticle(`http://news.example:${server.port}${path}`, opened(server, given));
}

describe("fetching an article", () => {
  it("gives the page, its type and where it was found", async () => {
    const server = await serving((request, response) => {
      if (request.url === "/a") response.writeHead(302, { location: "/b?c=d" }).end();
      else response.writeHead(200, html).end(page);
    });
    const { url, contentType, bytes } = await fetchFrom(server, "/a");
    expect(new URL(url).pathname).toBe("/b");
    expect(contentType).toBe(html["content-type"]);
    expect(Buffer.from(bytes).toString()).toBe(page);
  });

  it.each([
    ["gzip", gzipSync(page)],
    ["x-gzip", gzipSync(page)],
    ["deflate", deflateSync(page)],
    ["br", brotliCompressSync(page)],
    ["identity", Buffer.from(page)],
  ])("unpacks %s", async (encoding, body) => {
    const server = await serving((_, response) => {
      response.writeHead(200, { ...html, "content-encoding": encoding }).end(body);
    });
    expect(Buffer.from((await fetchFrom(server)).bytes).toString()).toBe(page);
  });

  it("tells the server nothing but what it wants", async () => {
    let headers: readonly string[] = [];
    const server = await serving((request, response) => {
      headers = Object.keys(request.headers).toSorted();
      response.writeHead(200, { ...html, "set-cookie": "a=b" }).end(page);
    });
    await fetchFrom(server);
    expect(headers).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });
});

describe("an address that leads elsewhere", () => {
  it.each([
    ["ftp://news.example/", "begins with https:// or http://"],
    ["file:///etc/passwd", "begins with https:// or http://"],
    ["data:text/html,x", "begins with https:// or http://"],
    ["news.example", "begins with https:// or http://"],
    ["http://user@news.example/", "without a user name"],
    ["http://:secret@news.example/", "without a user name"],
    ["http://news.example:8080/", "port 8080: expected 80 or 443"],
    ["https://news.example:22/", "port 22: expected 80 or 443"],
    ["http://127.0.0.1/", "127.0.0.1: expected a place on the public internet"],
    ["http://127.1/", "127.0.0.1: expected"],
    ["http://0x7f.1/", "127.0.0.1: expected"],
    ["http://2130706433/", "127.0.0.1: expected"],
    ["http://0177.0.0.1/", "127.0.0.1: expected"],
    ["http://①②⑦.0.0.1/", "127.0.0.1: expected"],
    ["http://0/", "0.0.0.0: expected"],
    ["http://[::1]/", "::1: expected"],
    ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1: expected"],
    ["http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1: expected"],
    ["http://169.254.169.254/latest/meta-data/", "169.254.169.254: expected"],
    ["http://localhost/", ": expected a place on the public internet"],
  ])("fault 38: %s is refused", async (address, reason) => {
    await expect(fetchArticle(address)).rejects.toThrow(reason);
  });

  it("is refused if only one of its addresses is private", async () => {
    const resolve = to("8.8.8.8", "10.0.0.7");
    await expect(fetchArticle("http://news.example/", { resolve })).rejects.toThrow(
      "news.example is 10.0.0.7",
    );
  });

  it("is refused if it has none, or its name is unknown", async () => {
    await expect(fetchArticle("http://news.example/", { resolve: to() })).rejects.toThrow(
      "news.example has no address",
    );
    await expect(fetchArticle("http://news.example/", { resolve: unknown })).rejects.toThrow(
      "cannot be fetched (ENOTFOUND)",
    );
  });

  it("fault 38: is asked where it was when it was checked, whatever its name means a moment later", async () => {
    const checked = await serving((_, response) => response.writeHead(200, html).end("checked"));
    // The name is known to nobody but the check: a second look-up would fail.
    const { bytes } = await fetchArticle(
      `http://rebinding.invalid:${checked.port}/`,
      opened(checked),
    );
    expect(Buffer.from(bytes).toString()).toBe("checked");
    expect(checked.connections()).toBe(1);
  });

  it("fault 38: is refused after a redirect whose name has become private", async () => {
    const server = await serving((_, response) => {
      response.writeHead(302, { location: "/again" }).end();
    });
    const answers = [["127.0.0.1"], ["10.0.0.7"]].values();
    const resolve = (): Promise<string[]> => Promise.resolve(answers.next().value ?? []);
    await expect(fetchFrom(server, "/", { resolve })).rejects.toThrow("news.example is 10.0.0.7");
    expect(server.connections()).toBe(1);
  });

  it.each([
    ["http://127.0.0.2/", "127.0.0.2: expected a place"],
    ["http://[::1]/", "::1: expected a place"],
    ["//169.254.169.254/latest", "169.254.169.254: expected a place"],
    ["http://news.example:6379/", "port 6379: expected 80 or 443"],
    ["file:///etc/passwd", "begins with https:// or http://"],
    ["gopher://news.example/", "begins with https:// or http://"],
    ["http://user:word@news.example/", "without a user name"],
    ["http://[", "a redirect that leads nowhere"],
  ])("fault 38: is refused where a redirect leads to %s", async (location, reason) => {
    const server = await serving((_, response) => response.writeHead(302, { location }).end());
    await expect(fetchFrom(server, "/", { resolve: news })).rejects.toThrow(reason);
    expect(server.connections()).toBe(1);
  });

  it("is given up after four redirects", async () => {
    const server = await serving((request, response) => {
      const count = Number(request.url?.slice(1)) + 1;
      response.writeHead(307, { location: `/${count}` }).end();
    });
    await expect(fetchFrom(server, "/0")).rejects.toThrow("more than 4 redirects");
    expect(server.connections()).toBe(5);
  });
});

describe("a hostile answer", () => {
  it("fault 38: of a gigabyte in a megabyte takes no room, and others are fetched meanwhile", async () => {
    // A gzip of many parts is their texts one after the other.
    const part = gzipSync(Buffer.alloc(10_000_000), { level: 9 });
    const bomb = await serving((_, response) => {
      response.writeHead(200, { ...html, "content-encoding": "gzip" });
      for (let number = 0; number < 100; number += 1) response.write(part);
      response.end();
    });
    const other = await serving((_, response) => response.writeHead(200, html).end(page));
    const { result, bytes } = await growthOf(() =>
      Promise.allSettled([fetchFrom(bomb), fetchFrom(other)]),
    );
    expect(result).toMatchObject([
      { status: "rejected", reason: { message: `more than ${mostBytes} bytes` } },
      { status: "fulfilled" },
    ]);
    expect(bytes).toBeLessThan(mostGrowth);
  });

  const large = Buffer.alloc(40 * mostBytes, " ");

  it.each([
    ["gzip", gzipSync(large)],
    ["br", brotliCompressSync(large)],
    ["deflate", deflateSync(large)],
  ])("fault 38: of %s is unpacked no further than the limit", async (encoding, body) => {
    expect(body.length).toBeLessThan(mostBytes);
    const server = await serving((_, response) => {
      response.writeHead(200, { ...html, "content-encoding": encoding }).end(body);
    });
    await expect(fetchFrom(server)).rejects.toThrow(`more than ${mostBytes} bytes`);
  });

  it.each(["gzip, gzip", "gzip, br", "compress", "zstd", "unheard-of"])(
    "packed as %s is refused",
    async (encoding) => {
      const server = await serving((_, response) => {
        response.writeHead(200, { ...html, "content-encoding": encoding }).end(page);
      });
      await expect(fetchFrom(server)).rejects.toThrow("packed in a way that is not known here");
    },
  );

  it("that is not what it says it is packed as is refused", async () => {
    const server = await serving((_, response) => {
      response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(page);
    });
    await expect(fetchFrom(server)).rejects.toThrow("cannot be fetched (Z_DATA_ERROR)");
  });

  it("fault 38: without an end is read no further than the limit", async () => {
    const server = await servingRaw((socket) => {
      const chunk = Buffer.alloc(65_536, "x");
      const more = (): void => {
        while (socket.write(chunk));
      };
      socket.on("drain", more);
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n");
      more();
    });
    await expect(fetchFrom(server)).rejects.toThrow(`more than ${mostBytes} bytes`);
  });

  it.each([
    ["that never begins", (): void => undefined],
    [
      "that drips",
      (socket: Socket): void => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n");
        const timer = setInterval(() => socket.write("x"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "whose headers drip",
      (socket: Socket): void => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const timer = setInterval(() => socket.write("a: b\r\n"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
  ])("%s is given up in time", async (_, answer) => {
    const server = await servingRaw(answer);
    await expect(fetchFrom(server, "/", { limit: 300 })).rejects.toThrow("no answer in time");
  });

  it("is given up in time even if it is the name's that never comes", async () => {
    await expect(
      fetchArticle("http://news.example/", { resolve: never, limit: 100 }),
    ).rejects.toThrow("no answer in time");
  });

  it("is given up when the process is asked to stop", async () => {
    const stop = new AbortController();
    const server = await servingRaw(() => stop.abort());
    await expect(fetchFrom(server, "/", { signal: stop.signal })).rejects.toThrow(
      "cannot be fetched",
    );
  });

  it.each([
    ["headers without an end", `a: ${"b".repeat(100_000)}\r\n`],
    ["a thousand headers", "a: b\r\n".repeat(10_000)],
    ["a broken status", ""],
  ])("with %s is refused", async (name, headers) => {
    const server = await servingRaw((socket) => {
      const status = name === "a broken status" ? "HTTP/9 nonsense" : "HTTP/1.1 200 OK";
      socket.end(`${status}\r\ncontent-type: text/plain\r\n${headers}\r\nx`);
    });
    await expect(fetchFrom(server)).rejects.toThrow("cannot be fetched");
  });

  it("that ends too early is refused", async () => {
    const server = await servingRaw((socket) => {
      socket.end("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nx");
    });
    await expect(fetchFrom(server)).rejects.toThrow("cannot be fetched");
  });

  it.each(["application/pdf", "image/png", "text/htmlx", "multipart/form-data", undefined])(
    "of the type %s is refused",
    async (type) => {
      const server = await serving((_, response) => {
        response.writeHead(200, type === undefined ? {} : { "content-type": type }).end(page);
      });
      await expect(fetchFrom(server)).rejects.toThrow("expected one of text/html, text/plain");
    },
  );

  it.each([204, 206, 300, 304, 403, 404, 500])("with status %d is refused", async (status) => {
    const server = await serving((_, response) => response.writeHead(status, html).end());
    await expect(fetchFrom(server)).rejects.toThrow(`the answer is ${status}: expected a page`);
  });
});
