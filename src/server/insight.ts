import type { FastifyInstance } from "fastify";

/** What `GET /readyz` says: the parts that are not well make the whole not ready. */
export interface Readiness {
  readonly ready: boolean;
  /** Shown as JSON. */
  readonly checks: object;
}

/** What those who run the bot look at; the proxy does not lead to it. */
export interface Insight {
  readonly ready: () => Promise<Readiness>;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** `GET /readyz` for load balancers and people, `GET /metrics` for Prometheus. */
export function serveInsight(server: FastifyInstance, { ready, metrics }: Insight): void {
  server.get("/readyz", { exposeHeadRoute: true }, async (_request, reply) => {
    const { ready: isReady, checks } = await ready();
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready: isReady, ...checks });
  });
  server.get("/metrics", async (_request, reply) => {
    const { type, text } = await metrics();
    return reply.header("content-type", type).send(text);
  });
}

/** Tells of every request that was answered, by a route that says nothing of the webhook's path. */
export function observeRequests(
  server: FastifyInstance,
  webhookPath: string | undefined,
  tell: (route: string, status: number, seconds: number) => void,
): void {
  server.addHook("onResponse", async (request, reply) => {
    const { url } = request.routeOptions;
    tell(routeOf(url, webhookPath), reply.statusCode, reply.elapsedTime / 1000);
  });
}

function routeOf(url: string | undefined, webhookPath: string | undefined): string {
  if (url === undefined) return "none";
  if (url === webhookPath) return "webhook";
  return url.startsWith("/cards/") ? "cards" : url.slice(1);
}
