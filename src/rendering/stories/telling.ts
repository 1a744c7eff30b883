import type { Topic } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Link, Story } from "../../domain/story.ts";
import { block, listBlocks } from "../message/blocks.ts";
import { formatDays } from "../text/dates.ts";
import { statementOf } from "../figures/event.ts";
import { figureBlocks } from "../figures/figure.ts";
import { html, link } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Block } from "../message/pack.ts";
import { historyLink, storyLink } from "../message/reference.ts";
import type { Reference } from "../message/reference.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** «7 شباط/فبراير 2018 · الغوطة الشرقية». */
export function dateline({ date, place }: Story, voice: Voice): Html {
  const args = { date: formatDays(date, voice), place: told(place, voice) };
  return say(voice.language, "printing:story.dateline", args);
}

export function topicTitle(topic: Topic, voice: Voice): Html {
  return told(topic.title, voice);
}

/** A story's headline as a link that opens it in the private chat. */
export function headlineLink(story: Story, reference: Reference, voice: Voice): Html {
  return link(storyLink(story.id, reference), told(story.headline, voice));
}

/** «الخبر كاملاً», a link that opens a story in the private chat. */
export function wholeLink(storyId: string, reference: Reference, { language }: Voice): Html {
  return link(storyLink(storyId, reference), say(language, "printing:digest.whole"));
}

/** «كل التعديلات على هذا الخبر», a link that opens a story's history in the private chat. */
export function allChangesLink(storyId: string, reference: Reference, { language }: Voice): Html {
  return link(historyLink(storyId, reference), say(language, "printing:story.changes"));
}

export function linkBlocks(links: readonly Link[], voice: Voice): readonly Block[] {
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
