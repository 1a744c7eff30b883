import { describe, expect, it } from "vitest";
import texts from "../../locales/en/problems.json" with { type: "json" };
import type { Figure } from "../../src/domain/figure.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import type { StoryProblem } from "../../src/desk/dialogue/context.ts";
import { problemWords } from "../../src/desk/pages/problem-words.ts";
import { storyProblems } from "../../src/desk/story-problems.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";

const plain = aStory().excerpt;

function inEnglish(text: string, figures: readonly Figure[]): Story {
  return aStory({ excerpt: { ...plain, en: `${text} ${plain.en}` }, figures });
}

const snhr = { type: "stated", source: "snhr" } as const;
const more = aFigure({ id: "more", amount: { type: "count", count: 41 }, attribution: snhr });
const unnamed = aFigure({ attribution: { type: "none" } });
const total = { scope: "cumulative", since: "2017" } as const;
const count = (number: number) => ({ type: "count", count: number }) as const;

/** A story for each kind of problem, and the stories that it stands beside. */
const flawed: readonly (readonly [code: string, story: Story, ...beside: Story[]])[] = [
  ["differs", inEnglish("The strikes killed 28 civilians.", [aFigure()])],
  [
    "differsBeside",
    aStory({
      headline: { ar: "قتلى في غارات على الغوطة", en: "Air strikes kill 28 civilians" },
      excerpt: { ...plain, en: "Air strikes on the towns of Ghouta killed 38 civilians." },
    }),
  ],
  ["retracted", inEnglish("Raids killed 38 civilians.", [aFigure({ status: "retracted" })])],
  ["unknown", inEnglish("The strikes injured 65 people.", [])],
  ["oneSided", inEnglish("The strikes killed 38 civilians.", [aFigure()])],
  ["contradicts", aStory({ figures: [aFigure(), more] })],
  [
    "contradictsItself",
    aStory({ figures: [unnamed, { ...unnamed, id: "more", amount: count(41) }] }),
  ],
  ["takesSide", inEnglish("The strikes killed 38 civilians.", [aFigure(), more])],
  ["quoteUnread", aStory({ figures: [aFigure({ quote: "witnesses said so" })] })],
  ["quoteDiffers", aStory({ figures: [aFigure({ quote: "killed 28 civilians" })] })],
  ...(["day", "week", "month"] as const).map(
    (per) =>
      [
        { day: "ratePerDay", week: "ratePerWeek", month: "ratePerMonth" }[per],
        aStory({
          figures: [aFigure({ period: { type: "days", days: 3 }, rate: { count: 900, per } })],
        }),
      ] as const,
  ),
  [
    "remainder",
    aStory({
      figures: [aFigure(), aFigure({ id: "some", amount: count(30), componentOf: "killed" })],
    }),
  ],
  [
    "falls",
    aStory({ figures: [aFigure(total)] }),
    aStory({
      id: "ghta0206",
      date: { from: "2018-02-06", to: "2018-02-06" },
      figures: [aFigure({ ...total, amount: count(50) })],
    }),
  ],
  ["repeats", aStory(), aStory({ id: "ghta0206" })],
  [
    "merged",
    aStory({ figures: [aFigure({ sameAs: "ghta0206/killed" })] }),
    aStory({ id: "ghta0206", figures: [more, aFigure({ amount: count(50) })] }),
  ],
];

function problemsOf(story: Story, beside: readonly Story[]): readonly StoryProblem[] {
  return storyProblems(
    story,
    anEdition({ stories: [story, ...beside, aStory({ id: "snhr", figures: [more] })] }),
  );
}

function said(problem: StoryProblem, language: "ar" | "en"): string {
  return visible(problemWords(problem, { ...defaultPrinting, language }));
}

/** One isolate may hold another. */
function withoutForeign(text: string): string {
  return text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, "");
}

describe("a problem that the gate found", () => {
  it.each(flawed.map(([code, ...stories]) => ({ code, stories })))(
    "is told in the language of the chat: $code",
    ({ code, stories }) => {
      const [story, ...beside] = stories;
      const problem = problemsOf(story, beside).find(({ finding }) => finding?.code === code);
      if (problem === undefined) throw new Error(`nothing was found: ${code}`);
      expect(said(problem, "en")).not.toMatch(/\{\{|undefined/u);
      const own = withoutForeign(withoutForeign(said(problem, "ar")));
      expect(own).toMatch(/^في /u);
      expect(own).not.toMatch(/\{\{|undefined|[a-z]/iu);
    },
  );

  it("of every kind has its words", () => {
    const codes = Object.entries(texts).filter(([, text]) => typeof text === "object");
    expect(flawed.map(([code]) => code).toSorted()).toEqual(codes.map(([code]) => code).toSorted());
  });

  it("names the text, what it says and what the record says", () => {
    const [problem] = problemsOf(inEnglish("The strikes killed 28 civilians.", [aFigure()]), []);
    if (problem === undefined) throw new Error("nothing was found");
    expect(said(problem, "ar").replace(/[\u2068\u2069]/gu, "")).toBe(
      "في المقتطف بالإنكليزية: «killed 28 civilians» يُفهم منه: مقتل 28 مدنياً؛ والمثبت في أرقام الخبر: مقتل 38 مدنياً (killed)\nاجعلوا النص موافقاً للرقم المثبت، أو صححوا الرقم",
    );
  });

  it("in the form of the file is told as the terminal tells it", () => {
    const problem = { level: "error", field: "id", text: "id: x: expected an id" } as const;
    expect(said(problem, "ar")).toBe("id: x: expected an id");
  });
});
