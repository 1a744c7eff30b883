import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeBriefing } from "../../src/domain/briefing.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderBriefing } from "../../src/rendering/stories/briefing.ts";
import { clean } from "../../src/rendering/text/bidi.ts";
import { costOf, figureLimits } from "../../src/rendering/text/cost.ts";
import { renderFigures } from "../../src/rendering/stories/figures.ts";
import { html, linkable, visible } from "../../src/rendering/text/html.ts";
import { renderLatest } from "../../src/rendering/stories/latest.ts";
import { renderSources } from "../../src/rendering/stories/sources.ts";
import { renderStory } from "../../src/rendering/stories/story.ts";
import { storyFigures } from "../../src/rendering/stories/telling.ts";
import { renderTopics } from "../../src/rendering/stories/topics.ts";
import { voicesOf } from "../../src/rendering/text/voice.ts";
import { aSource, aTopic, anEdition } from "../builders.ts";
import { printing, story } from "./arbitrary.ts";
import { assertSound, direction, essence, lines, linksIn, textOf } from "./sound.ts";
import { parseHtml } from "./telegram.ts";

const sources = ["sohr", "snhr", "centcom"].map((id) => aSource({ id }));

function referenceTo(stories: readonly Story[]) {
  return { edition: anEdition({ stories, sources }), botUsername: "mujaz_bot" };
}

/** An address as Telegram writes it. */
function asTelegram(url: string): string | undefined {
  return parseHtml(html`<a href="${url}">x</a>`.html).links[0];
}

function tellsAll(story: Story, chosen: Printing): void {
  const reference = referenceTo([story]);
  const messages = renderStory(story, chosen, reference);
  assertSound(messages);
  const text = textOf(messages);
  const links = linksIn(messages);
  for (const voice of voicesOf(chosen)) {
    const { language } = voice;
    const title = reference.edition.topics.get(story.topic)?.title;
    const texts = [title ?? story.headline, story.headline, story.excerpt, story.place].map(
      (text) => text[language],
    );
    const titles = story.links.map(({ title }) => title[language]);
    for (const told of [...texts, ...titles]) expect(text).toContain(essence(clean(told)));
    for (const block of storyFigures(story, reference, voice)) {
      const line = essence(visible(block));
      const holders = messages.filter(({ html }) => essence(parseHtml(html).text).includes(line));
      const fits = costOf(block).units < figureLimits.units - 20;
      expect(holders.length > 0 || (!fits && text.includes(line))).toBe(true);
      expect(holders.every(({ made }) => made?.shows[story.id] !== undefined)).toBe(true);
    }
  }
  const addresses = story.links.flatMap(({ url }) => linkable(url) ?? []);
  for (const address of addresses) expect(links).toContain(asTelegram(address));
}

function heading() {
  return html`عنوان`;
}

describe("messages about any story, in every setting", () => {
  it("fault 32, fault 35, fault 36: are read by Telegram as meant, inside every limit, nothing left out", () => {
    fc.assert(fc.property(story, printing, tellsAll), { numRuns: 200 });
  });

  it("fault 37: run in the direction of their language, line by line", () => {
    fc.assert(
      fc.property(story, (story) => {
        for (const language of ["ar", "en"] as const) {
          const messages = renderStory(
            story,
            { ...defaultPrinting, language },
            referenceTo([story]),
          );
          const wrong = language === "ar" ? "left" : "right";
          expect(lines(messages).filter((line) => direction(line) === wrong)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("never begin an Arabic line with a picture, and close every isolate that they open", () => {
    fc.assert(
      fc.property(story, (story) => {
        const messages = renderStory(
          story,
          { ...defaultPrinting, language: "ar" },
          referenceTo([story]),
        );
        const pictures = lines(messages).filter((line) => /^\p{Extended_Pictographic}/u.test(line));
        expect(pictures).toEqual([]);
        for (const { html } of messages) {
          expect(html.replace(/\u2068[^\u2068\u2069]*\u2069/g, "")).not.toMatch(/[\u2066-\u2069]/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("hold in lists of figures, of stories, of sources and of topics, and in briefings", () => {
    const stories = fc
      .array(story, { minLength: 1, maxLength: 8 })
      .map((stories) =>
        stories.map((story, index) => ({ ...story, id: `ghta000${String(index)}` })),
      );
    fc.assert(
      fc.property(stories, printing, (stories, chosen) => {
        const reference = referenceTo(stories);
        const briefing = composeBriefing(reference.edition, "ghouta");
        const topics = stories.map(({ headline }) => aTopic({ title: headline, about: headline }));
        assertSound(renderFigures(heading, stories, chosen, reference));
        assertSound(renderLatest(heading, stories, chosen, reference));
        assertSound(renderSources(heading, stories, chosen, reference));
        assertSound(renderTopics(topics, chosen));
        assertSound(briefing === undefined ? [] : renderBriefing(briefing, chosen, reference));
        expect(briefing).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
