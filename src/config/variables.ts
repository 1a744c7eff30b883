import { z } from "zod";
import { canonicalZone } from "../domain/time/time-zone.ts";
import { standIns } from "../domain/stand-ins.ts";
import { logLevels, redact, tokenForm } from "../log.ts";

/** Every bad variable, a line each. */
export class ConfigError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

const httpUrl = z.url({ protocol: /^https?$/ });

/** Where those who run the bot look; no webhook can be there. */
const own: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/** A path that the server can be asked for, and nothing that would not come back to it. */
function isHook(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash, username, password } = new URL(address);
  const plain = [search, hash, username, password].every((part) => part === "");
  return plain && /^\/[\w\-.~/]+$/.test(pathname) && !own.has(pathname);
}

/** What proxies and their logs see, and so never the token (telegram-facts.md 5.1, 5). */
function hidesToken(address: string): boolean {
  return redact(address) === address;
}

/** Where Telegram, and anybody, can fetch from: https, with a path at most. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash, username, password } = new URL(address);
  return protocol === "https:" && [search, hash, username, password].every((part) => part === "");
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most);
}

/** `60s` or `5m`, in milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,5}[sm]$/)
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith("m") ? 60_000 : 1000));

/** What Telegram takes for free in a second, and what it takes when it is paid. */
export const mostFree = 30;
const mostPaid = 1000;

/** What the environment may say, variable by variable. */
export const variables = z.object({
  BOT_TOKEN: z.string().regex(new RegExp(`^${tokenForm.source}$`)),
  TELEGRAM_API_ROOT: httpUrl
    .default("https://api.telegram.org")
    .transform((url) => url.replace(/\/+$/, "")),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/).+$/)
    .refine((url) => url.startsWith("file:") || URL.canParse(url))
    .default("file:data/mujaz.db"),
  CONTENT_DIR: z.string().default("content"),
  WEBHOOK_URL: httpUrl.refine(isHook).refine(hidesToken).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isPublic)
    .refine(hidesToken)
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(8080),
  DEFAULT_TIMEZONE: z
    .string()
    .refine((zone) => canonicalZone(zone) !== undefined)
    .transform((zone) => canonicalZone(zone) ?? zone)
    .default("Asia/Damascus"),
  BROADCAST_RATE: wholeNumber(1, mostPaid).default(28),
  PAID_BROADCAST: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .default(false),
  ALERT_SETTLE: duration.default(60_000),
  CORRECTION_SETTLE: duration.default(120_000),
  CONFIRM_ABOVE: wholeNumber(0, 1_000_000_000).default(1000),
  LEDGER_DAYS: wholeNumber(8, 3650).default(30),
  EDITOR_IDS: z
    .string()
    .regex(/^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/)
    .transform((text) => text.split(",").map(Number))
    .refine((ids) => !ids.some((id) => standIns.includes(id)))
    .default([]),
  REQUIRE_APPROVAL: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .default(false),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

type Name = keyof z.infer<typeof variables>;

const expected: Readonly<Record<Name, string>> = {
  BOT_TOKEN: "the token that BotFather gave, such as 123456789:AAF…",
  TELEGRAM_API_ROOT: "the address of a Bot API server, such as http://127.0.0.1:8081",
  DATABASE_URL: "file:PATH or postgres://USER:PASSWORD@HOST:5432/NAME",
  CONTENT_DIR: "a folder",
  WEBHOOK_URL:
    "the address that Telegram calls, with a path of letters, digits and -._~/ (not /healthz, /readyz or /metrics) and nothing after it, without the token, such as https://bot.example.org/hook, and with it WEBHOOK_SECRET",
  WEBHOOK_SECRET: "16 to 256 of A-Z, a-z, 0-9, _ and -, and with it WEBHOOK_URL",
  PUBLIC_URL:
    "the https address at which HOST and PORT are reached from outside, such as https://bot.example.org",
  HOST: "an address to listen on",
  PORT: "a port from 1 to 65535",
  DEFAULT_TIMEZONE: "an IANA time zone, such as Asia/Damascus",
  BROADCAST_RATE: `messages a second, from 1 to ${mostFree}, or to ${mostPaid} with PAID_BROADCAST=true`,
  PAID_BROADCAST: "true or false",
  ALERT_SETTLE: "seconds or minutes, such as 60s or 5m",
  CORRECTION_SETTLE: "seconds or minutes, such as 120s or 5m",
  CONFIRM_ABOVE: "a number of chats",
  LEDGER_DAYS: "days, from 8 to 3650",
  EDITOR_IDS: "Telegram user ids of people, with commas between, such as 1234567,7654321",
  REQUIRE_APPROVAL: "true or false, and for true two or more EDITOR_IDS",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
};

/** Variables whose values are not to be repeated, not even where they are wrong. */
const secrets: ReadonlySet<string> = new Set([
  "BOT_TOKEN",
  "DATABASE_URL",
  "WEBHOOK_SECRET",
  "WEBHOOK_URL",
]);

/** What of the environment is to be shown nowhere, as far as it is there. */
export function secretsIn(env: Environment): readonly string[] {
  const { BOT_TOKEN: token, WEBHOOK_SECRET: secret, DATABASE_URL: url = "" } = env;
  const password = URL.canParse(url) ? new URL(url).password : "";
  return [token, secret, password, unescaped(password)].filter((text) => text !== undefined);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @throws ConfigError */
export function readVariables<T>(schema: z.ZodType<T>, env: Environment): T {
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

function complaint(name: Name, given: string | undefined): string {
  if (given === undefined) return `${name}: missing: expected ${expected[name]}`;
  const shown = secrets.has(name) ? "the value given" : JSON.stringify(given);
  return `${name}: ${shown}: expected ${expected[name]}`;
}
