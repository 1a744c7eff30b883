import { pino, stdTimeFunctions, type DestinationStream } from "pino";

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
const anyToken = /\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}/g;

/**
 * Takes bot tokens out of a text, bare or inside an address of the Bot API. Everything that leaves
 * the transport or goes into the log passes through here.
 */
export function redact(text: string): string {
  return text
    .replace(anyToken, "[token]")
    .replace(/\/bot\d+(?::|%3[Aa])[^/\s"'\\]*/g, "/bot[token]");
}

/** JSON lines on stdout (or `stream`), each of them redacted as a whole. */
export function createLog(level: LogLevel, stream?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: redact },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}
