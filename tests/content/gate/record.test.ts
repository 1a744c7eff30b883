import { describe, expect, it } from "vitest";
import { figure, gateIn, gateOn, folderWith, sources, story } from "../folder.ts";

const { count: _, ...uncounted } = figure;

/** Figures with these fields besides or instead, named a, b, c… */
function figures(...fields: readonly object[]): object[] {
  const ids = ["a", "b", "c", "d", "e"];
  return fields.map((given, index) => ({ ...uncounted, id: ids[index], ...given }));
}

function gate(...fields: readonly object[]): Promise<string[]> {
  return gateOn({ figures: figures(...fields) });
}

describe("parts of one whole", () => {
  it.each<[string, object[], string[]]>([
    [
      "children and women, of whom nobody is both, are not more than all",
      [
        { count: 38 },
        { who: "children", count: 20, of: "a" },
        { who: "women", count: 19, of: "a" },
      ],
      [
        "figures[0]: a: expected a whole of at least 39, as its parts (b, c) say together, found at most 38",
      ],
    ],
    [
      "women and children, counted together, and men are not more than all",
      [
        { count: 38 },
        { who: "women_and_children", count: 30, of: "a" },
        { who: "men", count: 9, qualifier: "more_than", of: "a" },
      ],
      [
        "figures[0]: a: expected a whole of at least 40, as its parts (b, c) say together, found at most 38",
      ],
    ],
    [
      "civilians and combatants are not more than all",
      [
        { who: "persons", count: 38 },
        { count: 30, of: "a" },
        { who: "combatants", count: 10, of: "a" },
      ],
      [
        "figures[0]: a: expected a whole of at least 40, as its parts (b, c) say together, found at most 38",
      ],
    ],
    [
      "parts that make up all are no problem",
      [
        { count: 38 },
        { who: "children", count: 19, of: "a" },
        { who: "women", count: 19, of: "a" },
      ],
      [],
    ],
    [
      "children may be civilians too",
      [
        { who: "persons", count: 38 },
        { count: 30, of: "a" },
        { who: "children", count: 12, of: "a" },
      ],
      [],
    ],
    [
      "women and children may be counted once more by themselves",
      [
        { count: 38 },
        { who: "women_and_children", count: 30, of: "a" },
        { who: "women", count: 20, of: "a" },
        { who: "children", count: 10, of: "a" },
      ],
      [],
    ],
    [
      "what two sources say is never added up",
      [
        { count: 38 },
        { who: "children", count: 20, of: "a" },
        { who: "women", count: 19, of: "a", source: "snhr" },
      ],
      [],
    ],
    [
      "a whole of at least so many may be more",
      [
        { count: 38, qualifier: "at_least" },
        { who: "children", count: 20, of: "a" },
        { who: "women", count: 19, of: "a" },
      ],
      [],
    ],
    [
      "up to so many may be fewer",
      [
        { count: 38 },
        { who: "children", count: 20, of: "a" },
        { who: "women", count: 19, qualifier: "up_to", of: "a" },
      ],
      [],
    ],
  ])("%s", async (__, given, expected) => {
    const snhr = { name: { ar: "الشبكة", en: "the Network" }, kind: "monitor" };
    const dir = folderWith({
      "sources.yaml": { ...sources, snhr },
      "ghouta/a.yaml": { ...story, figures: figures(...given) },
    });
    expect(await gateIn(dir)).toEqual(expected.map((problem) => `ghouta/a.yaml: ${problem}`));
  });
});

describe("components of a sum", () => {
  const some = [
    { who: "persons", count: 100 },
    { count: 60, component_of: "a" },
    { who: "combatants", count: 31, component_of: "a" },
  ];
  const rest =
    "warning: figures[0]: a: its components (b, c) add up to 91, and nothing is said of the other 9; add the figure of the rest, or say it in both excerpts; where these are only some of them, write of: instead of component_of:";

  it("leave no rest of which nothing is said", async () => {
    expect(await gate(...some)).toEqual([rest]);
  });

  it("may leave a rest that the quote or both excerpts say", async () => {
    const [sum, ...components] = some;
    expect(await gate({ ...sum, quote: "100 شخص، 9 منهم مجهولون" }, ...components)).toEqual([]);
    const ar = `${story.excerpt.ar} ولم تُعرف هوية 9 منهم.`;
    const en = `${story.excerpt.en} Of the others, 9 are not known.`;
    const said = { figures: figures(...some) };
    expect(await gateOn({ ...said, excerpt: { ar, en } })).toEqual([]);
    expect(await gateOn({ ...said, excerpt: { ...story.excerpt, en } })).toEqual([rest]);
  });

  it.each<[string, string, string]>([
    ["others", " وقُتل 9 جنود.", " Nine soldiers were killed."],
    ["another harm", " وأصيب 9 مدنيين.", " Nine civilians were injured."],
    ["a component of as many", " وقُتل 9 أطفال.", " Nine children were killed."],
  ])("are not made up by %s", async (__, ar, en) => {
    const parts = [
      { count: 100 },
      { count: 82, component_of: "a" },
      { count: 9, component_of: "a", who: "children" },
    ];
    const soldiers = { who: "soldiers", count: 9 };
    const injured = { kind: "injured", count: 9 };
    const excerpt = { ar: story.excerpt.ar + ar, en: story.excerpt.en + en };
    expect(await gateOn({ excerpt, figures: figures(...parts, soldiers, injured) })).toEqual([
      expect.stringMatching(/nothing is said of the other 9;/u),
    ]);
  });

  it("need not make up what is more than a number", async () => {
    const [sum, ...components] = some;
    expect(await gate(...some, { count: 9, component_of: "a" })).toEqual([]);
    expect(await gate({ ...sum, qualifier: "about" }, ...components)).toEqual([]);
    expect(await gate(sum ?? {}, { count: 60, qualifier: "at_least", component_of: "a" })).toEqual(
      [],
    );
  });
});

describe("a rate", () => {
  const total = { kind: "munitions", who: "barrel_bomb", count: 23_403, scope: "cumulative" };
  const rate = { count: 28, per: "day" };
  const mend =
    "correct the count, the rate or the dates; where the source says both, let the quote hold the rate";

  it("leads to its count, as near as the source rounded it", async () => {
    const until = { from: "2015-09-30", to: "2018-01-31" };
    expect(await gate({ ...total, rate, since: "2015-09" })).toEqual([]);
    expect(await gate({ ...total, rate, period: until })).toEqual([]);
    expect(await gate({ ...total, rate: { count: 196, per: "week" }, period: until })).toEqual([]);
    expect(await gate({ ...total, rate: { count: 835, per: "month" }, period: until })).toEqual([]);
  });

  it("finds a digit that was dropped", async () => {
    const period = { from: "2015-09-30", to: "2018-01-31" };
    expect(await gate({ ...total, count: 2340, rate, period })).toEqual([
      `figures[0].rate: 28 a day in 855 days make 23940, not 2340; ${mend}`,
    ]);
    expect(await gate({ ...total, rate: { count: 2, per: "day" }, since: "2015-09" })).toEqual([
      `figures[0].rate: 2 a day in 831 to 891 days make 1662 to 1782, not 23403; ${mend}`,
    ]);
  });

  it("may be the source's own, however wrong, where the quote holds it", async () => {
    const quote = "2340 برميلاً، أي 28 برميلاً يومياً";
    expect(await gate({ ...total, count: 2340, rate, since: "2015-09", quote })).toEqual([]);
  });

  it("of some days is compared with these days", async () => {
    const days = { days: 3 };
    const given = { ...total, scope: "period", count: 84, rate, period: days };
    expect(await gate(given)).toEqual([]);
    expect(await gate({ ...given, count: 90 })).toEqual([
      `figures[0].rate: 28 a day in 3 days make 84, not 90; ${mend}`,
    ]);
  });

  it("without dates is not compared", async () => {
    expect(await gate({ ...total, rate })).toEqual([]);
  });
});

const snhr = { name: { ar: "الشبكة", en: "the Network" }, kind: "monitor" };

function beside(...fields: readonly object[]): Promise<string[]> {
  const file = { ...story, figures: figures(...fields) };
  return gateIn(folderWith({ "sources.yaml": { ...sources, snhr }, "ghouta/a.yaml": file }));
}

describe("one source of one story", () => {
  const mend =
    "say in which place, time, group or basis they differ, or of which figure one is a part (of:); what is no longer said has status: retracted";
  const unnamed = { source: undefined, attribution: "none" };

  it("does not contradict itself", async () => {
    expect(await beside({ count: 38 }, { count: 28 })).toEqual([
      `ghouta/a.yaml: warning: figures[1]: b: sohr says 28 civilians killed, and also 38 civilians killed (a); ${mend}`,
    ]);
    expect(await beside({ count: 38, ...unnamed }, { count: 28, ...unnamed })).toEqual([
      `ghouta/a.yaml: warning: figures[1]: b: an unnamed source says 28 civilians killed, and also 38 civilians killed (a); ${mend}`,
    ]);
  });

  it("does not contradict what nobody is named for", async () => {
    expect(await beside({ count: 38 }, { count: 28, ...unnamed })).toEqual([
      "ghouta/a.yaml: warning: figures[1]: b: an unnamed source says 28 civilians killed, and sohr says 38 civilians killed (a); mark both status: contested, or say in which place, time or basis they differ",
    ]);
  });

  it.each<[string, object[]]>([
    ["of a whole and its part", [{ count: 38 }, { count: 28, of: "a" }]],
    ["of two parts of one whole", [{ count: 38 }, { count: 20, of: "a" }, { count: 18, of: "a" }]],
    [
      "of a sum and its components",
      [{ count: 38 }, { count: 20, component_of: "a" }, { count: 18, component_of: "a" }],
    ],
    [
      "of a whole and a part of its part",
      [
        { who: "persons", count: 40 },
        { count: 38, of: "a" },
        { count: 28, of: "b" },
      ],
    ],
    ["that is retracted", [{ count: 38 }, { count: 28, status: "retracted" }]],
    ["of another group", [{ count: 38 }, { count: 28, group: { ar: "أهل دوما", en: "Douma" } }]],
  ])("may have two numbers %s", async (__, given) => {
    expect(await beside(...given)).toEqual([]);
  });
});

describe("two sources of one story", () => {
  it("that contradict each other are marked so", async () => {
    expect(await beside({ count: 38 }, { count: 41, source: "snhr" })).toEqual([
      "ghouta/a.yaml: warning: figures[1]: b: snhr says 41 civilians killed, and sohr says 38 civilians killed (a); mark both status: contested, or say in which place, time or basis they differ",
    ]);
    const contested = { status: "contested" };
    expect(await beside({ count: 38, ...contested }, { count: 41, source: "snhr" })).toHaveLength(
      1,
    );
    expect(
      await beside({ count: 38, ...contested }, { count: 41, source: "snhr", ...contested }),
    ).toEqual([]);
  });

  it.each<[string, object]>([
    ["the story's place, said once more", { place: story.place }],
    ["the story's day, said once more", { period: "2018-02-07" }],
    ["a place spelt otherwise in one language", { place: { ...story.place, en: "East Ghouta" } }],
  ])("contradict each other on %s", async (__, other) => {
    expect(await beside({ count: 38 }, { count: 41, source: "snhr", ...other })).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ["at least so many and more", { count: 38, qualifier: "at_least" }, { count: 41 }],
    ["a number and the range around it", { min: 35, max: 40 }, { count: 38 }],
    ["two places", { count: 38, place: { ar: "دوما", en: "Douma" } }, { count: 41 }],
    ["two times", { count: 38, period: { days: 3 } }, { count: 41 }],
    ["two bases", { count: 38, basis: "identified_by_name" }, { count: 41 }],
    ["one that is retracted", { count: 38, status: "retracted" }, { count: 41 }],
  ])("do not contradict each other: %s", async (__, one, other) => {
    expect(await beside(one, { ...other, source: "snhr" })).toEqual([]);
  });

  it("are not made one", async () => {
    const other = { source: "snhr", same_as: "a" };
    const mend = "figures that differ stand side by side: take same_as out, or correct the number";
    expect(await beside({ count: 38 }, { count: 38, ...other })).toEqual([]);
    expect(await beside({ count: 38 }, { count: 41, ...other })).toContain(
      `ghouta/a.yaml: figures[1].same_as: ghta0207/a: expected 41 civilians killed, as b says, found 38 civilians killed; ${mend}`,
    );
    expect(await beside({ count: 38 }, { count: 38, qualifier: "at_least", ...other })).toEqual([
      `ghouta/a.yaml: figures[1].same_as: ghta0207/a: expected at least 38 civilians killed, as b says, found 38 civilians killed; ${mend}`,
    ]);
    expect(await beside({ count: 38 }, { count: 38, kind: "injured", ...other })).toEqual([
      `ghouta/a.yaml: figures[1].same_as: ghta0207/a: expected 38 civilians injured, as b says, found 38 civilians killed; ${mend}`,
    ]);
  });
});

describe("a story that is withdrawn", () => {
  it("is not told, and need not agree with itself", async () => {
    const withdrawn = { at: "2018-02-09", note: { ar: "تبين أنه خطأ", en: "It was an error" } };
    const wrong = figures({ count: 10 }, { count: 5, component_of: "a" });
    expect(await gateOn({ figures: wrong })).toHaveLength(1);
    expect(await gateOn({ figures: wrong, withdrawn })).toEqual([]);
  });
});
