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

/**
 * One time for several processes. It stands still while anybody works and leaps to the next moment
 * at which anybody waits to do something: a day lasts as long as its work. A slow or busy machine
 * makes no message late.
 */
export function createConductor(): Conductor {
  const players = new Set<Player>();
  let dues: readonly number[] = [];

  /** Until nothing has come or gone since everybody was asked. */
  async function settleAt(moment: number): Promise<void> {
    for (let seen = -1; seen !== exchanged();) {
      seen = exchanged();
      const asked = [...players].map((player) => player.goTo(moment));
      await timers.pass(moment);
      dues = await Promise.all(asked);
      await quiet();
    }
  }

  return {
    join: (player) => void players.add(player),
    leave: (player) => void players.delete(player),
    async passUntil(isOver) {
      await settleAt(timers.now());
      while (!isOver()) await settleAt(Math.max(timers.now(), Math.min(timers.next(), ...dues)));
    },
  };
}
