import { badRequest, tooManyRequests } from "../api-error.ts";
import type { Clock } from "../clock.ts";
import type { Chat } from "../world/model.ts";
import type { Profile } from "../world/profile.ts";
import { createWindows, type Window } from "./windows.ts";

/**
 * The limits on sending, as sliding windows. Telegram publishes 30 a second over all chats, one a
 * second to a chat with short bursts, and 20 a minute to a group; channels and edits are held to
 * the same 20 by common report. "Short bursts" is made exact here: three within three seconds.
 */
const overall: Window = { name: "all", most: 30, ms: 1000 };
const paidOverall: Window = { name: "all", most: 1000, ms: 1000 };
const perChat: Window = { name: "chat", most: 3, ms: 3000 };
const perGroup: Window = { name: "group", most: 20, ms: 60_000 };
const editsPerGroup: Window = { name: "group edits", most: 20, ms: 60_000 };

/** Stars for a message above the free rate. */
const starsPerMessage = 0.1;

export interface Sending {
  readonly chat: Chat;
  /** `inline edit`: by an inline id, which is held to no limit of a chat. */
  readonly type: "send" | "edit" | "inline edit";
  /** Messages of an album count one by one. */
  readonly count: number;
  readonly paid: boolean;
}

export interface Flood {
  /**
   * Counts a sending, or refuses it with 429 and how long to wait. Until then the chat is closed
   * to further sendings, and each of those refusals is marked as early.
   */
  readonly take: (sending: Sending) => void;
}

function windowsOf({ chat, type, paid }: Sending): readonly (readonly [string, Window])[] {
  const all = ["", paid ? paidOverall : overall] as const;
  if (type === "inline edit") return [all];
  const id = String(chat.id);
  if (chat.kind === "private") return type === "edit" ? [all] : [all, [id, perChat]];
  return type === "edit" ? [all, [id, editsPerGroup]] : [all, [id, perChat], [id, perGroup]];
}

function checkStars(paid: boolean, profile: Profile): void {
  if (paid && profile.stars <= 0) throw badRequest("FLOODSKIP_NOT_ALLOWED");
}

/** No limits; what is to be paid for still needs Stars. */
export function createNoFlood(profile: Profile): Flood {
  return { take: ({ paid }) => checkStars(paid, profile) };
}

export function createFlood(clock: Clock, profile: Profile): Flood {
  const windows = createWindows(clock);
  const blockedUntil = new Map<number, number>();

  function charge({ count, paid }: Sending): void {
    checkStars(paid, profile);
    if (!paid) return;
    const free = overall.most - windows.used("", overall);
    const charged = Math.max(0, count - Math.max(0, free));
    // Rounded, so that tenths add up to whole Stars again.
    profile.stars = Math.round((profile.stars - charged * starsPerMessage) * 10) / 10;
  }

  function refuse(chat: Chat, ms: number, early: boolean): never {
    const seconds = Math.max(1, Math.ceil(ms / 1000));
    const until = clock.now() + seconds * 1000;
    blockedUntil.set(chat.id, Math.max(blockedUntil.get(chat.id) ?? 0, until));
    throw tooManyRequests(seconds, early);
  }

  return {
    take(sending) {
      const { chat, count, type } = sending;
      const isOfChat = type !== "inline edit";
      const wait = isOfChat ? (blockedUntil.get(chat.id) ?? 0) - clock.now() : 0;
      if (wait > 0) refuse(chat, wait, true);
      if (isOfChat) blockedUntil.delete(chat.id);
      const limits = windowsOf(sending);
      const waits = limits.map(([key, window]) => windows.wait(key, window, count));
      const longest = Math.max(...waits);
      if (longest > 0 && !isOfChat) throw tooManyRequests(Math.ceil(longest / 1000), false);
      if (longest > 0) refuse(chat, longest, false);
      charge(sending);
      for (const [key, window] of limits) windows.add(key, window, count);
    },
  };
}
