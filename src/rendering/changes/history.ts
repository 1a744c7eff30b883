import { changeOf } from "../../domain/change.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import { block, listBlocks, renderInVoices } from "../message/blocks.ts";
import { changeText, why } from "./change-step.ts";
import { formatDate } from "../text/dates.ts";
import { claimOf } from "./figure-change.ts";
import type { Heading } from "../text/heading.ts";
import { html, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import { headlineLink } from "../stories/telling.ts";
import type { ToldRevision } from "./told-revision.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { withdrawalLine } from "../stories/withdrawal.ts";

/** A revision and, unless it is the first, the one before it of the same story. */
export interface HistoryEntry {
  readonly now: ToldRevision;
  readonly was?: ToldRevision | undefined;
}

/** What changed, of a story or of all stories of a topic; the newest first. */
export interface History {
  readonly of: "story" | "topic";
  readonly entries: readonly HistoryEntry[];
}

/** The figures of a revision one after the other, each with who reported it. */
function inShort(revision: ToldRevision, voice: Voice): Html | undefined {
  const [first, ...others] = figuresOf(revision.story).map((figure) =>
    claimOf(figure, revision, ["source"], voice),
  );
  if (first === undefined) return undefined;
  return others.reduce(
    (first, last) => say(voice.language, "printing:history.figures", { first, last }),
    first,
  );
}

function firstText(now: ToldRevision, voice: Voice): Html {
  const { language } = voice;
  const { withdrawn } = now.story;
  if (withdrawn !== undefined) return withdrawalLine(withdrawn, voice);
  const date = formatDate(now.day, voice);
  const figures = inShort(now, voice);
  if (figures === undefined) return say(language, "printing:history.bare", { date });
  return say(language, "printing:history.first", { date, figures });
}

function entryText({ was, now }: HistoryEntry, voice: Voice): Html {
  if (was === undefined) return firstText(now, voice);
  const changed = changeText({ was, now }, (day) => formatDate(day, voice), voice);
  if (changed !== undefined) return changed;
  const { note } = changeOf(was.story, now.story);
  const date = formatDate(note?.at ?? now.day, voice);
  const wording = say(voice.language, "printing:history.wording", { date });
  if (note === undefined) return wording;
  return say(voice.language, "printing:change.explained", { line: wording, why: why(note, voice) });
}

/**
 * What changed, each entry with its date, what it was before, why and the editor's note; of a first
 * revision its figures. In a topic's history each names its story, a link that opens it.
 * @throws RangeError for a source that its revision does not name.
 */
export function renderHistory(
  heading: Heading,
  { of, entries }: History,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const items = entries.map((entry) => {
      const text = entryText(entry, voice);
      const headline = headlineLink(entry.now.story, reference, voice);
      return of === "story" ? html`• ${text}` : join([html`• ${headline}`, text], "\n");
    });
    return listBlocks(heading(voice.language), items, voice, block);
  });
}
