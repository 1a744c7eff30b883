import { ApiError } from "../api-error.ts";
import type { Json } from "../world/message-json.ts";
import type { Telegram } from "../world/telegram.ts";
import type { Updates } from "./updates.ts";

export interface PollArgs {
  readonly offset?: number;
  readonly limit?: number;
  readonly timeout?: number;
  readonly allowed_updates?: readonly string[];
}

const longestPoll = 50;

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Confirms by the offset what came before it; a negative one keeps only the newest updates. */
function confirm(updates: Updates, offset: number): void {
  if (offset > 0) updates.removeBefore(offset);
  if (offset >= 0) return;
  const first = updates.pending().at(offset) ?? updates.pending()[0];
  if (first !== undefined) updates.removeBefore(first.id);
}

function batch(updates: Updates, limit: number): readonly Json[] {
  return updates
    .pending()
    .slice(0, limit)
    .map((update) => update.json);
}

/** Until an update comes, the time is over or the signal aborts. */
function nextUpdate(updates: Updates, seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = updates.listen(done);
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener("abort", done);
    function done(): void {
      stop();
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}

function conflict(reason: string): ApiError {
  return new ApiError(409, `Conflict: ${reason}`);
}

/** Answers `getUpdates`: at once if updates wait, else when one comes or the time is over. */
export async function poll(
  telegram: Telegram,
  args: PollArgs,
  signal: AbortSignal,
): Promise<readonly Json[]> {
  const { updates } = telegram;
  if (telegram.webhook.info() !== undefined) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const polling = telegram.poller.take();
  if (args.allowed_updates !== undefined) updates.allow(args.allowed_updates);
  confirm(updates, args.offset ?? 0);
  const limit = within(args.limit ?? 100, 1, 100);
  const timeout = within(args.timeout ?? 0, 0, longestPoll);
  if (timeout > 0 && updates.pending().length === 0) {
    await nextUpdate(updates, timeout, AbortSignal.any([signal, polling]));
  }
  if (polling.aborted) throw conflict(String(polling.reason));
  return batch(updates, limit);
}
