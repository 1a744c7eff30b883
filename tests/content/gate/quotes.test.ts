import { describe, expect, it } from "vitest";
import { figure, gateOn } from "../folder.ts";

const { count: _, ...uncounted } = figure;

function gate(quote: string, fields: object = {}): Promise<string[]> {
  return gateOn({ figures: [{ ...uncounted, count: 38, ...fields, quote }] });
}

const mend = "quote the words that state the figure, or correct the figure";

describe("a quote", () => {
  it.each<[string, object]>([
    ["Air strikes killed 38 civilians.", {}],
    ["أسفرت غارات جوية عن مقتل 38 مدنياً.", {}],
    ["مقتل ثمانية وثلاثين مدنياً", {}],
    ["38 مدنياً", {}],
    ["38 civilians", {}],
    ["ثمانية وثلاثون مدنياً", {}],
    ["thirty-eight civilians", {}],
    ["أكثر من مئة عنصر", { who: "combatants", count: 100, qualifier: "more_than" }],
    [
      "Air strikes killed 38 civilians and injured 65 people.",
      { kind: "injured", who: "persons", count: 65 },
    ],
    ["قتل مدنيين", { count: 2 }],
    ["لم يقتل جنود أميركيون أو يصابوا", { who: "soldiers", count: undefined, zero: "asserted" }],
    ["مقتل أكثر من مئة عنصر", { who: "combatants", count: 100, qualifier: "more_than" }],
    ["أصيب مقاتل من قوات سورية الديموقراطية", { who: "combatants", kind: "injured", count: 1 }],
    [
      "ما لا يقل عن 427 برميلاً",
      { kind: "munitions", who: "barrel_bomb", count: 427, qualifier: "at_least" },
    ],
    ["23،403 برميلاً", { kind: "munitions", who: "barrel_bomb", count: 23_403 }],
    [
      "بين 20 إلى 30 قذيفة",
      { kind: "munitions", who: "shell", count: undefined, min: 20, max: 30 },
    ],
  ])("contains its figure: %s", async (quote, fields) => {
    expect(await gate(quote, fields)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["Air strikes killed 28 civilians.", {}, "killed 28 civilians: reads as 28 civilians killed"],
    ["أسفرت غارات جوية عن مقتل 28 مدنياً.", {}, ""],
    ["Air strikes injured 38 civilians.", {}, ""],
    ["Air strikes killed 38 soldiers.", {}, ""],
    ["Air strikes killed at least 38 civilians.", {}, ""],
    ["The strikes left 28 dead.", {}, ""],
    ["سقط 28 قتيلاً.", {}, ""],
  ])("that contains another is an error: %s", async (quote, fields) => {
    const [problem, ...more] = await gate(quote, fields);
    expect(more).toEqual([]);
    expect(problem).toMatch(/^figures\[0\]\.quote: .*: reads as .*, not as 38 civilians killed; /u);
  });

  it.each<[string, object]>([
    [
      "The raid killed 12 people; three soldiers and a woman were hurt when a rocket fell.",
      { kind: "munitions", who: "rocket", count: 1 },
    ],
    [
      "قُتل 19 شخصاً، وخطف المهاجمون ستة أطفال وامرأتين.",
      { kind: "abducted", who: "women", count: 2 },
    ],
    [
      "أقرت الغرفة بمقتل ثلاثة من مقاتليها. وألقت الطائرات ثلاث قنابل على التل.",
      { who: "combatants", count: 3 },
    ],
    ["قُتل 118 طفلاً، بينهم 41 فتاة.", { who: "children", count: 41 }],
    ["قُتلت 41 فتاة.", { who: "women", count: 41 }],
  ])("may hold others beside its figure: %s", async (quote, fields) => {
    expect(await gate(quote, fields)).toEqual([]);
  });

  it("in which a small number can hide is questioned and no more", async () => {
    expect(await gate("A soldier was killed.", { who: "children", count: 1 })).toEqual([
      `warning: figures[0].quote: A soldier was killed.: reads as 1 soldier killed, not as 1 child killed; ${mend}`,
    ]);
  });

  it("that calls them people is questioned", async () => {
    expect(await gate("Air strikes killed 38 people.")).toEqual([
      `warning: figures[0].quote: Air strikes killed 38 people.: reads as 38 people killed, not as 38 civilians killed; ${mend}`,
    ]);
  });

  it("in which nothing can be read, and no number stands, is questioned", async () => {
    expect(await gate("28 مدنياً")).toEqual([
      `warning: figures[0].quote: 28 مدنياً: cannot be read as 38 civilians killed; ${mend}`,
    ]);
    expect(await gate("بحسب شهود")).toHaveLength(1);
  });
});
