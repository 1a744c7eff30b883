import type { ControlEvent } from "../control.ts";
import type { Chat, Message } from "./model.ts";
import type { InlineAnswer } from "./telegram.ts";

type Told<Type extends ControlEvent["type"]> = Extract<ControlEvent, { readonly type: Type }>;

/**
 * What happens in the simulated world, for those who watch it: what people are told of it, with
 * the messages themselves and with the person whom an answer is for.
 */
export type WorldEvent =
  | Exclude<ControlEvent, Told<"message" | "edited" | "answer" | "inline" | "keyboard">>
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "edited"; readonly message: Message }
  | { readonly type: "keyboard"; readonly chat: Chat }
  | (Told<"answer"> & { readonly person: number })
  | {
      readonly type: "inline";
      readonly person: number;
      readonly queryId: string;
      readonly answer: InlineAnswer;
    };

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
