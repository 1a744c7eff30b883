import { describe, expect, it } from "vitest";
import { figure, storyProblems } from "./folder.ts";

/** Figures with these fields besides or instead, named a, b, c… */
function figures(...fields: object[]): Promise<string[]> {
  const ids = ["a", "b", "c", "d"];
  const { count: _, ...uncounted } = figure;
  return storyProblems({
    figures: fields.map((given, index) => ({ ...uncounted, id: ids[index], ...given })),
  });
}

describe("parts and wholes", () => {
  it.each<[string, object[]]>([
    ["a part as large as its whole", [{ count: 38 }, { count: 38, of: "a" }]],
    ["a part that may be smaller", [{ count: 38 }, { count: 40, qualifier: "about", of: "a" }]],
    [
      "a part of up to more than its whole",
      [{ count: 38 }, { count: 40, qualifier: "up_to", of: "a" }],
    ],
    [
      "a whole that may be larger",
      [
        { count: 38, qualifier: "at_least" },
        { count: 40, of: "a" },
      ],
    ],
    [
      "a whole of more than that",
      [
        { count: 38, qualifier: "more_than" },
        { count: 40, of: "a" },
      ],
    ],
    [
      "a whole of about that",
      [
        { count: 38, qualifier: "about" },
        { count: 40, of: "a" },
      ],
    ],
    ["a vague whole", [{ vague: "tens" }, { count: 400, of: "a" }]],
    ["a vague part", [{ count: 3 }, { vague: "dozens", of: "a" }]],
    [
      "a range whose end reaches",
      [
        { min: 30, max: 40 },
        { count: 40, of: "a" },
      ],
    ],
    ["a retracted part", [{ count: 38 }, { count: 40, of: "a", status: "retracted" }]],
    [
      "components with a remainder",
      [{ count: 10 }, { count: 5, component_of: "a" }, { count: 4, component_of: "a" }],
    ],
    [
      "a repetition of a repetition",
      [{ count: 1 }, { count: 1, same_as: "a" }, { count: 1, same_as: "b" }],
    ],
    [
      "a part of another kind's sum",
      [
        { count: 9, kind: "killed_or_injured" },
        { count: 5, component_of: "a" },
      ],
    ],
  ])("%s is no problem", async (_, given) => {
    expect(await figures(...given)).toEqual([]);
  });

  it.each<[string, object[], string[]]>([
    [
      "a part larger than its whole",
      [{ count: 38 }, { count: 40, of: "a" }],
      ["figures[1].of: a: expected a whole of at least 40, as its part b says, found at most 38"],
    ],
    [
      "a part of at least more",
      [{ count: 38 }, { count: 39, qualifier: "at_least", of: "a" }],
      ["figures[1].of: a: expected a whole of at least 39, as its part b says, found at most 38"],
    ],
    [
      "a part of more than its whole",
      [{ count: 38 }, { count: 38, qualifier: "more_than", of: "a" }],
      ["figures[1].of: a: expected a whole of at least 39, as its part b says, found at most 38"],
    ],
    [
      "a part larger than a limit",
      [
        { count: 38, qualifier: "up_to" },
        { count: 39, of: "a" },
      ],
      ["figures[1].of: a: expected a whole of at least 39, as its part b says, found at most 38"],
    ],
    [
      "a part as large as a limit that is not reached",
      [
        { count: 38, qualifier: "less_than" },
        { count: 38, of: "a" },
      ],
      ["figures[1].of: a: expected a whole of at least 38, as its part b says, found at most 37"],
    ],
    [
      "a range beyond a range",
      [
        { min: 20, max: 30 },
        { min: 31, max: 40, of: "a" },
      ],
      ["figures[1].of: a: expected a whole of at least 31, as its part b says, found at most 30"],
    ],
    [
      "a part of nobody",
      [{ zero: "asserted" }, { count: 1, of: "a" }],
      ["figures[1].of: a: expected a whole of at least 1, as its part b says, found at most 0"],
    ],
    [
      "a part of another kind",
      [{ count: 38 }, { count: 3, kind: "injured", of: "a" }],
      ["figures[1].of: a: expected a figure of the same kind: a part is injured, its whole killed"],
    ],
    [
      "components that exceed their sum",
      [{ count: 8 }, { count: 5, component_of: "a" }, { count: 4, component_of: "a" }],
      [
        "figures[0]: a: expected a sum of at least 9, as its components (b, c) say, found at most 8",
      ],
    ],
    [
      "a part of nothing",
      [{ count: 1, of: "x" }],
      ["figures[0].of: x: expected the id of another figure of this story"],
    ],
    [
      "a slip in a reference",
      [
        { id: "total", count: 1 },
        { count: 1, of: "totl" },
      ],
      ["figures[1].of: totl: expected the id of another figure of this story: did you mean total?"],
    ],
    [
      "a component of nothing",
      [{ count: 1, component_of: "x" }],
      ["figures[0].component_of: x: expected the id of another figure of this story"],
    ],
    [
      "a repetition of nothing",
      [{ count: 1, same_as: "x" }],
      ["figures[0].same_as: x: expected the id of another figure of this story"],
    ],
    [
      "a part of itself",
      [{ count: 1, of: "a" }],
      ["figures[0].of: a: expected the id of another figure of this story"],
    ],
    [
      "a repetition of itself",
      [{ count: 1, same_as: "a" }],
      ["figures[0].same_as: a: expected the id of another figure of this story"],
    ],
    [
      "parts in a circle",
      [
        { count: 1, of: "b" },
        { count: 1, component_of: "a" },
      ],
      [
        "figures[0].of: b: expected a figure that is not, in a circle, a part of a",
        "figures[1].component_of: a: expected a figure that is not, in a circle, a part of b",
      ],
    ],
    [
      "repetitions in a circle",
      [
        { count: 1, same_as: "b" },
        { count: 1, same_as: "a" },
      ],
      [
        "figures[0].same_as: b: expected a figure that does not, in a circle, repeat this one",
        "figures[1].same_as: a: expected a figure that does not, in a circle, repeat this one",
      ],
    ],
    [
      "a repetition in a story that is not there",
      [{ count: 1, same_as: "strk0207/a" }],
      ["figures[0].same_as: strk0207/a: expected the figure of a story, as story/figure"],
    ],
    [
      "a repetition of itself by its full name",
      [{ count: 1, same_as: "ghta0207/a" }],
      [
        "figures[0].same_as: ghta0207/a: expected a figure that does not, in a circle, repeat this one",
      ],
    ],
    [
      "a reference that is none",
      [{ count: 1, same_as: "a/b/c" }],
      ["figures[0].same_as: a/b/c: expected the id of a figure of this story, or story/figure"],
    ],
  ])("%s is told", async (_, given, expected) => {
    expect(await figures(...given)).toEqual(expected);
  });

  it("does not call a figure unknown because something else is wrong with it", async () => {
    expect(await figures({ count: -1 }, { count: 1, of: "a" })).toEqual([
      "figures[0].count: -1: expected a whole number from 1",
    ]);
  });
});
