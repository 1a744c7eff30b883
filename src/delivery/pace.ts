/** When the next message may go to a chat. Arithmetic only: nothing here waits. */
export interface Pace {
  /** Milliseconds to wait before this may go; 0 for now. */
  ready(sending: Sending, now: Date): number;
  /** It goes now. */
  took(sending: Sending, now: Date): void;
  /** Telegram asked to leave the chat alone until then. */
  pause(chatId: number, until: Date): void;
  /** How many chats are kept in mind. */
  remembered(): number;
}

export interface Sending {
  readonly type: "send" | "edit";
  readonly chatId: number;
  /** Groups and channels have narrower limits than people. */
  readonly isGroup: boolean;
}

/** Of a row that changes a message, or sends one. */
export function sendingType({
  task,
}: {
  readonly task: "new" | "edit" | "reply";
}): Sending["type"] {
  return task === "edit" ? "edit" : "send";
}

/** So many in any so many milliseconds. */
interface Window {
  readonly most: number;
  readonly ms: number;
}

/**
 * A message a second to one chat, with short bursts. Telegram publishes no size for a burst; three
 * in any three seconds is one. What Telegram counts is when messages arrive, and the way there is
 * not always equally long: hence the little more.
 */
const aSecond: Window = { most: 3, ms: 3250 };
/** 20 a minute to a group or channel; by common report edits are held to the same. */
const aMinute: Window = { most: 20, ms: 61_000 };

/** Chats above which those are forgotten that have nothing to wait for. */
const defaultCapacity = 10_000;

/** Times in Unix milliseconds, oldest first; of each kind as many as the widest window holds. */
interface Track {
  readonly send: readonly number[];
  readonly edit: readonly number[];
  readonly pausedUntil: number;
}

const blank: Track = { send: [], edit: [], pausedUntil: 0 };

/** The pace of every chat by itself. A clock that is set back makes nobody wait. */
export function createPace(capacity = defaultCapacity): Pace {
  const tracks = new Map<number, Track>();
  let sweptAt = 0;

  function trackOf(chatId: number): Track {
    return tracks.get(chatId) ?? blank;
  }

  /** Once a minute, where there are many: forgets the chats that have nothing to wait for. */
  function sweep(now: number): void {
    if (tracks.size <= capacity || Math.abs(now - sweptAt) < aMinute.ms) return;
    sweptAt = now;
    for (const [id, track] of tracks) if (!isHeld(track, now)) tracks.delete(id);
  }

  return {
    ready(sending, now) {
      const at = now.getTime();
      const track = trackOf(sending.chatId);
      const waits = windowsOf(sending).map((window) => waitOf(window, track[sending.type], at));
      return Math.max(0, track.pausedUntil - at, ...waits);
    },
    took({ type, chatId }, now) {
      const at = now.getTime();
      const track = trackOf(chatId);
      const times = [...within(aMinute, track[type], at), at].slice(-aMinute.most);
      tracks.set(chatId, { ...track, [type]: times });
      sweep(at);
    },
    pause(chatId, until) {
      const track = trackOf(chatId);
      const pausedUntil = Math.max(track.pausedUntil, until.getTime());
      tracks.set(chatId, { ...track, pausedUntil });
    },
    remembered: () => tracks.size,
  };
}

function windowsOf({ type, isGroup }: Sending): readonly Window[] {
  if (type === "edit") return isGroup ? [aMinute] : [];
  return isGroup ? [aSecond, aMinute] : [aSecond];
}

function waitOf(window: Window, times: readonly number[], at: number): number {
  const past = within(window, times, at);
  const oldest = past[past.length - window.most];
  return oldest === undefined ? 0 : oldest + window.ms - at;
}

/** Times after `at` are from before the clock was set back, and say nothing any more. */
function within(window: Window, times: readonly number[], at: number): readonly number[] {
  return times.filter((time) => time <= at && time > at - window.ms);
}

function isHeld({ send, edit, pausedUntil }: Track, at: number): boolean {
  return pausedUntil > at || within(aMinute, [...send, ...edit], at).length > 0;
}
