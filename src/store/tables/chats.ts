import type { Generated } from "kysely";
import type { Printing } from "../../domain/printing.ts";
import type { Flag } from "./flag.ts";

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
  /** The card of the first story after each digest. */
  readonly cards: Generated<Flag>;
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
