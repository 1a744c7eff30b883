import { expect } from "vitest";
import { token } from "../telegram/faults.ts";

/** What no fault may lead to: the token, or what is secret of it, in anything that gets out. */
export function expectNoToken(...things: readonly unknown[]): void {
  const [, secret = token] = token.split(":");
  for (const thing of things) {
    expect(JSON.stringify(thing).includes(secret), "the token gets out").toBe(false);
  }
}
