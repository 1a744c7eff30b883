import type { Client } from "../api/client.ts";
import { insist, type Insistence } from "../api/insist.ts";
import { fatal, type Fatal, type Stopped } from "../api/introduce.ts";
import { allowedUpdates } from "./receive.ts";

export interface Webhook {
  /** The public https address; its path is to be random and must not hold the token. */
  readonly url: string;
  /** 1–256 of `A-Za-z0-9_-`; comes back in every request. */
  readonly secret: string;
  /** 1–100 requests at a time; default 40. */
  readonly maxConnections?: number;
}

/** Has Telegram bring updates to `webhook`, and tries until it agrees. */
export async function setWebhook(
  client: Client,
  webhook: Webhook,
  insistence: Insistence,
): Promise<{ readonly type: "set" } | Fatal | Stopped> {
  const params = {
    url: webhook.url,
    secret_token: webhook.secret,
    max_connections: webhook.maxConnections ?? 40,
    allowed_updates: allowedUpdates,
    drop_pending_updates: false,
  };
  const { signal } = insistence;
  const outcome = await insist(insistence, () => client.call("setWebhook", params, { signal }));
  if (outcome === undefined) return { type: "stopped" };
  return outcome.type === "sent" ? { type: "set" } : fatal(outcome);
}
