import { describe, expect, it } from "vitest";
import { figure, folderWith, gateIn, sources, story } from "../folder.ts";

const snhr = { name: { ar: "الشبكة", en: "the Network" }, kind: "monitor" };

interface Given {
  readonly figure?: object;
  readonly story?: object;
}

/** Two stories, of the 7th and the 8th of February, each with one figure. */
function beside(first: Given, second: Given): Promise<string[]> {
  const a = { ...story, ...first.story, figures: [{ ...figure, ...first.figure }] };
  const b = {
    ...story,
    id: "ghta0208",
    date: "2018-02-08",
    ...second.story,
    figures: [{ ...figure, ...second.figure }],
  };
  return gateIn(
    folderWith({
      "sources.yaml": { ...sources, snhr },
      "ghouta/a.yaml": a,
      "ghouta/b.yaml": b,
    }),
  );
}

describe("a running total", () => {
  const total = { scope: "cumulative", since: "2015-09" };
  const before = { figure: { ...total, count: 23_403 } };

  it("does not fall", async () => {
    expect(await beside(before, { figure: { ...total, count: 2810 } })).toEqual([
      "ghouta/b.yaml: figures[0]: killed: 2810 civilians killed is a running total, and ghta0207/killed had 23403 civilians killed before; correct the number, or say in corrections: why the total fell, naming the number of before or of now; where it rests on something else, give its basis:",
    ]);
    expect(await beside(before, { figure: { ...total, count: 23_810 } })).toEqual([]);
  });

  it("is questioned where it is at least less", async () => {
    const bound = { figure: { ...total, count: 2810, qualifier: "at_least" } };
    expect(await beside(before, bound)).toEqual([
      expect.stringMatching(/^ghouta\/b\.yaml: warning: figures\[0\]: killed: at least 2810 /u),
    ]);
  });

  it.each<[string, object]>([
    ["the place of its story, said once more", { place: story.place }],
    [
      "a place spelt otherwise in one language",
      { place: { ar: "الغوطه الشرقيه", en: "E. Ghouta" } },
    ],
    ["a beginning told more exactly", { since: "2015-09-30" }],
  ])("does not fall behind %s", async (_, other) => {
    expect(await beside(before, { figure: { ...total, count: 2810, ...other } })).toHaveLength(1);
  });

  it.each([
    ["a loose one between them", { count: 23_000, qualifier: "about" }, "2018-02-08"],
    ["another of the same day", { count: 23_500 }, "2018-02-09"],
  ])("does not fall behind %s", async (_, between, date) => {
    const third = { ...story, id: "ghta0209", date: "2018-02-09" };
    const problems = await gateIn(
      folderWith({
        "ghouta/a.yaml": { ...story, figures: [{ ...figure, ...before.figure }] },
        "ghouta/b.yaml": {
          ...third,
          id: "ghta0208",
          date,
          figures: [{ ...figure, ...total, ...between }],
        },
        "ghouta/c.yaml": { ...third, figures: [{ ...figure, ...total, count: 2810 }] },
      }),
    );
    expect(problems.filter((problem) => problem.includes("2810"))).toHaveLength(1);
  });

  const revised = { ar: "راجعت المنظمة قوائمها.", en: "The group has revised its lists." };
  const fallen = { ...figure, ...total, count: 23_400 };

  function fall(note: object, reason = "source_revised", ...others: object[]): Promise<string[]> {
    const corrections = [{ at: "2018-02-08", reason, note }];
    const later = {
      ...story,
      id: "ghta0208",
      date: "2018-02-08",
      corrections,
      figures: [fallen, ...others],
    };
    return gateIn(
      folderWith({
        "ghouta/a.yaml": { ...story, figures: [{ ...figure, ...before.figure }] },
        "ghouta/b.yaml": later,
      }),
    );
  }

  it("may fall where a correction says why", async () => {
    expect(await beside(before, { figure: fallen })).toHaveLength(1);
    expect(await fall(revised)).toEqual([]);
    expect(await fall(revised, "late_report")).toHaveLength(1);
  });

  it("may not fall behind a correction of another figure", async () => {
    const other = { ...figure, id: "hurt", kind: "injured", count: 65 };
    expect(await fall(revised, "our_error", other)).toHaveLength(1);
    const injured = { ar: "كان عدد الجرحى 56.", en: "The number of injured was 56." };
    expect(await fall(injured, "our_error", other)).toHaveLength(1);
    const ar = "خفضت المنظمة حصيلتها البالغة ٢٣٬٤٠٣.";
    const en = "The group lowered its total of 23,403.";
    expect(await fall({ ar, en }, "source_revised", other)).toEqual([]);
    expect(await fall({ ar: revised.ar, en }, "source_revised", other)).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["by another source", { source: "snhr" }],
    ["on another basis", { basis: "identified_by_name" }],
    ["since another day", { since: "2018" }],
    ["of others", { who: "children" }],
    ["elsewhere", { place: { ar: "دوما", en: "Douma" } }],
    ["that is no running total", { scope: "period" }],
    ["that is retracted", { status: "retracted" }],
    ["that is stated loosely", { qualifier: "about" }],
  ])("is not compared with a figure %s", async (_, other) => {
    expect(await beside(before, { figure: { ...total, count: 2810, ...other } })).toEqual([]);
  });
});

describe("a figure that another story has too", () => {
  const sameDay = { date: "2018-02-07" };
  const question =
    "ghouta/b.yaml: warning: figures[0]: killed: 38 civilians killed, as ghta0207/killed of the same place and time; if both count the same, say same_as: ghta0207/killed; if not, say where or when they differ";

  it("is questioned where place and time are the same", async () => {
    expect(await beside({}, { story: sameDay })).toEqual([question]);
    expect(await beside({}, { figure: { period: { days: 3 } } })).toEqual([question]);
    expect(await beside({}, { story: sameDay, figure: { source: "snhr" } })).toEqual([question]);
  });

  it("is questioned where the place is spelt otherwise in one language", async () => {
    const place = { ar: "الغوطة الشرقية", en: "East Ghouta" };
    expect(await beside({}, { story: { ...sameDay, place } })).toEqual([question]);
    expect(
      await beside({}, { story: { ...sameDay, date: "2018-02-07" }, figure: { place } }),
    ).toEqual([question]);
  });

  it("is questioned beside one of a long time, whatever came between", async () => {
    const period = { from: "2018-01", to: "2018-12" };
    const year = { ...figure, scope: "period", period };
    const repeated = { ...figure, same_as: "ghta0207/killed" };
    const june = Array.from({ length: 25 }, (_, index) => {
      const file = { ...story, id: `june${index}`, date: "2018-06-01", figures: [repeated] };
      return [`ghouta/june${index}.yaml`, file];
    });
    const dir = folderWith({
      "ghouta/a.yaml": { ...story, figures: [year] },
      ...Object.fromEntries(june),
      "ghouta/b.yaml": { ...story, id: "ghta1201", date: "2018-12-01" },
    });
    expect(await gateIn(dir)).toEqual([question]);
  });

  it("may be marked as a repetition, on either side", async () => {
    const marked = { figure: { same_as: "ghta0207/killed" }, story: sameDay };
    expect(await beside({}, marked)).toEqual([]);
    const first = { figure: { same_as: "ghta0208/killed" } };
    expect(await beside(first, { story: sameDay })).toEqual([]);
  });

  it("is questioned in no story by itself, where two sources may say the same", async () => {
    const figures = [figure, { ...figure, id: "other", source: "snhr" }];
    const file = { ...story, figures };
    const dir = folderWith({ "sources.yaml": { ...sources, snhr }, "ghouta/a.yaml": file });
    expect(await gateIn(dir)).toEqual([]);
  });

  it.each<[string, Given]>([
    ["of another day", {}],
    ["of another place", { story: { ...sameDay, place: { ar: "دوما", en: "Douma" } } }],
    ["of others", { story: sameDay, figure: { who: "persons" } }],
    ["of another harm", { story: sameDay, figure: { kind: "injured" } }],
    ["of more", { story: sameDay, figure: { count: 39 } }],
    ["that is retracted", { story: sameDay, figure: { status: "retracted" } }],
    [
      "of another group",
      { story: sameDay, figure: { group: { ar: "أهل دوما", en: "the people of Douma" } } },
    ],
    ["that is none", { story: sameDay, figure: { count: undefined, zero: "asserted" } }],
  ])("is not questioned beside one %s", async (_, other) => {
    const group = { ar: "أهل الغوطة", en: "the people of Ghouta" };
    expect(await beside({ figure: { group } }, other)).toEqual([]);
  });
});
