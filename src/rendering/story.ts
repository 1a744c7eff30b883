import { figuresOf } from "../domain/edition.ts";
import type { Topic } from "../domain/edition.ts";
import type { Figure } from "../domain/figure.ts";
import type { Printing } from "../domain/printing.ts";
import type { Link, Story } from "../domain/story.ts";
import { block, listBlocks, renderInVoices } from "./blocks.ts";
import { formatDate, formatDays } from "./dates.ts";
import { statementOf } from "./event.ts";
import { figureBlocks } from "./figure.ts";
import { html, join, link } from "./html.ts";
import type { Html } from "./html.ts";
import type { Message } from "./message.ts";
import type { Block } from "./pack.ts";
import type { Reference } from "./reference.ts";
import { told } from "./told.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** «7 شباط/فبراير 2018 · الغوطة الشرقية». */
export function dateline({ date, place }: Story, voice: Voice): Html {
  const args = { date: formatDays(date, voice), place: told(place, voice) };
  return say(voice.language, "printing:story.dateline", args);
}

export function topicTitle(topic: Topic, voice: Voice): Html {
  return told(topic.title, voice);
}

function linkBlocks(links: readonly Link[], voice: Voice): readonly Block[] {
  const { language } = voice;
  const items = links.map(({ url, title }) => html`• ${link(url, told(title, voice))}`);
  return listBlocks(say(language, "printing:story.links"), items, voice);
}

/** Whether a reader might add one figure to another: two that are no part of each other. */
function invitesAddition(figures: readonly Figure[]): boolean {
  const standing = figures.filter(
    ({ of, componentOf, sameAs, amount }) =>
      (of ?? componentOf ?? sameAs) === undefined && statementOf(amount).type === "stated",
  );
  return new Set(standing.map(({ kind }) => kind)).size < standing.length;
}

/** That figures are not added up, where a reader might do so. */
export function notAdded(figures: readonly Figure[], voice: Voice): readonly Block[] {
  if (!invitesAddition(figures)) return [];
  return [block(say(voice.language, "printing:figures.asGiven"), voice)];
}

/** The figures of a story as they stand below a heading or a headline. */
export function storyFigures(story: Story, reference: Reference, voice: Voice): readonly Html[] {
  return figureBlocks(story, { story, sources: reference.edition.sources, voice });
}

function withdrawal(story: Story, voice: Voice): readonly Block[] {
  const { withdrawn } = story;
  if (withdrawn === undefined) return [];
  const { language } = voice;
  const args = { date: formatDate(withdrawn.at, voice), note: told(withdrawn.note, voice) };
  return [block(say(language, "printing:story.withdrawn", args), voice)];
}

function telling(story: Story, reference: Reference, voice: Voice): readonly Block[] {
  const { language } = voice;
  const notice = story.graphic ? [block(say(language, "printing:story.graphic"), voice)] : [];
  const heading = say(language, "printing:figures.heading");
  const figures = listBlocks(heading, storyFigures(story, reference, voice), voice).map(
    (figure) => ({ ...figure, shows: story.id }),
  );
  return [
    ...notice,
    block(told(story.excerpt, voice), voice),
    ...figures,
    ...notAdded(figuresOf(story), voice),
    ...linkBlocks(story.links, voice),
  ];
}

/**
 * A story in one language, below the title of the topic it is told under: headline, day and place;
 * what happened; its figures, each with its source; its links. A withdrawn story says only that it
 * was withdrawn, and why.
 */
export function storyBlocks(
  story: Story,
  title: Html | undefined,
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const headline = told(story.headline, voice);
  return [
    ...(title === undefined ? [] : [block(html`<b>${title}</b>`, voice)]),
    block(join([html`<b>${headline}</b>`, dateline(story, voice)], "\n"), voice),
    ...(story.withdrawn === undefined
      ? telling(story, reference, voice)
      : withdrawal(story, voice)),
  ];
}

/** A story as messages, normally one. */
export function renderStory(
  story: Story,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const topic = reference.edition.topics.get(story.topic);
    const title = topic === undefined ? undefined : topicTitle(topic, voice);
    return storyBlocks(story, title, reference, voice);
  });
}
