import { createClock } from "../clock.ts";
import { createFaults } from "../faults.ts";
import { createRecord, type RecordKind } from "../record/record.ts";
import { createFlood, createNoFlood } from "../rules/flood.ts";
import { createPoller } from "../updates/poller.ts";
import { createUpdates } from "../updates/updates.ts";
import { createWebhook, type WebhookOptions } from "../updates/webhook.ts";
import { createFiles } from "./files.ts";
import { createHub } from "./hub.ts";
import type { BotUser } from "./model.ts";
import { createPeople } from "./people.ts";
import { createProfile } from "./profile.ts";
import type { InlineMode, Telegram } from "./telegram.ts";

export interface TelegramOptions {
  /** Default: Mujaz, @mujaz_bot. */
  readonly bot?: BotUser;
  /** Telegram's limits on sending: see flood.ts. Default "off". */
  readonly limits?: "telegram" | "off";
  /** Unix milliseconds; the real clock by default. */
  readonly now?: () => number;
  /** Default "full". */
  readonly record?: RecordKind;
  /** Default: on, with feedback. */
  readonly inlineMode?: Partial<InlineMode>;
  readonly webhook?: Partial<WebhookOptions>;
  /** Fills the world before anybody calls. */
  readonly world?: (telegram: Telegram) => void;
}

const defaultBot: BotUser = { id: 7_000_000_001, firstName: "Mujaz", username: "mujaz_bot" };

/** An empty Telegram with one bot, filled by `options.world`. */
export function createTelegram(options: TelegramOptions): Telegram {
  const { bot = defaultBot, limits = "off", record = "full", webhook, world } = options;
  const hub = createHub();
  const clock = createClock(options.now, (now) => hub.emit({ type: "clock", now }));
  const profile = createProfile();
  const updates = createUpdates(clock);
  const hook = { backoffMs: 1000, splitBody: false, ...webhook };
  const telegram: Telegram = {
    bot,
    clock,
    people: createPeople(),
    chats: new Map(),
    counters: { message: 0, thing: 0 },
    hub,
    updates,
    poller: createPoller(),
    webhook: createWebhook(updates, clock, hook),
    record: createRecord(clock, record),
    files: createFiles(),
    profile,
    callbacks: new Map(),
    inlineMode: { on: true, feedback: true, ...options.inlineMode },
    inlineQueries: new Map(),
    inlineCache: new Map(),
    inlineMessages: new Map(),
    flood: limits === "telegram" ? createFlood(clock, profile) : createNoFlood(profile),
    faults: createFaults(),
    problems: [],
  };
  world?.(telegram);
  return telegram;
}
