import type { UserFromGetMe } from "telegraf/types";
import type { Client } from "./client.ts";
import { insist, type Insistence } from "./insist.ts";
import type { Outcome } from "../../delivery/outcome.ts";

export type Bot = UserFromGetMe;

/** Why a process cannot go on: something that waiting does not mend. */
export interface Fatal {
  readonly type: "fatal";
  readonly reason: string;
}

export interface Stopped {
  readonly type: "stopped";
}

/** Asks Telegram who we are, until it answers. */
export async function introduce(
  client: Client,
  insistence: Insistence,
): Promise<{ readonly type: "bot"; readonly bot: Bot } | Fatal | Stopped> {
  const { signal } = insistence;
  const outcome = await insist(insistence, () => client.call("getMe", {}, { signal }));
  if (outcome === undefined) return { type: "stopped" };
  return outcome.type === "sent" ? { type: "bot", bot: outcome.result } : fatal(outcome);
}

export function fatal(outcome: Outcome): Fatal {
  if (outcome.type === "unauthorized") {
    return { type: "fatal", reason: "BOT_TOKEN: Telegram does not know it, or knows it no more" };
  }
  const words = outcome.type === "failed" ? `${outcome.code} ${outcome.description}` : outcome.type;
  return { type: "fatal", reason: `Telegram refused: ${words}` };
}
