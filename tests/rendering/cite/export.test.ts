import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/domain/edition.ts";
import { bases, kinds, people, qualifiers, scopes, statuses } from "../../../src/domain/figure.ts";
import type { Amount, Attribution, Figure } from "../../../src/domain/figure.ts";
import { defaultPrinting } from "../../../src/domain/printing.ts";
import { exportTopic } from "../../../src/rendering/cite/export.ts";
import { columns, recordsOf } from "../../../src/rendering/cite/figure-record.ts";
import { aFigure, aSource, aStory, aTopic, anEdition } from "../../builders.ts";
import { fuzzRuns } from "../../fuzz-runs.ts";
import { parseHtml } from "../telegram.ts";
import { readCsv, unguarded } from "./csv.ts";

const now = new Date("2026-11-22T07:00:00Z");
const topic = aTopic();

function exported(edition: Edition) {
  const made = exportTopic(topic, defaultPrinting, { edition, botUsername: "mujaz_bot", now });
  if (made === undefined) throw new Error("expected figures");
  const [csv, json] = [made.csv, made.json].map(({ bytes }) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  );
  return { ...made, csv: csv ?? "", json: json ?? "" };
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(csv.slice(1));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

const hostile = fc.constantFrom(
  '=HYPERLINK("http://x")',
  "+1",
  "-1",
  "@x",
  "\t=1",
  "＝1",
  "'quoted",
  'a "b", c',
  "سطر\r\nآخر",
  "  =1",
);
const words = fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 30 }));
const both = fc.record({ ar: words, en: words });
const count = fc.integer({ min: 1, max: 1_000_000 });
const amount: fc.Arbitrary<Amount> = fc.oneof(
  count.map((value) => ({ type: "count" as const, count: value })),
  fc.record({ type: fc.constant("range" as const), min: count, max: count }),
  fc.constant({ type: "vague" as const, word: "dozens" as const }),
  fc.constant({ type: "zero" as const }),
  fc.constant({ type: "not_reported" as const }),
);
const attribution: fc.Arbitrary<Attribution> = fc.oneof(
  fc.constant({ type: "none" as const }),
  fc.record({
    type: fc.constantFrom("stated" as const, "inferred" as const),
    source: fc.constantFrom("sohr", "un"),
  }),
  fc.constant({ type: "stated" as const, source: "sohr", via: "un" }),
);
const figure: fc.Arbitrary<Figure> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    who: fc.constantFrom(...people),
    amount,
    attribution,
    qualifier: fc.constantFrom(...qualifiers),
    scope: fc.constantFrom(...scopes),
    basis: fc.constantFrom(...bases),
    status: fc.constantFrom(...statuses),
    group: both,
    place: both,
    since: fc.constantFrom("2011", "2015-09"),
    sameAs: fc.constantFrom("killed", "ghta0207/killed"),
  })
  .map((given) => aFigure(given));
const anyEdition = fc
  .record({ figures: fc.array(figure, { minLength: 1, maxLength: 6 }), headline: both, name: both })
  .map(({ figures, headline, name }) =>
    anEdition({
      topics: [topic],
      sources: [aSource({ name }), aSource({ id: "un", name })],
      stories: [
        aStory({ headline, figures: figures.map((one, index) => ({ ...one, id: `f${index}` })) }),
      ],
    }),
  );

describe("an export", () => {
  it("as CSV reads back as the figures, and no cell is a formula", () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { csv } = exported(edition);
        const records = recordsOf([...edition.stories.values()], {
          edition,
          botUsername: "mujaz_bot",
        });
        const rows = rowsOf(csv);
        const expected = records.map((record) =>
          columns.map((column) => String(record[column] ?? "")),
        );
        expect(rows.map((row) => columns.map((column) => unguarded(row[column] ?? "")))).toEqual(
          expected,
        );
        for (const cell of rows.flatMap((row) => Object.values(row))) {
          expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u);
        }
      }),
      { numRuns: fuzzRuns(100) },
    );
  });

  it("as JSON says of each figure what the CSV says", () => {
    const edition = anEdition({ topics: [topic] });
    const { csv, json } = exported(edition);
    const document: { readonly figures: readonly Readonly<Record<string, string | number>>[] } =
      JSON.parse(json);
    const told = document.figures.map((one) => columns.map((name) => String(one[name] ?? "")));
    expect(told).toEqual(rowsOf(csv).map((row) => columns.map((name) => row[name] ?? "")));
  });

  it("keeps none, no report and a number apart", () => {
    const figures = [
      aFigure({ id: "a", amount: { type: "zero" } }),
      aFigure({ id: "b", amount: { type: "not_reported" } }),
      aFigure({ id: "c", amount: { type: "vague", word: "dozens" }, qualifier: "vague" }),
      aFigure({ id: "d", amount: { type: "range", min: 20, max: 30 }, qualifier: "range" }),
    ];
    const { csv } = exported(anEdition({ topics: [topic], stories: [aStory({ figures })] }));
    const told = rowsOf(csv).map(({ amount: kind, count: n, min, max, word }) => {
      return [kind, n, min, max, word].join("|");
    });
    expect(told).toEqual(["zero||||", "not_reported||||", "vague||||dozens", "range||20|30|"]);
  });

  it("begins with a byte order mark and ends its lines as the standard says", () => {
    const { csv } = exported(anEdition({ topics: [topic] }));
    expect(csv.startsWith("\uFEFFstory,revision,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it("carries the licence of the content in the caption, each row and the JSON", () => {
    const licence = { name: { ar: "للجميع", en: "Free for all" }, url: "https://example.org/l" };
    const newsroom = { name: { ar: "مرصد", en: "A monitor" }, licence };
    const { csv, json, caption } = exported({ ...anEdition({ topics: [topic] }), newsroom });
    expect(rowsOf(csv)[0]).toMatchObject({ licence: "Free for all", licence_url: licence.url });
    expect(JSON.parse(json)).toMatchObject({ licence, newsroom: newsroom.name });
    expect(parseHtml(caption.html).text).toContain("Free for all");
  });

  it("says that no licence was stated where none was", () => {
    const { json, caption } = exported(anEdition({ topics: [topic] }));
    expect(JSON.parse(json)).toMatchObject({ licence: null });
    expect(parseHtml(caption.html).text).toContain("No licence was stated");
    expect(parseHtml(caption.html).text).toContain("لم تُذكر رخصة");
  });

  it("has a caption that is short enough, however long the names", () => {
    const long = { ar: "ا".repeat(120), en: "x".repeat(120) };
    const licence = { name: { ar: "ا".repeat(200), en: "x".repeat(200) } };
    const edition = { ...anEdition({ topics: [topic] }), newsroom: { name: long, licence } };
    const reference = { edition, botUsername: "mujaz_bot", now };
    const made = exportTopic({ ...topic, title: long }, defaultPrinting, reference);
    expect(parseHtml(made?.caption.html ?? "").text.length).toBeLessThanOrEqual(1024);
  });
});
