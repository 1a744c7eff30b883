import { randomInt } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Json } from "../world/message-json.ts";

/** One update as the Bot API delivers it. */
export interface Update {
  readonly id: number;
  readonly type: string;
  /** Updates of one key are delivered to a webhook one after another. */
  readonly queue: string;
  /** Unix milliseconds after which it is not delivered any more. */
  readonly expires: number;
  readonly json: Json;
}

export interface Updates {
  readonly push: (type: string, payload: Json, queue: string) => void;
  /** Waiting and not expired, oldest first. */
  readonly pending: () => readonly Update[];
  readonly removeBefore: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
  /** Remembers the types wanted from now on; an empty list is the default set. */
  readonly allow: (types: readonly string[]) => void;
  readonly allowed: () => readonly string[];
  readonly listen: (listener: () => void) => () => void;
}

/** Types that must be asked for by name. */
const askedFor = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

const day = 86_400_000;
/** How long an update waits to be fetched, in ms; a day unless named here. */
const lifetimes: ReadonlyMap<string, number> = new Map([
  ["callback_query", 150_000],
  ["inline_query", 30_000],
  ["chosen_inline_result", 600_000],
]);

export function createUpdates(clock: Clock): Updates {
  let waiting: Update[] = [];
  let nextId = randomInt(100_000_000, 900_000_000);
  let wanted: readonly string[] = [];
  const listeners = new Set<() => void>();
  const wants = (type: string) =>
    wanted.length === 0 ? !askedFor.has(type) : wanted.includes(type);
  return {
    push(type, payload, queue) {
      if (!wants(type)) return;
      const id = nextId;
      nextId += 1;
      const expires = clock.now() + (lifetimes.get(type) ?? day);
      waiting.push({ id, type, queue, expires, json: { update_id: id, [type]: payload } });
      for (const listener of listeners) listener();
    },
    pending() {
      const now = clock.now();
      waiting = waiting.filter((update) => update.expires > now);
      return waiting;
    },
    removeBefore(id) {
      waiting = waiting.filter((update) => update.id >= id);
    },
    remove(id) {
      waiting = waiting.filter((update) => update.id !== id);
    },
    clear() {
      waiting = [];
    },
    allow(types) {
      wanted = types;
    },
    allowed: () => wanted,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
