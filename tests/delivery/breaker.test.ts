import { describe, expect, it } from "vitest";
import { createBreaker, type Breaker, type Result } from "../../src/delivery/breaker.ts";

const start = Date.parse("2026-11-22T07:00:00Z");

function at(ms: number): Date {
  return new Date(start + ms);
}

function land(breaker: Breaker, results: readonly Result[], from = 0): boolean {
  return results.map((result, index) => breaker.landed(result, at(from + index))).includes(true);
}

function times(count: number, result: Result): readonly Result[] {
  return Array.from({ length: count }, () => result);
}

describe("the breaker", () => {
  it("opens when more than half of 30 seconds' sends failed, of 20 at least", () => {
    const breaker = createBreaker();
    expect(land(breaker, times(19, "failed"))).toBe(false);
    expect(breaker.room(at(20))).toBe(Infinity);
    expect(land(breaker, ["failed"], 20)).toBe(true);
    expect(breaker.room(at(21))).toBe(0);
  });

  it("stays closed where half went well, or the failures are older", () => {
    const even = createBreaker();
    expect(land(even, [...times(10, "well"), ...times(10, "failed")])).toBe(false);
    const old = createBreaker();
    land(old, times(19, "failed"));
    expect(land(old, ["failed"], 31_000)).toBe(false);
  });

  it("tries one after a while, and goes on when it went well", () => {
    const breaker = createBreaker();
    land(breaker, times(20, "failed"));
    expect(breaker.wait(at(19))).toBe(5000);
    expect(breaker.room(at(5019))).toBe(1);
    breaker.took(at(5019));
    expect(breaker.room(at(5019))).toBe(0);
    breaker.landed("well", at(5100));
    expect(breaker.room(at(5100))).toBe(Infinity);
  });

  it("waits longer after each try that failed, half a minute at most", () => {
    const breaker = createBreaker();
    land(breaker, times(20, "failed"));
    let now = 19;
    const waits = Array.from({ length: 5 }, () => {
      const wait = breaker.wait(at(now));
      now += wait;
      breaker.took(at(now));
      breaker.landed("failed", at(now));
      return wait;
    });
    expect(waits).toEqual([5000, 10_000, 20_000, 30_000, 30_000]);
  });

  it("does not believe that most chats have gone", () => {
    const breaker = createBreaker();
    land(breaker, [...times(9, "well"), ...times(9, "gone")]);
    expect(breaker.mostlyGone(at(20))).toBe(false);
    land(breaker, times(3, "gone"), 20);
    expect(breaker.mostlyGone(at(30))).toBe(true);
    expect(breaker.room(at(30))).toBe(Infinity);
  });

  it("survives a clock that is set back", () => {
    const breaker = createBreaker();
    land(breaker, times(20, "failed"), 3_600_000);
    expect(breaker.room(at(0))).toBe(1);
  });
});
