import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/extraction/extract.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { articleText } from "./article-text.ts";
import { hostileTexts } from "./hostile.ts";

describe("whatever the text", () => {
  it("each figure points at words of the text, and its whole at another figure", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        const figures = extractFigures(text);
        for (const [index, { span, of, componentOf, sameAs }] of figures.entries()) {
          expect(span.length).toBeGreaterThan(0);
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start + span.length).toBeLessThanOrEqual(text.length);
          for (const other of [of, componentOf, sameAs]) {
            if (other === undefined) continue;
            expect(figures[other]).toBeDefined();
            expect(other).not.toBe(index);
          }
        }
      }),
      { numRuns: fuzzRuns(2000) },
    );
  });

  it("reading comes to an end", () => {
    for (const text of Object.values(hostileTexts(50_000))) {
      expect(Array.isArray(extractFigures(text))).toBe(true);
    }
  });
});
