import type { ControlEvent, State } from "../control.ts";
import { loadState, Refused } from "./api.ts";

interface Listener {
  /** The whole state: at first, after every reconnection and for a change of chats. */
  readonly onState: (state: State) => void;
  readonly onEvent: (event: ControlEvent) => void;
  readonly onBroken: () => void;
}

export interface Connection {
  /** Reads the whole state again. */
  readonly reload: () => void;
  readonly close: () => void;
}

const firstWaitMs = 500;
const longestWaitMs = 5_000;

async function resolve(person: number | undefined): Promise<State> {
  try {
    return await loadState(person);
  } catch (error) {
    if (error instanceof Refused && person !== undefined) return loadState();
    throw error;
  }
}

/**
 * Follows what a person sees, for ever: a broken stream is opened again, waiting longer each time,
 * and the state is read anew after it opens, so nothing that happened meanwhile is missed. A
 * person who is no longer in the world gives way to its first.
 */
export function connect(person: number | undefined, listener: Listener): Connection {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWaitMs;
  let closed = false;
  /** Events that arrive while the state is being read; undefined when nothing is being read. */
  let waiting: ControlEvent[] | undefined;

  function broke(): void {
    stream?.close();
    if (closed) return;
    listener.onBroken();
    clearTimeout(timer);
    timer = setTimeout(() => void open(), wait);
    wait = Math.min(wait * 2, longestWaitMs);
  }

  async function readState(): Promise<void> {
    waiting ??= [];
    try {
      const state = await resolve(person);
      if (closed) return;
      listener.onState(state);
      const missed = waiting;
      waiting = undefined;
      for (const event of missed ?? []) listener.onEvent(event);
      wait = firstWaitMs;
    } catch {
      broke();
    }
  }

  async function open(): Promise<void> {
    waiting = [];
    try {
      const { id } = (await resolve(person)).person;
      if (closed) return;
      stream = new EventSource(`control/events?person=${id}`);
    } catch {
      return broke();
    }
    stream.addEventListener("open", () => void readState());
    stream.addEventListener("error", broke);
    stream.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const event: ControlEvent = JSON.parse(data);
      if (waiting === undefined) listener.onEvent(event);
      else waiting.push(event);
    });
  }

  void open();
  return {
    reload: () => void readState(),
    close() {
      closed = true;
      clearTimeout(timer);
      stream?.close();
    },
  };
}
