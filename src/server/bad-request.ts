import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers what is not HTTP, or does not come to an end, with a status alone. Fastify's own answer
 * says more.
 */
export function refuseBadRequest(error: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const status = statuses[error.code ?? ""] ?? 400;
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
  socket.end(`${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
