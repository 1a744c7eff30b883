import { describe, expect, it } from "vitest";
import { createAnnouncer } from "../../src/content/announce.ts";
import type { LoadResult } from "../../src/content/load.ts";
import { anEdition } from "../builders.ts";

const edition = { type: "edition", edition: anEdition(), warnings: [] } as const;

function problem(text: string, line = 1): LoadResult {
  const where = { file: "a.yaml", field: "id", line, column: 1 };
  return { type: "problems", problems: [{ level: "error", ...where, text }] };
}

/** What a listener is told of these results, one after the other. */
function told(results: readonly LoadResult[], known?: LoadResult): string[] {
  const lines: string[] = [];
  const announce = createAnnouncer(
    {
      onEdition: ({ stories }) => lines.push(`edition of ${stories.size}`),
      onWarnings: (warnings) => lines.push(...warnings.map(({ text }) => `warning: ${text}`)),
      onProblems: (problems) => lines.push(...problems.map(({ text }) => text)),
      onFailure: (error) => lines.push(String(error)),
    },
    known,
  );
  for (const result of results) announce(result);
  return lines;
}

describe("a listener", () => {
  it("is told of the same problems once, even where their lines move", () => {
    expect(told([problem("a"), problem("a"), problem("a", 7)])).toEqual(["a"]);
  });

  it("is told of other problems, and of the same ones after an edition", () => {
    expect(told([problem("a"), problem("b"), edition, problem("b")])).toEqual([
      "a",
      "b",
      "edition of 1",
      "b",
    ]);
  });

  it("is told of an edition once, and again after problems", () => {
    expect(told([edition, edition, problem("a"), edition])).toEqual([
      "edition of 1",
      "a",
      "edition of 1",
    ]);
  });

  it("is told of the warnings of an edition, again where they are others", () => {
    const warned = (text: string): LoadResult => {
      const where = { file: "a.yaml", field: "id" };
      return { ...edition, warnings: [{ level: "warning", ...where, text }] };
    };
    expect(
      told([edition, warned("a"), warned("a"), warned("b"), problem("c"), warned("b")]),
    ).toEqual(["edition of 1", "warning: a", "warning: b", "c", "edition of 1", "warning: b"]);
  });

  it("is not told what it knows", () => {
    expect(told([edition, problem("a")], edition)).toEqual(["a"]);
    expect(told([problem("a", 3), edition], problem("a"))).toEqual(["edition of 1"]);
  });
});
