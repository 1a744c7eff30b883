import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSettling } from "../../src/content/settle.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("settling", () => {
  it("looks soon after a change without believing in problems, and once more when it has settled", () => {
    const looks: boolean[] = [];
    const settling = createSettling((isSettled) => looks.push(isSettled()));
    settling.touch();
    vi.advanceTimersByTime(149);
    expect(looks).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(looks).toEqual([false]);
    vi.advanceTimersByTime(250);
    expect(looks).toEqual([false, true]);
    vi.advanceTimersByTime(10_000);
    expect(looks).toEqual([false, true]);
  });

  it("looks once after a burst, and waits from its end", () => {
    const looks: boolean[] = [];
    const settling = createSettling((isSettled) => looks.push(isSettled()));
    for (const _ of [1, 2, 3, 4, 5]) {
      settling.touch();
      vi.advanceTimersByTime(100);
    }
    expect(looks).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(looks).toEqual([false]);
  });

  it("has not settled when something changes during the look", () => {
    const questions: (() => boolean)[] = [];
    const settling = createSettling((isSettled) => questions.push(isSettled));
    settling.touch();
    vi.advanceTimersByTime(400);
    expect(questions.map((ask) => ask())).toEqual([false, true]);
    settling.touch();
    expect(questions.map((ask) => ask())).toEqual([false, false]);
  });

  it("looks no more once it is stopped", () => {
    const looks: boolean[] = [];
    const settling = createSettling((isSettled) => looks.push(isSettled()));
    settling.touch();
    settling.stop();
    vi.advanceTimersByTime(10_000);
    expect(looks).toEqual([]);
  });
});
