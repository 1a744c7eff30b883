import type { Generated, Kysely } from "kysely";
import type { Printing } from "../domain/printing.ts";

export type ChatType = "private" | "group" | "supergroup" | "channel";

export interface ChatTable {
  readonly id: number;
  readonly type: ChatType;
  readonly language: Printing["language"];
  readonly digits: Printing["digits"];
  readonly months: Printing["months"];
  readonly created_at: number;
  /** A group's or channel's name as we saw it last. */
  readonly title: string | null;
  /** An IANA zone; null for the default one. */
  readonly zone: string | null;
  /** Minutes of the chat's day, from inclusive, until exclusive; both or neither. */
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
  /** `paused`: it is there, and we may not write in it. `inactive`: nothing can be sent to it. */
  readonly state: Generated<"active" | "paused" | "inactive">;
  /** Why it is not active. */
  readonly reason: string | null;
  readonly state_since: number | null;
  /** When a paused chat is asked again whether we may write in it. */
  readonly probe_at: number | null;
  /** When Telegram first said that it knows no such chat. */
  readonly missed_at: number | null;
  /** Telegram asked to leave the chat alone until then. */
  readonly hold_until: number | null;
}

/** When digests are due: one row for all subscriptions that share it. */
export interface ScheduleTable {
  readonly id: Generated<number>;
  /** As `scheduleKey` writes it. */
  readonly key: string;
  /** Its next slot. */
  readonly due_at: number;
  /** Where its last window ended. */
  readonly window_from: number;
}

/** What a place (a chat, or a topic of a forum) gets. */
export interface SubscriptionTable {
  readonly id: Generated<number>;
  readonly chat_id: number;
  /** 0 for General and outside forums. */
  readonly thread_id: number;
  /** Ids in their order with commas between; empty for all topics. */
  readonly topics: string;
  readonly schedule_id: number;
  /** Who chose it, and is told when it cannot be delivered. */
  readonly person_id: number | null;
  readonly alerts: Flag;
  /** A line where nothing is new. */
  readonly empty_line: Flag;
  readonly silent: Flag;
  /** Where its news begins, if not with the window of its run. */
  readonly news_from: number | null;
  /** Only later runs reach it. */
  readonly after_run: number;
  /** `paused`: its forum topic is closed or deleted. */
  readonly state: "active" | "paused";
  readonly reason: string | null;
  readonly created_at: number;
}

/** Who set up a group or channel, and finds it in the private chat; Telegram decides who may. */
export interface ManagerTable {
  readonly person_id: number;
  readonly chat_id: number;
}

/** One state of a story, as we first saw it. */
export interface RevisionTable {
  readonly story_id: string;
  /** From 1. */
  readonly number: number;
  readonly hash: string;
  readonly figures_hash: string;
  /** As `knownAt` stamps it. */
  readonly known_at: number;
  /** 0 for the baseline, the archive, and changes of wording. */
  readonly news: Flag;
}

/** A breaking story on its way to those who want alerts. */
export interface AlertTable {
  readonly story_id: string;
  /** The revision that it stands at. */
  readonly number: number;
  /** Since when it has not changed. */
  readonly since: number;
  readonly state: "settling" | "asking" | "confirmed" | "declined" | "sent";
  /** How many would get it, when editors were asked. */
  readonly chats: number | null;
}

/** One firing of one schedule, one alert, or one notice: what its messages have in common. */
export interface RunTable {
  readonly id: Generated<number>;
  readonly kind: "digest" | "alert" | "notice";
  /** What there is once, an alert of a story or a notice; null for digests. */
  readonly key: string | null;
  readonly schedule_id: number | null;
  readonly story_id: string | null;
  readonly slot: number;
  readonly window_from: number;
  readonly window_until: number;
  readonly made_at: number;
  readonly expires_at: number;
  /** It has reached all subscriptions of the chats up to this id. */
  readonly cursor: number;
  readonly state: "spreading" | "spread" | "done";
  readonly paused: Flag;
  /** Why it is paused. */
  readonly reason: string | null;
}

/** A rendered message, shared by all places that get the same words. */
export interface MessageTable {
  readonly id: Generated<number>;
  readonly run_id: number;
  /** What the words depend on. */
  readonly variant: string;
  /** From 0. */
  readonly part: number;
  readonly html: string;
  /** JSON of a Keyboard. */
  readonly keyboard: string | null;
  /** JSON of the stories whose figures it shows: `{ story id: revision number }`. */
  readonly shows: string | null;
  /** Where the news in it begins. */
  readonly news_from: number;
}

/** A message to one place. */
export interface OutboxTable {
  readonly id: Generated<number>;
  readonly run_id: number;
  /** Null for notices. */
  readonly subscription_id: number | null;
  readonly chat_id: number;
  readonly thread_id: number;
  readonly part: number;
  readonly message_id: number;
  /** 0 notices, 1 alerts, 2 digests. */
  readonly priority: number;
  /** `retry`: not before `not_before`. `sending`: its intent is committed. The last three are final. */
  readonly state: "pending" | "retry" | "sending" | "sent" | "unknown" | "dead";
  readonly not_before: number | null;
  readonly attempts: Generated<number>;
  /** It may be a second copy. */
  readonly resent: Generated<Flag>;
  readonly silent: Flag;
  /** Why it is dead, unknown or to be sent again. */
  readonly reason: string | null;
  /** Of the lease under which it was last sent. */
  readonly epoch: number | null;
  /** Telegram's id of the message. */
  readonly sent_id: number | null;
  readonly sent_at: number | null;
}

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

/** A yes or no, as both SQLite and PostgreSQL keep it. */
export type Flag = 0 | 1;

export interface DialogueTable {
  readonly person_id: number;
  readonly story: string;
  readonly figure: string | null;
  readonly words: string | null;
  readonly expires_at: number;
}

/** What a person is asked to type in the private chat, about a place of theirs. */
export interface QuestionTable {
  readonly person_id: number;
  readonly kind: "zone" | "time";
  readonly chat_id: number;
  readonly thread_id: number;
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
  readonly questions: QuestionTable;
  readonly reports: ReportTable;
  readonly schedules: ScheduleTable;
  readonly subscriptions: SubscriptionTable;
  readonly managers: ManagerTable;
  readonly revisions: RevisionTable;
  readonly alerts: AlertTable;
  readonly runs: RunTable;
  readonly messages: MessageTable;
  readonly outbox: OutboxTable;
  readonly marks: MarkTable;
  readonly lease: LeaseTable;
}

export type Database = Kysely<Tables>;
