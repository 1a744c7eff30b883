import { isUpload, readFields, type Args, type Fields, type Upload } from "../rules/kinds.ts";
import type { Telegram } from "../world/telegram.ts";

/** What a call brings besides its parameters. */
export interface Caller {
  /** A signal that is aborted when the caller hangs up. */
  readonly signal: () => AbortSignal;
}

export interface Call extends Caller {
  /** Files of the body that no parameter is named for, to be referred to by `attach://name`. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

type Values = Readonly<Record<string, unknown>>;

/** One method of the Bot API: its table of parameters and what it does. */
export interface Method {
  readonly name: string;
  readonly call: (telegram: Telegram, values: Values, caller: Caller) => unknown;
}

export interface MethodDefinition<F extends Fields> {
  readonly name: string;
  readonly parameters: F;
  /** The body may have files under any name. */
  readonly attachments?: boolean;
  readonly run: (telegram: Telegram, args: Args<F>, call: Call) => unknown;
}

function separate(values: Values, parameters: Fields): [Values, ReadonlyMap<string, Upload>] {
  const named: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const [name, value] of Object.entries(values)) {
    if (isUpload(value) && !Object.hasOwn(parameters, name)) uploads.set(name, value);
    else named[name] = value;
  }
  return [named, uploads];
}

export function method<const F extends Fields>(definition: MethodDefinition<F>): Method {
  const { name, parameters, attachments = false, run } = definition;
  return {
    name,
    call(telegram, values, caller) {
      const [named, uploads] = attachments
        ? separate(values, parameters)
        : [values, new Map<string, Upload>()];
      return run(telegram, readFields(parameters, named, false), { ...caller, uploads });
    },
  };
}
