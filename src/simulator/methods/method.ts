import type { Args, Fields } from "../rules/kinds.ts";
import { readFields } from "../rules/kinds.ts";
import type { Telegram } from "../world/telegram.ts";

/** The caller's connection, for methods that wait. */
export interface Caller {
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** One method of the Bot API: its table of parameters and what it does. */
export interface Method {
  readonly name: string;
  readonly call: (
    telegram: Telegram,
    values: Readonly<Record<string, unknown>>,
    caller: Caller,
  ) => unknown;
}

export interface MethodDefinition<F extends Fields> {
  readonly name: string;
  readonly parameters: F;
  readonly run: (telegram: Telegram, args: Args<F>, caller: Caller) => unknown;
}

export function method<const F extends Fields>(definition: MethodDefinition<F>): Method {
  return {
    name: definition.name,
    call: (telegram, values, caller) =>
      definition.run(telegram, readFields(definition.parameters, values, ""), caller),
  };
}
