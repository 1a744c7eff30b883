/** Which calls a fault meets; what is left out meets all of them. */
export interface FaultMatch {
  /** Not case-sensitive. */
  readonly method?: string;
  readonly chatId?: number;
  /** Only the nth call of those that match, counted from 1. */
  readonly nth?: number;
  /** Every nth call of those that match. */
  readonly every?: number;
  /** It is over once it has acted on so many. */
  readonly times?: number;
  /** Each matching call with this chance, from 0 to 1, by a generator with this seed. */
  readonly probability?: number;
  readonly seed?: number;
}

/**
 * What happens to a call. `accepted` says that the call is carried out all the same, so that the
 * caller is told less than the truth.
 */
export type FaultAction =
  | {
      readonly type: "refuse";
      readonly code: number;
      /** The whole sentence, such as "Internal Server Error: restart". */
      readonly description: string;
      /** Any JSON: also what the real server would never send. */
      readonly parameters?: unknown;
      readonly accepted?: boolean;
    }
  | {
      readonly type: "answer";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly accepted?: boolean;
    }
  /** The connection is reset; if not accepted and for any chat, before the body is read. */
  | { readonly type: "reset"; readonly accepted?: boolean }
  /** No answer ever comes. */
  | { readonly type: "silent"; readonly accepted?: boolean }
  /** Carried out at once, answered after so many ms of real time. */
  | { readonly type: "delay"; readonly ms: number }
  /** Carried out; half of the answer comes, then the connection closes. */
  | { readonly type: "truncate" }
  /** The group of the call becomes a supergroup first. */
  | { readonly type: "migrate" };

export interface Fault extends FaultMatch {
  readonly do: FaultAction;
}

export interface FaultyCall {
  readonly method: string;
  readonly chatId: unknown;
}

export interface Faults {
  /** Gives an id to remove it by. */
  readonly add: (fault: Fault) => number;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
  /**
   * The action of the first fault, in the order in which they were added, whose turn the call is.
   * Every fault counts the calls that it matches, for `nth` and `every`, whichever acts; only the
   * one that acts uses up one of its `times`. One whose turn goes to another has missed it.
   */
  readonly meet: (call: FaultyCall) => FaultAction | undefined;
  /**
   * As `meet`, for the faults that come before the body is read. A call that one of them takes is
   * not counted by the others.
   */
  readonly meetUnread: (method: string) => FaultAction | undefined;
}

interface Armed {
  readonly fault: Fault;
  readonly random: () => number;
  seen: number;
  done: number;
}

/** A small generator of even numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function isUnread({ chatId, do: action }: Fault): boolean {
  return action.type === "reset" && action.accepted !== true && chatId === undefined;
}

function concerns({ method, chatId }: Fault, call: FaultyCall): boolean {
  const sameMethod = method === undefined || method.toLowerCase() === call.method.toLowerCase();
  return sameMethod && (chatId === undefined || String(chatId) === String(call.chatId));
}

/** Counts the call and says whether it is this one's turn. */
function isTurnOf(armed: Armed): boolean {
  const { nth, every, times, probability } = armed.fault;
  armed.seen += 1;
  return (
    (times === undefined || armed.done < times) &&
    (nth === undefined || armed.seen === nth) &&
    (every === undefined || armed.seen % every === 0) &&
    (probability === undefined || armed.random() < probability)
  );
}

export function createFaults(): Faults {
  const faults = new Map<number, Armed>();
  let lastId = 0;

  function first(among: readonly Armed[]): FaultAction | undefined {
    const [acting] = among.filter(isTurnOf);
    if (acting !== undefined) acting.done += 1;
    return acting?.fault.do;
  }

  return {
    add(fault) {
      lastId += 1;
      faults.set(lastId, { fault, random: generator(fault.seed ?? 1), seen: 0, done: 0 });
      return lastId;
    },
    remove(id) {
      faults.delete(id);
    },
    clear() {
      faults.clear();
    },
    meet: (call) =>
      first([...faults.values()].filter(({ fault }) => !isUnread(fault) && concerns(fault, call))),
    meetUnread: (method) =>
      first(
        [...faults.values()].filter(
          ({ fault }) => isUnread(fault) && concerns(fault, { method, chatId: undefined }),
        ),
      ),
  };
}
