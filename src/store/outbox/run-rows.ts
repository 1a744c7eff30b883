import { sql, type Transaction } from "kysely";
import type { Candidate } from "./candidate.ts";
import { repliedIn, type Replied } from "./replied.ts";
import { withdrawn } from "./states.ts";
import type { Flag } from "../tables/flag.ts";
import type { RunTable } from "../tables/outbox.ts";
import type { Tables } from "../tables.ts";

/** A run in the order of what waits. */
export interface Head {
  readonly priority: number;
  readonly run_id: number;
}

export type LiveRun = Pick<RunTable, "kind" | "story_id" | "expires_at">;

export async function rowsOf(
  trx: Transaction<Tables>,
  head: Head,
  run: LiveRun,
  limit: number,
): Promise<readonly Candidate[]> {
  const rows = await trx
    .selectFrom("outbox as row")
    .leftJoin("chats as chat", "chat.id", "row.chat_id")
    .leftJoin("subscriptions as wish", (join) =>
      join
        .onRef("wish.id", "=", "row.subscription_id")
        .onRef("wish.chat_id", "=", "row.chat_id")
        .onRef("wish.thread_id", "=", "row.thread_id"),
    )
    .leftJoin("ledger as held", "held.id", "row.ledger_id")
    .leftJoin("shown as content", "content.id", "held.shown_id")
    .leftJoin("messages as words", "words.id", "row.message_id")
    .select(["words.variant", "row.task", "held.sent_id as edits_id", "held.shown_id as held_id"])
    .select("held.inline_id")
    .select("words.shown_id as edited_id")
    .select(["content.correction_id", "chat.zone", "chat.quiet_from", "chat.quiet_until"])
    .select(["row.id", "row.run_id", "row.subscription_id", "row.chat_id", "row.thread_id"])
    .select([
      "row.part",
      "row.message_id",
      "row.attempts",
      "row.resent",
      "row.silent",
      "row.shown_id",
    ])
    .select(["row.reason", "chat.type", "chat.state as chat_state", "chat.hold_until"])
    .select(["wish.state as wish_state", "wish.alerts as wish_alerts"])
    .select((select) =>
      select
        .selectFrom("outbox as earlier")
        .select(sql<number | null>`max(coalesce(earlier.not_before, 0))`.as("until"))
        .whereRef("earlier.run_id", "=", "row.run_id")
        .whereRef("earlier.chat_id", "=", "row.chat_id")
        .whereRef("earlier.thread_id", "=", "row.thread_id")
        .whereRef("earlier.part", "<", "row.part")
        .where("row.task", "=", "new")
        .where("earlier.state", "in", ["pending", "retry", "sending"])
        .as("earlier_until"),
    )
    .where("row.state", "=", sql.lit("pending"))
    .where("row.priority", "=", head.priority)
    .where("row.run_id", "=", head.run_id)
    .orderBy("row.id")
    .limit(limit)
    .execute();
  const replies = rows.filter(({ task }) => task === "reply").map((row) => row.chat_id);
  const replied = await repliedIn(trx, run.story_id, replies);
  return rows.map((row) => {
    const answered = row.task === "reply" ? answeredBy(row, replied) : undefined;
    const lapsed = lapseOf(row, run.kind, answered);
    const needless = needlessOf(row);
    return {
      id: row.id,
      runId: row.run_id,
      kind: run.kind,
      task: row.task,
      chatId: row.chat_id,
      threadId: answered?.threadId ?? row.thread_id,
      isGroup: row.type === null ? row.chat_id < 0 : row.type !== "private",
      part: row.part,
      messageId: row.message_id,
      expiresAt: new Date(run.expires_at),
      attempts: row.attempts,
      resent: row.resent === 1,
      lastShownId: row.shown_id,
      silent: row.silent === 1,
      zone: row.zone,
      quietFrom: row.quiet_from,
      quietUntil: row.quiet_until,
      reason: row.reason,
      ...aimOf(row, answered),
      ...(row.hold_until !== null && { heldUntil: new Date(row.hold_until) }),
      ...(row.earlier_until !== null && { follows: new Date(row.earlier_until) }),
      ...(lapsed !== undefined && { lapsed }),
      ...(needless !== undefined && { needless }),
    };
  });
}

/** The message that is edited or answered, by Telegram's id. */
function aimOf(
  row: Pick<Edit, "task" | "edits_id" | "inline_id">,
  answered: Replied | undefined,
): Pick<Candidate, "editsId" | "inlineId" | "replyTo"> {
  if (row.inline_id !== null) return { inlineId: row.inline_id };
  if (row.task === "edit") return row.edits_id === null ? {} : { editsId: row.edits_id };
  return answered?.sentId === undefined ? {} : { replyTo: answered.sentId };
}

/** The message that it is about; where that is not there any more, another one of the story. */
function answeredBy(
  row: { readonly chat_id: number; readonly thread_id: number; readonly edits_id: number | null },
  replied: ReadonlyMap<number, Replied>,
): Replied | undefined {
  const { chat_id: chatId, thread_id: threadId, edits_id: sentId } = row;
  return sentId === null ? replied.get(chatId) : { threadId, sentId };
}

type Task = Candidate["task"];

interface Standing {
  readonly variant: string | null;
  readonly task: Task;
  readonly subscription_id: number | null;
  readonly chat_state: "active" | "paused" | "inactive" | null;
  readonly wish_state: "active" | "paused" | null;
  readonly wish_alerts: Flag | null;
}

/** What was wanted when the row was made may not be wanted, or not be possible, any more. */
function lapseOf(
  row: Standing,
  kind: RunTable["kind"],
  replied: Replied | undefined,
): string | undefined {
  if (row.variant?.startsWith(`${withdrawn} `) === true) return withdrawn;
  if (row.chat_state === "inactive") return "the chat is gone";
  if (row.task === "reply") {
    if (row.chat_state === "paused") return "no right to write";
    return replied === undefined ? "the message is gone" : undefined;
  }
  return row.subscription_id === null ? undefined : lapseOfWish(row, kind);
}

function lapseOfWish(row: Standing, kind: RunTable["kind"]): string | undefined {
  if (row.chat_state === "paused") return "no right to write";
  if (row.wish_state === null) return "unsubscribed";
  if (row.wish_state === "paused") return "topic closed";
  return kind === "alert" && row.wish_alerts === 0 ? "alerts are off" : undefined;
}

interface Edit {
  readonly task: Task;
  readonly message_id: number;
  readonly edited_id: number | null;
  readonly edits_id: number | null;
  readonly inline_id: string | null;
  readonly held_id: number | null;
  readonly correction_id: number | null;
}

/**
 * The message may show something else by now, have another id, or not be there any more. One that
 * may show what this row makes of it is edited until that is sure.
 */
function needlessOf(row: Edit): string | undefined {
  if (row.task !== "edit") return undefined;
  const isWanted = row.correction_id === row.message_id || row.edited_id === row.held_id;
  const isThere = row.edits_id !== null || row.inline_id !== null;
  return isThere && isWanted ? undefined : "corrected already";
}
