import type { Outcome } from "../../delivery/outcome.ts";
import type { Client } from "./client.ts";
import type { MethodName } from "./methods.ts";
import { outcomeOf } from "./outcome.ts";

/** A call that is over. */
export interface Called {
  readonly method: MethodName | "download";
  readonly outcome: Outcome["type"];
  readonly seconds: number;
  /** Something that speaks the Bot API answered, whatever it said. */
  readonly reached: boolean;
}

/** The same client, which tells of every call that is over. */
export function observeCalls(client: Client, tell: (called: Called) => void): Client {
  function ended(method: Called["method"], since: number, outcome: Outcome): void {
    const seconds = (performance.now() - since) / 1000;
    const reached = outcome.type !== "unwritten" && outcome.type !== "unknown";
    tell({ method, outcome: outcome.type, seconds, reached });
  }
  return {
    async call(method, params, options) {
      const since = performance.now();
      const result = await client.call(method, params, options);
      ended(method, since, outcomeOf(result));
      return result;
    },
    async download(path, options) {
      const since = performance.now();
      const result = await client.download(path, options);
      ended("download", since, outcomeOf(result));
      return result;
    },
    close: () => client.close(),
  };
}
