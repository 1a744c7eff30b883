import { sql, type Insertable } from "kysely";
import type { Database, Tables } from "../../src/store/tables.ts";

export type FullStore = { readonly [Name in keyof Tables]: readonly Insertable<Tables[Name]>[] };

const at = Date.parse("2026-11-22T07:00:00Z");

/** The ends of what Telegram gives as ids: below 2^52, of groups below zero. */
const greatestId = 2 ** 52 - 1;
const leastId = -greatestId;

/** What is easily lost on the way from one store to another. */
const words = [
  "",
  " ",
  "موجز الأخبار",
  "\u2068abc\u2069 \u200Fعربي\u200E \u202Ertl\u202C",
  "👩🏽‍🚒 \u{1F1F8}\u{1F1FE} e\u0301 \u{10FFFF}",
  'it\'s "quoted" \\ $1 ? :name %s\t\r\n',
  "null",
  "0x1F 1e3 007",
] as const;

function word(index: number): string {
  return words[index % words.length] ?? "";
}

/** What every so many rows have; the others have nothing. */
function each<Value>(count: number, index: number, value: Value): Value | null {
  return index % count === 0 ? value : null;
}

function times<Row>(count: number, row: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** Rows of every table, some more of those that are large; `many` of them, at least ten. */
export function fullStore(many: number): FullStore {
  return {
    chats: times(many, (index) => ({
      id: index === 0 ? leastId : index === 1 ? greatestId : index % 2 === 0 ? -index : index,
      type: index % 2 === 0 ? ("supergroup" as const) : ("private" as const),
      language: "both",
      digits: "latin",
      months: "double",
      created_at: at + index,
      title: each(3, index + 1, word(index)),
      zone: each(4, index, "Asia/Damascus"),
      quiet_from: each(5, index, 0),
      quiet_until: each(5, index, 1439),
      state: index % 7 === 0 ? "paused" : "active",
      reason: each(7, index, "forbidden"),
      state_since: each(7, index, at),
      probe_at: each(7, index, at + 1),
      missed_at: each(11, index, at),
      hold_until: each(13, index, at),
    })),
    inbox: times(many, (index) => ({
      update_id: index,
      chat_id: index % 2 === 0 ? leastId : 0,
      body: each(2, index, JSON.stringify({ text: word(index) })),
      state: index % 2 === 0 ? ("new" as const) : ("done" as const),
      attempts: index % 3,
      received_at: at,
      holder: each(4, index, "here 1 alone"),
    })),
    dialogues: words.map((text, index) => ({
      person_id: greatestId - index,
      story: "aaaa",
      figure: index === 0 ? null : "f1",
      words: index === 1 ? null : text,
      expires_at: at,
    })),
    questions: [
      { person_id: 7, kind: "zone", chat_id: leastId, thread_id: 0, expires_at: at },
      { person_id: greatestId, kind: "time", chat_id: 7, thread_id: 9, expires_at: at },
    ],
    // Three of each, so that a page ends among equal ones.
    reports: times(many, (index) => ({ person_id: Math.floor(index / 3), at })),
    schedules: [
      { id: 1, key: "07:30 daily UTC", due_at: at, window_from: at - 1 },
      { id: 3, key: "07:30,19:00 mon,fri Asia/Damascus", due_at: at, window_from: 0 },
    ],
    subscriptions: times(10, (index) => ({
      id: index * 2 + 1,
      chat_id: index === 0 ? leastId : index,
      thread_id: index === 1 ? 9 : 0,
      topics: index === 2 ? "ghouta,strikes" : "",
      schedule_id: 1,
      person_id: index === 3 ? greatestId : null,
      alerts: 1,
      empty_line: 0,
      silent: 1,
      cards: index === 4 ? 1 : 0,
      news_from: index === 5 ? at : null,
      after_run: index,
      state: index === 6 ? ("paused" as const) : ("active" as const),
      reason: index === 6 ? "topic closed" : null,
      created_at: at,
    })),
    managers: [
      { person_id: 7, chat_id: leastId },
      { person_id: 7, chat_id: -5 },
      { person_id: 8, chat_id: leastId },
    ],
    revisions: words.map((text, index) => ({
      story_id: index < 4 ? "aaaa" : "AAAA",
      number: index + 1,
      hash: `h${index}`,
      figures_hash: "",
      known_at: at,
      news: index % 2 === 0 ? 1 : 0,
      body: index === 0 ? null : JSON.stringify({ text }),
      weight: index === 0 ? null : "first",
      changed_on: index === 1 ? "2026-11-22" : null,
    })),
    alerts: [
      { story_id: "aaaa", number: 1, since: at, state: "sent", chats: null },
      { story_id: "zzzz", number: 2, since: at, state: "asking", chats: 1001 },
    ],
    corrections: [
      { story_id: "aaaa", number: 2, since: at, state: "settled", settled: 2, chats: null },
      { story_id: "zzzz", number: 1, since: at, state: "asking", settled: null, chats: 5 },
    ],
    shown: words.map((text, index) => ({
      id: index + 1,
      key: `key ${index}`,
      printing: JSON.stringify({ language: "ar", digits: "latin", months: "double" }),
      pieces: JSON.stringify([text]),
      keyboard: index === 0 ? null : "[]",
      shows: '{"aaaa":[1]}',
      correction_id: index === 2 ? 1 : null,
      notice_id: index === 2 ? 2 : null,
      run_id: index === 2 ? 4 : null,
      made_at: at,
    })),
    shown_stories: words.map((_, index) => ({
      shown_id: index + 1,
      story_id: "aaaa",
      number: 1,
      judged: 1,
    })),
    ledger: times(many, (index) => ({
      id: index + 1,
      chat_id: index % 9 === 0 ? 0 : leastId + index,
      thread_id: 0,
      sent_id: index % 9 === 0 ? null : index + 1,
      shown_id: 1,
      sent_at: at,
      queued: index % 2,
      is_notice: index % 3 === 0 ? 1 : 0,
      inline_id: each(9, index, `inline-${index}`),
      person_id: each(9, index, greatestId),
    })),
    runs: times(10, (index) => ({
      id: index + 1,
      kind: index % 2 === 0 ? ("digest" as const) : ("notice" as const),
      key: index % 2 === 0 ? null : `notice ${index}`,
      schedule_id: each(2, index, 1),
      story_id: index === 1 ? "aaaa" : null,
      slot: at,
      window_from: at - 1,
      window_until: at,
      made_at: at,
      expires_at: at + 86_400_000,
      cursor: index === 0 ? Number.MIN_SAFE_INTEGER : index === 1 ? Number.MAX_SAFE_INTEGER : 0,
      state: "done" as const,
      paused: 0 as const,
      reason: index === 2 ? "" : null,
    })),
    messages: words.map((html, index) => ({
      id: index + 1,
      run_id: 1,
      variant: `v${index}`,
      part: 0,
      html,
      keyboard: index === 0 ? null : JSON.stringify([[{ text: html }]]),
      picture: index === 1 ? "{}" : null,
      shown_id: index === 2 ? 1 : null,
      news_from: at,
    })),
    outbox: times(many, (index) => ({
      id: index + 1,
      run_id: 1,
      task: index % 5 === 0 ? "edit" : "new",
      subscription_id: index % 2 === 0 ? null : 1,
      chat_id: index === 0 ? leastId : index,
      thread_id: 0,
      part: index === 1 ? -1 : 0,
      message_id: 1,
      ledger_id: each(5, index, index + 1),
      shown_id: each(6, index, 1),
      priority: 3,
      state: index % 2 === 0 ? ("sent" as const) : ("dead" as const),
      not_before: each(3, index, at),
      attempts: index % 4,
      resent: 0,
      silent: 1 as const,
      reason: each(2, index + 1, word(index)),
      epoch: each(2, index, 3),
      sent_id: each(2, index, index),
      sent_at: each(2, index, at),
    })),
    pictures: [{ key: "abc-_", file_id: "AgAC", at }],
    desk_drafts: words.map((text, index) => ({
      id: index + 1,
      editor_id: greatestId,
      version: index,
      status: index === 0 ? ("open" as const) : ("saved" as const),
      state: JSON.stringify({ text }),
      created_at: at,
      updated_at: at,
    })),
    desk_log: words.map((name, index) => ({
      id: index + 1,
      at,
      editor_id: 7,
      editor_name: name,
      draft_id: 1,
      action: "published",
      detail: "{}",
    })),
    searches: words.map((query, index) => ({ key: `k${index}`, query, asked_at: at })),
    edition: [{ id: 1, number: 3, format: 1, head: "{}", recorded_at: at, clean_since: null }],
    publications: words.map((story, index) => ({
      story_id: `story${index}`,
      story,
      asked_at: at,
      outcome: each(2, index, "{}"),
    })),
    cards: words.map((picture, index) => ({ key: `k${index}`, picture, asked_at: at })),
    marks: [
      { name: "alive_at", value: new Date(at).toISOString() },
      { name: "moving", value: "" },
      { name: "zz", value: "after the mark of a move" },
    ],
    lease: [{ name: "engine", holder: "host:1", epoch: 3, expires_at: 0 }],
  };
}

/** Writes all of it; gives the number of rows. */
export async function fill(db: Database, store: FullStore): Promise<number> {
  let rows = 0;
  for (const [table, all] of Object.entries(store)) {
    for (let first = 0; first < all.length; first += 500) {
      await insert(db, table, all.slice(first, first + 500));
    }
    rows += all.length;
  }
  return rows;
}

/** Rows of a table that is not known before; gives what they are then. */
export async function insert<Row>(
  db: Database,
  table: string,
  rows: readonly object[],
): Promise<readonly Row[]> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(Object.values(row))})`);
  const stored = await sql<Row>`insert into ${sql.table(table)}
    (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)} returning *`.execute(db);
  return stored.rows;
}
