import type { Outcome } from "./outcome.ts";

/** So many messages of a run may be made wrong, and so many in a row be refused in unknown words. */
const mostFaults = 3;
const mostAlike = 20;

/** Runs above which those that were longest without trouble are forgotten. */
const capacity = 100;

interface Trouble {
  readonly faults: number;
  readonly words: string;
  readonly alike: number;
}

const none: Trouble = { faults: 0, words: "", alike: 0 };

/**
 * Watches for runs whose messages Telegram will not have, whoever they go to. Returns why a run is
 * to be paused, at the outcome that shows it.
 */
export function createPoisonWatch(): (runId: number, outcome: Outcome) => string | undefined {
  const troubles = new Map<number, Trouble>();

  function keep(runId: number, trouble: Trouble): void {
    troubles.delete(runId);
    troubles.set(runId, trouble);
    const [oldest] = troubles.keys();
    if (troubles.size > capacity && oldest !== undefined) troubles.delete(oldest);
  }

  return (runId, outcome) => {
    const known = troubles.get(runId) ?? none;
    // What a picture says goes out in words then: a run with one is never held back for it.
    if (outcome.type === "badMessage" && outcome.fault !== "picture") {
      const faults = known.faults + 1;
      keep(runId, { ...known, faults });
      return faults === mostFaults + 1 ? `bad messages: ${outcome.fault}` : undefined;
    }
    if (outcome.type === "failed") {
      const words = `${outcome.code} ${outcome.description}`;
      const alike = words === known.words ? known.alike + 1 : 1;
      keep(runId, { ...known, words, alike });
      return alike === mostAlike + 1 ? words : undefined;
    }
    if (outcome.type === "sent" && known !== none) keep(runId, { ...known, words: "", alike: 0 });
    return undefined;
  };
}
