import { describe, expect, it } from "vitest";
import { aStory } from "../builders.ts";
import {
  editionIn,
  figure,
  folderWith,
  problemsIn,
  story,
  storyProblems,
  strikes,
} from "./folder.ts";

const link = { url: "https://example.org/a", title: { ar: "تقرير", en: "Report" } };
const note = { ar: "صُحح العدد", en: "The number was corrected" };
const correction = { at: "2018-02-09", reason: "source_revised", note };

describe("a story file", () => {
  it("has defaults for everything that goes without saying", async () => {
    const edition = await editionIn(folderWith());
    expect(edition.stories.get("ghta0207")).toStrictEqual(aStory());
  });

  it("keeps every field that was given", async () => {
    const given = {
      date: { from: "2018-02-07", to: "2018-02-08" },
      also: ["strikes"],
      figures: [],
      links: [link],
      breaking: true,
      push: true,
      graphic: true,
      corrections: [correction],
      withdrawn: { at: "2018-02-10", note },
    } as const;
    const dir = folderWith({ ...strikes, "ghouta/a.yaml": { ...story, ...given } });
    const edition = await editionIn(dir);
    expect(edition.stories.get("ghta0207")).toStrictEqual(aStory(given as object));
  });

  it("may have no figures, if it says so", async () => {
    const edition = await editionIn(folderWith({ "ghouta/a.yaml": { ...story, figures: [] } }));
    expect(edition.stories.get("ghta0207")?.figures).toEqual([]);
  });

  it("that ends before its figures is no story: it may be half written", async () => {
    expect(await storyProblems({ figures: undefined })).toEqual([
      "figures: missing: expected a list of figures, each after a dash, or [] where the story has none",
    ]);
  });

  it("names the sources that its text quotes", async () => {
    const edition = await editionIn(
      folderWith({ "ghouta/a.yaml": { ...story, sources: ["sohr"] } }),
    );
    expect(edition.stories.get("ghta0207")?.sources).toEqual(["sohr"]);
    expect(await storyProblems({ sources: ["shor"] })).toEqual([
      "sources[0]: shor: expected an id of sources.yaml: did you mean sohr?",
    ]);
  });

  it("loses the spaces around its texts, which YAML's folding leaves", async () => {
    const headline = { ar: " غارات على الغوطة \n", en: "Air strikes\n" };
    const edition = await editionIn(folderWith({ "ghouta/a.yaml": { ...story, headline } }));
    expect(edition.stories.get("ghta0207")?.headline).toEqual({
      ar: "غارات على الغوطة",
      en: "Air strikes",
    });
  });

  it("may have paragraphs in its excerpt", async () => {
    const excerpt = {
      ar: `${story.excerpt.ar}\n\nثم هدأت.`,
      en: `${story.excerpt.en}\n\nThen calm.`,
    };
    const edition = await editionIn(folderWith({ "ghouta/a.yaml": { ...story, excerpt } }));
    expect(edition.stories.get("ghta0207")?.excerpt).toEqual(excerpt);
  });

  it("counts characters, not UTF-16 units", async () => {
    const headline = { ar: story.headline.ar, en: `a${"\u{1D400}".repeat(199)}` };
    expect(await storyProblems({ headline })).toEqual([]);
  });
});

describe("a wrong story", () => {
  const { ar, en } = story.headline;

  it.each<[string, object, string]>([
    ["no id", { id: undefined }, "id: missing: expected an id of 4 to 12 letters a-z and digits"],
    ["a short id", { id: "abc" }, "id: abc: expected an id of 4 to 12 letters a-z and digits"],
    [
      "an id in upper case",
      { id: "GHTA0207" },
      "id: GHTA0207: expected an id of 4 to 12 letters a-z and digits",
    ],
    [
      "an id that YAML reads as a number",
      { id: 20180207 },
      "id: 20180207: expected an id of 4 to 12 letters a-z and digits, in quotes",
    ],
    [
      "no date",
      { date: undefined },
      "date: missing: expected a day such as 2018-02-07, or from and to",
    ],
    [
      "a date in words",
      { date: "yesterday" },
      "date: yesterday: expected a day such as 2018-02-07, or from and to",
    ],
    [
      "a month as date",
      { date: "2018-02" },
      "date: 2018-02: expected a day such as 2018-02-07, or from and to",
    ],
    [
      "a day that does not exist",
      { date: "2018-02-30" },
      "date: 2018-02-30: expected a day that exists: this month has 28",
    ],
    [
      "a leap day of another year",
      { date: "2018-02-29" },
      "date: 2018-02-29: expected a day that exists: this month has 28",
    ],
    [
      "a date range of a day that does not exist",
      { date: { from: "2018-04-31", to: "2018-05-01" } },
      "date.from: 2018-04-31: expected a day that exists: this month has 30",
    ],
    [
      "a year of the wrong century",
      { date: "1018-02-07" },
      "date: 1018-02-07: expected a year from 1900 to 2099",
    ],
    [
      "a date that goes backwards",
      { date: { from: "2018-02-08", to: "2018-02-07" } },
      "date.to: 2018-02-07: expected a day not before from (2018-02-08)",
    ],
    [
      "half a date range",
      { date: { from: "2018-02-08" } },
      "date.to: missing: expected a day such as 2018-02-07",
    ],
    [
      "no Arabic headline",
      { headline: { en } },
      "headline.ar: missing: expected Arabic text of up to 200 characters",
    ],
    [
      "a blank English headline",
      { headline: { ar, en: "  " } },
      'headline.en: "  ": expected English text of up to 200 characters',
    ],
    [
      "a headline that is not there",
      { headline: null },
      "headline: blank: expected a map of ar, en",
    ],
    [
      "a headline in one language",
      { headline: en },
      "headline: Air strikes on Eastern Ghouta: expected a map of ar, en",
    ],
    [
      "a headline that YAML reads as a number",
      { headline: { ar, en: 2018 } },
      "headline.en: 2018: expected English text of up to 200 characters, in quotes",
    ],
    [
      "the languages swapped",
      { headline: { ar: en, en: "Air strikes" } },
      "headline.ar: Air strikes on Eastern Ghouta: expected Arabic letters",
    ],
    [
      "Arabic where English belongs",
      { headline: { ar, en: ar } },
      "headline.en: غارات على الغوطة الشرقية: expected Latin letters",
    ],
    [
      "a third language",
      { headline: { ar, en, fr: "Frappes" } },
      "headline.fr: unknown field: expected one of ar, en",
    ],
    [
      "a headline that is too long",
      { headline: { ar, en: "a".repeat(201) } },
      `headline.en: ${"a".repeat(60)}…: expected at most 200 characters, found 201`,
    ],
    [
      "a headline of two lines",
      { headline: { ar, en: "Air\nstrikes" } },
      "headline.en: AirU+000Astrikes: expected one line",
    ],
    [
      "a direction override",
      { headline: { ar, en: "Air \u202estrikes" } },
      "headline.en: Air U+202Estrikes: expected no direction embedding or override (U+202E): Telegram strips them",
    ],
    [
      "a damaged letter",
      { headline: { ar, en: "Air str\ufffdkes" } },
      "headline.en: Air str\ufffdkes: expected no damaged letter (U+FFFD)",
    ],
    [
      "an excerpt that is too short",
      { excerpt: { ...story.excerpt, en: "Air strikes." } },
      "excerpt.en: Air strikes.: expected at least 40 characters, found 12",
    ],
    [
      "an excerpt that is too long",
      { excerpt: { ...story.excerpt, ar: "غ".repeat(701) } },
      `excerpt.ar: ${"غ".repeat(60)}…: expected at most 700 characters, found 701`,
    ],
    [
      "a control character in an excerpt",
      { excerpt: { ...story.excerpt, en: `${story.excerpt.en}\tx` } },
      "excerpt.en: Towns in Eastern Ghouta came under air strikes on Wednesday.…: expected no control character (U+0009)",
    ],
    [
      "a place name that is too long",
      { place: { ar: "دوما", en: "D".repeat(121) } },
      `place.en: ${"D".repeat(60)}…: expected at most 120 characters, found 121`,
    ],
    ["an unknown field", { heading: "x" }, "heading: unknown field: did you mean headline?"],
    ["a truth in quotes", { breaking: "yes" }, "breaking: yes: expected true or false"],
    [
      "a figure by itself",
      { figures: story.figures[0] },
      "figures: a map: expected a list of figures, each after a dash, or [] where the story has none",
    ],
    [
      "a figure that is a word",
      { figures: ["many"] },
      "figures[0]: many: expected a map of id, kind, who, group, count, min, max, vague, zero, qualifier, source, via, attribution, place, period, since, scope, basis, of, component_of, same_as, rate, status, quote",
    ],
    [
      "an unknown topic",
      { also: ["strikse"] },
      "also[0]: strikse: expected the folder of another topic",
    ],
    [
      "an impossible topic",
      { also: ["The Strikes"] },
      "also[0]: The Strikes: expected the name of a topic's folder",
    ],
    ["its own topic", { also: ["ghouta"] }, "also[0]: ghouta: expected another topic, once"],
    [
      "a link to a file",
      { links: [{ ...link, url: "file:///etc/passwd" }] },
      "links[0].url: file:///etc/passwd: expected a web address that begins with https:// or http://",
    ],
    [
      "a link to nowhere",
      { links: [{ ...link, url: "https://" }] },
      "links[0].url: https://: expected a web address that begins with https:// or http://",
    ],
    [
      "a link with a password",
      { links: [{ ...link, url: "https://a:b@example.org" }] },
      "links[0].url: https://a:b@example.org: expected a web address without a user name",
    ],
    [
      "a link with an invisible character",
      { links: [{ ...link, url: "https://example.org/\u202egpj" }] },
      'links[0].url: https://example.org/U+202Egpj: expected a web address without spaces, invisible characters or any of "<>\\^`{|}',
    ],
    [
      "a link without a title",
      { links: [{ url: link.url }] },
      "links[0].title: missing: expected a map of ar, en",
    ],
    [
      "a correction of no reason",
      { corrections: [{ at: "2018-02-09", note }] },
      "corrections[0].reason: missing: expected one of source_revised, our_error, late_report, reattributed, basis_change, withdrawn",
    ],
    [
      "a withdrawal without a note",
      { withdrawn: { at: "2018-02-09" } },
      "withdrawn.note: missing: expected a map of ar, en",
    ],
  ])("%s", async (_, fields, expected) => {
    expect(await storyProblems(fields)).toEqual([expected]);
  });

  it("tells all its problems at once, with line and column, from top to bottom", async () => {
    const file = `id: G
date: 2018-02-30
place: { ar: دوما, en: Douma }
headline:
  ar: غارات
excerpt: { ar: قصير, en: short }
figures:
  - id: a
    kind: killed
    who: childs
    count: -3
    source: sohr
  - id: a
    kind: killed
    who: men
    vague: dozens
    qualifier: exact
`;
    expect(await problemsIn(folderWith({ "ghouta/a.yaml": file }))).toEqual([
      "ghouta/a.yaml:1:1: id: G: expected an id of 4 to 12 letters a-z and digits",
      "ghouta/a.yaml:2:1: date: 2018-02-30: expected a day that exists: this month has 28",
      "ghouta/a.yaml:4:1: headline.en: missing: expected English text of up to 200 characters",
      "ghouta/a.yaml:6:12: excerpt.ar: قصير: expected at least 40 characters, found 4",
      "ghouta/a.yaml:6:22: excerpt.en: short: expected at least 40 characters, found 5",
      "ghouta/a.yaml:10:5: figures[0].who: childs: expected one of persons, civilians, children, women, men, women_and_children, soldiers, combatants, police, security, journalists, medics, un_personnel, households, barrel_bomb, shell, rocket, airstrike, mine, ied, bomb",
      "ghouta/a.yaml:11:5: figures[0].count: -3: expected a whole number from 1",
      "ghouta/a.yaml:13:5: figures[1].source: missing: expected an id of sources.yaml, or attribution: none where nobody is named",
      "ghouta/a.yaml:13:5: figures[1].id: a: expected an id that no other figure of the story has",
      "ghouta/a.yaml:17:5: figures[1].qualifier: exact: expected a qualifier that does not contradict vague (by itself it is vague)",
    ]);
  });
});

describe("the figure that leads where sources differ", () => {
  const figures = [
    { ...figure, id: "one", count: 38 },
    { ...figure, id: "other", count: 41, source: undefined, attribution: "none" },
    { ...figure, id: "hurt", kind: "injured" },
  ];
  const why = { ar: "لأنه أحدث ما نُشر.", en: "It is the latest." };

  it.each([
    ["one of those that differ", [{ figure: "one", why }], []],
    [
      "one that nobody contradicts",
      [{ figure: "hurt", why }],
      ["lead[0].figure: hurt: expected a figure on which sources of this story differ"],
    ],
    [
      "one that is not there",
      [{ figure: "nobody", why }],
      ["lead[0].figure: nobody: expected a figure on which sources of this story differ"],
    ],
    [
      "both",
      [
        { figure: "one", why },
        { figure: "other", why },
      ],
      ["lead[1].figure: other: expected one figure to lead those that differ on the same"],
    ],
    [
      "one without a reason",
      [{ figure: "one" }],
      ["lead[0].why: missing: expected a map of ar, en"],
    ],
  ])("is %s", async (_, lead, problems) => {
    expect(await storyProblems({ figures, lead })).toEqual(problems);
  });
});
