import { setTimeout as pause } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import { ApiError } from "../api-error.ts";
import type { FaultAction } from "../faults.ts";
import { recordRefusal, type Answer, type Values } from "../methods/call.ts";
import { isRecord } from "../rules/kinds.ts";
import { migrate } from "../world/groups.ts";
import type { Telegram } from "../world/telegram.ts";

/** One call that a fault has met. */
export interface Stricken {
  readonly telegram: Telegram;
  readonly method: string;
  readonly values: Values;
  readonly reply: FastifyReply;
  /** Carries the call out. */
  readonly run: () => Promise<Answer>;
}

/** Ends the connection with RST, so that the caller sees ECONNRESET. */
export function reset(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
}

async function answer(reply: FastifyReply, body: Answer): Promise<void> {
  await reply.code(body.ok ? 200 : body.error_code).send(body);
}

async function refuse(call: Stricken, action: FaultAction & { type: "refuse" }): Promise<void> {
  const { code, description, parameters, accepted = false } = action;
  if (accepted) await call.run();
  else {
    const seconds = isRecord(parameters) ? parameters["retry_after"] : undefined;
    const given = typeof seconds === "number" ? { retry_after: seconds } : undefined;
    recordRefusal(call.telegram, call.method, call.values, new ApiError(code, description, given));
  }
  const body = { ok: false, error_code: code, description };
  await call.reply.code(code).send(parameters === undefined ? body : { ...body, parameters });
}

async function truncate(call: Stricken): Promise<void> {
  const body = Buffer.from(JSON.stringify(await call.run()));
  const { raw } = call.reply;
  call.reply.hijack();
  raw.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  raw.write(body.subarray(0, Math.floor(body.length / 2)), () => raw.socket?.destroy());
}

async function afterMigration(call: Stricken): Promise<void> {
  const chatId = Number(call.values["chat_id"]);
  const chat = call.telegram.chats.get(chatId);
  if (chat?.kind === "group" && chat.migratedTo === undefined) migrate(call.telegram, chatId);
  await answer(call.reply, await call.run());
}

async function late(call: Stricken, ms: number): Promise<void> {
  const body = await call.run();
  await pause(ms);
  await answer(call.reply, body);
}

/** For the calls that get no answer of their own: carries them out if the fault lets them pass. */
async function swallow(
  call: Stricken,
  action: FaultAction & { accepted?: boolean },
): Promise<void> {
  if (action.accepted === true) await call.run();
  if (action.type === "reset") reset(call.reply);
  if (action.type === "silent") call.reply.hijack();
  if (action.type !== "answer") return;
  await call.reply.code(action.status).type(action.contentType).send(action.body);
}

/** Does to a call what the fault says. */
export async function answerFaulty(call: Stricken, action: FaultAction): Promise<void> {
  const { telegram, method, values } = call;
  const chatId = Number(values["chat_id"]) || 0;
  telegram.record.add({ type: "fault", method, action: action.type, chatId });
  switch (action.type) {
    case "refuse":
      return refuse(call, action);
    case "delay":
      return late(call, action.ms);
    case "truncate":
      return truncate(call);
    case "migrate":
      return afterMigration(call);
    case "answer":
    case "reset":
    case "silent":
    default:
      return swallow(call, action);
  }
}
