import { countChats, countSubscriptions, type ChatCount } from "../../store/insight/audience.ts";
import { countCorrections, type PendingCorrections } from "../../store/insight/corrections.ts";
import { countDigests, type DigestCounts } from "../../store/insight/digests.ts";
import {
  countHandled,
  countInbox,
  countOutbox,
  oldestDue,
  type OutboxCounts,
} from "../../store/insight/waiting.ts";
import type { Request } from "../request.ts";

export interface Stats {
  readonly chats: Readonly<Record<"private" | "groups" | "channels", ByState>>;
  readonly subscriptions: {
    readonly all: number;
    readonly resting: number;
    readonly alerts: number;
  };
  /** From when on digests are counted. */
  readonly since: Date;
  readonly digests: DigestCounts;
  readonly outbox: OutboxCounts;
  /** Milliseconds for which the oldest waits that may go; undefined where none may. */
  readonly oldest: number | undefined;
  readonly corrections: PendingCorrections;
  /** Updates of the last 24 hours that were handled, those that wait, and those that were set aside. */
  readonly handled: number;
  readonly waiting: number;
  readonly setAside: number;
}

type ByState = Readonly<Record<ChatCount["state"], number>>;

const day = 86_400_000;

/** What the store says, statement after statement: together they would hold others up. */
export async function readStats({ db, now }: Pick<Request, "db" | "now">): Promise<Stats> {
  const before = (days: number): Date => new Date(now.getTime() - days * day);
  const chats = await countChats(db);
  const subscriptions = await countSubscriptions(db);
  const oldest = await oldestDue(db, now);
  return {
    chats: {
      private: byState(chats, ["private"]),
      groups: byState(chats, ["group", "supergroup"]),
      channels: byState(chats, ["channel"]),
    },
    subscriptions: {
      all: total(subscriptions),
      resting: total(subscriptions.filter(({ state }) => state === "paused")),
      alerts: total(subscriptions.filter(({ alerts }) => alerts === 1)),
    },
    since: before(7),
    digests: await countDigests(db, before(7)),
    outbox: await countOutbox(db),
    oldest: oldest === undefined ? undefined : Math.max(0, now.getTime() - oldest.getTime()),
    corrections: await countCorrections(db),
    handled: await countHandled(db, before(1)),
    waiting: await countInbox(db, "new"),
    setAside: await countInbox(db, "dead"),
  };
}

function byState(chats: readonly ChatCount[], types: readonly ChatCount["type"][]): ByState {
  const of = (state: ChatCount["state"]): number =>
    total(chats.filter((chat) => types.includes(chat.type) && chat.state === state));
  return { active: of("active"), paused: of("paused"), inactive: of("inactive") };
}

function total(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
