import { setImmediate } from "node:timers/promises";
import type { Database } from "../tables.ts";

/** Messages that show a story, and the chats that they are in. */
export interface Holders {
  readonly messages: number;
  readonly chats: number;
}

/** How many messages in how many chats show a story, by the number of the revision. */
export async function holdersOf(
  db: Database,
  storyId: string,
): Promise<readonly ({ readonly number: number } & Holders)[]> {
  return db
    .selectFrom("shown_stories")
    .innerJoin("ledger", "ledger.shown_id", "shown_stories.shown_id")
    .select((select) => [
      "shown_stories.number",
      select.fn.countAll<number>().as("messages"),
      select.fn.count<number>("ledger.chat_id").distinct().as("chats"),
    ])
    .where("shown_stories.story_id", "=", storyId)
    .groupBy("shown_stories.number")
    .orderBy("shown_stories.number")
    .execute();
}

/** Chats in one step. */
const chunk = 5000;

/** How many messages in how many chats show a story at one of these revisions; lets others in. */
export async function countHolders(
  db: Database,
  storyId: string,
  numbers: readonly number[],
): Promise<Holders> {
  if (numbers.length === 0) return { messages: 0, chats: 0 };
  const contents = await db
    .selectFrom("shown_stories")
    .select("shown_id")
    .where("story_id", "=", storyId)
    .where("number", "in", numbers)
    .execute();
  const chats = new Set<number>();
  let messages = 0;
  for (const { shown_id: shownId } of contents) {
    for await (const holder of holdersIn(db, shownId)) {
      chats.add(holder.chat_id);
      messages += holder.messages;
    }
  }
  return { messages, chats: chats.size };
}

/** The chats that hold a content, step by step. */
async function* holdersIn(db: Database, shownId: number) {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await db
      .selectFrom("ledger")
      .select((select) => ["chat_id", select.fn.countAll<number>().as("messages")])
      .where("shown_id", "=", shownId)
      .where("chat_id", ">", after)
      .groupBy("chat_id")
      .orderBy("chat_id")
      .limit(chunk)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunk) return;
    after = last.chat_id;
    await setImmediate();
  }
}
