import { setImmediate } from "node:timers/promises";
import type { Database } from "../tables.ts";

/** How many messages in how many chats show a story. */
export interface Holders {
  readonly messages: number;
  readonly chats: number;
}

/** Messages that show a revision, and the ids of the chats that they are in. */
export interface Held {
  readonly messages: number;
  readonly chats: ReadonlySet<number>;
  /** Those of the inline mode, each of which counts as one in a chat of its own. */
  readonly elsewhere: number;
}

/** Chats in one step. */
const chunk = 5000;

/** Who holds which revision of a story, by its number, in order; lets others in meanwhile. */
export async function holdersOf(db: Database, storyId: string): Promise<ReadonlyMap<number, Held>> {
  const contents = await db
    .selectFrom("shown_stories")
    .select(["shown_id", "number"])
    .where("story_id", "=", storyId)
    .orderBy("number")
    .execute();
  const held = new Map<number, { messages: number; elsewhere: number; chats: Set<number> }>();
  for (const { shown_id: shownId, number } of contents) {
    for await (const { chat_id: chatId, messages } of holdersIn(db, shownId)) {
      const one = held.get(number) ?? { messages: 0, elsewhere: 0, chats: new Set() };
      one.messages += messages;
      if (chatId === 0) one.elsewhere += messages;
      else one.chats.add(chatId);
      held.set(number, one);
    }
  }
  return held;
}

/** All that hold one of these revisions. */
export function countHolders(held: ReadonlyMap<number, Held>, numbers: readonly number[]): Holders {
  const found = numbers.map((number) => held.get(number)).filter((one) => one !== undefined);
  const [most, ...others] = found.map(({ chats }) => chats).toSorted((a, b) => b.size - a.size);
  const more = new Set(
    others.flatMap((chats) => [...chats].filter((id) => most?.has(id) !== true)),
  );
  const messages = found.reduce((sum, one) => sum + one.messages, 0);
  const elsewhere = found.reduce((sum, one) => sum + one.elsewhere, 0);
  return { messages, chats: (most?.size ?? 0) + more.size + elsewhere };
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
