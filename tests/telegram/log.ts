import type { Log } from "../../src/log.ts";

export interface TestLog extends Log {
  readonly lines: { readonly level: string; readonly facts: object; readonly text: string }[];
}

/** Keeps what was logged. */
export function testLog(): TestLog {
  const lines: TestLog["lines"] = [];
  const at = (level: string) => (facts: object, text: string) =>
    void lines.push({ level, facts, text });
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
