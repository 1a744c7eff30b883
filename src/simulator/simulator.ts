import { createClock } from "./clock.ts";
import { createServer } from "./http/server.ts";
import { createRecord } from "./record.ts";
import { createFlood, noFlood } from "./rules/flood.ts";
import { createPoller } from "./updates/poller.ts";
import { createUpdates } from "./updates/updates.ts";
import { createWebhook, type WebhookOptions } from "./updates/webhook.ts";
import { createFiles } from "./world/files.ts";
import { createHub } from "./world/hub.ts";
import type { BotUser } from "./world/model.ts";
import { createPeople } from "./world/people.ts";
import { createProfile } from "./world/profile.ts";
import type { Telegram } from "./world/telegram.ts";

export interface SimulatorOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly token: string;
  readonly bot?: BotUser;
  /** Telegram's limits on sending: see flood.ts. Off by default. */
  readonly limits?: "telegram" | "off";
  /** Unix milliseconds; the real clock by default. */
  readonly now?: () => number;
  readonly webhook?: Partial<WebhookOptions>;
  /** Fills the world before the server listens. */
  readonly world?: (telegram: Telegram) => void;
}

export interface Simulator {
  /** `http://127.0.0.1:PORT`: calls go to `${apiRoot}/bot<token>/<method>`. */
  readonly apiRoot: string;
  readonly telegram: Telegram;
  readonly close: () => Promise<void>;
}

const defaultBot: BotUser = { id: 7_000_000_001, firstName: "Mujaz", username: "mujaz_bot" };

export function createTelegram(options: SimulatorOptions): Telegram {
  const hub = createHub();
  const clock = createClock(options.now, (now) => hub.emit({ type: "clock", now }));
  const profile = createProfile();
  const updates = createUpdates(clock);
  const telegram: Telegram = {
    bot: options.bot ?? defaultBot,
    clock,
    people: createPeople(),
    chats: new Map(),
    counters: { message: 0, thing: 0 },
    hub,
    updates,
    webhook: createWebhook(updates, clock, {
      backoffMs: options.webhook?.backoffMs ?? 1000,
      splitBody: options.webhook?.splitBody ?? false,
    }),
    poller: createPoller(),
    record: createRecord(clock),
    files: createFiles(),
    profile,
    callbacks: new Map(),
    inlineQueries: new Map(),
    inlineMessages: new Map(),
    flood: options.limits === "telegram" ? createFlood(clock, profile) : noFlood,
    problems: [],
  };
  options.world?.(telegram);
  return telegram;
}

/**
 * Starts a local Telegram. Rejects with the system's error, `code` and all, when it cannot listen,
 * such as EADDRINUSE for a port that is taken.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const telegram = createTelegram(options);
  const server = await createServer(telegram, options.token);
  const host = options.host ?? "127.0.0.1";
  const apiRoot = await server.listen({ port: options.port ?? 0, host });
  return {
    apiRoot,
    telegram,
    async close() {
      telegram.webhook.remove();
      telegram.poller.end("terminated by shutdown");
      await server.close();
    },
  };
}
