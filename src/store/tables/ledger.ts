import type { Generated } from "kysely";
import type { Flag } from "./flag.ts";

/** What a message that shows figures is made of; once for all chats that have the same. */
export interface ShownTable {
  readonly id: Generated<number>;
  /** Of all the rest of the content. */
  readonly key: string;
  /** JSON of a Printing. */
  readonly printing: string;
  /** JSON, as rendered. */
  readonly pieces: string;
  /** JSON of a Keyboard. */
  readonly keyboard: string | null;
  /** JSON: by story the revisions that it has shown, oldest first. */
  readonly shows: string;
  /** The message that takes its place. */
  readonly correction_id: number | null;
  /** The message to those who have it; null where they are not told. */
  readonly notice_id: number | null;
  /** The run of that correction. */
  readonly run_id: number | null;
  readonly made_at: number;
}

/** A story in a content. */
export interface ShownStoryTable {
  readonly shown_id: number;
  readonly story_id: string;
  /** The revision that it shows. */
  readonly number: number;
  /** The settled revision that it was judged against; its own until then. */
  readonly judged: number;
}

/** A message that shows figures, in a chat or sent through the inline mode. */
export interface LedgerTable {
  readonly id: Generated<number>;
  /** 0 for one of the inline mode: nobody tells us where it is. */
  readonly chat_id: number;
  readonly thread_id: number;
  /** Telegram's id; null where the group moved, the answer was lost, or `inline_id` is there. */
  readonly sent_id: number | null;
  readonly shown_id: number;
  /** When it took its content, by us or by a press. */
  readonly sent_at: number;
  /** The run that queued its edit last; 0 once its content changes. */
  readonly queued: Generated<number>;
  /** It tells of a correction: the next one is no answer to it while what it told of is there. */
  readonly is_notice: Generated<Flag>;
  /** Telegram's id of a message that was sent through the inline mode. */
  readonly inline_id: string | null;
  /** Who sent that. */
  readonly person_id: number | null;
}

/** What becomes of the messages that show a story which changed. */
export interface CorrectionTable {
  readonly story_id: string;
  /** The revision that it stands at. */
  readonly number: number;
  /** Since when it has not changed. */
  readonly since: number;
  readonly state: "settling" | "asking" | "confirmed" | "declined" | "settled";
  /** The revision that messages are brought to. */
  readonly settled: number | null;
  /** How many chats would be reached, when editors were asked. */
  readonly chats: number | null;
}
