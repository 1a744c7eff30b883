import { sql, type Transaction } from "kysely";
import type { Landed, Landing } from "./landing.ts";
import { keepLedger } from "./keep-ledger.ts";
import { keepNews } from "../runs/cancel.ts";
import type { Tables } from "../tables.ts";

/**
 * Writes results. A row that was sent again under another epoch is not touched; one that only waits
 * to be sent again is, so that it need not be.
 */
export async function writeLandings(
  trx: Transaction<Tables>,
  landed: readonly Landed[],
  now: Date,
): Promise<void> {
  await writeSent(trx, landed);
  for (const { id, epoch, landing } of landed) {
    if (landing.type === "sent") continue;
    if (landing.type === "dead" && landing.keepsNews) await keepNews(trx, [id]);
    if (landing.type === "again" && landing.chatId !== undefined) {
      await readdress(trx, id, landing.chatId);
    }
    await trx
      .updateTable("outbox")
      .set(resultOf(landing))
      .where("id", "=", id)
      .where("epoch", "=", epoch)
      .where("state", "in", ["sending", "pending", "retry"])
      .execute();
  }
  await keepLedger(trx, landed, now);
}

/** All of them in one statement: they are nearly all, and each statement costs more than a row. */
async function writeSent(trx: Transaction<Tables>, landed: readonly Landed[]): Promise<void> {
  const sent = landed.flatMap(({ id, epoch, landing }) => {
    if (landing.type !== "sent") return [];
    const values = [id, epoch, landing.sentId ?? null, landing.at.getTime()];
    return sql`(${sql.join(values.map((value) => sql`cast(${value} as bigint)`))})`;
  });
  if (sent.length === 0) return;
  await sql`with landed (id, epoch, sent_id, sent_at) as (values ${sql.join(sent)})
    update outbox
    set state = 'sent', reason = null, sent_id = landed.sent_id, sent_at = landed.sent_at
    from landed
    where outbox.id = landed.id and outbox.epoch = landed.epoch
      and outbox.state in ('sending', 'pending', 'retry')`.execute(trx);
}

function resultOf(landing: Exclude<Landing, { readonly type: "sent" }>) {
  switch (landing.type) {
    case "again":
      return {
        state: "retry" as const,
        not_before: landing.notBefore.getTime(),
        ...(landing.uncounted === true && { attempts: sql<number>`attempts - 1` }),
        ...(landing.resent === true && { resent: 1 as const }),
        ...(landing.reason !== undefined && { reason: landing.reason }),
      };
    case "unknown":
    case "dead":
    default:
      return { state: landing.type, reason: landing.reason };
  }
}

/**
 * The group has another id now, and no topics. Where the new chat has the message already, this
 * row ends with the old one.
 */
async function readdress(trx: Transaction<Tables>, id: number, chatId: number): Promise<void> {
  const row = await trx
    .selectFrom("outbox")
    .select(["run_id", "part"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return;
  const there = await trx
    .selectFrom("outbox")
    .select("id")
    .where("run_id", "=", row.run_id)
    .where("chat_id", "=", chatId)
    .where("thread_id", "=", 0)
    .where("part", "=", row.part)
    .where("id", "!=", id)
    .executeTakeFirst();
  const address = { chat_id: chatId, thread_id: 0 };
  const end = { state: "dead" as const, reason: "moved" };
  await trx
    .updateTable("outbox")
    .set(there === undefined ? address : end)
    .where("id", "=", id)
    .execute();
}
