import { sql } from "kysely";
import type { Database } from "../../src/store/tables.ts";

const page = 65_536;
const createdAt = Date.UTC(2026, 10, 22);

/** Chats of every language in no order, a tenth of them groups, a quarter with quiet hours. */
export async function subscribeMany(
  db: Database,
  { size, scheduleId }: { readonly size: number; readonly scheduleId: number },
): Promise<void> {
  for (let from = 0; from < size; from += page) {
    const until = Math.min(size, from + page);
    const ids = sql`with recursive n(i) as (
      select ${from + 1} union all select i + 1 from n where i < ${until})`;
    const chat = sql`(i * 7919) % 10000019 + 1000000000`;
    await sql`insert into chats (id, type, language, digits, months, created_at, quiet_from, quiet_until)
      ${ids} select ${chat}, case i % 10 when 0 then 'supergroup' else 'private' end,
        case i % 3 when 0 then 'ar' when 1 then 'en' else 'both' end, 'latin', 'double',
        ${createdAt}, case i % 4 when 0 then 1320 end, case i % 4 when 0 then 480 end
        from n`.execute(db);
    await sql`insert into subscriptions (chat_id, thread_id, topics, schedule_id, alerts, empty_line,
        silent, after_run, state, created_at)
      ${ids} select ${chat}, 0, case i % 5 when 0 then 'ghouta' else '' end, ${scheduleId}, 1, 0, 0,
        0, 'active', ${createdAt} from n`.execute(db);
  }
}
