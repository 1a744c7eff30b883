import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/domain/edition.ts";
import { composeDigest } from "../../src/domain/digest.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderAlert } from "../../src/rendering/stories/alert.ts";
import { changeLines } from "../../src/rendering/changes/change-lines.ts";
import { correctMade, renewMade } from "../../src/rendering/changes/corrected.ts";
import { renderCorrectionNotice } from "../../src/rendering/changes/correction-notice.ts";
import { costOf } from "../../src/rendering/text/cost.ts";
import { renderDigest } from "../../src/rendering/stories/digest.ts";
import { renderFigures } from "../../src/rendering/stories/figures.ts";
import { html, visible } from "../../src/rendering/text/html.ts";
import type { Keyboard, Made, Message } from "../../src/rendering/message/message.ts";
import type { Block } from "../../src/rendering/message/pack.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { historyLink, storyLink } from "../../src/rendering/message/reference.ts";
import type { Reference } from "../../src/rendering/message/reference.ts";
import { renderStory } from "../../src/rendering/stories/story.ts";
import { storyFigures } from "../../src/rendering/stories/telling.ts";
import { told } from "../../src/rendering/text/told.ts";
import type { ToldRevision } from "../../src/rendering/changes/told-revision.ts";
import type { Voice } from "../../src/rendering/text/voice.ts";
import { aFigure, aSource, aStory, anEdition } from "../builders.ts";
import { printing, story } from "./arbitrary.ts";
import { assertSound, direction, essence, lines, linksIn, textOf } from "./sound.ts";
import { parseHtml } from "./telegram.ts";

const english: Printing = { ...defaultPrinting, language: "en" };
const botUsername = "mujaz_bot";
const sources = ["sohr", "snhr", "centcom"].map((id) => aSource({ id }));

function referenceTo(...stories: readonly Story[]): Reference & { readonly edition: Edition } {
  return { edition: anEdition({ stories, sources }), botUsername };
}

/** The states of a story, one revision each, seen on the days after 8 February. */
function revisions(...states: readonly Story[]): readonly ToldRevision[] {
  return states.map((story, index) => ({
    number: index + 1,
    day: `2018-02-${String(index + 8).padStart(2, "0")}`,
    story,
    sources: new Map(sources.map((source) => [source.id, source])),
  }));
}

/** What a message is made of as the store gives it back. */
function madeOf(message: Message | undefined): Made {
  if (message?.made === undefined) throw new Error("this message cannot be corrected");
  const stored: Made = JSON.parse(JSON.stringify(message.made));
  expect(stored).toEqual(message.made);
  return stored;
}

/** A message after a story of it went through these states, the last one being new. */
function corrected(
  message: Message | undefined,
  states: readonly Story[],
  reference: Reference,
): Message {
  const told = new Map([[states[0]?.id ?? "", revisions(...states)]]);
  return correctMade(madeOf(message), message?.keyboard, told, reference);
}

function seen({ html }: Message): string {
  return parseHtml(html).text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");
}

function newestLines(states: readonly Story[], voice: Voice): string {
  const all = revisions(...states);
  const isSaid = changeLines(all.slice(-2), voice).length > 0;
  const lines = isSaid ? changeLines(all, voice).slice(0, 1) : [];
  return lines.map((line) => visible(line)).join("\n");
}

const said = { ...english, language: "en" } as const;

const toll = (count: number) => aFigure({ amount: { type: "count", count } });
const first = aStory({
  links: [{ url: "https://example.org/a", title: { ar: "رويترز", en: "Reuters" } }],
});
const note = {
  at: "2018-02-09",
  reason: "our_error",
  note: { ar: "أخطأنا في النقل.", en: "We misread it." },
} as const;
const second: Story = {
  ...first,
  headline: { ar: "غارات على الغوطة", en: "Air strikes on Ghouta" },
  figures: [toll(41)],
  corrections: [note],
};
const withdrawn: Story = {
  ...second,
  withdrawn: { at: "2018-02-10", note: { ar: "الخبر غير صحيح.", en: "It is not true." } },
};

describe("a message about a story that changed", () => {
  const reference = referenceTo(first);

  it("tells it anew in its place, what changed right below the dateline, and the rest as it was", () => {
    const [message] = renderStory(first, english, reference);
    expect(seen(corrected(message, [first, second], reference))).toBe(
      [
        "Eastern Ghouta",
        "",
        "Air strikes on Ghouta",
        "7 February 2018 · Eastern Ghouta",
        "Correction (9 February): 41 civilians killed, not 38 as reported earlier, according to the Syrian Observatory for Human Rights. Reason: an error of ours. We misread it.",
        "",
        "Towns in Eastern Ghouta came under air strikes on Wednesday.",
        "",
        "Figures:",
        "• 41 civilians killed, according to the Syrian Observatory for Human Rights",
        "",
        "Links:",
        "• Reuters",
      ].join("\n"),
    );
  });

  it("keeps each language and the rule between them", () => {
    const [message] = renderStory(first, defaultPrinting, reference);
    const text = seen(corrected(message, [first, second], reference));
    expect(text.split("\n\n──────────\n\n")).toHaveLength(2);
    expect(text).toContain("• مقتل 41 مدنياً، بحسب");
    expect(text).toContain("• 41 civilians killed, according to");
    expect(text).not.toMatch(/• (?:مقتل )?38/);
  });

  it("holds the whole chain when it is corrected again, the newest change first", () => {
    const third = { ...second, figures: [toll(43)] };
    const [message] = renderStory(first, english, reference);
    const once = corrected(message, [first, second], reference);
    expect(once.made?.shows).toEqual({ ghta0207: [1, 2] });
    const twice = corrected(once, [first, second, third], reference);
    expect(twice.made?.shows).toEqual({ ghta0207: [1, 2, 3] });
    const text = essence(seen(twice));
    const at = [
      [first, second, third],
      [first, second],
    ].map((states) => text.indexOf(essence(newestLines(states, said))));
    expect(at[0]).toBeGreaterThan(0);
    expect(at[1]).toBeGreaterThanOrEqual(0);
    expect(text).toContain(essence("• 43 civilians killed"));
    expect(text).not.toContain(essence("• 41 civilians killed"));
  });

  it("shows that it was withdrawn instead of what happened, and all of it when told again", () => {
    for (const messages of [
      renderStory(second, english, reference),
      renderAlert(second, english, reference),
      renderFigures(() => html`Heading`, [second], english, reference),
      digest([second], english),
    ]) {
      const gone = corrected(messages[0], [second, withdrawn], reference);
      const text = seen(gone);
      expect(text).toContain("Air strikes on Ghouta\n7 February 2018 · Eastern Ghouta");
      expect(
        text.split("This story was withdrawn on 10 February 2018: It is not true."),
      ).toHaveLength(2);
      expect(text).not.toContain("• 41 civilians");
      expect(text).not.toContain("Towns in Eastern Ghouta");
      const back = corrected(gone, [second, withdrawn, second], reference);
      expect(seen(back)).toContain("• 41 civilians killed, according to");
      expect(back.made?.pieces.filter(({ of }) => of?.role !== "changes")).toEqual(
        corrected(messages[0], [second, second, second], reference).made?.pieces,
      );
    }
  });

  it("gets one button to the history below it, and a link to it in a channel", () => {
    const [message] = renderStory(first, defaultPrinting, reference);
    const press: Keyboard = [[{ type: "press", label: "English", data: "1s.ghta0207.en" }]];
    const link: Keyboard = [[{ type: "link", label: "Open", url: "https://t.me/mujaz_bot" }]];
    const withKeyboard = (keyboard: Keyboard) => {
      const once = corrected(message && { ...message, keyboard }, [first, second], reference);
      const twice = corrected(once, [first, second, first], reference);
      expect(twice.keyboard).toEqual(once.keyboard);
      return once.keyboard;
    };
    const label = "سجل التعديلات · \u2068History\u2069";
    expect(withKeyboard(press)).toEqual([
      ...press,
      [{ type: "press", label, data: encodePress({ type: "history", story: "ghta0207" }) }],
    ]);
    expect(withKeyboard(link)).toEqual([
      ...link,
      [{ type: "link", label, url: historyLink("ghta0207", reference) }],
    ]);
    expect(corrected(message, [first, second], reference).keyboard).toBeUndefined();
  });

  it("gets no button below a digest, whose stories are many", () => {
    const keyboard: Keyboard = [[{ type: "press", label: "More", data: "1n.1.2" }]];
    const [message] = digest([first], english);
    const after = corrected(message && { ...message, keyboard }, [first, second], reference);
    expect(after.keyboard).toEqual(keyboard);
  });

  it("names a source that is not in the edition any more as it was called then", () => {
    const [message] = renderStory(first, english, reference);
    const without = { ...reference, edition: { ...reference.edition, sources: new Map() } };
    expect(seen(corrected(message, [first, second], without))).toContain(
      "• 41 civilians killed, according to the Syrian Observatory for Human Rights",
    );
  });
});

/** The stories as one digest, told to one chat. */
function digest(stories: readonly Story[], printing: Printing): readonly Message[] {
  const edition = anEdition({ stories, sources });
  const news = stories.map(({ id }) => ({ story: id, revision: 1, told: "new" as const }));
  const window = { from: new Date(0), until: new Date(1000) };
  const issue = { date: { year: 2018, month: 2, day: 8 }, window, to: "chat" } as const;
  const told = composeDigest(edition, { news, topics: [] });
  return renderDigest(told, issue, printing, { edition, botUsername });
}

function storyPieces(message: Message | undefined, id: string): readonly Block[] {
  return message?.made?.pieces.filter(({ of }) => of?.story === id) ?? [];
}

const changed = (story: Story) => ({
  ...story,
  figures: story.figures.map((figure) => ({ ...figure, amount: toll(41).amount })),
});

describe("a digest whose stories changed", () => {
  /** Six stories that fill a message in each language as far as it goes. */
  const long = Array.from({ length: 6 }, (_, index) =>
    aStory({
      id: `story${String(index)}`,
      topic: index % 2 === 0 ? "ghouta" : "strikes",
      excerpt: {
        ar: "تعرضت بلدات لضربات جوية استمرت ساعات. ".repeat(4),
        en: "Towns came under air strikes for many hours. ".repeat(4),
      },
      figures: Array.from({ length: 2 }, (_, at) => aFigure({ id: `f${String(at)}` })),
    }),
  );
  it("leaves the others as they were, byte for byte", () => {
    for (const message of digest(long, defaultPrinting)) {
      const [one] = long;
      if (one === undefined) continue;
      const after = corrected(message, [one, changed(one)], referenceTo(...long));
      const others = ({ of }: Block) => of?.story !== one.id;
      expect(after.made?.pieces.filter(others)).toEqual(message.made?.pieces.filter(others));
      expect(seen(after)).toMatch(/41/);
    }
  });

  it("has a link instead of the excerpt of what changed before it gives up any other", () => {
    const [message] = digest(long, english);
    const [, , , , , last = first] = long;
    const noted = (times: number) => {
      const words = { ar: "كلمة", en: `It was ${"very ".repeat(times)}wrong.` };
      const now = { ...changed(last), corrections: [{ ...note, note: words }] };
      return corrected(message, [last, now], referenceTo(...long));
    };
    const room = 4096 - costOf(noted(0)).units;
    const after = noted(Math.ceil((room + 80) / 5));
    const excerpts = after.made?.pieces.filter(({ of }) => of?.role === "excerpt") ?? [];
    expect(excerpts.filter(({ html }) => visible(html).trim() === "Full story")).toEqual(
      excerpts.filter(({ of }) => of?.story === last.id),
    );
    expect(excerpts).toHaveLength(6);
    assertSound([after], "corrected");
  });

  it.each([defaultPrinting, english])(
    "stays one message where all change again and again, with each figure and newest change: %o",
    (printing) => {
      const reference = referenceTo(...long);
      for (const before of digest(long, printing)) {
        const after = [1, 2, 3, 4, 5].reduce((message, times) => {
          const chains = long.map((story) => backAndForth(story, times));
          const after = allCorrected(message, chains, reference);
          assertSound([after], "corrected");
          for (const chain of chains) assertTellsChange(after, chain);
          for (const chain of chains) assertTellsFigures([after], chain, reference);
          return after;
        }, before);
        expect(linksIn([after])).toContain(historyLink("story0", reference));
      }
    },
  );
});

/** A story whose figures changed so many times. */
function backAndForth(story: Story, times: number): readonly Story[] {
  return Array.from({ length: times + 1 }, (_, at) => (at % 2 === 0 ? story : changed(story)));
}

/** That a message says, in each language in which it tells the story, what changed last. */
function assertTellsChange(message: Message, chain: readonly Story[]): void {
  const made = madeOf(message);
  for (const language of languagesIn(made, chain[0]?.id ?? "")) {
    const newest = newestLines(chain, { ...made.printing, language });
    expect(textOf([message])).toContain(essence(newest));
  }
}

/** That messages show, in each language in which they tell the story, its newest figures. */
function assertTellsFigures(
  messages: readonly Message[],
  chain: readonly Story[],
  reference: Reference,
): void {
  const now = chain.at(-1);
  if (now === undefined || now.withdrawn !== undefined) return;
  for (const { made } of messages) {
    if (made === undefined) continue;
    for (const language of languagesIn(made, now.id)) {
      for (const figure of storyFigures(now, reference, { ...made.printing, language })) {
        expect(textOf(messages)).toContain(essence(visible(figure)));
      }
    }
  }
}

function languagesIn(made: Made, story: string) {
  const of = made.pieces.filter((piece) => piece.of?.story === story);
  return new Set(of.map(({ language }) => language));
}

function allCorrected(
  message: Message,
  chains: readonly (readonly Story[])[],
  reference: Reference,
): Message {
  if (message.made === undefined) return message;
  const told = new Map(chains.map((chain) => [chain[0]?.id ?? "", revisions(...chain)]));
  return correctMade(madeOf(message), message.keyboard, told, reference);
}

/** A later state of a story: some of what another says, and its figures under the same ids. */
const laterState = fc.record({
  other: story,
  takes: fc.record({
    headline: fc.boolean(),
    excerpt: fc.boolean(),
    figures: fc.boolean(),
    links: fc.boolean(),
    place: fc.boolean(),
  }),
  withdrawn: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
  noted: fc.boolean(),
});

type LaterState = typeof laterState extends fc.Arbitrary<infer T> ? T : never;

function later(story: Story, { other, takes, withdrawn, noted }: LaterState, at: string): Story {
  const { withdrawn: _withdrawn, ...told } = story;
  return {
    ...told,
    ...(takes.headline && { headline: other.headline }),
    ...(takes.excerpt && { excerpt: other.excerpt }),
    ...(takes.figures && { figures: other.figures }),
    ...(takes.links && { links: other.links }),
    ...(takes.place && { place: other.place }),
    ...(noted && { corrections: [...story.corrections, { ...note, at }] }),
    ...(withdrawn && { withdrawn: { at, note: other.place } }),
  };
}

const histories = fc.record({
  stories: fc.array(fc.record({ story, later: fc.array(laterState, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  printing,
  form: fc.constantFrom("story", "figures", "alert", "digest"),
});

type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

/** The states of each story, one after the other. */
function chainsOf({ stories }: History): readonly (readonly Story[])[] {
  return stories.map(({ story, later: states }, index) => {
    const chain: Story[] = [{ ...story, id: `ghta${String(index)}` }];
    states.forEach((state, at) => {
      chain.push(later(chain.at(-1) ?? story, state, `2018-02-${String(at + 10)}`));
    });
    return chain;
  });
}

function messagesOf(
  form: History["form"],
  stories: readonly Story[],
  printing: Printing,
): readonly Message[] {
  const reference = referenceTo(...stories);
  const [one = first] = stories;
  switch (form) {
    case "story":
      return renderStory(one, printing, reference);
    case "alert":
      return renderAlert(one, printing, reference);
    case "figures":
      return renderFigures(() => html`Heading`, stories, printing, reference);
    case "digest":
    default:
      return digest(stories, printing);
  }
}

/** What must stay of a message whatever becomes of the rest: figures and what changed last. */
function leastOf(
  { made }: Message,
  chains: readonly (readonly Story[])[],
  reference: Reference,
): number {
  if (made === undefined) return 0;
  const costs = chains.flatMap((chain) =>
    [...languagesIn(made, chain[0]?.id ?? "")].map((language) => {
      const voice = { ...made.printing, language };
      const { withdrawn } = chain.at(-1) ?? first;
      const figures = withdrawn ? [] : storyFigures(chain.at(-1) ?? first, reference, voice);
      const lines = changeLines(revisions(...chain), voice).slice(0, 1);
      const blocks = [...figures, ...lines, ...(withdrawn ? [told(withdrawn.note, voice)] : [])];
      return blocks.reduce((sum, one) => sum + costOf(one).units + 2, 100);
    }),
  );
  return costs.reduce((sum, one) => sum + one, 0);
}

describe("any message about any stories that changed in any way", () => {
  it("is one sound message with its figures and newest changes, and the others as they were", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const chains = chainsOf(history);
        const reference = referenceTo(...chains.flatMap((chain) => chain.at(-1) ?? []));
        const messages = messagesOf(
          history.form,
          chains.map(([one = first]) => one),
          history.printing,
        );
        const changed = chains.filter((chain) => chain.length > 1);
        const after = messages.map((message) =>
          [2, 3, 4].reduce((message, length) => {
            const known = changed.map((chain) => chain.slice(0, length));
            return allCorrected(message, known, reference);
          }, message),
        );
        for (const [index, message] of messages.entries()) {
          const now = after[index];
          if (message.made === undefined || now === undefined) continue;
          assertSound([now], "corrected");
          assertDirected(now);
          expect(Object.keys(now.made?.shows ?? {})).toEqual(Object.keys(message.made.shows));
          if (leastOf(now, chains, reference) > 3900) return;
          for (const chain of changed) assertTellsChange(now, chain);
          assertOthersStay(message.made, now, new Set(changed.map(([one]) => one?.id ?? "")));
        }
        for (const chain of changed) assertTellsFigures(after, chain, reference);
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  it("is sound before it is sent, in its newest state, without stories that are withdrawn", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const chains = chainsOf(history);
        const now = new Map(chains.map((chain) => [chain[0]?.id ?? "", chain.at(-1) ?? first]));
        const reference = referenceTo(...now.values());
        const messages = messagesOf(
          history.form,
          chains.map(([one = first]) => one),
          history.printing,
        );
        for (const message of messages.filter(({ made }) => made !== undefined)) {
          const made = madeOf(message);
          const after = renewMade(made, undefined, now, reference);
          const left = Object.keys(made.shows).filter((id) => now.get(id)?.withdrawn === undefined);
          expect(Object.keys(after?.made?.shows ?? {})).toEqual(left);
          if (after === undefined) continue;
          assertSound([after], "corrected");
          expect(after.made?.pieces.some(({ of }) => of?.role === "changes")).toBe(false);
        }
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});

/** That each line runs in the direction of its language, where there is but one. */
function assertDirected(message: Message): void {
  const { language } = madeOf(message).printing;
  if (language === "both") return;
  const wrong = language === "ar" ? "left" : "right";
  expect(lines([message]).filter((line) => direction(line) === wrong)).toEqual([]);
}

function assertOthersStay(made: Made, after: Message, changed: ReadonlySet<string>): void {
  const others = (pieces: readonly Block[]) =>
    pieces.filter(({ of }) => of !== undefined && !changed.has(of.story));
  const figures = (pieces: readonly Block[]) =>
    others(pieces).filter(({ of }) => of?.role === "figure");
  const now = after.made?.pieces ?? [];
  expect(figures(now)).toEqual(figures(made.pieces));
  const whole = others(now).filter(({ html }) => visible(html).length > 30);
  const before = others(made.pieces);
  for (const piece of whole) expect(before).toContainEqual(piece);
}

describe("a notice to those who were told", () => {
  const reference = referenceTo(first);

  it("links to the story and says what changed, and is corrected like any other message", () => {
    const notice = renderCorrectionNotice(revisions(first, second), english, reference);
    const change =
      "Correction (9 February): 41 civilians killed, not 38 as reported earlier, according to the Syrian Observatory for Human Rights. Reason: an error of ours. We misread it.";
    const top = ["Air strikes on Ghouta", "7 February 2018 · Eastern Ghouta"];
    expect(seen(notice)).toBe([...top, change].join("\n"));
    expect(linksIn([notice])).toEqual(new Set([storyLink("ghta0207", reference)]));
    const again = corrected(notice, [first, second, withdrawn], reference);
    expect(seen(again)).toBe(
      [...top, "This story was withdrawn on 10 February 2018: It is not true.", change].join("\n"),
    );
  });

  it("is one sound message whatever happened to the story", () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const chain of chainsOf(history)) {
          const reference = referenceTo(chain.at(-1) ?? first);
          const notice = renderCorrectionNotice(revisions(...chain), history.printing, reference);
          assertSound([notice], "corrected");
          expect(madeOf(notice).shows).toEqual({
            [chain[0]?.id ?? ""]: chain.map((_, at) => at + 1),
          });
          if (leastOf(notice, [chain], reference) < 3900) {
            assertTellsChange(notice, chain);
          }
        }
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});

const stories = (...all: readonly Story[]) => new Map(all.map((story) => [story.id, story]));

function renewed(message: Message | undefined, ...all: readonly Story[]): Message | undefined {
  const reference = referenceTo(...all);
  return renewMade(madeOf(message), message?.keyboard, stories(...all), reference);
}

describe("a message that waits to be sent", () => {
  const other = aStory({ id: "strk0207", topic: "strikes" });

  it("is told in the newest state, as if it had always been so", () => {
    for (const printing of [english, defaultPrinting]) {
      const [before] = digest([first, other], printing);
      const [now] = digest([second, other], printing);
      expect(renewed(before, second, other)).toEqual(now);
      const [alert] = renderAlert(first, printing, referenceTo(first));
      expect(renewed(alert, second)).toEqual(renderAlert(second, printing, referenceTo(second))[0]);
    }
  });

  it("loses a story that is withdrawn, and the title that stood above nothing else", () => {
    const [both] = digest([first, other], english);
    const [one] = digest([other], english);
    const after = renewed(both, withdrawn, other);
    expect(after).toEqual(one && { ...one, html: after?.html, made: after?.made });
    expect(seen(after ?? { html: "" }).split("■")).toHaveLength(2);
    expect(after?.made?.shows).toEqual({ strk0207: [0] });
    expect(renewed(both, other)).toEqual(after);
  });

  it("is nothing where no story is left", () => {
    const [alert] = renderAlert(first, defaultPrinting, referenceTo(first));
    expect(renewed(alert, withdrawn)).toBeUndefined();
    const [both] = digest([first, other], english);
    expect(renewed(both)).toBeUndefined();
  });

  it("keeps its keyboard, and holds the number of the revision that it shows now", () => {
    const keyboard: Keyboard = [[{ type: "press", label: "More", data: "1n.1.2" }]];
    const [message] = digest([first], english);
    const edition = { ...referenceTo(second).edition, standings: standingOf(2) };
    const reference = { edition, botUsername };
    const after = renewMade(madeOf(message), keyboard, stories(second), reference);
    expect(after?.keyboard).toEqual(keyboard);
    expect(after?.made?.shows).toEqual({ ghta0207: [2] });
  });
});

function standingOf(revision: number, weight: "update" | "correction" = "correction") {
  const at = "2018-02-09";
  const corrected = weight === "correction" && { corrected: at };
  return new Map([["ghta0207", { revision, changed: { weight, at }, ...corrected }]]);
}

/** The digest and the story in full of an edition that knows of the change. */
function toldAfter(weight: "update" | "correction") {
  const edition = { ...referenceTo(second).edition, standings: standingOf(2, weight) };
  const reference = { edition, botUsername };
  const how = weight === "update" ? "updated" : "corrected";
  const news = [{ story: "ghta0207", revision: 2, told: how } as const];
  const window = { from: new Date(0), until: new Date(1000) };
  const issue = { date: { year: 2018, month: 2, day: 9 }, window, to: "chat" } as const;
  const messages = [
    renderDigest(composeDigest(edition, { news, topics: [] }), issue, english, reference),
    renderStory(second, english, reference),
  ];
  return { reference, messages: messages.map(([message]) => message) };
}

describe("a story that was corrected before it is told", () => {
  it("is marked as such with the day of it; where the toll goes on, only a digest says so", () => {
    const [digest, story] = toldAfter("correction").messages.map(
      (message) => message && seen(message),
    );
    expect(digest).toContain(
      "7 February 2018 · Eastern Ghouta · figures corrected on 9 February 2018\n",
    );
    expect(story).toContain("7 February 2018 · Eastern Ghouta · corrected on 9 February 2018\n");
    const [update, plain] = toldAfter("update").messages.map((message) => message && seen(message));
    expect(update).toContain("7 February 2018 · Eastern Ghouta · figures updated\n");
    expect(plain).toContain("7 February 2018 · Eastern Ghouta\n");
  });

  it("keeps its mark where it changes again, and loses it with what it told", () => {
    const { reference, messages } = toldAfter("correction");
    const third = { ...second, figures: [toll(43)] };
    for (const message of messages) {
      expect(message?.made?.shows).toEqual({ ghta0207: [2] });
      expect(seen(corrected(message, [second, third], reference))).toContain(
        "corrected on 9 February 2018\nUpdate (",
      );
      expect(seen(corrected(message, [second, withdrawn], reference))).not.toContain(
        "corrected on",
      );
    }
  });
});

describe("a story that stands in two messages", () => {
  const figures = Array.from({ length: 30 }, (_, at) =>
    aFigure({
      id: `f${String(at)}`,
      group: { ar: "سكان البلدة القديمة ".repeat(4), en: "residents of the old town ".repeat(4) },
    }),
  );
  const whole = aStory({ figures, excerpt: { ar: "خبر.", en: "A story." } });
  const reference = referenceTo(whole);

  function idsIn(message: Message | undefined): readonly string[] {
    return storyPieces(message, whole.id).flatMap(({ of }) => of?.figure ?? []);
  }

  it("keeps each figure in its message; new ones follow the last, and both say what changed", () => {
    const [one, two, ...others] = renderStory(whole, english, reference);
    expect(others).toEqual([]);
    const now = {
      ...whole,
      figures: [aFigure({ id: "new_one" }), ...figures.slice(1, -1)],
    };
    const [first, second] = [one, two].map((message) =>
      corrected(message, [whole, now], reference),
    );
    expect(idsIn(first)).toEqual(idsIn(one).slice(1));
    expect(idsIn(second)).toEqual(["new_one", ...idsIn(two).slice(0, -1)]);
    for (const message of [first, second]) {
      assertSound(message ? [message] : [], "corrected");
      expect(textOf(message ? [message] : [])).toContain(essence(newestLines([whole, now], said)));
    }
    expect(seen(first ?? { html: "" })).toContain("A story.");
    expect(seen(second ?? { html: "" })).not.toContain("A story.");
  });

  it("says in both that it was withdrawn", () => {
    const gone = { ...whole, withdrawn: { at: "2018-02-10", note: { ar: "لا.", en: "No." } } };
    for (const message of renderStory(whole, english, reference)) {
      const after = corrected(message, [whole, gone], reference);
      expect(seen(after)).toContain("This story was withdrawn on 10 February 2018: No.");
      expect(idsIn(after)).toEqual([]);
      const back = corrected(after, [whole, gone, whole], reference);
      assertSound([back], "corrected");
      expect(idsIn(back)).toEqual(idsIn(message));
      expect(textOf([back])).toContain(essence(newestLines([whole, gone, whole], said)));
    }
  });

  it("keeps what each message had of a long excerpt", () => {
    const excerpt = { ar: "كلمة. ".repeat(900), en: "One more word. ".repeat(400) };
    const long = aStory({ excerpt });
    const messages = renderStory(long, english, reference);
    expect(messages.length).toBeGreaterThan(1);
    const after = messages.map((one) =>
      corrected(one, [long, { ...long, figures: [toll(41)] }], reference),
    );
    assertSound(after, "corrected");
    expect(textOf(after)).toContain(essence("• 41 civilians killed"));
    const words = textOf(after).match(/Onemoreword/g) ?? [];
    expect(words).toHaveLength(400);
  });
});
