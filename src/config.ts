import { z } from "zod";
import { logLevels, tokenForm, type LogLevel } from "./log.ts";

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
  readonly host: string;
  readonly port: number;
  readonly editorIds: readonly number[];
  /** IANA; of chats that chose none. */
  readonly defaultZone: string;
  readonly logLevel: LogLevel;
}

/** Every bad variable, a line each. */
export class ConfigError extends Error {}

const httpUrl = z.url({ protocol: /^https?$/ });

/** A path that the server can be asked for, and nothing that would not come back to it. */
function isHook(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash, username, password } = new URL(address);
  const plain = [search, hash, username, password].every((part) => part === "");
  return plain && /^\/[\w\-.~/]+$/.test(pathname) && pathname !== "/healthz";
}

/** The zone of a name in any case of letters; a bare offset is none. */
function zoneOf(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const variables = z.object({
  BOT_TOKEN: z.string().regex(new RegExp(`^${tokenForm.source}$`)),
  TELEGRAM_API_ROOT: httpUrl
    .default("https://api.telegram.org")
    .transform((url) => url.replace(/\/+$/, "")),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+$/)
    .default("file:data/mujaz.db"),
  CONTENT_DIR: z.string().default("content"),
  WEBHOOK_URL: httpUrl.refine(isHook).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(8080),
  EDITOR_IDS: z
    .string()
    .regex(/^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/)
    .transform((text) => text.split(",").map(Number))
    .default([]),
  DEFAULT_TIMEZONE: z
    .string()
    .refine((zone) => zoneOf(zone) !== undefined)
    .transform((zone) => zoneOf(zone) ?? zone)
    .default("Asia/Damascus"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

/** The webhook's address and its secret come together or not at all. */
const configVariables = variables
  .refine((given) => given.WEBHOOK_URL === undefined || given.WEBHOOK_SECRET !== undefined, {
    path: ["WEBHOOK_SECRET"],
    when: () => true,
  })
  .refine((given) => given.WEBHOOK_SECRET === undefined || given.WEBHOOK_URL !== undefined, {
    path: ["WEBHOOK_URL"],
    when: () => true,
  });

type Name = keyof z.infer<typeof variables>;

const expected: Readonly<Record<Name, string>> = {
  BOT_TOKEN: "the token that BotFather gave, such as 123456789:AAF…",
  TELEGRAM_API_ROOT: "the address of a Bot API server, such as http://127.0.0.1:8081",
  DATABASE_URL: "file:PATH",
  CONTENT_DIR: "a folder",
  WEBHOOK_URL:
    "the address that Telegram calls, with a path of letters, digits and -._~/ (not /healthz) and nothing after it, such as https://bot.example.org/hook, and with it WEBHOOK_SECRET",
  WEBHOOK_SECRET: "16 to 256 of A-Z, a-z, 0-9, _ and -, and with it WEBHOOK_URL",
  HOST: "an address to listen on",
  PORT: "a port from 1 to 65535",
  EDITOR_IDS: "Telegram user ids with commas between, such as 1234567,7654321",
  DEFAULT_TIMEZONE: "an IANA time zone, such as Asia/Damascus or Europe/Berlin",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
};

/** Variables whose values are not to be repeated, not even where they are wrong. */
const secrets: ReadonlySet<string> = new Set(["BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET"]);

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment as a frozen config, or one ConfigError that names every bad variable. */
export function readConfig(env: Environment): Config {
  const values = readVariables(configVariables, env);
  return Object.freeze({
    botToken: values.BOT_TOKEN,
    apiRoot: values.TELEGRAM_API_ROOT,
    databaseUrl: values.DATABASE_URL,
    contentDir: values.CONTENT_DIR,
    reception: receptionOf(values.WEBHOOK_URL, values.WEBHOOK_SECRET),
    host: values.HOST,
    port: values.PORT,
    editorIds: values.EDITOR_IDS,
    defaultZone: values.DEFAULT_TIMEZONE,
    logLevel: values.LOG_LEVEL,
  });
}

/** What the playground takes from the environment; it logs warnings only unless told otherwise. */
export function readPlaygroundConfig(
  env: Environment,
): Readonly<Pick<Config, "contentDir" | "defaultZone" | "host" | "port" | "logLevel">> {
  const picked = variables.pick({
    CONTENT_DIR: true,
    DEFAULT_TIMEZONE: true,
    HOST: true,
    PORT: true,
    LOG_LEVEL: true,
  });
  const values = readVariables(picked, { LOG_LEVEL: "warn", ...env });
  return Object.freeze({
    contentDir: values.CONTENT_DIR,
    defaultZone: values.DEFAULT_TIMEZONE,
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
  });
}

function readVariables<T>(schema: z.ZodType<T>, env: Environment): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const bad = new Set(result.error.issues.map(({ path }) => path[0]));
  const complaints = names
    .filter((name) => bad.has(name))
    .map((name) => complaint(name, given[name]));
  throw new ConfigError(complaints.join("\n"));
}

const names = variables.keyof().options;

function receptionOf(url: string | undefined, secret: string | undefined): Reception {
  return url === undefined || secret === undefined
    ? { type: "polling" }
    : { type: "webhook", url: new URL(url), secret };
}

function complaint(name: Name, given: string | undefined): string {
  if (given === undefined) return `${name}: missing: expected ${expected[name]}`;
  const shown = secrets.has(name) ? "the value given" : JSON.stringify(given);
  return `${name}: ${shown}: expected ${expected[name]}`;
}
