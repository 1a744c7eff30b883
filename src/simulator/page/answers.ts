/** How the bot answered the press of a button. */
export interface Answer {
  readonly text: string;
  readonly alert: boolean;
}

const patienceMs = 30_000;
const keptMs = 5_000;

const waiting = new Map<string, (answer: Answer | undefined) => void>();
const early = new Map<string, Answer>();

/** Hands the answer to the press that waits for it, or keeps it for one about to wait. */
export function answerArrived(callbackId: string, answer: Answer): void {
  const take = waiting.get(callbackId);
  if (take !== undefined) return take(answer);
  early.set(callbackId, answer);
  setTimeout(() => early.delete(callbackId), keptMs);
}

/** The bot's answer to a press; undefined where none comes in half a minute. */
export async function answerTo(callbackId: string): Promise<Answer | undefined> {
  const ready = early.get(callbackId);
  if (ready !== undefined) return ready;
  const answer = await new Promise<Answer | undefined>((resolve) => {
    waiting.set(callbackId, resolve);
    setTimeout(() => resolve(undefined), patienceMs);
  });
  waiting.delete(callbackId);
  return answer;
}
