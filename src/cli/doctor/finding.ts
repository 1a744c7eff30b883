/** What a check found; every finding that is not good says how to mend it. */
export type Finding =
  | { readonly level: "ok"; readonly about: string; readonly what: string }
  | {
      /** `bad`: the bot does not work so. `warn`: it works, and something is amiss. */
      readonly level: "warn" | "bad";
      readonly about: string;
      readonly what: string;
      readonly mend: string;
    };

export function ok(about: string, what: string): Finding {
  return { level: "ok", about, what };
}

export function warn(about: string, what: string, mend: string): Finding {
  return { level: "warn", about, what, mend };
}

export function bad(about: string, what: string, mend: string): Finding {
  return { level: "bad", about, what, mend };
}

/** A finding as a line. */
export function findingLine(finding: Finding): string {
  const { level, about, what } = finding;
  const line = `${level.padEnd(4)}  ${about}: ${what}`;
  return finding.level === "ok" ? line : `${line}; ${finding.mend}`;
}
