import type { Outcome } from "./outcome.ts";

/** Whether sending makes sense at the moment, by what became of the last sends. */
export interface Breaker {
  /** How many may go: Infinity, one to try, or none. */
  readonly room: (now: Date) => number;
  /** Milliseconds until one may go; Infinity while one is being tried. */
  readonly wait: (now: Date) => number;
  readonly took: (now: Date) => void;
  /** Returns whether it has opened by this. */
  readonly landed: (result: Result, now: Date) => boolean;
  /** More than half of the last chats were gone, which says more about us than about them. */
  readonly mostlyGone: (now: Date) => boolean;
}

/** `failed`: no answer, or Telegram's own trouble. `none`: says nothing about either. */
export type Result = "well" | "gone" | "failed" | "none";

/** What is judged by, in milliseconds, and how many it takes to judge. */
const memory = 30_000;
const enough = 20;
const most = 500;

/** Milliseconds until the first try of an open breaker; twice as long for each after it. */
const firstTry = 5000;
const longestTry = 30_000;

interface Sample {
  readonly at: number;
  readonly result: Result;
}

type State =
  | { readonly type: "closed" }
  | { readonly type: "open"; readonly until: number; readonly tries: number }
  | { readonly type: "trying"; readonly tries: number };

export function createBreaker(): Breaker {
  let state: State = { type: "closed" };
  let samples: Sample[] = [];

  function recent(at: number): readonly Sample[] {
    return samples.filter((sample) => Math.abs(at - sample.at) < memory);
  }

  /** Whether more than half of the last sends ended so. */
  function prevails(result: Result, at: number): boolean {
    const last = recent(at);
    const such = last.filter((sample) => sample.result === result);
    return last.length >= enough && such.length * 2 > last.length;
  }

  function open(at: number, tries: number): void {
    samples = [];
    state = { type: "open", until: at + Math.min(longestTry, firstTry * 2 ** tries), tries };
  }

  return {
    room(now) {
      if (state.type === "closed") return Infinity;
      return state.type === "open" && waitOf(state.until, now.getTime()) === 0 ? 1 : 0;
    },
    wait(now) {
      if (state.type === "closed") return 0;
      return state.type === "open" ? waitOf(state.until, now.getTime()) : Infinity;
    },
    took(now) {
      if (state.type === "open" && waitOf(state.until, now.getTime()) === 0) {
        state = { type: "trying", tries: state.tries + 1 };
      }
    },
    landed(result, now) {
      const at = now.getTime();
      if (state.type === "trying") {
        if (result === "failed") open(at, state.tries);
        else state = { type: "closed" };
        return false;
      }
      if (state.type === "open" || result === "none") return false;
      samples.push({ at, result });
      if (samples.length > most) samples.shift();
      if (result !== "failed" || !prevails("failed", at)) return false;
      open(at, 0);
      return true;
    },
    mostlyGone: (now) => prevails("gone", now.getTime()),
  };
}

/** A clock that is set back does not make it wait longer. */
function waitOf(until: number, at: number): number {
  return until - at > longestTry ? 0 : Math.max(0, until - at);
}

/** What an outcome says about sending as such. */
export function resultOf(outcome: Outcome): Result {
  if (outcome.type === "gone") return "gone";
  if (outcome.type === "unwritten") return "failed";
  if (outcome.type !== "unknown") return outcome.type === "later" ? "none" : "well";
  return outcome.cause === "unanswered" || outcome.cause === "server error" ? "failed" : "well";
}
