import { describe, expect, it } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { figure, folderWith, gateIn, gateOn, options, sources, story } from "../folder.ts";

interface Texts {
  readonly en?: string;
  readonly ar?: string;
  readonly headline?: { readonly ar: string; readonly en: string };
}

const enEnd = " The strikes went on into the night.";
const arEnd = " وتواصلت الغارات حتى الليل.";

const plain = {
  ar: "شنت طائرات النظام غارات على بلدات في الغوطة الشرقية.",
  en: "Government aircraft struck towns in Eastern Ghouta.",
};

/** What the gate says of these sentences in the excerpts, beside these figures. */
function gate({ en = plain.en, ar = plain.ar, headline }: Texts, ...figures: object[]) {
  return gateOn({
    excerpt: { en: en + enEnd, ar: ar + arEnd },
    ...(headline !== undefined && { headline }),
    figures: figures.map((given, index) => ({ ...figure, id: `f${index}`, ...given })),
  });
}

const mend = "let the text say what the record says, or correct the record";
const both = {
  en: "Air strikes killed 38 civilians.",
  ar: "أسفرت غارات جوية عن مقتل 38 مدنياً.",
};

describe("a figure in an excerpt", () => {
  it("agrees with the record in both languages", async () => {
    expect(await gate(both, {})).toEqual([]);
  });

  it("that is another in one language is an error that names both", async () => {
    const ar = "أسفرت غارات جوية عن مقتل 28 مدنياً.";
    expect(await gate({ ...both, ar }, {})).toEqual([
      `excerpt.ar: مقتل 28 مدنياً: reads as 28 civilians killed; the record says 38 civilians killed (f0), and so does excerpt.en: killed 38 civilians; ${mend}`,
    ]);
    expect(await gate({ ...both, ar }, { count: 28 })).toEqual([
      `excerpt.en: killed 38 civilians: reads as 38 civilians killed; the record says 28 civilians killed (f0), and so does excerpt.ar: مقتل 28 مدنياً; ${mend}`,
    ]);
  });

  it.each<[string, Texts, object, string]>([
    [
      "another number in words",
      { en: "Air strikes killed thirty-six civilians.", ar: both.ar },
      {},
      "excerpt.en: killed thirty-six civilians: reads as 36 civilians killed; the record says 38 civilians killed (f0), and so does excerpt.ar: مقتل 38 مدنياً",
    ],
    [
      "another kind",
      { en: "Air strikes injured 38 civilians.", ar: both.ar },
      {},
      "excerpt.en: injured 38 civilians: reads as 38 civilians injured; the record says 38 civilians killed (f0), and so does excerpt.ar: مقتل 38 مدنياً",
    ],
    [
      "others",
      { en: both.en, ar: "أسفرت غارات جوية عن مقتل 38 طفلاً." },
      {},
      "excerpt.ar: مقتل 38 طفلاً: reads as 38 children killed; the record says 38 civilians killed (f0), and so does excerpt.en: killed 38 civilians",
    ],
    [
      "civilians where the source said people",
      { en: both.en, ar: "أسفرت غارات جوية عن مقتل 38 شخصاً." },
      { who: "persons" },
      "excerpt.en: killed 38 civilians: reads as 38 civilians killed; the record says 38 people killed (f0), and so does excerpt.ar: مقتل 38 شخصاً",
    ],
    [
      "no hedge",
      { en: "Air strikes killed at least 38 civilians.", ar: both.ar },
      { qualifier: "at_least" },
      "excerpt.ar: مقتل 38 مدنياً: reads as 38 civilians killed; the record says at least 38 civilians killed (f0), and so does excerpt.en: killed at least 38 civilians",
    ],
    [
      "another hedge",
      {
        en: "Air strikes killed at least 38 civilians.",
        ar: "أسفرت غارات جوية عن مقتل أكثر من 38 مدنياً.",
      },
      { qualifier: "at_least" },
      "excerpt.ar: مقتل أكثر من 38 مدنياً: reads as more than 38 civilians killed; the record says at least 38 civilians killed (f0), and so does excerpt.en: killed at least 38 civilians",
    ],
    [
      "an end of a range",
      {
        en: "Air strikes killed 40 civilians.",
        ar: "أسفرت غارات جوية عن مقتل ما بين 30 و40 مدنياً.",
      },
      { count: undefined, min: 30, max: 40 },
      "excerpt.en: killed 40 civilians: reads as 40 civilians killed; the record says 30 to 40 civilians killed (f0), and so does excerpt.ar: مقتل ما بين 30 و40 مدنياً",
    ],
    [
      "a number for a word",
      { en: "Air strikes killed 24 civilians.", ar: "أسفرت غارات جوية عن مقتل عشرات المدنيين." },
      { count: undefined, vague: "dozens" },
      "excerpt.en: killed 24 civilians: reads as 24 civilians killed; the record says dozens of civilians killed (f0), and so does excerpt.ar: مقتل عشرات المدنيين",
    ],
  ])("is an error where it says %s", async (_, texts, given, expected) => {
    expect(await gate(texts, given)).toEqual([`${expected}; ${mend}`]);
  });

  it("that says less than the record is questioned", async () => {
    const people = { en: "Air strikes killed 38 people.", ar: both.ar };
    expect(await gate(people, {})).toEqual([
      `warning: excerpt.en: killed 38 people: reads as 38 people killed; the record says 38 civilians killed (f0), and so does excerpt.ar: مقتل 38 مدنياً; ${mend}`,
    ]);
    const dozens = { en: "Air strikes killed dozens of civilians.", ar: both.ar };
    expect(await gate(dozens, {})).toContain(
      `warning: excerpt.en: killed dozens of civilians: reads as dozens of civilians killed; the record says 38 civilians killed (f0), and so does excerpt.ar: مقتل 38 مدنياً; ${mend}`,
    );
  });

  it.each(["residents", "inhabitants", "individuals"])(
    "is questioned where it speaks of %s and the record of soldiers",
    async (people) => {
      const en = `Air strikes killed 38 ${people} of the town.`;
      const ar = "أسفرت غارات جوية عن مقتل 38 جندياً.";
      expect(await gate({ en, ar }, { who: "soldiers" })).toEqual([
        expect.stringMatching(/^warning: excerpt\.en: .*: reads as 38 people killed; /u),
      ]);
    },
  );

  it.each(["38 نسمة", "38 من سكان البلدة", "38 إنساناً", "38 شخصاً"])(
    "is questioned where it speaks of %s and the record of soldiers",
    async (people) => {
      const en = "Air strikes killed 38 soldiers.";
      const ar = `أسفرت غارات جوية عن مقتل ${people}.`;
      expect(await gate({ en, ar }, { who: "soldiers" })).toEqual([
        expect.stringMatching(/^warning: excerpt\.ar: .*: reads as 38 people killed; /u),
      ]);
    },
  );

  it("without a noun says no other", async () => {
    expect(await gate({ en: "The strikes left 38 dead.", ar: both.ar }, {})).toEqual([]);
  });

  it("is in the record", async () => {
    const more = "add the figure with its source, or take it out of the text";
    expect(await gate({ ...both, en: `${both.en} They injured 65 people.` }, {})).toEqual([
      `excerpt.en: injured 65 people: reads as 65 people injured; the record has no such figure; ${more}`,
    ]);
  });

  it("is taken out with the record's", async () => {
    expect(await gate({ en: both.en }, { status: "retracted" })).toEqual([
      "excerpt.en: killed 38 civilians: reads as 38 civilians killed; the record has retracted that (f0); take it out of the text",
    ]);
  });

  it("is told by its own words and place", async () => {
    const dir = folderWith({
      "ghouta/a.yaml": `id: ghta0207
date: 2018-02-07
place: { ar: الغوطة الشرقية, en: Eastern Ghouta }
headline: { ar: غارات على الغوطة الشرقية, en: Air strikes on Eastern Ghouta }
excerpt:
  ar: >-
    أسفرت غارات جوية عن
    مقتل 38 مدنياً في الغوطة.
  en: >-
    Government aircraft bombed the area and killed at least
    38 civilians in their homes.
figures:
  - { id: killed, kind: killed, who: civilians, count: 38, source: sohr }
`,
    });
    const result = await loadContent(dir, options);
    expect(result).toMatchObject({
      problems: [
        {
          level: "error",
          field: "excerpt.en",
          // The words go on in the next line.
          line: 10,
          column: 45,
          text: "killed at least 38 civilians: reads as at least 38 civilians killed; the record says 38 civilians killed (killed), and so does excerpt.ar: مقتل 38 مدنياً",
        },
      ],
    });
  });

  it("is told in each place where it stands", async () => {
    const en = "In 2038 they counted 38 dead: 38 dead in the town, and 38 dead were buried there.";
    const ar = plain.ar + arEnd;
    const file = { ...story, excerpt: { ar, en }, figures: [{ ...figure, count: 36 }] };
    const result = await loadContent(folderWith({ "ghouta/a.yaml": file }), options);
    const problems = result.type === "problems" ? result.problems : [];
    const field = '    "en": "'.length + 1;
    expect(problems.map(({ column = 0 }) => column - field)).toEqual([
      en.indexOf("38 dead:"),
      en.indexOf("38 dead in"),
      en.indexOf("38 dead were"),
    ]);
  });

  it("may be a small part of the record's in both languages, and is questioned", async () => {
    const en = "Two children were killed in Douma and a third in Harasta.";
    const three = { who: "children", count: 3 };
    const part = await gate({ en, ar: "قُتل طفلان في دوما وثالث في حرستا." }, three);
    expect(part).toHaveLength(2);
    expect(part.every((problem) => problem.startsWith("warning: "))).toBe(true);
    expect(await gate({ en, ar: "قُتل 3 أطفال في دوما وحرستا." }, three)).toEqual([
      expect.stringMatching(/^excerpt\.en: Two children were killed: reads as 2 /u),
    ]);
  });

  it("may be told in parts that add up to the record's", async () => {
    const towns = {
      en: "Twenty civilians were killed in Douma and 18 civilians were killed in Harasta.",
      ar: "قُتل 20 مدنياً في دوما و18 مدنياً في حرستا.",
    };
    expect(await gate(towns, {})).toEqual([]);
    expect(await gate(towns, { count: 39 })).toHaveLength(4);
    expect(await gate(towns, { who: "soldiers" })).toHaveLength(4);
    const en = "A field commander and four of his escorts were killed.";
    const ar = "قُتل قائد ميداني وأربعة من مرافقيه.";
    expect(await gate({ en, ar }, { who: "combatants", count: 5 })).toEqual([]);
  });

  it("that is a dual beside another number is an error", async () => {
    const en = "Air strikes killed three civilians.";
    expect(await gate({ en, ar: "قُتل مدنيان في غارات جوية." }, { count: 3 })).toEqual([
      expect.stringMatching(/^excerpt\.ar: .*: reads as 2 civilians killed; the record says 3 /u),
    ]);
  });

  it("is none where one of them is spoken of", async () => {
    const en = "Air strikes killed 38 civilians, a nurse among them.";
    const ar = "أسفرت غارات جوية عن مقتل 38 مدنياً بينهم ممرضة.";
    expect(await gate({ en, ar }, {})).toEqual([]);
  });

  it("may be supposed, denied or foretold, and is none then", async () => {
    const en = "The minister denied that 50 civilians had been killed.";
    expect(await gate({ en }, {})).toEqual([]);
  });
});

describe("a figure in a headline", () => {
  it("agrees with the record like one in an excerpt", async () => {
    const headline = {
      en: "Air strikes kill 38 civilians in Eastern Ghouta",
      ar: "مقتل 28 مدنياً في غارات على الغوطة الشرقية",
    };
    expect(await gate({ headline }, {})).toEqual([
      `headline.ar: مقتل 28 مدنياً: reads as 28 civilians killed; the record says 38 civilians killed (f0), and so does headline.en: kill 38 civilians; ${mend}`,
    ]);
  });
});

describe("a word for a number", () => {
  const dozens = {
    headline: {
      en: "Dozens of civilians killed in air strikes",
      ar: "مقتل عشرات المدنيين في غارات",
    },
  };

  it("is a headline's to choose", async () => {
    expect(await gate(dozens, {})).toEqual([]);
    expect(await gate(dozens, { qualifier: "at_least" })).toEqual([]);
  });

  it("is not larger than the number", async () => {
    expect(await gate(dozens, { count: 11 })).toEqual([
      `headline.en: Dozens of civilians killed: reads as dozens of civilians killed; the record says 11 civilians killed (f0); ${mend}`,
      `headline.ar: مقتل عشرات المدنيين: reads as tens of civilians killed; the record says 11 civilians killed (f0); ${mend}`,
    ]);
  });
});

describe("a number that only one of the two grammars takes for a figure", () => {
  it("is questioned", async () => {
    const texts = {
      en: "Air defences shot down 11 of the rockets.",
      ar: "وقالت إن الدفاعات الجوية أسقطت 11 صاروخاً.",
    };
    expect(await gate(texts, {})).toEqual([
      "warning: excerpt.ar: 11 صاروخاً: reads as 11 rockets; the record has no such figure; add the figure with its source, or take it out of the text",
    ]);
  });
});

describe("a figure that one language names", () => {
  const unnamed = "name it in both languages, or in neither";

  it("is named in the other", async () => {
    expect(await gate({ en: both.en }, {})).toEqual([
      `warning: excerpt.ar: does not say 38 civilians killed (f0), as excerpt.en does: killed 38 civilians; ${unnamed}`,
    ]);
    expect(await gate({ ar: both.ar }, {})).toEqual([
      `warning: excerpt.en: does not say 38 civilians killed (f0), as excerpt.ar does: مقتل 38 مدنياً; ${unnamed}`,
    ]);
  });

  it("is named where its number stands, however it is said", async () => {
    const ar = "والحصيلة كما يعرفها أهل البلدة 38.";
    expect(await gate({ en: both.en, ar }, {})).toEqual([]);
  });

  it("need not be looked for where no number has to be", async () => {
    const en = "Air strikes killed two children.";
    expect(await gate({ en }, { who: "children", count: 2 })).toEqual([]);
  });

  it("may be named in neither", async () => {
    expect(await gate({}, {}, { kind: "injured", count: 65 })).toEqual([]);
  });
});

describe("a text on what two sources say", () => {
  const snhr = { name: { ar: "الشبكة", en: "the Network" }, kind: "monitor" };
  const contested = { status: "contested" };
  const figures = [
    { ...figure, ...contested },
    { ...figure, id: "other", count: 41, source: "snhr", ...contested },
  ];

  async function excerpt(en: string, ar: string): Promise<string[]> {
    const file = { ...story, excerpt: { ar: ar + arEnd, en: en + enEnd }, figures };
    return await gateIn(
      folderWith({ "sources.yaml": { ...sources, snhr }, "ghouta/a.yaml": file }),
    );
  }

  it("takes neither side", async () => {
    const side =
      "says 38 civilians killed as sohr does, and not 41 civilians killed as snhr does; name what both sources say, or neither";
    expect(await excerpt(both.en, both.ar)).toEqual([
      `ghouta/a.yaml: warning: excerpt.ar: ${side}`,
      `ghouta/a.yaml: warning: excerpt.en: ${side}`,
    ]);
    const enBoth = "Air strikes killed 38 civilians, or 41 civilians by another count.";
    const arBoth = "أسفرت غارات جوية عن مقتل 38 مدنياً، أو 41 مدنياً بحسب إحصاء آخر.";
    expect(await excerpt(enBoth, arBoth)).toEqual([]);
    expect(await excerpt(plain.en, plain.ar)).toEqual([]);
  });
});

describe("nobody in an excerpt", () => {
  it("is nobody of whom the source had reports", async () => {
    const unknown = {
      kind: "killed_or_injured",
      who: "persons",
      count: undefined,
      zero: "not_reported",
    };
    const texts = {
      en: "There were no reports of casualties.",
      ar: "لم ترد تقارير عن سقوط ضحايا.",
    };
    expect(await gate(texts, unknown)).toEqual([]);
  });

  const zeros = [
    { who: "soldiers", count: undefined, zero: "asserted" },
    { who: "soldiers", kind: "injured", count: undefined, zero: "asserted" },
  ];

  it("is nobody in the record", async () => {
    const texts = {
      en: "No soldiers were killed or injured.",
      ar: "لم يُقتل جنود أو يصابوا.",
    };
    expect(await gate(texts, ...zeros)).toEqual([]);
  });
});
