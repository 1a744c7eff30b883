import * as fc from "fast-check";
import { expect, it } from "vitest";
import { conflictComplaints } from "../../../src/content/gate/conflicts.ts";
import { isPart } from "../../../src/domain/counted.ts";
import { comparisonsIn } from "../../../src/domain/comparison.ts";
import { fuzzRuns } from "../../fuzz-runs.ts";
import { aFigure, aStory } from "../../builders.ts";

/** Figures that are often alike, and often not, in how they are written. */
const figure = fc.record({
  who: fc.constantFrom("civilians" as const, "children" as const),
  count: fc.constantFrom(3, 12, 38),
  source: fc.constantFrom("sohr", "snhr"),
  time: fc.constantFrom(
    {},
    { period: { type: "days", days: 1 } as const },
    { period: { type: "dates", from: "2018-02-07", to: "2018-02-07" } as const },
    { period: { type: "days", days: 3 } as const },
  ),
  place: fc.constantFrom({}, { place: { ar: "الغوطة الشرقيّة", en: "eastern Ghouta" } }),
  tie: fc.constantFrom({}, {}, { of: "f0" }, { componentOf: "f1" }),
});

const anyStory = fc.array(figure, { minLength: 2, maxLength: 5 }).map((all) =>
  aStory({
    figures: all.map(({ who, count, source, time, place, tie }, index) =>
      aFigure({
        id: `f${String(index)}`,
        who,
        amount: { type: "count", count },
        attribution: { type: "stated", source },
        ...time,
        ...place,
        ...tie,
      }),
    ),
  }),
);

it("what the gate says that sources differ on, readers see side by side", () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const compared = comparisonsIn(story).map(({ figures }) => figures.map(({ id }) => id));
      const findings = conflictComplaints([], story).flatMap(({ finding }) => finding ?? []);
      const unseen = findings
        .filter(({ code }) => code === "contradicts")
        .map(({ values }) => [values["id"], values["otherId"]].map(String))
        // A part of the same people may be asked about, and stands apart from the whole.
        .filter((pair) => !story.figures.some((one) => pair.includes(one.id) && isPart(one, story)))
        .filter((pair) => !compared.some((ids) => pair.every((id) => ids.includes(id))));
      expect(unseen).toEqual([]);
    }),
    { numRuns: fuzzRuns(3000) },
  );
});
