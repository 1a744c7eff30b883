import type { Bilingual } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { stepsOf } from "../changes/steps.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import { block, lineBlock } from "../message/blocks.ts";
import type { Block, Form, StoryPart } from "../message/pack.ts";
import { storyLink, type Reference } from "../message/reference.ts";
import { markFound, snippetOf } from "../search/mark.ts";
import { formatDays } from "../text/dates.ts";
import { html, isolate, join, link, type Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import type { Voice } from "../text/voice.ts";
import { withdrawalLine } from "./withdrawal.ts";

/** A list of stories, or what a search found, with its words in bold. */
export type Listing =
  | { readonly of: "latest" }
  | { readonly of: "search"; readonly terms: ReadonlySet<string> };

/**
 * Stories in a list below its heading. Headlines and excerpts have figures in them, so each story is
 * told anew where one of its figures is corrected.
 */
export function listed(
  heading: Html,
  { stories, listing }: { readonly stories: readonly Story[]; readonly listing: Listing },
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const entries = stories.map((story, index) => {
    const revision = reference.edition.standings?.get(story.id)?.revision ?? 0;
    const [entry, ...more] = blocksOf(
      { story, revision, form: { type: "listed", of: listing.of } },
      [entryText(story, listing, reference, voice)],
      voice,
    );
    if (entry === undefined) return [];
    const { gap } = index === 0 ? lineBlock(entry.html, voice) : block(entry.html, voice);
    return [{ ...entry, gap }, ...more];
  });
  return [{ ...block(html`<b>${heading}</b>`, voice), title: true }, ...entries.flat()];
}

/** A story of a list as the newest of its revisions has it, with what changed since the others. */
export function retellListed(
  { form }: StoryPart,
  revisions: readonly ToldRevision[],
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const newest = revisions.at(-1);
  if (newest === undefined || form.type !== "listed") return [];
  const { story, number: revision } = newest;
  const listing: Listing =
    form.of === "search" ? { of: "search", terms: new Set() } : { of: "latest" };
  const texts =
    story.withdrawn === undefined
      ? [entryText(story, listing, reference, voice), ...stepsOf(revisions, form, voice)]
      : [html`• ${withdrawalLine(story.withdrawn, voice)}`];
  return blocksOf({ story, revision, form }, texts, voice);
}

interface Entry {
  readonly story: Story;
  readonly revision: number;
  readonly form: Form;
}

function blocksOf(
  { story, revision, form }: Entry,
  texts: readonly Html[],
  voice: Voice,
): readonly Block[] {
  return texts.map((text, index) => {
    const role = index === 0 ? ("excerpt" as const) : ("changes" as const);
    return { ...lineBlock(text, voice), of: { story: story.id, revision, form, role } };
  });
}

/** Headline, a link that opens the story; its days and its id; of what was found also the words. */
function entryText(story: Story, listing: Listing, reference: Reference, voice: Voice): Html {
  const days = formatDays(story.date, voice);
  const id = isolate(html`<code>${story.id}</code>`);
  const opens = (headline: Html) => html`• ${link(storyLink(story.id, reference), headline)}`;
  const headline = told(story.headline, voice);
  if (listing.of === "latest") return join([opens(headline), html`${days} · ${id}`], "\n");
  const { terms } = listing;
  const place = markFound(told(story.place, voice), terms);
  const excerpt = snippetOf(told(onOneLine(story.excerpt), voice), terms);
  return join([opens(markFound(headline, terms)), html`${place} · ${days} · ${id}`, excerpt], "\n");
}

function onOneLine({ ar, en }: Bilingual): Bilingual {
  return { ar: ar.replace(/\s+/g, " "), en: en.replace(/\s+/g, " ") };
}
