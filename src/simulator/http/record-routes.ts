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

async function somethingNew(record: Record, after: number, waitMs: number): Promise<void> {
  if (record.size() > after || waitMs <= 0) return;
  const signal = AbortSignal.timeout(waitMs);
  await record.waitFor(() => true, { afterSeq: after, signal }).catch(() => undefined);
}

/**
 * `GET /control/record?after=SEQ&limit=N&waitMs=MS` → `{ entries, size }`, waiting up to `waitMs`
 * for an entry after SEQ; `GET /control/record/counts` → what each chat was sent, counted.
 */
export function serveRecord(server: FastifyInstance, record: Record): void {
  server.get<{ Querystring: RecordQuery }>("/control/record", async (request) => {
    const { after = "0", limit = String(mostEntries), waitMs = "0" } = request.query;
    await somethingNew(record, Number(after), Number(waitMs));
    const entries = record.entries(Number(after)).slice(0, Number(limit));
    return { entries, size: record.size() };
  });
  server.get("/control/record/counts", () => counts(record));
}
