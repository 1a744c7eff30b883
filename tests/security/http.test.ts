import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { connectTo, exchanged, hookHead, listening, path, update } from "./raw-http.ts";

const chunked = `f\r\n${update}\r\n0\r\n\r\n`;
const plain = "GET /healthz HTTP/1.1\r\nHost: mujaz\r\n";

describe("a request that two readers would part in two ways", () => {
  it.each([
    ["two lengths", `${hookHead}\r\nContent-Length: 15\r\nContent-Length: 3\r\n\r\n${update}`],
    [
      "one length twice",
      `${hookHead}\r\nContent-Length: 15\r\nContent-Length: 15\r\n\r\n${update}`,
    ],
    [
      "a length and chunks",
      `${hookHead}\r\nContent-Length: 15\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`,
    ],
    [
      "chunks and a length",
      `${hookHead}\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n${chunked}`,
    ],
    ["a space before the colon", `${hookHead}\r\nTransfer-Encoding : chunked\r\n\r\n${chunked}`],
    ["an unknown encoding", `${hookHead}\r\nTransfer-Encoding: xchunked\r\n\r\n${chunked}`],
    ["a folded header", `${hookHead}\r\nX-A: b\r\n c\r\nContent-Length: 15\r\n\r\n${update}`],
    ["bare line feeds", `${hookHead}\nContent-Length: 15\n\n${update}`],
    [
      "a chunk's endless extension",
      `${hookHead}\r\nTransfer-Encoding: chunked\r\n\r\nf;${"a".repeat(20_000)}\r\n`,
    ],
  ])("is refused whole: %s", async (_, words) => {
    const server = await listening();
    expect(await exchanged(server, words)).toBe(
      "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
    expect(server.bodies).toEqual([]);
  });

  it("is not one where the secret comes after the body", async () => {
    const server = await listening();
    const head = hookHead.replace(/\r\nX-Telegram.*/, "");
    const secret = /X-Telegram.*/.exec(hookHead)?.[0] ?? "";
    const late = `f\r\n${update}\r\n0\r\n${secret}\r\n\r\n`;
    const answer = await exchanged(
      server,
      `${head}\r\nTransfer-Encoding: chunked\r\nTrailer: X-Telegram-Bot-Api-Secret-Token\r\n\r\n${late}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(server.bodies).toEqual([]);
  });
});

describe("whoever asks for what is not there", () => {
  it.each([
    ["an address that is none", "GET /cards/%E0%A4%A", 400],
    ["one that is too long", `GET /cards/${"a".repeat(9000)}`, 414],
    ["a way upwards", "GET /cards/../healthz", 404],
    ["a way upwards in disguise", "GET /cards/..%2f..%2fhealthz", 404],
    ["a name of JavaScript's", "GET /__proto__", 404],
    ["a tunnel", "OPTIONS *", 404],
    ["another method by a header", `GET ${path}`, 405],
  ])("gets a status and no words of their own back: %s", async (_, line, status) => {
    const server = await listening();
    const words = `${line} HTTP/1.1\r\nHost: mujaz\r\nX-HTTP-Method-Override: POST\r\n\r\n`;
    const answer = await exchanged(server, words);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.split("\r\n\r\n").slice(1).join("")).toBe("");
    expect(answer).not.toContain(line.slice(4, 20));
  });

  it("with a flood of headers is not listened to", async () => {
    const server = await listening();
    const answer = await exchanged(server, `${plain}${"a:b\r\n".repeat(4000)}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
  });
});

describe("connections", () => {
  it("that only wait are let go, on any path", async () => {
    const server = await listening({ patienceMs: 100 });
    const heads = ["/cards/x.png", "/healthz", "/metrics"].map((at) => `GET ${at} HTTP/1.1\r\nHo`);
    const answers = await Promise.all(heads.map((words) => exchanged(server, words)));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it("that say nothing are let go", async () => {
    const server = await listening({ patienceMs: 50 });
    expect(await exchanged(server, "")).toMatch(/^HTTP\/1.1 408 |^$/);
  });

  it("are as many as they may be, and those that are there are served", async () => {
    const server = await listening({ mostConnections: 2 });
    const [first, second] = [connectTo(server), connectTo(server)];
    await Promise.all([once(first, "connect"), once(second, "connect")]);
    await once(connectTo(server).resume(), "close");
    first.write(`${plain}\r\n`);
    expect(String((await once(first, "data"))[0])).toMatch(/^HTTP\/1.1 200 /);
  });
});
