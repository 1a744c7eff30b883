import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import {
  createServer as createNetServer,
  type AddressInfo,
  type Server,
  type Socket,
} from "node:net";
import { onTestFinished } from "vitest";

export const token = "123456789:AAF-test_token-that-is-35-letters-x";

/** Listens on a free port of loopback until the test ends. */
async function listen(server: Server, sockets: Set<Socket>): Promise<string> {
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server below HTTP: `react` gets the socket once the first bytes of a request are there. */
export function rawServer(react: (socket: Socket) => void): Promise<string> {
  const server = createNetServer((socket) => {
    socket.once("data", () => react(socket));
  });
  return listen(server, new Set());
}

export function httpServer(
  listener: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<string> {
  const server = createHttpServer((request, response) => void listener(request, response));
  return listen(server, new Set());
}

/** A server that gives every request the same answer. */
export function answering(
  status: number,
  body: string,
  type = "application/json",
): Promise<string> {
  return httpServer((_request, response) => {
    response.writeHead(status, { "content-type": type }).end(body);
  });
}

/** An address of loopback where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = createNetServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has a port
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
