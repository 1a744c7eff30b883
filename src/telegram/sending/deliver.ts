import type { Chat, Reply } from "../../commands/request.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import type { Message } from "../../rendering/message/message.ts";
import { shownOf } from "../../delivery/stored.ts";
import type { Log } from "../../log.ts";
import type { Delivered } from "../../store/ledger/ledger.ts";
import type { CallResult } from "../api/call-result.ts";
import { amend, callDraft, type Carrier, type Draft } from "./draft.ts";
import { patiently, type Patience, type Turn } from "./patience.ts";
import { messageId } from "./send-parcel.ts";

/** Where an answer goes. */
export interface Place {
  readonly chat: Chat;
  /** A pressed button: the press wants its answer, and its message may be changed. */
  readonly press?: {
    readonly id: string;
    /** Absent where Telegram keeps the message from us; then an edit becomes a new message. */
    readonly messageId?: number;
    /** Whether it is a picture: a text cannot become one in place, nor the other way round. */
    readonly isPicture?: boolean;
  };
}

/**
 * Carries out replies, in their order, and a press's answer beside them at once. Does not throw:
 * what could not be delivered is in the log, without anybody's words.
 */
export type Deliver = (place: Place, replies: readonly Reply[], turn: Turn) => Promise<void>;

export interface DeliverParts extends Patience, Carrier {
  readonly log: Log;
  /** Called when a send shows that a group has become a supergroup. */
  readonly moved: (from: number, to: number) => Promise<void>;
}

export function createDeliver(parts: DeliverParts): Deliver {
  return async (place, replies, turn) => {
    const answered = place.press && answerPress(parts, place.press.id, replies, turn);
    for (const reply of replies) {
      const draft = draftOf(place, reply);
      if (draft !== undefined) await send(parts, draft, turn);
    }
    await answered;
  };
}

function draftOf(place: Place, reply: Reply): Draft | undefined {
  if (reply.type === "notice") return undefined;
  const { message } = reply;
  const { id, type, threadId } = place.chat;
  const edits = reply.type === "edit" ? editable(place, message) : undefined;
  const below = reply.type === "send" ? reply.below : undefined;
  return {
    chatId: id,
    isGroup: type !== "private",
    message,
    ...(threadId === undefined ? {} : { threadId }),
    ...(edits === undefined ? {} : { edits }),
    ...(below === undefined ? {} : { below }),
    ...(reply.type === "document" && { document: reply.file }),
  };
}

/** The pressed message, where it can become this one in place. */
function editable({ press }: Place, { picture }: Message): number | undefined {
  const isPicture = press?.isPicture ?? false;
  return isPicture === (picture !== undefined) ? press?.messageId : undefined;
}

async function send(parts: DeliverParts, draft: Draft, turn: Turn): Promise<void> {
  const { chatId, isGroup } = draft;
  const type = draft.edits === undefined ? "send" : "edit";
  const call = (): Promise<CallResult<unknown>> => callDraft(parts, draft, { signal: turn.signal });
  const outcome = await patiently(parts, turn, call, { type, chatId, isGroup });
  report(parts.log, chatId, outcome);
  if (outcome.type === "moved") await move(parts, chatId, outcome.to);
  const amended = amend(draft, outcome);
  if (amended !== undefined) await send(parts, amended, turn);
  else turn.record?.(deliveredBy(draft, outcome, parts.now()));
}

/**
 * What of a draft was shown, or may have been. An edit that may not have been carried out says
 * nothing: either the message is as it was, or its figures are newer.
 */
function deliveredBy(draft: Draft, outcome: Outcome, at: Date): readonly Delivered[] {
  const { chatId, threadId = 0, edits } = draft;
  const shown = shownOf(draft.message);
  const isOut = outcome.type === "sent" || outcome.type === "unchanged";
  if (edits !== undefined) {
    return isOut ? [{ chatId, threadId, sentId: edits, shown, at }] : [];
  }
  if (shown === undefined) return [];
  const sentId = outcome.type === "sent" ? messageId(outcome.result) : undefined;
  return isOut || outcome.type === "unknown" ? [{ chatId, threadId, sentId, shown, at }] : [];
}

async function move(parts: DeliverParts, from: number, to: number): Promise<void> {
  try {
    await parts.moved(from, to);
  } catch (error) {
    parts.log.error({ from, to, error: String(error) }, "a chat's choices did not move with it");
  }
}

/** Telegram shows the presser a clock until the press is answered, even if with nothing. */
async function answerPress(
  parts: DeliverParts,
  id: string,
  replies: readonly Reply[],
  turn: Turn,
): Promise<void> {
  const notice = replies.find((reply) => reply.type === "notice");
  const params = {
    callback_query_id: id,
    ...(notice === undefined ? {} : { text: notice.text, show_alert: notice.alert }),
  };
  const outcome = await patiently(parts, turn, () =>
    parts.client.call("answerCallbackQuery", params, { signal: turn.signal }),
  );
  if (outcome.type !== "sent" && outcome.type !== "stale") {
    parts.log.warn({ outcome }, "a press was not answered");
  }
}

const ourFaults: readonly Outcome["type"][] = ["badMessage", "unauthorized", "failed"];

function report(log: Log, chat: number, outcome: Outcome): void {
  if (outcome.type === "sent" || outcome.type === "unchanged") return;
  const level = ourFaults.includes(outcome.type) ? "error" : "warn";
  log[level]({ chat, outcome }, "a message was not delivered");
}
