import type { Candidate } from "../store/outbox/candidate.ts";
import type { Choice } from "../store/outbox/outbox.ts";
import { sendingType, type Pace } from "./pace.ts";

export interface Ability {
  /** How many may go. */
  readonly room: number;
  /** Chats with a message in flight. */
  readonly busy: ReadonlySet<number>;
  readonly pace: Pick<Pace, "ready">;
  readonly now: Date;
}

/** About the pace of a chat: looking again sooner than that is of no use. */
const privateStep = 1000;
const groupStep = 3000;

/**
 * Which candidates go now, and until when those wait whose chat is not ready, so that they do not
 * stand in the way of others. One a chat, in their order; messages of the inline mode have no chat
 * to be paced. Pure.
 */
export function choose(candidates: readonly Candidate[], ability: Ability): Choice {
  const { room, busy, now } = ability;
  const go: Candidate[] = [];
  const wait: { id: number; until: Date }[] = [];
  const ahead = new Map<number, number>([...busy].map((chatId) => [chatId, 1]));
  for (const candidate of candidates) {
    if (go.length >= room) break;
    if (candidate.inlineId !== undefined) {
      go.push(candidate);
      continue;
    }
    const before = ahead.get(candidate.chatId) ?? 0;
    ahead.set(candidate.chatId, before + 1);
    const step = before * (candidate.isGroup ? groupStep : privateStep);
    const ms = Math.max(step, waitOf(candidate, ability));
    if (ms <= 0) go.push(candidate);
    else wait.push({ id: candidate.id, until: new Date(now.getTime() + ms) });
  }
  return { go, wait };
}

/** Milliseconds until Telegram and the earlier parts of the same message let it go. */
function waitOf(candidate: Candidate, { pace, now }: Ability): number {
  const { chatId, isGroup, heldUntil, follows } = candidate;
  const at = now.getTime();
  return Math.max(
    pace.ready({ type: sendingType(candidate), chatId, isGroup }, now),
    heldUntil === undefined ? 0 : heldUntil.getTime() - at,
    follows === undefined ? 0 : Math.max(privateStep, follows.getTime() - at),
  );
}
