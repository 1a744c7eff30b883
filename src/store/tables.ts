import type { Kysely } from "kysely";
import type { Printing } from "../domain/printing.ts";

export type ChatType = "private" | "group" | "supergroup" | "channel";

export interface ChatTable {
  readonly id: number;
  readonly type: ChatType;
  readonly language: Printing["language"];
  readonly digits: Printing["digits"];
  readonly months: Printing["months"];
  readonly created_at: number;
}

export interface DialogueTable {
  readonly person_id: number;
  readonly story: string;
  readonly figure: string | null;
  readonly words: string | null;
  readonly expires_at: number;
}

export interface ReportTable {
  readonly person_id: number;
  readonly at: number;
}

export interface InboxTable {
  readonly update_id: number;
  /** The chat whose order the update keeps; 0 for an update without one, and once it is closed. */
  readonly chat_id: number;
  /** The update as Telegram sent it, in JSON; null once it is handled or set aside. */
  readonly body: string | null;
  readonly state: "new" | "done" | "dead";
  readonly attempts: number;
  readonly received_at: number;
}

/** Times are Unix milliseconds in integers; ids are Telegram's own, below 2^52. */
export interface Tables {
  readonly chats: ChatTable;
  readonly inbox: InboxTable;
  readonly dialogues: DialogueTable;
  readonly reports: ReportTable;
}

export type Database = Kysely<Tables>;
