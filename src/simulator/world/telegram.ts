import type { Clock } from "../clock.ts";
import type { ProblemView } from "../control.ts";
import type { Faults } from "../faults.ts";
import type { Record } from "../record/record.ts";
import type { Poller } from "../updates/poller.ts";
import type { Flood } from "../rules/flood.ts";
import type { InlineKeyboard } from "../rules/keyboard.ts";
import type { Updates } from "../updates/updates.ts";
import type { Webhook } from "../updates/webhook.ts";
import type { Files } from "./files.ts";
import type { Hub } from "./hub.ts";
import type { BotUser, Chat, Content, Message } from "./model.ts";
import type { People } from "./people.ts";
import type { Profile } from "./profile.ts";

/** All that the simulated Telegram knows; what every method and every action works on. */
export interface Telegram {
  readonly bot: BotUser;
  readonly clock: Clock;
  readonly people: People;
  /** Groups, supergroups and channels, and the private chats that were used; by id. */
  readonly chats: Map<number, Chat>;
  /** Message ids of private chats and groups come from one counter, as in a bot's account. */
  readonly counters: { message: number; thing: number };
  readonly hub: Hub;
  readonly updates: Updates;
  readonly poller: Poller;
  readonly webhook: Webhook;
  readonly record: Record;
  readonly files: Files;
  readonly profile: Profile;
  readonly callbacks: Map<string, Callback>;
  /** What is set at BotFather. */
  readonly inlineMode: InlineMode;
  readonly inlineQueries: Map<string, InlineQuery>;
  /** Answers that are given again without asking the bot, by `cacheKey` of inline.ts. */
  readonly inlineCache: Map<string, CachedAnswer>;
  /** Messages that people sent through the inline mode, by inline_message_id. */
  readonly inlineMessages: Map<string, Message>;
  readonly flood: Flood;
  readonly faults: Faults;
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

export interface InlineMode {
  /** Whether the bot is asked at all: /setinline. */
  on: boolean;
  /** Whether it is told which result was chosen: /setinlinefeedback at 100 %. */
  feedback: boolean;
}

/** A question to the inline mode, and the answer once the bot gave it. */
export interface InlineQuery {
  readonly id: string;
  readonly person: number;
  readonly query: string;
  readonly offset: string;
  /** Unix milliseconds. */
  readonly time: number;
  answer?: InlineAnswer;
}

export interface InlineAnswer {
  readonly results: readonly InlineResult[];
  /** Empty where there is nothing more. */
  readonly nextOffset: string;
  readonly button?: InlineButton;
}

export interface CachedAnswer {
  readonly answer: InlineAnswer;
  /** Unix milliseconds. */
  readonly until: number;
}

/** Above the results: opens the private chat with this payload for /start. */
export interface InlineButton {
  readonly text: string;
  readonly startParameter: string;
}

export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly content: Content;
  readonly keyboard?: InlineKeyboard;
}
