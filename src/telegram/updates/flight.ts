import type { Sleep } from "../../delivery/sleep.ts";
import type { Log } from "../../log.ts";
import type { TakenUpdate } from "../../store/inbox.ts";
import type { Delivered } from "../../store/ledger/ledger.ts";
import type { HandleUpdate } from "../answering/bot.ts";

/** `late`: not over by its deadline. `cut`: ended by us, as the process stops. */
export type FlightEnd = "done" | "failed" | "late" | "cut";

/** One attempt at one update. */
export interface Flight {
  /** Never rejects. */
  readonly end: Promise<FlightEnd>;
  cut(): void;
}

export interface FlightParts {
  readonly handle: HandleUpdate;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly deadlineMs: number;
  /** Told what chats were shown, even by an update that fails later on. */
  readonly record: (delivered: readonly Delivered[]) => void;
}

/**
 * Handles an update within its deadline. A handler that does not heed its signal cannot be ended;
 * it is no longer waited for, and what becomes of it does not matter any more.
 */
export function startFlight(parts: FlightParts, update: TakenUpdate): Flight {
  const over = new AbortController();
  const turn = {
    signal: over.signal,
    deadline: new Date(parts.now().getTime() + parts.deadlineMs),
    receivedAt: update.receivedAt,
    record: parts.record,
  };
  const cut = Promise.withResolvers<FlightEnd>();

  async function run(): Promise<FlightEnd> {
    try {
      await parts.handle(JSON.parse(update.body), turn);
      return "done";
    } catch (error) {
      const { updateId, chatId, attempt } = update;
      parts.log.error(
        { update: updateId, chat: chatId, attempt, error: stackOf(error) },
        "an update failed",
      );
      return "failed";
    }
  }

  async function late(): Promise<FlightEnd> {
    await parts.sleep(parts.deadlineMs, over.signal);
    return "late";
  }

  return {
    end: Promise.race([run(), late(), cut.promise]).finally(() => over.abort("over")),
    cut: () => cut.resolve("cut"),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
