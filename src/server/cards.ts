import type { FastifyInstance } from "fastify";
import { turnAway } from "./turn-away.ts";

/** A PNG by the key of a picture; undefined where there is none; busy where there is none yet. */
export type FindCard = (key: string) => Promise<Uint8Array | "busy" | undefined>;

/** `GET /cards/KEY.png`: a picture never changes, so whoever has it keeps it. */
export function serveCards(server: FastifyInstance, find: FindCard): void {
  server.get<{ Params: { name: string } }>("/cards/:name", async (request, reply) => {
    const [, key] = /^([\w-]{43})\.png$/.exec(request.params.name) ?? [];
    const bytes = key === undefined ? undefined : await find(key);
    if (bytes === "busy") return turnAway(reply.header("retry-after", "2"), 503);
    if (bytes === undefined) return turnAway(reply, 404);
    return reply
      .header("content-type", "image/png")
      .header("cache-control", "public, max-age=604800, immutable")
      .header("x-content-type-options", "nosniff")
      .send(Buffer.from(bytes));
  });
}
