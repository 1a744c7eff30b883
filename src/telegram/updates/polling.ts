import { backoff } from "../../delivery/backoff.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import type { Sleep } from "../../delivery/sleep.ts";
import type { Log } from "../../log.ts";
import type { Client } from "../api/client.ts";
import { insist, waitAfter } from "../api/insist.ts";
import { fatal, type Fatal, type Stopped } from "../api/introduce.ts";
import { outcomeOf } from "../api/outcome.ts";
import { allowedUpdates, updateIdOf, type Receiver } from "./receive.ts";

export interface PollingParts {
  readonly client: Client;
  readonly receiver: Receiver;
  readonly sleep: Sleep;
  readonly log: Log;
  /** Seconds that Telegram holds a request while there is nothing new; default and most 50. */
  readonly timeoutSeconds?: number;
  readonly random?: () => number;
}

/** What one round asks of the next. */
type Round = { readonly type: "on" } | { readonly type: "wait"; readonly ms: number } | Fatal;

/**
 * Fetches updates until `signal` ends it, and at once then. An offset is only moved on when the
 * updates before it are stored, so that Telegram keeps what a crash would lose. Another process
 * with the same token is waited out: during a redeployment there are two for a while.
 */
export async function poll(parts: PollingParts, signal: AbortSignal): Promise<Fatal | Stopped> {
  const cursor: Cursor = { offset: undefined, failures: 0, webhookGone: false };
  while (!signal.aborted) {
    const round = await pollOnce(parts, cursor, signal);
    if (round.type === "fatal") return round;
    if (round.type === "on" && cursor.failures > 0) parts.log.info({}, "updates come again");
    cursor.failures = round.type === "on" ? 0 : cursor.failures + 1;
    if (round.type === "wait") await parts.sleep(round.ms, signal);
  }
  return { type: "stopped" };
}

interface Cursor {
  /** Undefined until the first updates: then Telegram begins with the oldest that it has. */
  offset: number | undefined;
  failures: number;
  webhookGone: boolean;
}

async function pollOnce(parts: PollingParts, cursor: Cursor, signal: AbortSignal): Promise<Round> {
  if (!cursor.webhookGone) {
    const refused = await dropWebhook(parts, signal);
    if (refused !== undefined) return refused;
    cursor.webhookGone = true;
  }
  const { offset } = cursor;
  const params = {
    ...(offset === undefined ? {} : { offset }),
    limit: 100,
    timeout: parts.timeoutSeconds ?? 50,
    allowed_updates: allowedUpdates,
  };
  const outcome = outcomeOf(await parts.client.call("getUpdates", params, { signal }));
  if (signal.aborted) return { type: "on" };
  if (outcome.type === "sent") return storeBatch(parts, cursor, outcome.result);
  return afterFailure(parts, cursor, outcome);
}

async function storeBatch(
  parts: PollingParts,
  cursor: Cursor,
  updates: readonly unknown[],
): Promise<Round> {
  try {
    await parts.receiver.receive(updates);
  } catch (error) {
    parts.log.error({ error: String(error) }, "updates could not be stored; Telegram keeps them");
    return { type: "wait", ms: backoff(cursor.failures, parts.random) };
  }
  const ids = updates.map(updateIdOf).filter((id) => id !== undefined);
  if (ids.length > 0) cursor.offset = Math.max(...ids) + 1;
  return { type: "on" };
}

function afterFailure(parts: PollingParts, cursor: Cursor, outcome: Outcome): Round {
  if (outcome.type === "unauthorized") return fatal(outcome);
  const first = cursor.failures === 0;
  if (outcome.type === "conflict") {
    if (first)
      parts.log.warn({}, "another process receives with this token; waiting for it to end");
    // It may be a webhook that somebody has set.
    cursor.webhookGone = false;
    return { type: "wait", ms: 5000 + (parts.random ?? Math.random)() * 25_000 };
  }
  if (first) parts.log.warn({ outcome }, "no updates from Telegram; trying on");
  return { type: "wait", ms: waitAfter(outcome, cursor.failures, parts.random) ?? 60_000 };
}

/** Polling is refused while a webhook is set; what waits at Telegram is not dropped with it. */
async function dropWebhook(parts: PollingParts, signal: AbortSignal): Promise<Fatal | undefined> {
  const { client, log, sleep } = parts;
  const insistence = { log, sleep, signal };
  const info = await insist(insistence, () => client.call("getWebhookInfo", {}, { signal }));
  if (info?.type === "unauthorized") return fatal(info);
  if (info?.type === "sent" && info.result.url === "") return undefined;
  const keep = { drop_pending_updates: false };
  const outcome = await insist(insistence, () => client.call("deleteWebhook", keep, { signal }));
  return outcome?.type === "unauthorized" ? fatal(outcome) : undefined;
}
