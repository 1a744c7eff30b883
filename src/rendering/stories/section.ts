import type { Day } from "../../domain/time/dates.ts";
import { comparisonsIn } from "../../domain/comparison.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { sidesOf } from "../compare/sides.ts";
import { block, lineBlock, listBlocks } from "../message/blocks.ts";
import { formatDate } from "../text/dates.ts";
import { firstSentences } from "../figures/excerpt.ts";
import { figureTree } from "../figures/figure-tree.ts";
import { html, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Block, Form, StoryPart } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import {
  dateline,
  headlineLink,
  linkBlocks,
  notAdded,
  storyFigures,
  wholeLink,
} from "./telling.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { withdrawalLine } from "./withdrawal.ts";

/** A story as a message tells it. */
export interface Section {
  readonly story: Story;
  /** 0 where the store does not know the edition. */
  readonly revision: number;
  readonly form: Form;
  /** The day of a correction that its dateline names. */
  readonly marked?: Day;
}

/** A story as it stands, in a form; one that was corrected is marked where the form does so. */
export function sectionOf(story: Story, form: Form, { edition }: Reference): Section {
  const standing = edition.standings?.get(story.id);
  const marked = isMarked(form) ? standing?.corrected : undefined;
  const revision = standing?.revision ?? 0;
  return { story, revision, form, ...(marked !== undefined && { marked }) };
}

function isMarked(form: Form): boolean {
  return form.type === "story" || (form.type === "digest" && form.told === "corrected");
}

/**
 * A story in a form, in one language: its headline, day and place; what changed, a block for each
 * step; what happened; its figures, each with its source; what else there is. A withdrawn one says
 * instead of what happened that it was withdrawn, and why.
 */
export function sectionBlocks(
  section: Section,
  changes: readonly Html[],
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  return [
    block(top(section, reference, voice), voice),
    ...changes.map((change) => lineBlock(change, voice)),
  ]
    .map((one, index) => tagged(one, section, index === 0 ? "top" : "changes"))
    .concat(body(section, reference, voice));
}

function tagged(block: Block, section: Section, role: StoryPart["role"], figure?: string): Block {
  const { story, revision, form, marked } = section;
  const marks = {
    ...(figure !== undefined && { figure }),
    ...(marked !== undefined && { marked }),
  };
  return { ...block, of: { story: story.id, revision, form, role, ...marks } };
}

function top(section: Section, reference: Reference, voice: Voice): Html {
  const { story, form } = section;
  const lines = [html`<b>${headline(story, form, reference, voice)}</b>`, when(section, voice)];
  return join(lines, "\n");
}

function headline(story: Story, form: Form, reference: Reference, voice: Voice): Html {
  if (form.type === "story") return told(story.headline, voice);
  const headline = headlineLink(story, reference, voice);
  return form.type === "alert"
    ? say(voice.language, "printing:alert.heading", { headline })
    : headline;
}

/** The dateline; what changed before is no news of a story that is not told any more. */
function when({ story, form, marked }: Section, voice: Voice): Html {
  const { language } = voice;
  const line = dateline(story, voice);
  if (story.withdrawn !== undefined) return line;
  if (marked !== undefined) {
    const args = { dateline: line, date: formatDate(marked, voice) };
    return form.type === "digest"
      ? say(language, "printing:digest.corrected", args)
      : say(language, "printing:story.corrected", args);
  }
  return form.type === "digest" && form.told !== "new"
    ? say(language, "printing:digest.updated", { dateline: line })
    : line;
}

function body(section: Section, reference: Reference, voice: Voice): readonly Block[] {
  const { story, form } = section;
  if (form.type === "notice") return [];
  if (story.withdrawn !== undefined) {
    const below = form.type === "story" ? block : lineBlock;
    return [tagged(below(withdrawalLine(story.withdrawn, voice), voice), section, "figure")];
  }
  return [
    ...excerpt(section, reference, voice).map((one) => tagged(one, section, "excerpt")),
    ...figures(section, reference, voice),
    ...rest(section, reference, voice).map((one) => tagged(one, section, "rest")),
  ];
}

function excerpt({ story, form }: Section, reference: Reference, voice: Voice): readonly Block[] {
  if (form.type === "figures" || form.type === "compared") return [];
  const { language } = voice;
  const below = form.type === "story" ? block : lineBlock;
  const notice = story.graphic ? [below(say(language, "printing:story.graphic"), voice)] : [];
  if (form.type === "story") return [...notice, block(told(story.excerpt, voice), voice)];
  const short = { ...story.excerpt, [language]: firstSentences(story.excerpt, language) };
  const whole = wholeLink(story.id, reference, voice);
  return [...notice, lineBlock(html`${told(short, voice)} ${whole}`, voice)];
}

function figures(section: Section, reference: Reference, voice: Voice): readonly Block[] {
  const { story, form } = section;
  if (form.type === "compared") return compared(section, reference, voice);
  const lines = storyFigures(story, reference, voice);
  const blocks =
    form.type === "story"
      ? listBlocks(say(voice.language, "printing:figures.heading"), lines, voice)
      : lines.map((line) => lineBlock(line, voice));
  const ids = figureTree(story).map(({ figure }) => figure.id);
  return blocks.map((block, index) => tagged(block, section, "figure", ids[index]));
}

/** Where sources differ, a block each; they may have come to agree since. */
function compared(section: Section, reference: Reference, voice: Voice): readonly Block[] {
  const { story } = section;
  const telling = { story, sources: reference.edition.sources, voice };
  const comparisons = comparisonsIn(story);
  if (comparisons.length === 0) {
    const none = say(voice.language, "sharing:compare.none");
    return [tagged(lineBlock(none, voice), section, "figure")];
  }
  return comparisons.map((comparison) =>
    tagged(
      block(sidesOf(comparison, telling), voice),
      section,
      "figure",
      comparison.figures[0]?.id,
    ),
  );
}

/** The day on which the figures stood as they are shown: of the last change, or of the event. */
function asOf(story: Story, { edition }: Reference, voice: Voice): Html {
  const day = edition.standings?.get(story.id)?.changed?.at ?? story.date.to;
  return html`<i>${say(voice.language, "cards:asOf.day", { date: formatDate(day, voice) })}</i>`;
}

function rest({ story, form }: Section, reference: Reference, voice: Voice): readonly Block[] {
  switch (form.type) {
    case "story":
      return [...notAdded(figuresOf(story), voice), ...linkBlocks(story.links, voice)];
    case "alert":
      return notAdded(figuresOf(story), voice);
    case "compared":
      return [lineBlock(asOf(story, reference, voice), voice)];
    case "digest":
    case "figures":
    case "timeline":
    case "listed":
    case "card":
    case "notice":
    default:
      return [];
  }
}
