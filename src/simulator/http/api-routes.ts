import type { FastifyInstance, FastifyReply } from "fastify";
import { ApiError } from "../api-error.ts";
import { callMethod, refusal, type Answer } from "../methods/call.ts";
import type { Telegram } from "../world/telegram.ts";
import { readValues } from "./bodies.ts";
import { answerFaulty, reset } from "./faulty-answer.ts";

interface MethodPath {
  readonly token: string;
  readonly method: string;
}

interface FilePath {
  readonly token: string;
  readonly id: string;
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

async function refusing(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await answer(reply, refusal(error));
  }
}

function serveMethods(server: FastifyInstance, telegram: Telegram, token: string): void {
  server.route<{ Params: MethodPath }>({
    method: ["GET", "POST"],
    url: "/bot:token/:method",
    onRequest(request, reply, done) {
      const { method } = request.params;
      if (telegram.faults.meetUnread(method) === undefined) {
        done();
        return;
      }
      telegram.record.add({ type: "fault", method, action: "reset", chatId: 0 });
      reset(reply);
    },
    handler: (request, reply) =>
      refusing(reply, async () => {
        const { token: given, method } = request.params;
        checkToken(given, token);
        const values = await readValues(request);
        const caller = { signal: () => hangUp(reply) };
        const run = () => callMethod(telegram, method, values, caller);
        const fault = telegram.faults.meet({ method, chatId: values["chat_id"] });
        if (fault === undefined) await answer(reply, await run());
        else await answerFaulty({ telegram, method, values, reply, run }, fault);
      }),
  });
}

function serveFiles(server: FastifyInstance, telegram: Telegram, token: string): void {
  server.get<{ Params: FilePath }>("/file/bot:token/files/:id", (request, reply) =>
    refusing(reply, async () => {
      checkToken(request.params.token, token);
      const file = telegram.files.get(request.params.id);
      if (file === undefined) throw new ApiError(404, "Not Found");
      await reply.type(file.mime).send(file.bytes);
    }),
  );
}

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`: the Bot API. */
export function serveApi(server: FastifyInstance, telegram: Telegram, token: string): void {
  serveMethods(server, telegram, token);
  serveFiles(server, telegram, token);
}
