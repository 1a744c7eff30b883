import type { FastifyInstance, FastifyReply } from "fastify";
import { ApiError } from "../api-error.ts";
import { callMethod, refusal, type Answer } from "../methods/call.ts";
import type { Telegram } from "../world/telegram.ts";
import { readValues } from "./bodies.ts";

interface Path {
  readonly token: string;
  readonly method: string;
}

const tokenForm = /^\d+:[\w-]+$/;

function checkToken(given: string, token: string): void {
  if (!tokenForm.test(given)) throw new ApiError(404, "Not Found");
  if (given !== token) throw new ApiError(401, "Unauthorized");
}

function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => controller.abort());
  return controller.signal;
}

async function answer(reply: FastifyReply, body: Answer): Promise<void> {
  await reply.code(body.ok ? 200 : body.error_code).send(body);
}

/** `/bot<token>/<method>`: the Bot API. */
export function serveApi(server: FastifyInstance, telegram: Telegram, token: string): void {
  server.route<{ Params: Path }>({
    method: ["GET", "POST"],
    url: "/bot:token/:method",
    async handler(request, reply) {
      const { token: given, method } = request.params;
      try {
        checkToken(given, token);
        const values = await readValues(request);
        const caller = { signal: hangUp(reply) };
        await answer(reply, await callMethod(telegram, method, values, caller));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        await answer(reply, refusal(error));
      }
    },
  });
}
