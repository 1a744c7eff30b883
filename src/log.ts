import { pino, stdTimeFunctions, type DestinationStream } from "pino";
import { plain } from "./log/plain.ts";

/** Where a room writes what happened: facts first, then a sentence. Never a person's text. */
export interface Log {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** How Telegram's tokens are written; nothing else is taken for one. */
export const tokenForm = /\d{6,}:[A-Za-z0-9_-]{30,}/;

/** The same, also where an address has its colon encoded. */
const tokens = /(?<!\d)\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}/g;
const tokensInPaths = /\/bot\d+(?::|%3[Aa])[^/\s"'\\]*/g;
const passwordsInAddresses = /(:\/\/[^\s:/?#"'\\@]*):[^\s/?#"'\\]*@/g;
const passwordsByName = /\b(password|passwd|pwd)=[^\s&"'\\]+/gi;

/**
 * Takes out of a text what nobody but us may know. JSON stays JSON. Everything that leaves the
 * transport or goes into the log or to a terminal passes through one.
 */
export type Redact = (text: string) => string;

/** Shorter ones are no secrets, and would take words out of the log. */
const shortestSecret = 8;

/**
 * Takes out bot tokens, bare or inside an address of the Bot API, passwords of addresses, and the
 * `secrets` that are long enough, wherever they stand.
 */
export function createRedact(secrets: readonly string[] = []): Redact {
  const known = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return (text) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text)
      .replace(tokens, "[token]")
      .replace(tokensInPaths, "/bot[token]")
      .replace(passwordsInAddresses, "$1:[password]@")
      .replace(passwordsByName, "$1=[password]");
}

/** For those who know no secret: tokens and passwords by their form. */
export const redact = createRedact();

export interface LogOptions {
  /** Default: by form alone. */
  readonly redact?: Redact;
  /** Default: stdout. */
  readonly stream?: DestinationStream;
}

/** JSON lines, each of them redacted as a whole. */
export function createLog(level: LogLevel, options: LogOptions = {}): Log {
  const { stream, redact: hide = redact } = options;
  const settings = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (facts: object) =>
        Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, plain(fact)])),
    },
    // Errors are what `plain` says of them, under whatever name.
    serializers: { err: plain },
    hooks: { streamWrite: hide },
  };
  return stream === undefined ? pino(settings) : pino(settings, stream);
}
