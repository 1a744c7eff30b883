import type { Pace } from "../delivery/pace.ts";
import type { KeepStanding } from "../delivery/standing.ts";
import type { Log } from "../log.ts";
import { heldChats } from "../store/outbox/holds.ts";
import type { Database } from "../store/tables.ts";

/** What Telegram asks of one process for a chat, all that share the store are to heed. */
export interface Holds {
  /** Keeps for the others that a chat is to be left alone until then. Never throws. */
  readonly tell: (chatId: number, until: Date) => void;
  /** Leaves the chats alone that others were asked to. Never rejects. */
  readonly heed: () => Promise<void>;
}

export interface HoldParts {
  readonly db: Database;
  readonly pace: Pace;
  readonly keepStanding: KeepStanding;
  readonly now: () => Date;
  readonly log: Log;
}

export function shareHolds({ db, pace, keepStanding, now, log }: HoldParts): Holds {
  return {
    tell(chatId, until) {
      keepStanding({ type: "held", chatId, until }, now()).catch((error: unknown) => {
        log.error({ error: String(error) }, "a chat's pause cannot be stored");
      });
    },
    async heed() {
      try {
        await takeHolds(db, pace, now());
      } catch (error) {
        log.error({ error: String(error) }, "the pauses of chats cannot be read; trying on");
      }
    },
  };
}

/** @throws what the store throws */
export async function takeHolds(db: Database, pace: Pace, now: Date): Promise<void> {
  for (const { chatId, until } of await heldChats(db, now)) pace.pause(chatId, until);
}
