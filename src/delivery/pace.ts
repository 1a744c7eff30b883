/** When the next message may go to a chat. Arithmetic only: nothing here waits. */
export interface Pace {
  /** Milliseconds to wait before the next message to the chat; 0 for now. */
  ready(chat: PacedChat, now: Date): number;
  /** A message goes to the chat now. */
  took(chat: PacedChat, now: Date): void;
  /** Telegram asked to leave the chat alone until then. */
  pause(chatId: number, until: Date): void;
  /** How many chats are kept in mind. */
  remembered(): number;
}

export interface PacedChat {
  readonly id: number;
  /** Groups and channels have a limit a minute on top of the one a second. */
  readonly isGroup: boolean;
}

/** A message a second to one chat, with short bursts; Telegram publishes no size for a burst. */
const burst = 3;
const perSecond = 1000;
/** 20 messages a minute to a group or channel. */
const perMinute = 20;
const minute = 60_000;
/** Chats above which those are forgotten that have nothing to wait for. */
const defaultCapacity = 10_000;

/** Times in Unix milliseconds. */
interface Track {
  /** The messages of the last minute, oldest first; at most `perMinute`. */
  readonly sent: readonly number[];
  /** When the burst will be whole again. */
  readonly fullAt: number;
  readonly pausedUntil: number;
}

/**
 * Keeps 1 message a second a chat with bursts of 3, and 20 in any 60 seconds a group or channel.
 * A clock that is set back never makes anybody wait longer than a minute, save for a pause.
 */
export function createPace(capacity = defaultCapacity): Pace {
  const tracks = new Map<number, Track>();
  let sweptAt = 0;

  function trackOf(id: number): Track {
    return tracks.get(id) ?? { sent: [], fullAt: 0, pausedUntil: 0 };
  }

  /** Once a minute, where there are many: forgets the chats that have nothing to wait for. */
  function sweep(now: number): void {
    if (tracks.size <= capacity || Math.abs(now - sweptAt) < minute) return;
    sweptAt = now;
    for (const [id, { sent, pausedUntil }] of tracks) {
      if ((sent.at(-1) ?? 0) + minute <= now && pausedUntil <= now) tracks.delete(id);
    }
  }

  return {
    ready(chat, now) {
      const at = now.getTime();
      const track = trackOf(chat.id);
      const forSecond = burstFullAt(track, at) - (burst - 1) * perSecond - at;
      const forPause = track.pausedUntil - at;
      return Math.max(0, forSecond, forPause, chat.isGroup ? untilMinuteHasRoom(track, at) : 0);
    },
    took(chat, now) {
      const at = now.getTime();
      const track = trackOf(chat.id);
      tracks.set(chat.id, {
        ...track,
        sent: [...lastMinute(track, at), at].slice(-perMinute),
        fullAt: Math.max(at, burstFullAt(track, at)) + perSecond,
      });
      sweep(at);
    },
    pause(chatId, until) {
      const track = trackOf(chatId);
      tracks.set(chatId, {
        ...track,
        pausedUntil: Math.max(track.pausedUntil, until.getTime()),
      });
    },
    remembered: () => tracks.size,
  };
}

function untilMinuteHasRoom(track: Track, at: number): number {
  const past = lastMinute(track, at);
  return past.length < perMinute ? 0 : (past[0] ?? at) + minute - at;
}

/** Times after `at` are from before the clock was set back, and say nothing any more. */
function lastMinute(track: Track, at: number): readonly number[] {
  return track.sent.filter((time) => time <= at && time > at - minute);
}

function burstFullAt(track: Track, at: number): number {
  return Math.min(track.fullAt, at + burst * perSecond);
}
