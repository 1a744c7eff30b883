import type { ProblemView } from "../control.ts";
import type { Message } from "./model.ts";

/** What happens in the simulated world, for those who watch it. */
export type WorldEvent =
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "edited"; readonly message: Message }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageIds: readonly number[] }
  | {
      readonly type: "answer";
      readonly person: number;
      readonly callbackId: string;
      readonly text: string;
      readonly alert: boolean;
    }
  | { readonly type: "commands" }
  | { readonly type: "chats" }
  | { readonly type: "typing"; readonly chatId: number }
  | { readonly type: "problems"; readonly problems: readonly ProblemView[] }
  | { readonly type: "clock"; readonly now: number };

export interface Hub {
  readonly emit: (event: WorldEvent) => void;
  /** Returns how to stop listening. */
  readonly listen: (listener: (event: WorldEvent) => void) => () => void;
}

export function createHub(): Hub {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
