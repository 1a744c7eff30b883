import { exchanged, quiet } from "./quiet.ts";
import { timers } from "./install.ts";

/** Another process that lives in the same time. */
export interface Player {
  /** Goes to a moment and resolves, once all is quiet there, to when its next timer is due. */
  readonly goTo: (moment: number) => Promise<number>;
}

export interface Conductor {
  readonly join: (player: Player) => void;
  readonly leave: (player: Player) => void;
  /** Lets time pass until it is so; asked at each moment at which something happens. */
  readonly passUntil: (isOver: () => boolean) => Promise<void>;
}

/** Milliseconds without a word between the processes after which they doze, and for how long. */
const calm = 3000;
const doze = 2000;

/**
 * One time for several processes. It stands still while anybody works and leaps to the next moment
 * at which anybody waits to do something: a day lasts as long as its work. A slow or busy machine
 * makes no message late. Where nobody has said anything for a while, the timers of the others go
 * off together every two seconds, later than they asked to; ours are always on time.
 */
export function createConductor(): Conductor {
  const players = new Set<Player>();
  let dues: readonly number[] = [];
  let heardAt = timers.now();

  /** Until nothing has come or gone since everybody was asked. */
  async function settleAt(moment: number): Promise<void> {
    for (let seen = -1; seen !== exchanged();) {
      if (seen >= 0) heardAt = moment;
      seen = exchanged();
      const asked = [...players].map((player) => player.goTo(moment));
      await timers.pass(moment);
      dues = await Promise.all(asked);
      await quiet();
    }
  }

  function nextMoment(): number {
    const now = timers.now();
    const due = Math.min(...dues);
    const theirs = now - heardAt > calm ? Math.max(due, now + doze) : due;
    return Math.max(now, Math.min(timers.next(), theirs));
  }

  return {
    join: (player) => void players.add(player),
    leave: (player) => void players.delete(player),
    async passUntil(isOver) {
      await settleAt(timers.now());
      while (!isOver()) await settleAt(nextMoment());
    },
  };
}
