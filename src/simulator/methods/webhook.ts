import { badRequest } from "../api-error.ts";
import { boolean, integer, list, string } from "../rules/kinds.ts";
import type { Telegram } from "../world/telegram.ts";
import { Described } from "./described.ts";
import { method } from "./method.ts";

function checkSecret(secret: string | undefined): void {
  if (secret === undefined) return;
  if (secret.length > 256) throw badRequest("secret token is too long");
  if (!/^[\w-]*$/.test(secret)) throw badRequest("secret token contains unallowed characters");
}

function checkHook(url: string): void {
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isUrl) throw badRequest("invalid webhook URL specified");
}

function remove(telegram: Telegram, drop: boolean): Described {
  const was = telegram.webhook.info() !== undefined;
  telegram.webhook.remove();
  if (drop) telegram.updates.clear();
  return new Described(true, was ? "Webhook was deleted" : "Webhook is already deleted");
}

/**
 * Any http or https address and any port are taken: Telegram itself wants https on 443, 80, 88 or
 * 8443, which nothing on a loopback address could offer.
 */
export const setWebhook = method({
  name: "setWebhook",
  parameters: {
    url: string,
    secret_token: string,
    max_connections: integer,
    allowed_updates: list(string),
    drop_pending_updates: boolean,
    ip_address: string,
  },
  run(telegram, args) {
    const { url = "", secret_token: secret, max_connections: connections = 40 } = args;
    const drop = args.drop_pending_updates ?? false;
    checkSecret(secret);
    if (args.allowed_updates !== undefined) telegram.updates.allow(args.allowed_updates);
    telegram.record.add({ type: "called", method: "setWebhook", args: { ...args } });
    if (url === "") return remove(telegram, drop);
    checkHook(url);
    if (drop) telegram.updates.clear();
    telegram.poller.end("terminated by setWebhook request");
    telegram.webhook.set({
      url,
      ...(secret !== undefined && secret !== "" && { secret }),
      maxConnections: Math.min(Math.max(connections, 1), 100),
    });
    return new Described(true, "Webhook was set");
  },
});

export const deleteWebhook = method({
  name: "deleteWebhook",
  parameters: { drop_pending_updates: boolean },
  run(telegram, args) {
    telegram.record.add({ type: "called", method: "deleteWebhook", args });
    return remove(telegram, args.drop_pending_updates ?? false);
  },
});

export const getWebhookInfo = method({
  name: "getWebhookInfo",
  parameters: {},
  run({ webhook, updates }) {
    const hook = webhook.info();
    const allowed = updates.allowed();
    return {
      url: hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(hook?.lastError !== undefined && {
        last_error_date: hook.lastError.date,
        last_error_message: hook.lastError.text,
      }),
      ...(hook !== undefined && { max_connections: hook.maxConnections }),
      ...(allowed.length > 0 && { allowed_updates: allowed }),
    };
  },
});
