import { askAgain, chatsToProbe, probed, type Probe } from "../store/chats/probes.ts";
import type { KeepStanding } from "./standing.ts";
import type { Database } from "../store/tables.ts";

/**
 * Asks a chat whether we may write in it, without anybody seeing it. `unclear` where Telegram did
 * not say, which says nothing about the chat.
 */
export type Ask = (
  chatId: number,
  signal: AbortSignal,
) => Promise<
  Probe | { readonly type: "unclear" } | { readonly type: "moved"; readonly to: number }
>;

export interface ProbeParts {
  readonly db: Database;
  readonly now: () => Date;
  readonly ask: Ask;
  readonly keep: KeepStanding;
}

const hour = 3_600_000;

/**
 * Asks every paused chat that is due, one after the other, until none is or `signal` is aborted.
 * One that did not answer is asked again in an hour. Gives the number of those asked.
 */
export async function probeChats(parts: ProbeParts, signal: AbortSignal): Promise<number> {
  const due = await chatsToProbe(parts.db, parts.now());
  let asked = 0;
  for (const chatId of due) {
    if (signal.aborted) break;
    await probe(parts, chatId, signal);
    asked += 1;
  }
  return asked;
}

async function probe(
  { db, now, ask, keep }: ProbeParts,
  chatId: number,
  signal: AbortSignal,
): Promise<void> {
  const answer = await ask(chatId, signal);
  if (answer.type === "moved") await keep({ type: "moved", from: chatId, to: answer.to }, now());
  else if (answer.type === "unclear") await askAgain(db, chatId, now().getTime() + hour);
  else await probed(db, chatId, answer, now());
}
