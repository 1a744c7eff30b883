import type { FastifyReply } from "fastify";

/** Answers with a status alone and closes the connection, so that a body is not even read. */
export function turnAway(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).header("connection", "close").send();
}
