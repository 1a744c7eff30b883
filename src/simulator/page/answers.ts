import type { InlineAnswerView } from "../control.ts";

/** How the bot answered the press of a button. */
export interface Answer {
  readonly text: string;
  readonly alert: boolean;
}

/** Answers of the bot that come as events, by the id of what they answer. */
interface Answers<Value> {
  /** Hands the answer to whoever waits for it, or keeps it for one about to wait. */
  readonly arrived: (id: string, answer: Value) => void;
  /** The bot's answer; undefined where none comes in half a minute. */
  readonly to: (id: string) => Promise<Value | undefined>;
}

const patienceMs = 30_000;
const keptMs = 5_000;

function createAnswers<Value>(): Answers<Value> {
  const waiting = new Map<string, (answer: Value | undefined) => void>();
  const early = new Map<string, Value>();
  return {
    arrived(id, answer) {
      const take = waiting.get(id);
      if (take !== undefined) return take(answer);
      early.set(id, answer);
      setTimeout(() => early.delete(id), keptMs);
    },
    async to(id) {
      const ready = early.get(id);
      if (ready !== undefined) return ready;
      const answer = await new Promise<Value | undefined>((resolve) => {
        waiting.set(id, resolve);
        setTimeout(() => resolve(undefined), patienceMs);
      });
      waiting.delete(id);
      return answer;
    },
  };
}

/** To presses of buttons. */
export const pressAnswers = createAnswers<Answer>();

/** To queries of the inline mode. */
export const inlineAnswers = createAnswers<InlineAnswerView>();
