/** What a verb gets of the world outside. */
export interface Invocation {
  /** The words after the verb. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** A line for the person at the terminal, on standard output. */
  readonly print: (line: string) => void;
  /** A line about what goes wrong, on standard error: standard output is for what was asked for. */
  readonly warn: (line: string) => void;
  /** What is piped in, on standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Aborted when the process is asked to stop (SIGINT, SIGTERM). */
  readonly stop: AbortSignal;
}

/** Runs to its end and returns the exit code. */
export type Verb = (invocation: Invocation) => Promise<number>;

/** Something the person at the terminal can mend: printed as it is, without a stack. */
export class UserError extends Error {}

/** What was asked for cannot be done, or is not understood; the exit code is 2. */
export class UsageError extends UserError {}
