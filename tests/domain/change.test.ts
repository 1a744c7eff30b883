import { describe, expect, it } from "vitest";
import { changeOf, type StoryChange } from "../../src/domain/change.ts";
import type { Figure } from "../../src/domain/figure.ts";
import type { CorrectionNote, Story } from "../../src/domain/story.ts";
import { aFigure, aStory } from "../builders.ts";

const note: CorrectionNote = {
  at: "2018-02-09",
  reason: "source_revised",
  note: { ar: "راجع المرصد حصيلته.", en: "The Observatory revised its toll." },
};
const withdrawn = { at: "2018-02-10", note: { ar: "خطأ", en: "An error" } };

function after(change: Partial<Figure>, given: Partial<Story> = {}): StoryChange {
  return changeOf(aStory(), aStory({ figures: [aFigure(change)], ...given }));
}

function fieldsOf({ figures }: StoryChange): readonly string[] {
  return figures.flatMap((figure): readonly string[] =>
    figure.type === "changed" ? figure.fields : [figure.type],
  );
}

describe("the difference of two revisions", () => {
  it.each<[string, Partial<Figure>, string]>([
    ["a count", { amount: { type: "count", count: 41 } }, "amount"],
    ["a bound", { amount: { type: "range", min: 38, max: 40 }, qualifier: "range" }, "amount"],
    ["a qualifier", { qualifier: "at_least" }, "amount"],
    ["a kind", { kind: "injured" }, "kind"],
    ["who was counted", { who: "children" }, "who"],
    ["a group", { group: { ar: "سكان دوما", en: "residents of Douma" } }, "who"],
    ["a source", { attribution: { type: "stated", source: "snhr" } }, "source"],
    [
      "a source that is only likely",
      { attribution: { type: "inferred", source: "sohr" } },
      "source",
    ],
    ["a basis", { basis: "identified_by_name" }, "basis"],
    ["a scope", { scope: "cumulative" }, "scope"],
    ["a period", { period: { type: "days", days: 3 } }, "time"],
    ["a rate", { rate: { count: 5, per: "day" } }, "rate"],
  ])("finds %s, and calls it an update where nobody says why", (_, change, field) => {
    expect(fieldsOf(after(change))).toEqual([field]);
    expect(after(change).weight).toBe("update");
  });

  it.each<[string, Partial<Figure>, Partial<Story>]>([
    ["a place's name", { place: { ar: "دوما", en: "Douma" } }, {}],
    [
      "a relay of a named source",
      { attribution: { type: "stated", source: "sohr", via: "aa" } },
      {},
    ],
    ["a standing", { status: "contested" }, {}],
    ["a link", {}, { links: [{ url: "https://example.org/", title: { ar: "أ", en: "a" } }] }],
    ["an excerpt", {}, { excerpt: { ar: "كلمات أخرى", en: "Other words" } }],
  ])("takes %s for minor", (_, change, given) => {
    const { weight, figures } = after(change, given);
    expect([weight, figures]).toEqual(["minor", []]);
  });

  it("sees no change in the words that a figure was read from, nor in the order of fields", () => {
    expect(after({ quote: "38 مدنياً" }).weight).toBe("same");
    const { id, ...rest } = aFigure();
    expect(changeOf(aStory(), aStory({ figures: [{ ...rest, id }] })).weight).toBe("same");
    expect(after({}, { breaking: true, push: true }).weight).toBe("same");
  });

  it("takes a group in other words of one language for the same people", () => {
    const group = { ar: "القوات الموالية للنظام", en: "pro-government forces" };
    const was = aStory({ figures: [aFigure({ group })] });
    const worded = { ...group, en: "forces loyal to the government" };
    const others = { ar: "فصائل المعارضة", en: "opposition factions" };
    const weightOf = (group: Figure["group"]) =>
      changeOf(was, aStory({ figures: [aFigure(group === undefined ? {} : { group })] })).weight;
    expect([weightOf(worded), weightOf(others), weightOf(undefined)]).toEqual([
      "minor",
      "update",
      "update",
    ]);
  });

  it("tells figures apart by their ids, whatever their order", () => {
    const [killed, injured] = [aFigure(), aFigure({ id: "injured", kind: "injured" })];
    const both = aStory({ figures: [killed, injured] });
    expect(changeOf(both, aStory({ figures: [injured, killed] })).figures).toEqual([]);
    expect(changeOf(both, aStory({ figures: [injured] })).figures).toEqual([
      { type: "withdrawn", was: killed },
    ]);
    expect(changeOf(aStory({ figures: [injured] }), both).figures).toEqual([
      { type: "added", now: killed },
    ]);
  });

  it("tells an update of a toll from a correction by the reason that the editor gives", () => {
    const more = { amount: { type: "count", count: 41 } } as const;
    const weightFor = (reason: CorrectionNote["reason"]) =>
      after(more, { corrections: [{ ...note, reason }] }).weight;
    expect(weightFor("late_report")).toBe("update");
    expect(weightFor("source_revised")).toBe("correction");
    expect(weightFor("our_error")).toBe("correction");
    expect(weightFor("reattributed")).toBe("correction");
    expect(weightFor("basis_change")).toBe("correction");
  });

  it("is a correction where one was followed by an update before a message was corrected", () => {
    const wrong = { ...note, at: "2018-02-08", reason: "our_error" } as const;
    const late = { ...note, at: "2018-02-09", reason: "late_report" } as const;
    const more = { amount: { type: "count", count: 41 } } as const;
    const change = after(more, { corrections: [wrong, late] });
    expect([change.weight, change.note]).toEqual(["correction", wrong]);
  });

  it("takes a figure back with a correction, retracted or gone, with a note or without", () => {
    expect(after({ status: "retracted" })).toMatchObject({
      weight: "correction",
      figures: [{ type: "withdrawn" }],
    });
    expect(changeOf(aStory(), aStory({ figures: [] })).weight).toBe("correction");
  });

  it("takes a note more for the reason of a change before, and one in other words for nothing", () => {
    const explained = changeOf(aStory(), aStory({ corrections: [note] }));
    expect(explained).toMatchObject({
      weight: "correction",
      isExplanation: true,
      figures: [],
      note,
    });
    const reworded = { ...note, note: { ar: "بكلمات أخرى", en: "In other words" } };
    const change = changeOf(aStory({ corrections: [note] }), aStory({ corrections: [reworded] }));
    expect(change).toMatchObject({ weight: "minor", isExplanation: false });
  });

  it("takes it for a correction where a correction is taken back", () => {
    const more = { figures: [aFigure({ amount: { type: "count", count: 41 } })] };
    const late = { ...note, reason: "late_report" } as const;
    const weightBack = (from: CorrectionNote) =>
      changeOf(aStory({ ...more, corrections: [from] }), aStory()).weight;
    expect([weightBack(note), weightBack(late)]).toEqual(["correction", "update"]);
    expect(changeOf(aStory({ corrections: [note] }), aStory()).weight).toBe("minor");
  });

  it("sees a story withdrawn, and told again", () => {
    const gone = aStory({ withdrawn });
    expect(changeOf(aStory(), gone).weight).toBe("withdrawal");
    expect(changeOf(gone, aStory()).weight).toBe("correction");
    expect(changeOf(gone, aStory({ withdrawn, figures: [] })).figures).toEqual([]);
  });

  it("takes the latest note that is new for the reason of the change", () => {
    const older = { ...note, at: "2018-02-08", reason: "late_report" } as const;
    const was = aStory({ corrections: [older] });
    const more = { figures: [aFigure({ amount: { type: "count", count: 41 } })] };
    expect(changeOf(was, aStory({ ...more, corrections: [older] })).note).toBeUndefined();
    const now = aStory({ ...more, corrections: [note, older] });
    expect(changeOf(was, now).note).toEqual(note);
    expect(changeOf(aStory(), now).note).toEqual(note);
  });
});
