import type { Day } from "../../domain/time/dates.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { languagesOf, type Printing } from "../../domain/printing.ts";
import type { Message } from "../message/message.ts";
import { storyLink } from "../message/reference.ts";
import { formatDate } from "../text/dates.ts";
import { directed } from "../text/directed.ts";
import { asOneRun, html, join, type Html } from "../text/html.ts";
import { formatDigits } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** What a citation names. */
export interface Cited {
  readonly story: Story;
  /** Absent where the store does not know the story yet. */
  readonly revision?: { readonly number: number; readonly day: Day };
  /** Absent where the content names no newsroom: the bot stands for it. */
  readonly newsroom?: Bilingual;
  /** Without "@". */
  readonly botUsername: string;
}

/**
 * A line in each language, whichever the chat reads, that names a story as it stands: newsroom,
 * headline, id, revision and its day, link. Pressing a line copies it.
 */
export function renderCitation(cited: Cited, printing: Printing): Message {
  const lines = languagesOf({ ...printing, language: "both" }).map((language) => {
    const voice = { ...printing, language };
    const heading = html`<b>${say(language, "sharing:cite.title")}</b>`;
    return directed(html`${heading}\n<code>${citation(cited, voice)}</code>`, language);
  });
  return { html: join(lines, "\n\n").html };
}

/** The citation in one language, without markup. */
function citation(cited: Cited, voice: Voice): Html {
  const { story, newsroom, botUsername } = cited;
  const { language } = voice;
  const args = {
    newsroom: newsroom === undefined ? asOneRun(`@${botUsername}`) : told(newsroom, voice),
    headline: told(story.headline, voice),
    state: stateOf(cited, voice),
    // Bare, as the id is: what is copied must open, and in an Arabic line both read right as they are.
    link: html`${storyLink(story.id, { botUsername })}`,
  };
  return say(language, "sharing:cite.line", args);
}

function stateOf({ story, revision }: Cited, voice: Voice): Html {
  const { language } = voice;
  const id = html`${story.id}`;
  const state =
    revision === undefined
      ? say(language, "sharing:cite.story", { id })
      : say(language, "sharing:cite.revision", {
          id,
          n: formatDigits(String(revision.number), voice),
          date: formatDate(revision.day, voice),
        });
  if (story.withdrawn === undefined) return state;
  const date = formatDate(story.withdrawn.at, voice);
  return say(language, "sharing:cite.withdrawn", { state, date });
}
