import fastify, { type FastifyInstance } from "fastify";
import type { Log } from "../log.ts";
import { refuseBadRequest } from "./bad-request.ts";
import { serveCards, type FindCard } from "./cards.ts";
import { observeRequests, serveInsight, type Insight } from "./insight.ts";
import { turnAway } from "./turn-away.ts";
import { serveWebhook, type WebhookOptions } from "./webhook.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly webhook?: WebhookOptions;
  /** Pictures for anybody; none are served without it. */
  readonly cards?: FindCard | undefined;
  /** Undefined while all is well, otherwise what is not. */
  readonly health: () => string | undefined;
  /** For those who run it; not shown without. */
  readonly insight?: Insight | undefined;
  /** Told of every request that was answered: its route, its status, and the seconds. */
  readonly onAnswered?: ((route: string, status: number, seconds: number) => void) | undefined;
  readonly log: Log;
  /** Milliseconds that a request has to arrive whole; default 10 s. */
  readonly patienceMs?: number;
  /** Connections at a time; more are not taken. Telegram's webhook opens 40. Default 500. */
  readonly mostConnections?: number;
}

export interface Server {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no more, and returns when the requests in flight are answered. */
  close(): Promise<void>;
}

/** The server cannot listen; the message names the variable and the address. */
export class ServerError extends Error {}

/** Listens for Telegram's webhook and for pictures, where there are such, and for those who run it. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { host, port, webhook, cards, health, insight, log, patienceMs = 10_000 } = options;
  const server = fastify({
    requestTimeout: patienceMs,
    // Of those that read nothing, or say nothing.
    connectionTimeout: patienceMs * 6,
    clientErrorHandler: refuseBadRequest,
    // Fastify's own answers repeat the address.
    frameworkErrors: (error, _request, reply) => void turnAway(reply, error.statusCode ?? 400),
    http: {
      headersTimeout: patienceMs,
      connectionsCheckingInterval: Math.ceil(patienceMs / 10),
    },
    exposeHeadRoutes: false,
  });
  // The rest of the process needs sockets and files, too.
  server.server.maxConnections = options.mostConnections ?? 500;
  answerBriefly(server);
  if (options.onAnswered) observeRequests(server, webhook?.path, options.onAnswered);
  server.get("/healthz", { exposeHeadRoute: true }, (_request, reply) => {
    const complaint = health();
    return reply.code(complaint === undefined ? 200 : 503).send(complaint ?? "ok");
  });
  if (insight !== undefined) serveInsight(server, insight);
  if (cards !== undefined) serveCards(server, cards);
  if (webhook !== undefined) serveWebhook(server, webhook, log);
  return { address: await listen(server, host, port), close: () => server.close() };
}

/** A status and nothing else: whoever asks for what is not here learns nothing. */
function answerBriefly(server: FastifyInstance): void {
  // Before any body is read, which the handler of unknown paths would come after.
  server.addHook("onRequest", async (request, reply) =>
    request.is404 ? turnAway(reply, 404) : undefined,
  );
  server.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(),
  );
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "EADDRINUSE" ? "the port is taken" : String(error);
    throw new ServerError(`HOST, PORT: ${host}:${port}: ${reason}`);
  }
}
