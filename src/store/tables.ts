import type { Kysely } from "kysely";
import type {
  ChatTable,
  DialogueTable,
  ManagerTable,
  QuestionTable,
  ReportTable,
  ScheduleTable,
  SubscriptionTable,
} from "./tables/chats.ts";
import type { DeskDraftTable, DeskLogTable } from "./tables/desk.ts";
import type { CorrectionTable, LedgerTable, ShownStoryTable, ShownTable } from "./tables/ledger.ts";
import type { MessageTable, OutboxTable, RunTable } from "./tables/outbox.ts";
import type { PictureTable } from "./tables/pictures.ts";
import type { AlertTable, RevisionTable } from "./tables/revisions.ts";

/** A fact about the store as a whole. */
export interface MarkTable {
  readonly name: string;
  readonly value: string;
}

export interface LeaseTable {
  readonly name: string;
  readonly holder: string;
  /** Grows with every holder. */
  readonly epoch: number;
  readonly expires_at: number;
}

/** A search that is too long for a button. */
export interface SearchTable {
  readonly key: string;
  readonly query: string;
  readonly asked_at: number;
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
  /** The replica that took it last. */
  readonly holder: string | null;
}

/** The edition that is told, in one row, whose id is 1; its stories are their latest revisions. */
export interface EditionTable {
  readonly id: number;
  /** Grows with every edition. */
  readonly number: number;
  /** Of the JSON: another is another program's. */
  readonly format: number;
  /** JSON of all but the stories, of which it has the ids. */
  readonly head: string;
  readonly recorded_at: number;
  /** Since when the content has no problems; null while it has some. */
  readonly clean_since: number | null;
}

/** A story that an editor published at the desk. */
export interface PublicationTable {
  readonly story_id: string;
  /** JSON. */
  readonly story: string;
  readonly asked_at: number;
  /** JSON of what became of it; null until it is in the content folder, or cannot be. */
  readonly outcome: string | null;
}

/** A picture that has an address. */
export interface CardTable {
  /** As in `pictures`. */
  readonly key: string;
  /** JSON. */
  readonly picture: string;
  readonly asked_at: number;
}

/** Times are Unix milliseconds in integers; ids are Telegram's own, below 2^52. */
export interface Tables {
  readonly chats: ChatTable;
  readonly inbox: InboxTable;
  readonly dialogues: DialogueTable;
  readonly questions: QuestionTable;
  readonly reports: ReportTable;
  readonly schedules: ScheduleTable;
  readonly subscriptions: SubscriptionTable;
  readonly managers: ManagerTable;
  readonly revisions: RevisionTable;
  readonly alerts: AlertTable;
  readonly corrections: CorrectionTable;
  readonly shown: ShownTable;
  readonly shown_stories: ShownStoryTable;
  readonly ledger: LedgerTable;
  readonly runs: RunTable;
  readonly messages: MessageTable;
  readonly outbox: OutboxTable;
  readonly pictures: PictureTable;
  readonly desk_drafts: DeskDraftTable;
  readonly desk_log: DeskLogTable;
  readonly searches: SearchTable;
  readonly edition: EditionTable;
  readonly publications: PublicationTable;
  readonly cards: CardTable;
  readonly marks: MarkTable;
  readonly lease: LeaseTable;
}

export type Database = Kysely<Tables>;
