import type { z } from "zod";
import { mostFree, readVariables, variables, type Environment } from "./config/variables.ts";
import type { LogLevel } from "./log.ts";

/** How updates arrive: fetched by us, or sent by Telegram to a public address. */
export type Reception =
  | { readonly type: "polling" }
  | { readonly type: "webhook"; readonly url: URL; readonly secret: string };

export interface Config {
  readonly botToken: string;
  readonly apiRoot: string;
  readonly databaseUrl: string;
  readonly contentDir: string;
  readonly reception: Reception;
  /** Where anybody reaches what listens at `host` and `port`; without a slash at its end. */
  readonly publicUrl?: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly editorIds: readonly number[];
  /** Another editor than a story's own must press publish. */
  readonly requireApproval: boolean;
  readonly delivery: DeliveryConfig;
  readonly logLevel: LogLevel;
}

/** How and when messages are sent that nobody asked for. */
export interface DeliveryConfig {
  /** Of chats that chose none; IANA. */
  readonly defaultZone: string;
  /** Messages a second over all chats. */
  readonly broadcastRate: number;
  /** Telegram is paid, in Stars, for what goes out above 30 a second. */
  readonly paidBroadcast: boolean;
  /** Milliseconds for which a breaking story must be left unchanged before it goes out. */
  readonly alertSettle: number;
  /** The same of a changed story, before the messages that show it are corrected. */
  readonly correctionSettle: number;
  /** Chats above which an editor confirms an alert or a correction. */
  readonly confirmAbove: number;
  /** Days for which it is known what was sent where: longer than a week, for weekly digests. */
  readonly ledgerDays: number;
}

/**
 * The webhook's address and its secret come together or not at all; above 30 a second costs; and
 * nobody approves their own.
 */
const configVariables = variables
  .refine((given) => given.WEBHOOK_URL === undefined || given.WEBHOOK_SECRET !== undefined, {
    path: ["WEBHOOK_SECRET"],
    when: () => true,
  })
  .refine((given) => given.WEBHOOK_SECRET === undefined || given.WEBHOOK_URL !== undefined, {
    path: ["WEBHOOK_URL"],
    when: () => true,
  })
  .refine((given) => given.BROADCAST_RATE <= mostFree || given.PAID_BROADCAST, {
    path: ["BROADCAST_RATE"],
  })
  .refine((given) => !given.REQUIRE_APPROVAL || new Set(given.EDITOR_IDS).size > 1, {
    path: ["REQUIRE_APPROVAL"],
    when: () => true,
  });

const deliveryNames = {
  DEFAULT_TIMEZONE: true,
  BROADCAST_RATE: true,
  PAID_BROADCAST: true,
  ALERT_SETTLE: true,
  CORRECTION_SETTLE: true,
  CONFIRM_ABOVE: true,
  LEDGER_DAYS: true,
} as const;

const playgroundNames = { CONTENT_DIR: true, HOST: true, PORT: true, LOG_LEVEL: true } as const;

type DeliveryName = keyof typeof deliveryNames;

/** The environment as a frozen config, or one ConfigError that names every bad variable. */
export function readConfig(env: Environment): Config {
  const values = readVariables(configVariables, env);
  return Object.freeze({
    botToken: values.BOT_TOKEN,
    apiRoot: values.TELEGRAM_API_ROOT,
    databaseUrl: values.DATABASE_URL,
    contentDir: values.CONTENT_DIR,
    reception: receptionOf(values.WEBHOOK_URL, values.WEBHOOK_SECRET),
    publicUrl: values.PUBLIC_URL,
    host: values.HOST,
    port: values.PORT,
    editorIds: values.EDITOR_IDS,
    requireApproval: values.REQUIRE_APPROVAL,
    delivery: deliveryOf(values),
    logLevel: values.LOG_LEVEL,
  });
}

function deliveryOf(values: Pick<z.infer<typeof variables>, DeliveryName>): DeliveryConfig {
  return {
    defaultZone: values.DEFAULT_TIMEZONE,
    broadcastRate: values.BROADCAST_RATE,
    paidBroadcast: values.PAID_BROADCAST,
    alertSettle: values.ALERT_SETTLE,
    correctionSettle: values.CORRECTION_SETTLE,
    confirmAbove: values.CONFIRM_ABOVE,
    ledgerDays: values.LEDGER_DAYS,
  };
}

/** What the playground takes from the environment; it logs warnings only unless told otherwise. */
export function readPlaygroundConfig(
  env: Environment,
): Readonly<Pick<Config, "contentDir" | "host" | "port" | "delivery" | "logLevel">> {
  const picked = variables.pick({ ...playgroundNames, ...deliveryNames });
  const values = readVariables(picked, { LOG_LEVEL: "warn", ...env });
  return Object.freeze({
    contentDir: values.CONTENT_DIR,
    host: values.HOST,
    port: values.PORT,
    delivery: deliveryOf(values),
    logLevel: values.LOG_LEVEL,
  });
}

/** Of the environment, only where the store is. @throws ConfigError */
export function readDatabaseUrl(env: Environment): string {
  return readVariables(variables.pick({ DATABASE_URL: true }), env).DATABASE_URL;
}

/** What a check of the content needs of the environment. @throws ConfigError */
export function readCheckConfig(
  env: Environment,
): Pick<Config, "contentDir" | "databaseUrl"> & Pick<DeliveryConfig, "confirmAbove"> {
  const values = readVariables(
    variables.pick({ CONTENT_DIR: true, DATABASE_URL: true, CONFIRM_ABOVE: true }),
    env,
  );
  return {
    contentDir: values.CONTENT_DIR,
    databaseUrl: values.DATABASE_URL,
    confirmAbove: values.CONFIRM_ABOVE,
  };
}

function receptionOf(url: string | undefined, secret: string | undefined): Reception {
  return url === undefined || secret === undefined
    ? { type: "polling" }
    : { type: "webhook", url: new URL(url), secret };
}
