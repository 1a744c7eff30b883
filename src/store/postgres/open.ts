import { Pool, TypeOverrides, types } from "pg";

/** Connections of one process. */
const mostConnections = 10;

/** How long an answer is waited for, in ms; the server itself gives up sooner. */
const patience = 65_000;

/**
 * Connections to the server, none of which is open yet. Integers of 64 bits are numbers: what the
 * store keeps in them is below 2^53.
 */
export function openPool(url: string): Pool {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 5000,
    query_timeout: patience,
    keepAlive: true,
    types: overrides,
  });
  // One that breaks while nobody uses it is replaced; whoever uses one is told by their next query,
  // also where it breaks between two of a transaction.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** An address without its password, to be shown. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return `${/^[a-z]+:/.exec(url)?.[0] ?? ""}…`;
  const { protocol, host, pathname, username } = new URL(url);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}

const mayNot = "the user may not make or change tables there";

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "no server answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  ETIMEDOUT: "no server answers there",
  "28P01": "the server refuses the user or the password",
  "28000": "the server refuses the user",
  "3D000": "there is no such database",
  "42501": mayNot,
  // Kysely goes on after it could not make its first table, and hears of that alone.
  "25P02": mayNot,
};

/** Why the server cannot be used, in a line. */
export function postgresReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return reasons[code] ?? error.message.replaceAll(/\s+/g, " ");
}
