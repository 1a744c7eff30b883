import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/domain/figure.ts";
import type { Language } from "../../src/domain/language.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { correctionReasons } from "../../src/domain/story.ts";
import type { CorrectionNote, Story } from "../../src/domain/story.ts";
import { changeLines } from "../../src/rendering/changes/change-lines.ts";
import { join, visible } from "../../src/rendering/text/html.ts";
import type { ToldRevision } from "../../src/rendering/changes/told-revision.ts";
import { voicesOf, type Voice } from "../../src/rendering/text/voice.ts";
import { aFigure, aSource, aStory, anEdition } from "../builders.ts";
import { printing, story as anyStory } from "./arbitrary.ts";
import { changes, corrected, tolls, type Change } from "./changes.ts";
import { count, sources } from "./sentences.ts";
import { assertSound } from "./sound.ts";
import { isKept } from "./telegram.ts";

const voice = (language: Language): Voice => ({ ...defaultPrinting, language });
const languages = ["ar", "en"] as const;

function noteOf(reason: CorrectionNote["reason"], at = "2018-02-09"): CorrectionNote {
  return { at, reason, note: { ar: "راجع المحرر الخبر.", en: "An editor read it again." } };
}

function revision(number: number, story: Partial<Story>): ToldRevision {
  return { number, day: `2018-02-0${String(number + 7)}`, story: aStory(story), sources };
}

function lines(revisions: readonly ToldRevision[], one: Voice): string[] {
  return changeLines(revisions, one).map((line) => visible(line).replace(/[\u2068\u2069]/g, ""));
}

/** From 7 to 9 February, as the whole text. */
function told(
  was: readonly Figure[],
  now: readonly Figure[],
  language: Language,
  reason?: CorrectionNote["reason"],
): string {
  const corrections = reason === undefined ? [] : [noteOf(reason)];
  const chain = [revision(1, { figures: was }), revision(2, { figures: now, corrections })];
  return lines(chain, voice(language)).join("\n");
}

const words = {
  ar: {
    correction: "تصحيح (9 شباط/فبراير):",
    update: "تحديث (9 شباط/فبراير):",
    why: {
      source_revised: "السبب: عدّل المصدر ما أورده. راجع المحرر الخبر.",
      our_error: "السبب: خطأ منا. راجع المحرر الخبر.",
      late_report: "السبب: معلومات وردت لاحقاً. راجع المحرر الخبر.",
      reattributed: "السبب: تصحيح نسبة القول إلى مصدره. راجع المحرر الخبر.",
      basis_change: "السبب: تغيّر أساس الإحصاء. راجع المحرر الخبر.",
      withdrawn: "السبب: لم تعد المعلومة قائمة. راجع المحرر الخبر.",
    },
    by: "، بحسب المرصد السوري لحقوق الإنسان",
  },
  en: {
    correction: "Correction (9 February):",
    update: "Update (9 February):",
    why: {
      source_revised: "Reason: the source revised what it reported. An editor read it again.",
      our_error: "Reason: an error of ours. An editor read it again.",
      late_report: "Reason: a later report. An editor read it again.",
      reattributed: "Reason: a corrected attribution. An editor read it again.",
      basis_change: "Reason: a different basis of the count. An editor read it again.",
      withdrawn: "Reason: it no longer stands. An editor read it again.",
    },
    by: ", according to the Syrian Observatory for Human Rights",
  },
} as const;

/** The sentence with its head before it and the reason in its place. */
function expected({ reason, takesBack = false, ...change }: Change, language: Language): string {
  const { update, correction, why } = words[language];
  const isUpdate = reason === undefined ? !takesBack : reason === "late_report";
  const head = isUpdate ? update : correction;
  const [first = "", ...others] = change[language];
  const told = [head, ...(first === "" ? [] : [first])].join(" ");
  if (reason === undefined) return [told, ...others].join("\n");
  return [first === "" ? `${told} ${why[reason]}` : `${told}. ${why[reason]}`, ...others].join(
    "\n",
  );
}

const [muchBefore, muchAfter] = [2, 3].map((n) =>
  Array.from({ length: 8 }, (_, index) => aFigure({ id: `f${String(index)}`, amount: count(n) })),
);

describe("a change line", () => {
  it.each(changes)("in Arabic: $says", (change) => {
    expect(told(change.was, change.now, "ar", change.reason)).toBe(expected(change, "ar"));
  });

  it.each(changes)("in English: $says", (change) => {
    expect(told(change.was, change.now, "en", change.reason)).toBe(expected(change, "en"));
  });

  it.each(tolls)(
    "of a toll agrees with its number and gender: %o after %i",
    (given, was, ar, en) => {
      const sentences = { ar, en };
      for (const language of languages) {
        const { update, by } = words[language];
        const before = [aFigure({ ...given, amount: count(was) })];
        const text = told(before, [aFigure(given)], language);
        expect(text).toBe(`${update} ${sentences[language]}${by}`);
      }
    },
  );

  it.each(corrected)("of a correction agrees with its number: %i, not %i", (now, was, ar, en) => {
    const sentences = { ar, en };
    for (const language of languages) {
      const { correction, by, why } = words[language];
      const amounts = [was, now].map((n) => [aFigure({ amount: count(n) })]);
      const text = told(amounts[0] ?? [], amounts[1] ?? [], language, "our_error");
      expect(text).toBe(`${correction} ${sentences[language]}${by}. ${why.our_error}`);
    }
  });

  it.each(correctionReasons)("gives the reason %s and the editor's note", (reason) => {
    for (const language of languages) {
      const text = told([aFigure()], [aFigure({ amount: count(41) })], language, reason);
      expect(text.endsWith(words[language].why[reason])).toBe(true);
      expect(
        text.startsWith(words[language][reason === "late_report" ? "update" : "correction"]),
      ).toBe(true);
    }
  });

  it("has its label and date in bold", () => {
    const chain = [revision(1, {}), revision(2, { figures: [aFigure({ amount: count(41) })] })];
    const [line] = changeLines(chain, voice("ar"));
    expect(line?.html.startsWith("<b>تحديث (9 شباط/فبراير):</b> ارتفاع")).toBe(true);
  });

  it("writes its digits and months as the chat chose", () => {
    const chain = [revision(1, {}), revision(2, { figures: [aFigure({ amount: count(1041) })] })];
    const [line] = lines(chain, { ...voice("ar"), digits: "arabic", months: "levant" });
    expect(line).toBe(
      "تحديث (٩ شباط): ارتفاع الحصيلة إلى ١٬٠٤١ قتيلاً مدنياً بعد ٣٨، بحسب المرصد السوري لحقوق الإنسان",
    );
  });

  it("is dated by the editor's day, and with the year where it is not the story's", () => {
    const figures = [aFigure({ amount: count(41) })];
    const chain = [
      revision(1, {}),
      revision(2, { figures, corrections: [noteOf("our_error", "2019-01-30")] }),
    ];
    expect(lines(chain, voice("en"))[0]).toMatch(/^Correction \(30 January 2019\): /);
    expect(lines(chain, voice("ar"))[0]).toMatch(/^تصحيح \(30 كانون الثاني\/يناير 2019\): /);
  });
});

describe("change lines", () => {
  it("tell six figures of a step and count the others", () => {
    const ar = told(muchBefore ?? [], muchAfter ?? [], "ar").split("\n");
    const en = told(muchBefore ?? [], muchAfter ?? [], "en").split("\n");
    expect(ar).toHaveLength(8);
    expect(ar[0]).toBe("تحديث (9 شباط/فبراير):");
    expect(ar.at(-1)).toBe("– وتغييران آخران");
    expect(en.at(-1)).toBe("– and 2 more changes");
  });

  it("tell each step, the newest first, and a figure that goes back to what it was", () => {
    const [first, second] = [
      noteOf("our_error", "2018-02-09"),
      noteOf("source_revised", "2018-02-10"),
    ];
    const chain = [
      revision(1, {}),
      revision(2, { figures: [aFigure({ amount: count(41) })], corrections: [first] }),
      revision(3, { corrections: [first, second] }),
    ];
    const { by, why } = words.en;
    expect(lines(chain, voice("en"))).toEqual([
      `Correction (10 February): 38 civilians killed, not 41 as reported earlier${by}. ${why.source_revised}`,
      `Correction (9 February): 41 civilians killed, not 38 as reported earlier${by}. ${why.our_error}`,
    ]);
  });

  it("say once that a story was withdrawn, and that it is told again", () => {
    const withdrawn = { at: "2018-02-09", note: { ar: "تبيّن أنه خطأ.", en: "It was wrong." } };
    const chain = [revision(1, {}), revision(2, { withdrawn }), revision(3, {})];
    expect(lines(chain, voice("ar"))).toEqual([
      "تصحيح (10 شباط/فبراير): عاد هذا الخبر بعد سحبه",
      "سُحب هذا الخبر في 9 شباط/فبراير 2018: تبيّن أنه خطأ.",
    ]);
    expect(lines(chain, voice("en"))).toEqual([
      "Correction (10 February): this story was withdrawn and is told again",
      "This story was withdrawn on 9 February 2018: It was wrong.",
    ]);
  });

  it("say what is different in a story that is told again", () => {
    const withdrawn = { at: "2018-02-09", note: { ar: "تبيّن أنه خطأ.", en: "It was wrong." } };
    const figures = [aFigure({ amount: count(41) })];
    const chain = [revision(1, {}), revision(2, { withdrawn }), revision(3, { figures })];
    expect(lines(chain, voice("en"))[0]?.split("\n")).toEqual([
      "Correction (10 February):",
      "– this story was withdrawn and is told again",
      "– the toll rises to 41 civilians killed, from 38, according to the Syrian Observatory for Human Rights",
    ]);
    expect(lines(chain, voice("ar"))[0]?.split("\n")).toEqual([
      "تصحيح (10 شباط/فبراير):",
      "– عاد هذا الخبر بعد سحبه",
      "– ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38، بحسب المرصد السوري لحقوق الإنسان",
    ]);
  });

  it("are none where only words changed, or what reads alike", () => {
    const place = { ar: "دوما", en: "Douma" };
    const chain = [
      revision(1, {}),
      revision(2, { place }),
      revision(3, { place, figures: [aFigure({ qualifier: "unspecified" })] }),
    ];
    expect(changeLines(chain, voice("ar"))).toEqual([]);
    expect(changeLines(chain.slice(0, 1), voice("ar"))).toEqual([]);
  });

  it("differ by language where the words do: «عشرات» is tens and dozens", () => {
    const tens = [aFigure({ amount: { type: "vague", word: "tens" } })];
    const dozens = [aFigure({ amount: { type: "vague", word: "dozens" } })];
    expect(told(tens, dozens, "ar")).toBe("");
    expect(told(tens, dozens, "en")).toContain("reported earlier: tens of");
  });

  it("name a source by the revision that quoted it", () => {
    const figures = [aFigure({ attribution: { type: "stated", source: "gone" } })];
    const gone = aSource({ id: "gone", name: { ar: "جهة سابقة", en: "a former body" } });
    const was = { ...revision(1, { figures }), sources: new Map([["gone", gone]]) };
    expect(lines([was, revision(2, {})], voice("en"))[0]).toContain("according to a former body");
    expect(lines([was, revision(2, {})], voice("ar"))[0]).toContain("بحسب جهة سابقة");
  });

  it("of any two stories are sound markup without arrows", () => {
    const reasons = fc.option(fc.constantFrom(...correctionReasons), { nil: undefined });
    fc.assert(
      fc.property(anyStory, anyStory, reasons, printing, (one, other, reason, printing) => {
        const corrections = reason === undefined ? [] : [noteOf(reason)];
        const stories = [one, { ...other, corrections }];
        const { sources } = anEdition({ stories: [one, { ...other, id: "other" }] });
        const chain = stories.map((story, index) => ({
          ...revision(index + 1, {}),
          story,
          sources,
        }));
        for (const voice of voicesOf(printing)) {
          const text = join(changeLines(chain, voice), "\n");
          expect(visible(text)).not.toMatch(/[←→➜⇒]/u);
          expect(isKept(visible(text))).toBe(true);
          if (text.html !== "") assertSound([text]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
