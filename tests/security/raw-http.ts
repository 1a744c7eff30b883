import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createServer, type Server, type ServerOptions } from "../../src/server/server.ts";

export const path = "/hook/a1b2c3";
const secret = "s3cret-of_Telegram";
export const update = '{"update_id":1}';

/** The head of a webhook request that Telegram could have sent, without the length of its body. */
export const hookHead = [
  `POST ${path} HTTP/1.1`,
  "Host: mujaz",
  "Content-Type: application/json",
  `X-Telegram-Bot-Api-Secret-Token: ${secret}`,
].join("\r\n");

export interface Listening extends Server {
  /** What the webhook took in. */
  readonly bodies: readonly unknown[];
}

/** The product's server with a webhook and no pictures, until the test ends. */
export async function listening(more: Partial<ServerOptions> = {}): Promise<Listening> {
  const bodies: unknown[] = [];
  const server = await createServer({
    host: "127.0.0.1",
    port: 0,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    health: () => undefined,
    cards: () => Promise.resolve(undefined),
    webhook: {
      path,
      secret,
      accept(body) {
        bodies.push(body);
        return Promise.resolve("stored");
      },
    },
    ...more,
  });
  onTestFinished(() => server.close());
  return { ...server, bodies };
}

export function connectTo({ address }: Server): Socket {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Writes and reads until the other side closes. */
export async function exchanged(server: Server, words: string): Promise<string> {
  const socket = connectTo(server);
  socket.write(words);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
