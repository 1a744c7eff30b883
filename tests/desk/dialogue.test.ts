import { describe, expect, it } from "vitest";
import { entryOf } from "../../src/desk/dialogue/entry.ts";
import {
  articleOf,
  changeFields,
  type DeskDraft,
  type Piece,
} from "../../src/desk/dialogue/draft.ts";
import { sealOf, storyOf } from "../../src/desk/dialogue/story.ts";
import { readStory } from "../../src/content/reading/read-story.ts";
import { storyFile } from "../../src/desk/story-file/story-file.ts";
import { readPlainYaml } from "../../src/content/reading/plain-yaml.ts";
import type { DeskContext } from "../../src/desk/dialogue/context.ts";
import { article, firstHalf, readKnown, secondHalf } from "./article.ts";
import {
  aContext,
  anEditor,
  askedNow,
  excerpt,
  offered,
  toPreview,
  withArticle,
  type Editor,
} from "./editor.ts";

function sealNow(editor: Editor): string {
  const story = storyOf(editor.draft());
  if (story === undefined) throw new Error("the draft is no story yet");
  return sealOf(story);
}

function fileNow(editor: Editor): string {
  const story = storyOf(editor.draft());
  return story === undefined ? "" : storyFile(entryOf(story));
}

function piece(messageId: number, text: string): Piece {
  return { messageId, part: "text", text };
}

/** The three figures of the first paragraph, as if the first were the sum of the others. */
const readSum: DeskContext["read"] = (text) => {
  const [whole, ...parts] = readKnown(text).slice(0, 3);
  return [whole, ...parts].flatMap((one, index) => {
    if (one === undefined) return [];
    const { of: _of, ...alone } = one;
    return [index === 0 ? alone : { ...alone, componentOf: 0 }];
  });
};

const sumsOf = (kept: readonly string[]) =>
  storyOf(toPreview(withArticle(aContext({ read: readSum })), kept).draft())?.figures.map(
    ({ componentOf }) => componentOf,
  );

const broken = () =>
  [{ level: "error", field: "excerpt", text: "excerpt: something is wrong" }] as const;

describe("an article", () => {
  it("is joined of its messages in the order that they were sent, each once", () => {
    const editor = anEditor();
    editor.input({ type: "pieces", pieces: [piece(12, secondHalf)] });
    editor.input({ type: "pieces", pieces: [piece(11, firstHalf), piece(12, secondHalf)] });
    expect(articleOf(editor.draft())).toBe(article);
    expect(editor.shown()).toContain("2 parts");
  });

  it("has the new text of a message that was edited, and nothing of messages that are not its own", () => {
    const editor = anEditor();
    editor.send(firstHalf, secondHalf);
    const edited = (messageId: number, text: string) =>
      editor.input({ type: "edited", piece: { messageId, part: "text", text } });
    edited(101, "جملة واحدة.");
    edited(999, "ليست من المقال.");
    expect(articleOf(editor.draft())).toBe(`جملة واحدة.\n\n${secondHalf}`);
  });

  it("is not joined by another one once it is complete", () => {
    const editor = withArticle();
    const before = editor.draft();
    editor.send("مقال آخر ".repeat(50));
    expect(editor.draft()).toEqual(before);
    expect(editor.shown()).toContain("You are at another article");
  });

  it("without text is not read", () => {
    const editor = anEditor();
    editor.send("  \n ");
    editor.press({ type: "read" });
    expect(editor.draft().isRead).toBe(false);
  });

  it("that is edited after it was read keeps what was decided, and asks about what is new", () => {
    const editor = withArticle();
    editor.press({ type: "keep", figure: "f1" });
    editor.press({ type: "drop", figure: "f2" });
    const text = firstHalf.replace("إصابة 54 شخصاً", "إصابة آخرين");
    editor.input({ type: "edited", piece: { messageId: 101, part: "text", text } });
    const decisions = editor.draft().figures.map(({ decision }) => decision);
    expect(decisions).toEqual(["kept", "dropped", "open", "open", "open"]);
    expect(editor.shown()).toContain("3 figures wait");
    expect(askedNow(editor)).toBe("figure f3");
  });
});

describe("a figure", () => {
  it("is shown in its surroundings with its quote marked, and as readers would be told it", () => {
    const editor = withArticle();
    const [, page] = editor.replies();
    if (page?.type !== "send") throw new Error("no page was sent");
    expect(page.message.html).toContain("<b>مقتل 27 مدنياً</b> بينهم");
    expect(page.message.html).toContain("<blockquote>شنّت طائرات حربية");
    expect(editor.shown()).toContain("27 civilians killed");
    expect(editor.shown()).toContain("Figure 1 of 6");
  });

  it("says what is unsure, and what the text names that the record has not", () => {
    const editor = withArticle();
    editor.press({ type: "review", figure: "f6" });
    expect(editor.shown()).toContain("Unsure: the hedge may belong");
    expect(editor.shown()).toContain("Source in the text: \u2068مسؤول عسكري أميركي\u2069");
    expect(editor.shown()).toContain("Of whom, in the text: \u2068القوات الموالية للنظام\u2069");
    editor.press({ type: "review", figure: "f4" });
    expect(editor.shown()).toContain("likely the Syrian Observatory");
    expect(editor.shown()).toContain("carried over from another sentence");
  });

  it("is matched to a source of the edition by the words of its name", () => {
    const editor = withArticle();
    const sources = editor.draft().figures.map(({ figure }) => figure.attribution);
    expect(sources.slice(3, 6)).toEqual([
      { type: "inferred", source: "sohr" },
      { type: "stated", source: "snhr" },
      { type: "none" },
    ]);
  });

  it("leads to the next one when it is kept or dropped", () => {
    const editor = withArticle();
    editor.press({ type: "keep", figure: "f1" });
    expect(editor.shown()).toMatch(/^Figure 1 of 6: Kept/);
    expect(askedNow(editor)).toBe("figure f2");
    editor.press({ type: "dropRest" });
    expect(askedNow(editor)).toBe("topic");
  });

  it("takes a number that is typed, in digits of both scripts, and the hedge that goes with it", () => {
    const editor = withArticle();
    const counted = (text: string) => {
      editor.press({ type: "change", figure: "f1", field: "count" });
      editor.type(text);
      const { amount, qualifier } = editor.draft().figures[0]?.figure ?? {};
      return { amount, qualifier };
    };
    expect(counted("٢٣٬٤٠٣")).toEqual({
      amount: { type: "count", count: 23_403 },
      qualifier: "exact",
    });
    expect(counted("20-30")).toEqual({
      amount: { type: "range", min: 20, max: 30 },
      qualifier: "range",
    });
    expect(counted("0")).toEqual({ amount: { type: "zero" }, qualifier: "exact" });
    expect(counted("many").amount).toEqual({ type: "zero" });
    expect(editor.shown()).toContain("This is no number");
  });

  it("quotes the article for as long as it says what the article says", () => {
    const editor = withArticle();
    const quote = () => editor.draft().figures[0]?.figure.quote;
    expect(quote()).toBe("مقتل 27 مدنياً");
    editor.press({ type: "set", figure: "f1", field: "source", value: "snhr" });
    expect(quote()).toBe("مقتل 27 مدنياً");
    editor.press({ type: "set", figure: "f1", field: "who", value: "medics" });
    expect(quote()).toBeUndefined();
    expect(editor.draft().figures[0]?.words).toBe("مقتل 27 مدنياً");
  });

  it("takes a hedge, a category and a source from buttons, and shows itself with them", () => {
    const editor = withArticle();
    const set = (field: "qualifier" | "who" | "source", value: string) => {
      editor.press({ type: "change", figure: "f1", field });
      expect(offered(editor.replies())).toContainEqual({ type: "set", figure: "f1", field, value });
      editor.press({ type: "set", figure: "f1", field, value });
    };
    set("qualifier", "at_least");
    set("who", "medics");
    // Its sentence names nobody: whoever the editor names is likely, until the editor knows better.
    set("source", "snhr");
    expect(editor.shown()).toContain("likely the Syrian Network");
    set("source", "+");
    expect(editor.shown()).toContain("according to the Syrian Network for Human Rights");
    expect(editor.draft().figures[0]?.decision).toBe("open");
  });

  it("takes a source by its name, and says what to do about one that nobody knows", () => {
    const editor = withArticle();
    editor.press({ type: "change", figure: "f1", field: "source" });
    editor.type("وكالة لا يعرفها أحد");
    expect(editor.shown()).toContain("sources.yaml");
    editor.type("الشبكة السورية");
    expect(editor.draft().figures[0]?.figure.attribution).toEqual({
      type: "inferred",
      source: "snhr",
    });
  });

  it("asks what the record lacks once it is kept: who said so, then whose they were", () => {
    const editor = withArticle();
    for (const { figure } of editor.draft().figures) {
      editor.press({ type: figure.id === "f6" ? "keep" : "drop", figure: figure.id });
    }
    expect(askedNow(editor)).toBe("settle f6 source");
    editor.press({ type: "set", figure: "f6", field: "source", value: "-" });
    expect(askedNow(editor)).toBe("settle f6 group");
    editor.type("قوات");
    expect(editor.shown()).toContain("This cannot stand there");
    editor.type("pro-government forces");
    expect(editor.draft().figures[5]?.figure.group).toEqual({
      ar: "القوات الموالية للنظام",
      en: "pro-government forces",
    });
    expect(askedNow(editor)).toBe("topic");
  });

  it("takes of whom and of which time it is, though the text did not say it so", () => {
    const editor = withArticle();
    editor.press({ type: "change", figure: "f1", field: "group" });
    editor.type("سكان دوما");
    expect(editor.shown()).toContain("Expected two lines");
    editor.type("سكان دوما\nresidents of Douma");
    expect(editor.shown()).toContain("27 civilians from residents of Douma killed");
    editor.press({ type: "change", figure: "f1", field: "time" });
    editor.type("منذ أيلول 2015");
    expect(editor.shown()).toContain("since September 2015 (a running total)");
    editor.press({ type: "change", figure: "f1", field: "time" });
    editor.type("يناير");
    expect(editor.shown()).toContain("This is no such time");
  });

  it("is a running total only for as long as the editor says so", () => {
    const editor = withArticle();
    const scope = () => editor.draft().figures[0]?.figure.scope;
    const covers = (value: string) =>
      editor.press({ type: "set", figure: "f1", field: "scope", value });
    const time = (text: string) => {
      editor.press({ type: "change", figure: "f1", field: "time" });
      editor.type(text);
    };
    time("منذ أيلول 2015");
    expect(scope()).toBe("cumulative");
    time("2018-01");
    expect(scope()).toBe("period");
    expect(editor.shown()).not.toContain("running total");
    editor.press({ type: "change", figure: "f1", field: "scope" });
    expect(offered(editor.replies())).toContainEqual({
      type: "set",
      figure: "f1",
      field: "scope",
      value: "cumulative",
    });
    covers("cumulative");
    expect(editor.shown()).toContain("running total");
    time("since 2015");
    covers("incident");
    expect(editor.draft().figures[0]?.figure).not.toHaveProperty("since");
    covers("everything");
    expect(scope()).toBe("incident");
  });

  it("is untied from another by a button, for good", () => {
    const editor = withArticle();
    const tied = editor.draft().figures.find(({ figure: { of } }) => of !== undefined);
    const figure = tied?.figure.id ?? "";
    const untie = { type: "set", figure, field: "ties", value: "-" } as const;
    editor.press({ type: "review", figure });
    expect(offered(editor.replies())).toContainEqual(untie);
    editor.press(untie);
    expect(offered(editor.replies())).not.toContainEqual(untie);
    const messageId = editor.draft().pieces[0]?.messageId ?? 0;
    editor.input({ type: "edited", piece: piece(messageId, `${firstHalf} `.repeat(2)) });
    editor.input({ type: "edited", piece: piece(messageId, firstHalf) });
    const again = editor.draft().figures.find(({ words }) => words === tied?.words);
    expect(again?.figure).not.toHaveProperty("of");
  });

  it("can be decided again from the list", () => {
    const editor = toPreview(withArticle());
    editor.press({ type: "open", page: "figures" });
    expect(offered(editor.replies())).toContainEqual({ type: "review", figure: "f4" });
    editor.press({ type: "review", figure: "f4" });
    editor.press({ type: "keep", figure: "f4" });
    expect(askedNow(editor)).toBe("preview");
    expect(storyOf(editor.draft())?.figures.map(({ id }) => id)).toEqual(["f1", "f2", "f3", "f4"]);
  });
});

describe("a story", () => {
  it("is previewed in each language as its topic's command will answer it", () => {
    const editor = toPreview(withArticle());
    const [arabic, english, checks] = editor.replies().slice(-3);
    if (arabic?.type !== "send" || english?.type !== "send") throw new Error("no preview");
    expect(editor.shown()).toContain("مقتل 27 مدنياً");
    expect(editor.shown()).toContain("27 civilians killed, 9 of them children");
    expect(editor.shown()).toContain("The checks found nothing wrong");
    // It goes to nobody's ledger: a preview is not a message that is corrected.
    expect([arabic, english].map(({ message }) => Object.keys(message))).toEqual([
      ["html"],
      ["html"],
    ]);
    expect(checks).toMatchObject({ type: "send" });
  });

  it("is what the loader reads from the file that is written of it", () => {
    const context = aContext();
    const story = storyOf(toPreview(withArticle(context), ["f1", "f2", "f4", "f5"]).draft());
    if (story === undefined) throw new Error("the draft is no story");
    const data = readPlainYaml(storyFile(entryOf(story)))?.data;
    expect(readStory(data, "ghouta")).toMatchObject({ story, complaints: [] });
  });

  it("has no ties to figures that were dropped", () => {
    const story = storyOf(toPreview(withArticle(), ["f2"]).draft());
    expect(story?.figures.map(({ id, of }) => [id, of])).toEqual([["f2", undefined]]);
  });

  it("does not call what is left of a sum's parts the sum", () => {
    expect(sumsOf(["f1", "f2", "f3"])).toEqual([undefined, "f1", "f1"]);
    expect(sumsOf(["f1", "f2"])).toEqual([undefined, undefined]);
  });

  it("refuses texts that its file would not hold, says what is expected, and asks again", () => {
    const editor = toPreview(withArticle());
    editor.press({ type: "text", field: "excerpt", language: "ar" });
    expect(editor.shown()).toContain(`Arabic excerpt now`);
    editor.type("قصير");
    expect(editor.shown()).toContain("40 to 700 characters; this has 4");
    editor.type(excerpt.en);
    expect(editor.draft().excerpt).toEqual(excerpt);
    editor.type(`${excerpt.ar} وقالت مصادر محلية إن القصف استمر.`);
    expect(editor.draft().excerpt.ar).toContain("القصف استمر");
    expect(askedNow(editor)).toBe("preview");
  });

  it("takes a date that is typed, of one day or two", () => {
    const editor = withArticle();
    editor.press({ type: "dropRest" });
    editor.press({ type: "topic", topic: "ghouta" });
    const dated = (text: string) => {
      editor.press({ type: "open", page: "date" });
      editor.type(text);
      return editor.draft().date;
    };
    expect(dated("٢٠٢٦-١١-١٧")).toEqual({ from: "2026-11-17", to: "2026-11-17" });
    expect(dated("7/2/2018 to 8.2.2018")).toEqual({ from: "2018-02-07", to: "2018-02-08" });
    expect(dated("2018-02-30")).toEqual({ from: "2018-02-07", to: "2018-02-08" });
    expect(editor.shown()).toContain("This is no day");
  });

  it("takes an answer once, though Telegram may tell it twice", () => {
    const editor = withArticle();
    editor.press({ type: "dropRest" });
    editor.press({ type: "topic", topic: "ghouta" });
    editor.press({ type: "date", day: "2026-11-17" });
    editor.press({ type: "place", story: "ghta0207" });
    // Either language would take it.
    const text = "قصف Douma";
    const twice = { type: "typed", messageId: 200, text } as const;
    editor.input(twice);
    editor.input(twice);
    expect(editor.draft().headline).toEqual({ ar: text });
    expect(askedNow(editor)).toBe("text headline en");
  });

  it("is published only as it was seen", () => {
    const editor = toPreview(withArticle());
    const seal = sealNow(editor);
    editor.press({ type: "text", field: "headline", language: "en" });
    editor.type("Another headline");
    editor.press({ type: "publish", seal });
    expect(editor.act()).toBeUndefined();
    expect(editor.shown()).toContain("The draft has changed since");
    editor.press({ type: "publish", seal: sealNow(editor) });
    expect(editor.act()).toBe("publish");
  });

  it("is breaking only where the editor says so, and the file says it", () => {
    const editor = toPreview(withArticle());
    const seal = sealNow(editor);
    editor.press({ type: "breaking", is: "yes" });
    expect(editor.shown()).toContain("Breaking news");
    expect(fileNow(editor)).toContain("\nbreaking: true\n");
    // What was seen was another story.
    editor.press({ type: "publish", seal });
    expect(editor.act()).toBeUndefined();
    editor.press({ type: "breaking", is: "no" });
    expect(editor.shown()).not.toContain("Breaking news");
    expect(fileNow(editor)).not.toContain("breaking");
    expect(sealNow(editor)).toBe(seal);
  });

  it("can be put aside at every question", () => {
    const editor = withArticle();
    const save = { type: "save" } as const;
    for (const { figure } of editor.draft().figures) {
      editor.press({ type: figure.id === "f6" ? "keep" : "drop", figure: figure.id });
      expect(offered(editor.replies())).toContainEqual(save);
    }
    for (const field of changeFields) {
      editor.press({ type: "change", figure: "f1", field });
      expect(offered(editor.replies())).toContainEqual(save);
    }
  });

  it("is not published while the checks find an error", () => {
    const editor = toPreview(withArticle(aContext({ problems: broken })));
    expect(editor.shown()).toContain("To mend before it can be published");
    expect(offered(editor.replies()).some(({ type }) => type === "publish")).toBe(false);
    editor.press({ type: "publish", seal: sealNow(editor) });
    expect(editor.act()).toBeUndefined();
  });

  it("goes on where it was left, from its state alone", () => {
    const editor = withArticle();
    editor.press({ type: "keep", figure: "f1" });
    editor.press({ type: "change", figure: "f2", field: "count" });
    const kept: DeskDraft = JSON.parse(JSON.stringify(editor.draft()));
    const again = anEditor(aContext(), kept);
    again.input({ type: "typed", messageId: 500, text: "8" });
    expect(again.draft().figures[1]?.figure.amount).toEqual({ type: "count", count: 8 });
  });

  it("is discarded only after the editor was asked", () => {
    const editor = withArticle();
    editor.press({ type: "discard" });
    expect(editor.act()).toBeUndefined();
    editor.press({ type: "discardForSure" });
    expect(editor.act()).toBe("discard");
  });
});
