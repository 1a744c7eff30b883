import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);
const everywhere = new Set(["0.0.0.0", "::"]);

/** The name in a Host header, without the port; undefined for nonsense. */
function nameOf(header: string): string | undefined {
  return /^(\[[\da-f:.]+\]|[^:/@[\]\s]+)(?::\d+)?$/.exec(header.toLowerCase())?.[1];
}

function isOurs(header: string, host: string): boolean {
  const name = nameOf(header);
  if (name === undefined) return false;
  if (loopback.has(name)) return true;
  const address = name.replace(/^\[|\]$/g, "");
  // Who listens everywhere has many addresses; a page that rebinds has a name, never an address.
  return everywhere.has(host) ? isIP(address) > 0 : address === host.toLowerCase();
}

function complaint(headers: IncomingHttpHeaders, listensOn: string): string | undefined {
  const { host = "", origin } = headers;
  if (!isOurs(host, listensOn)) return "the Host header names another machine";
  if (origin !== undefined && origin !== `http://${host}`) return "another site's page asks";
  return undefined;
}

/**
 * Answers 403 to what a web page of another site sends through the browser of whoever runs this:
 * such a page has another Origin or, once it has led its own name here ("DNS rebinding"), another
 * Host than loopback or `listensOn`, the address that the server listens on.
 */
export function guard(server: FastifyInstance, listensOn: string): void {
  server.addHook("onRequest", async ({ headers }, reply) => {
    const reason = complaint(headers, listensOn);
    if (reason === undefined) return undefined;
    const description = `Forbidden: ${reason}`;
    return reply.code(403).send({ ok: false, error_code: 403, description });
  });
}
