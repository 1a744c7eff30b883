import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../src/content/problem.ts";
import { loadContent, type LoadResult } from "../../src/content/load.ts";
import { figure, folderWith, options, put, sources, story, topic } from "./folder.ts";

const good = { "sources.yaml": sources, "ghouta/topic.yaml": topic, "ghouta/a.yaml": story };

/** Text that looks like YAML more often than chance would have it. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "id: ",
        "figures:",
        "\n",
        "  ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "|\n",
        ">-\n",
      ),
      fc.constantFrom(
        "&a ",
        "*a",
        "!!map ",
        "? ",
        '"',
        "'",
        "#",
        "---\n",
        "...",
        "%YAML 1.1\n",
        "~",
      ),
      fc.constantFrom("2018-02-30", "38", "-1", "1e999", "0x1F", ".nan", "null", "true", "الغوطة"),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** A good story with one field, anywhere in it, replaced by anything. */
const damaged = fc
  .tuple(fc.constantFrom(...Object.keys(story), "figure"), fc.string(), fc.jsonValue())
  .map(([field, key, value]) => {
    if (field === "figure") return { ...story, figures: [{ ...figure, [key]: value }, value] };
    return { ...story, [field]: value, [key]: value };
  });

describe("whatever a file holds", () => {
  it("loading gives an edition, or problems that fit on a line each", async () => {
    const dir = folderWith();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(good)),
        fc.oneof(yamlish, damaged, fc.uint8Array({ maxLength: 60 })),
        async (name, file) => {
          for (const [name, data] of Object.entries(good)) put(dir, name, data);
          put(dir, name, file);
          const lines = linesOf(await loadContent(dir, options));
          expect(lines.length).toBeGreaterThan(0);
          for (const line of lines) expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+$/u);
        },
      ),
      { numRuns: 400 },
    );
  });
});

function linesOf(result: LoadResult): string[] {
  if (result.type === "problems") return result.problems.map(describeProblem);
  return [`an edition of ${result.edition.stories.size} stories`];
}
