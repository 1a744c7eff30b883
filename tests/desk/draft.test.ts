import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { readYaml } from "../../src/content/reading/yaml.ts";
import type { Source } from "../../src/domain/source.ts";
import type { ReadFigure, Span } from "../../src/extraction/figure.ts";
import { daysIn } from "../../src/desk/draft/dates.ts";
import { draftOf } from "../../src/desk/draft/draft.ts";
import { noteLine } from "../../src/desk/draft/note.ts";
import { proposedFigures } from "../../src/desk/draft/proposed-figure.ts";
import { matchSource } from "../../src/desk/draft/source-match.ts";
import { aSource } from "../builders.ts";
import { editionIn, folderWith, problemsIn, story } from "../content/folder.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { anyText } from "./story-entries.ts";

const sources: readonly Source[] = [
  aSource(),
  aSource({
    id: "snhr",
    name: { ar: "الشبكة السورية لحقوق الإنسان", en: "the Syrian Network for Human Rights" },
  }),
  aSource({
    id: "us_military_official",
    name: { ar: "مسؤول عسكري أميركي لم يُذكر اسمه", en: "an unnamed US military official" },
  }),
];

const text =
  "قُتل 38 مدنياً بينهم 12 طفلاً في دوما يوم 7 شباط/فبراير 2018، بحسب المرصد السوري لحقوق الإنسان. " +
  "وقد يُقتل مئات آخرون.";

function at(words: string, within = text): Span {
  const start = within.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, length: words.length };
}

function read(words: string, given: Partial<ReadFigure> = {}): ReadFigure {
  return {
    span: at(words),
    kind: "killed",
    who: "civilians",
    amount: { type: "count", count: 38 },
    qualifier: "exact",
    modality: "asserted",
    attribution: { type: "stated", source: at("المرصد السوري لحقوق الإنسان") },
    scope: "incident",
    basis: "total_reported",
    doubts: [],
    ...given,
  };
}

const killed = read("38 مدنياً");
const children = read("12 طفلاً", {
  who: "children",
  amount: { type: "count", count: 12 },
  of: 0,
  doubts: ["qualifier"],
});
const feared = read("مئات آخرون", {
  amount: { type: "vague", word: "hundreds" },
  qualifier: "vague",
  modality: "forecast",
  attribution: { type: "none" },
});

function draft(figures: readonly ReadFigure[], given: { text?: string; title?: string } = {}) {
  const article = { text, language: "ar" as const, ...given };
  return draftOf(article, figures, { id: "abcd2345", topic: "ghouta", sources });
}

function only(figure: ReadFigure) {
  return proposedFigures(text, [figure], sources)[0];
}

describe("proposed figures", () => {
  it("hold what was read, and nothing else", () => {
    expect(proposedFigures(text, [killed, children], sources)).toMatchObject([
      {
        fields: {
          id: "f1",
          kind: "killed",
          who: "civilians",
          count: 38,
          source: "sohr",
          quote: "38 مدنياً",
        },
        notes: [],
        isAsserted: true,
      },
      {
        fields: { id: "f2", who: "children", count: 12, of: "f1", source: "sohr" },
        notes: [{ type: "doubt", doubt: "qualifier" }],
      },
    ]);
  });

  it.each([
    [{ type: "range", min: 20, max: 30 }, "range", { min: 20, max: 30 }],
    [{ type: "vague", word: "dozens" }, "vague", { vague: "dozens" }],
    [{ type: "zero" }, "exact", { zero: "asserted" }],
    [{ type: "not_reported" }, "exact", { zero: "not_reported" }],
    [{ type: "count", count: 100 }, "more_than", { count: 100, qualifier: "more_than" }],
  ] as const)("write %j with %s as %j", (amount, qualifier, fields) => {
    const proposed = only(read("38 مدنياً", { amount, qualifier }))?.fields;
    const { count, min, max, vague, zero, qualifier: hedge } = proposed ?? {};
    expect(JSON.parse(JSON.stringify({ count, min, max, vague, zero, qualifier: hedge }))).toEqual(
      fields,
    );
  });

  it("name no source that is not certain, but those that are near", () => {
    const figure = read("38 مدنياً", { attribution: { type: "stated", source: at("دوما") } });
    expect(only(figure)?.fields).not.toHaveProperty("source");
    expect(only(figure)?.fields).not.toHaveProperty("attribution");
    expect(only(figure)?.notes).toEqual([{ type: "source", words: "دوما", near: [] }]);
  });

  it("say by which words a source was taken, if not by all of its name", () => {
    const source = at("المرصد السوري");
    const figure = only(read("38 مدنياً", { attribution: { type: "stated", source } }));
    expect(figure?.fields).toMatchObject({ source: "sohr" });
    expect(figure?.notes).toEqual([{ type: "taken", words: "المرصد السوري", id: "sohr" }]);
  });

  it("say where a source is inferred, or nobody is named", () => {
    const source = at("المرصد السوري لحقوق الإنسان");
    const inferred = only(read("38 مدنياً", { attribution: { type: "inferred", source } }));
    expect(inferred?.fields).toMatchObject({ source: "sohr", attribution: "inferred" });
    expect(inferred?.notes).toMatchObject([{ type: "inferred" }]);
    const nobody = only(read("38 مدنياً", { attribution: { type: "none" } }));
    expect(nobody?.fields).toMatchObject({ attribution: "none" });
    expect(nobody?.notes).toEqual([{ type: "nobody" }]);
  });

  it("are part of no figure that is left out", () => {
    const part = { ...children, of: 0, sameAs: 0, componentOf: 0 };
    const [, second] = proposedFigures(text, [{ ...killed, modality: "denied" }, part], sources);
    expect(Object.keys(second?.fields ?? {})).toEqual([
      "id",
      "kind",
      "who",
      "count",
      "source",
      "quote",
    ]);
  });
});

describe("the sources that words may mean", () => {
  it.each([
    ["المرصد السوري لحقوق الإنسان", "sohr"],
    ["للمرصد السوري لحقوق الانسان", "sohr"],
    ["المرصد السوري", "sohr"],
    ["The Syrian Observatory for Human Rights", "sohr"],
    ["Syrian Observatory", "sohr"],
    ["SOHR", "sohr"],
    ["مسؤول عسكري أميركي", "us_military_official"],
    ["a US military official", undefined],
    ["حقوق الإنسان", undefined],
    ["المرصد", undefined],
    ["Human Rights Watch", undefined],
    ["", undefined],
    ["…", undefined],
  ])("«%s»: %s", (words, id) => {
    expect(matchSource(words, sources).id).toBe(id);
  });

  it("have other names, unless two share one", () => {
    const source = {
      kind: "party",
      name: { ar: "القيادة المركزية الأميركية", en: "US Central Command" },
    } as const;
    const aliases = ["القيادة المركزية للقوات الأميركية", "سنتكوم"];
    const centcom = { ...source, id: "centcom", aliases };
    expect(matchSource("القيادة المركزية للقوات الأميركية", [centcom]).id).toBe("centcom");
    expect(matchSource("سنتكوم", [centcom]).id).toBe("centcom");
    expect(matchSource("سنتكوم", [centcom, { ...centcom, id: "another" }]).id).toBeUndefined();
  });

  it("are the nearest ones first, where it is not certain", () => {
    expect(matchSource("المرصد", sources).near).toEqual(["sohr"]);
    expect(matchSource("شبكة حقوق الإنسان السورية", sources).near[0]).toBe("snhr");
    expect(matchSource("وكالة الأنباء", sources).near).toEqual([]);
  });
});

describe("the days in a text", () => {
  it.each([
    ["دمشق، 7 شباط 2018", ["2018-02-07"]],
    ["٧ شباط/فبراير ٢٠١٨", ["2018-02-07"]],
    ["في 30 تشرين الثاني 2017 و1 يناير 2018", ["2017-11-30", "2018-01-01"]],
    ["يوم 30 تشرين الثاني/نوفمبر 2017", ["2017-11-30"]],
    ["7 February 2018 and Feb 8, 2018", ["2018-02-07", "2018-02-08"]],
    ["February 7, 2018", ["2018-02-07"]],
    ["2018-02-07T12:00", ["2018-02-07"]],
    ["31 February 2018, 7 February, February 2018, 7/2/2018, 2018-13-01", []],
    ["", []],
  ])("«%s»", (words, days) => {
    expect(daysIn(words)).toEqual(days);
  });
});

describe("a draft", () => {
  it("is a story file with blanks, comments and the figures", () => {
    expect(draft([killed, children, feared], { title: "غارات على دوما" })).toBe(
      `# yaml-language-server: $schema=../schema/story.json
# A draft: compare each figure with its words, fill in what is blank, and delete these comments.
# Then save it in the topic's folder, as ghouta/DATE-WORDS.yaml, and run npm run content:check.
# Title of the article: غارات على دوما
id: abcd2345
date: 2018-02-07 # the only date in the text: is it the day of the event?
place: # where it happened, up to 120 characters
  ar:
  en:
headline: # up to 200 characters; each number in it must be one of the figures
  ar:
  en:
excerpt: # 40 to 700 characters in your own words; the figures are printed below it
  ar:
  en:
figures:
  # قُتل [38 مدنياً] بينهم 12 طفلاً في دوما يوم 7 شباط/فبراير 2018، بحسب المرصد …
  - id: f1
    kind: killed
    who: civilians
    count: 38
    source: sohr
    quote: 38 مدنياً

  # قُتل 38 مدنياً بينهم [12 طفلاً] في دوما يوم 7 شباط/فبراير 2018، بحسب المرصد السوري لحقوق …
  # look twice: ${doubt("qualifier")}
  - id: f2
    kind: killed
    who: children
    count: 12
    of: f1
    source: sohr
    quote: 12 طفلاً

  # … 2018، بحسب المرصد السوري لحقوق الإنسان. وقد يُقتل [مئات آخرون].
  # LEFT OUT, because the text does not say that it happened: it is expected or feared
  # the text names nobody who says so
  # - id: f3
  #   kind: killed
  #   who: civilians
  #   vague: hundreds
  #   attribution: none
  #   quote: مئات آخرون
`,
    );
  });

  it("is told what it lacks by content:check, and nothing else", async () => {
    const unknown = read("38 مدنياً", { attribution: { type: "stated", source: at("دوما") } });
    const problems = await problemsIn(
      folderWith({ "ghouta/new.yaml": draft([unknown, children, feared], { text: undated }) }),
    );
    expect(problems.map((line) => line.replace(/^ghouta\/new\.yaml:\d+:\d+: /, ""))).toEqual([
      "date: blank: expected a day such as 2018-02-07, or from and to",
      "place.ar: blank: expected Arabic text of up to 120 characters",
      "place.en: blank: expected English text of up to 120 characters",
      "headline.ar: blank: expected Arabic text of up to 200 characters",
      "headline.en: blank: expected English text of up to 200 characters",
      "excerpt.ar: blank: expected Arabic text of 40 to 700 characters",
      "excerpt.en: blank: expected English text of 40 to 700 characters",
      "figures[0].source: missing: expected an id of sources.yaml, or attribution: none where nobody is named",
    ]);
  });

  it("is a story once it is filled in", async () => {
    const filled = draft([killed, children, feared])
      .replace(/^(place|headline|excerpt): .*\n {2}ar:\n {2}en:\n/gm, (_, field: string) => {
        const value = Object.entries(story).find(([name]) => name === field)?.[1];
        return `${field}: ${JSON.stringify(value)}\n`;
      })
      .replaceAll(/ *#.*$/gm, "");
    const edition = await editionIn(folderWith({ "ghouta/new.yaml": filled }));
    expect(edition.stories.get("abcd2345")?.figures).toMatchObject([
      { id: "f1", amount: { type: "count", count: 38 }, quote: "38 مدنياً" },
      { id: "f2", of: "f1" },
    ]);
  });

  it("stays a draft, whatever the article's words are", () => {
    const span = fc.record({ start: fc.nat(40), length: fc.nat(40) });
    const figure = fc.record({ span, source: span, group: span, isAsserted: fc.boolean() });
    fc.assert(
      fc.property(anyText, anyText, fc.array(figure, { maxLength: 3 }), (text, title, given) => {
        const figures = given.map(({ span, source, group, isAsserted }) => ({
          ...killed,
          span,
          group,
          attribution: { type: "stated", source } as const,
          modality: isAsserted ? ("asserted" as const) : ("denied" as const),
        }));
        const context = { id: "abcd2345", topic: "ghouta", sources, url: `https://a.b/${title}` };
        const { data, complaints } = readYaml(
          draftOf({ title, text, language: "ar" }, figures, context),
        );
        expect(complaints).toEqual([]);
        expect(data).toMatchObject({ id: "abcd2345", headline: { ar: null, en: null } });
        expect(data).toHaveProperty("figures.length", given.filter((one) => one.isAsserted).length);
        expect(Object.keys(data ?? {})).toHaveLength(6);
      }),
      { numRuns: fuzzRuns(500) },
    );
  });
});

const undated = text.replace("2018", "نفسه");

function doubt(name: ReadFigure["doubts"][number]): string {
  return noteLine({ type: "doubt", doubt: name }).replace("look twice: ", "");
}
