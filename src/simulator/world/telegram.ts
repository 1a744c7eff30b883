import type { Clock } from "../clock.ts";
import type { ProblemView } from "../control.ts";
import type { Record } from "../record.ts";
import type { Poller } from "../updates/poller.ts";
import type { Updates } from "../updates/updates.ts";
import type { Files } from "./files.ts";
import type { Hub } from "./hub.ts";
import type { BotUser, Chat, PersonState } from "./model.ts";
import type { Profile } from "./profile.ts";

/** All that the simulated Telegram knows; what every method and every action works on. */
export interface Telegram {
  readonly bot: BotUser;
  readonly clock: Clock;
  readonly people: Map<number, PersonState>;
  /** Groups, supergroups and channels, and the private chats that were used; by id. */
  readonly chats: Map<number, Chat>;
  /** Message ids of private chats and groups come from one counter, as in a bot's account. */
  readonly counters: { message: number; thing: number };
  readonly hub: Hub;
  readonly updates: Updates;
  readonly poller: Poller;
  readonly record: Record;
  readonly files: Files;
  readonly profile: Profile;
  readonly callbacks: Map<string, Callback>;
  problems: readonly ProblemView[];
}

/** A pressed button that waits for its answer. */
export interface Callback {
  readonly id: string;
  readonly person: number;
  /** Unix milliseconds. */
  readonly time: number;
  answered: boolean;
}
