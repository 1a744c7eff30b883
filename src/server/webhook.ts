import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../log.ts";
import { isSecret } from "./secret.ts";
import { turnAway } from "./turn-away.ts";

export interface WebhookOptions {
  /** One that config.ts lets through: of letters, digits and `-._~/`, and none of our own. */
  readonly path: string;
  readonly secret: string;
  /** Resolves once the update is safe, or with `refused` for something that is not an update. */
  readonly accept: (body: unknown) => Promise<"stored" | "refused">;
}

/** Telegram builds each update in 64 KiB. */
const largestBody = 256 * 1024;
const header = "x-telegram-bot-api-secret-token";

/**
 * Takes updates at `path`. Who does not know the secret is turned away before anything of the body
 * is read, and 200 is only said when the update is stored: Telegram repeats everything else.
 */
export function serveWebhook(server: FastifyInstance, options: WebhookOptions, log: Log): void {
  const { path, secret, accept } = options;
  function check(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const [given, ...more] = request.raw.headersDistinct[header] ?? [];
    if (given !== undefined && more.length === 0 && isSecret(given, secret)) return undefined;
    return turnAway(reply, given === undefined ? 401 : 403);
  }

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    try {
      const end = await accept(request.body);
      return reply.code(end === "stored" ? 200 : 400).send();
    } catch (error) {
      log.error({ error: String(error) }, "an update could not be stored; Telegram keeps it");
      return reply.code(503).send();
    }
  }

  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    "application/json",
    { parseAs: "buffer", bodyLimit: largestBody },
    (_request, body, done) => {
      try {
        // Decoded whole: a chunk may end in the middle of a letter.
        done(null, JSON.parse(body.toString("utf8")));
      } catch {
        done(Object.assign(new Error("not JSON"), { statusCode: 400 }));
      }
    },
  );
  server.post(path, { onRequest: async (request, reply) => check(request, reply) }, take);
  server.route({
    method: ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"],
    url: path,
    onRequest: async (_request, reply) => turnAway(reply.header("allow", "POST"), 405),
    handler: (_request, reply) => reply.send(),
  });
}
