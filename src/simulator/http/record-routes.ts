import type { FastifyInstance } from "fastify";
import type { Record } from "../record/record.ts";

interface RecordQuery {
  readonly after?: string;
  readonly limit?: string;
  readonly waitMs?: string;
}

const mostEntries = 10_000;

/** How often each chat was sent the same thing: `[chatId, hash, count]`, by chat. */
function counts(record: Record): readonly (readonly [number, number, number])[] {
  const found = new Map<string, [number, number, number]>();
  for (const entry of record.entries()) {
    if (entry.type !== "sent") continue;
    const key = `${entry.chatId} ${entry.hash}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [entry.chatId, entry.hash, 1]);
    else known[2] += 1;
  }
  return [...found.values()];
}

/** Each message that the bot sent and did not delete, as it is now: `[chatId, messageId, hash, edits]`. */
function standing(record: Record): readonly (readonly [number, number, number, number])[] {
  const found = new Map<string, [number, number, number, number]>();
  for (const entry of record.entries()) {
    if (entry.type === "deleted") {
      for (const id of entry.messageIds) found.delete(`${entry.chatId} ${id}`);
    }
    if (entry.type !== "sent" && entry.type !== "edited") continue;
    const { chatId, messageId, hash } = entry;
    const key = `${chatId} ${messageId}`;
    const edits = (found.get(key)?.[3] ?? -1) + 1;
    found.set(key, [chatId, messageId, hash, edits]);
  }
  return [...found.values()];
}

async function somethingNew(record: Record, after: number, waitMs: number): Promise<void> {
  if (record.size() > after || waitMs <= 0) return;
  const signal = AbortSignal.timeout(waitMs);
  await record.waitFor(() => true, { afterSeq: after, signal }).catch(() => undefined);
}

/**
 * `GET /control/record?after=SEQ&limit=N&waitMs=MS` → `{ entries, size }`, waiting up to `waitMs`
 * for an entry after SEQ; `GET /control/record/counts` → what each chat was sent, counted;
 * `GET /control/record/messages` → what each message looks like now.
 */
export function serveRecord(server: FastifyInstance, record: Record): void {
  server.get<{ Querystring: RecordQuery }>("/control/record", async (request) => {
    const { after = "0", limit = String(mostEntries), waitMs = "0" } = request.query;
    await somethingNew(record, Number(after), Number(waitMs));
    const entries = record.entries(Number(after)).slice(0, Number(limit));
    return { entries, size: record.size() };
  });
  server.get("/control/record/counts", () => counts(record));
  server.get("/control/record/messages", () => standing(record));
}
