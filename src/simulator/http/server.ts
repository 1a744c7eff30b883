import type { AddressInfo } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { createActions, type Actions } from "../actions.ts";
import { ApiError } from "../api-error.ts";
import type { Telegram } from "../world/telegram.ts";
import { WorldError } from "../world/world-error.ts";
import { serveApi } from "./api-routes.ts";
import { acceptBodies, acceptJsonAlone } from "./bodies.ts";
import { createConnections, type Connections } from "./connections.ts";
import { servePerson, serveViews } from "./control-routes.ts";
import { servePage } from "./page-routes.ts";
import { guard } from "./guard.ts";
import { serveRecord } from "./record-routes.ts";
import { serveActions, serveClock, serveFaults, servePause } from "./world-routes.ts";

const largestBody = 64 * 1024 * 1024;

/** A server that answers every error in the Bot API's envelope. */
async function createBare(): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true, bodyLimit: largestBody });
  await acceptBodies(server);
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const isAsked = error instanceof WorldError || error instanceof ApiError;
    const code = isAsked ? 400 : (error.statusCode ?? 500);
    const description = code === 413 ? "Request Entity Too Large" : error.message;
    return reply.code(code).send({ ok: false, error_code: code, description });
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ ok: false, error_code: 404, description: "Not Found" }),
  );
  return server;
}

export interface Served {
  readonly server: FastifyInstance;
  readonly actions: Actions;
  readonly connections: Connections;
}

/** The HTTP server with the Bot API, `/control` and the page; not listening yet. */
export async function createServer(
  telegram: Telegram,
  { token, host }: { readonly token: string; readonly host: string },
): Promise<Served> {
  const server = await createBare();
  const actions = createActions(telegram);
  const port = () => {
    const address: AddressInfo | string | null = server.server.address();
    return typeof address === "object" ? (address?.port ?? 0) : 0;
  };
  const connections = createConnections(server.server, { host, port });
  guard(server, host);
  serveApi(server, telegram, token);
  await server.register((control, _options, done) => {
    acceptJsonAlone(control);
    serveViews(control, telegram);
    servePerson(control, telegram, actions);
    serveActions(control, actions);
    serveFaults(control, telegram.faults);
    serveClock(control, telegram.clock);
    servePause(control, connections);
    serveRecord(control, telegram.record);
    done();
  });
  await servePage(server);
  return { server, actions, connections };
}
