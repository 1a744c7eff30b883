import fastify, { type FastifyInstance } from "fastify";
import { WorldError } from "../world/world-error.ts";
import type { Telegram } from "../world/telegram.ts";
import { serveApi } from "./api-routes.ts";
import { acceptBodies } from "./bodies.ts";
import { serveControl } from "./control-routes.ts";
import { servePage } from "./page-routes.ts";

/** The HTTP server with the Bot API, `/control` and the page; not listening yet. */
export async function createServer(telegram: Telegram, token: string): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 });
  await acceptBodies(server);
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const code = error instanceof WorldError ? 400 : (error.statusCode ?? 500);
    return reply.code(code).send({ ok: false, error_code: code, description: error.message });
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ ok: false, error_code: 404, description: "Not Found" }),
  );
  serveApi(server, telegram, token);
  serveControl(server, telegram);
  servePage(server);
  return server;
}
