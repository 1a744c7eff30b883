import { readFileSync } from "node:fs";

/** A file below `tests`, and the name of a test in it as it is written there. */
export type NamedTest = readonly [file: string, name: string];

/** Whether there is such a test; numbers of faults may stand before its name. */
export function isThere([file, name]: NamedTest): boolean {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return ['"', "`", ": "].some((before) =>
    ['"', "`"].some((after) => text.includes(before + name + after)),
  );
}
