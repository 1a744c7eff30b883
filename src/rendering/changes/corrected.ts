import type { Story } from "../../domain/story.ts";
import { cardIn, correctCard, renderCard } from "../cards/card.ts";
import { withHistoryButtons } from "../message/history-button.ts";
import { htmlOf } from "../message/made.ts";
import type { Keyboard, Made, Message } from "../message/message.ts";
import type { Block } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import { stepsOf } from "./steps.ts";
import { retold } from "./retold.ts";
import type { Tell } from "./retold.ts";
import { retellListed } from "../stories/listed.ts";
import { sectionBlocks, sectionOf } from "../stories/section.ts";
import { chartIn, correctChart } from "../timeline/chart.ts";
import { retellReport } from "../timeline/report.ts";
import { shrunk } from "./shrunk.ts";
import type { ToldRevision } from "./told-revision.ts";

/**
 * A message with the stories that changed told anew in their place, each with dated lines about
 * what changed; all others stay as they are. `told` holds by story the revisions that the message
 * has shown and the newest, oldest first. The result is always one message inside Telegram's
 * limits: see `shrunk`. Where it tells a whole story, its keyboard gets a button to the history.
 */
export function correctMade(
  made: Made,
  keyboard: Keyboard | undefined,
  told: ReadonlyMap<string, readonly ToldRevision[]>,
  reference: Reference,
): Message {
  const card = cardIn(made);
  if (card !== undefined) {
    return withKeyboard(correctCard(made, card, told.get(card.story) ?? [], reference), keyboard);
  }
  const chart = chartIn(made);
  if (chart !== undefined) {
    return withKeyboard(correctChart(made, chart, told, reference), keyboard);
  }
  const changed = [...told].filter(([story]) => made.shows[story] !== undefined);
  const setting = { printing: made.printing, reference };
  const pieces = changed.reduce(
    (pieces, [story, revisions]) => retold(pieces, story, telling(revisions, reference), setting),
    made.pieces,
  );
  const shows = changed.map(([story, all]) => [story, all.map(({ number }) => number)] as const);
  const stories = changed.map(([story]) => story);
  const message = messageOf({
    printing: made.printing,
    pieces: shrunk(pieces, stories, setting),
    shows: { ...made.shows, ...Object.fromEntries(shows) },
  });
  return keyboard === undefined
    ? message
    : { ...message, keyboard: withHistoryButtons(keyboard, made, stories, reference) };
}

/**
 * A message that nobody was sent yet, as it is to be sent now: its stories in their newest state,
 * and none that is withdrawn or not in the edition any more. Undefined where no story is left.
 */
export function renewMade(
  made: Made,
  keyboard: Keyboard | undefined,
  stories: ReadonlyMap<string, Story>,
  reference: Reference,
): Message | undefined {
  const card = cardIn(made);
  if (card !== undefined) {
    const story = stories.get(card.story);
    if (story === undefined || story.withdrawn !== undefined) return undefined;
    return withKeyboard(renderCard(story, made.printing, card.theme, reference), keyboard);
  }
  const setting = { printing: made.printing, reference };
  const tell: Tell = (part, voice) => {
    const story = stories.get(part.story);
    if (story === undefined || story.withdrawn !== undefined) return [];
    return sectionBlocks(sectionOf(story, part.form, reference), [], reference, voice);
  };
  const shown = Object.keys(made.shows);
  const pieces = shown.reduce((pieces, story) => retold(pieces, story, tell, setting), made.pieces);
  const shows = pieces.flatMap(({ of }) => (of ? [[of.story, [of.revision]] as const] : []));
  if (shows.length === 0) return undefined;
  const message = messageOf({
    printing: made.printing,
    pieces: shrunk(pieces.filter(isOfUse), shown, setting),
    shows: Object.fromEntries(shows),
  });
  return withKeyboard(message, keyboard);
}

function withKeyboard(message: Message, keyboard: Keyboard | undefined): Message {
  return keyboard === undefined ? message : { ...message, keyboard };
}

/** A message that can be corrected, of pieces that fit in one. */
export function messageOf(made: Made): Message {
  return { html: htmlOf(made.pieces), made };
}

/** A title without a story below it is of no use. */
function isOfUse(piece: Block, index: number, pieces: readonly Block[]): boolean {
  return piece.title !== true || pieces[index + 1]?.of !== undefined;
}

/** Tells the newest of a story's revisions, and what changed since each of the others. */
export function telling(revisions: readonly ToldRevision[], reference: Reference): Tell {
  const newest = revisions.at(-1);
  return (part, voice) => {
    if (newest === undefined) return [];
    if (part.form.type === "listed") return retellListed(part, revisions, reference, voice);
    if (part.form.type === "timeline") return retellReport(part, revisions, reference, voice);
    const { story, number, sources } = newest;
    const { form, marked } = part;
    const section = { story, revision: number, form, ...(marked !== undefined && { marked }) };
    const { edition } = reference;
    const quoted = new Map([...sources, ...edition.sources]);
    const now = { ...reference, edition: { ...edition, sources: quoted } };
    return sectionBlocks(section, stepsOf(revisions, part.form, voice), now, voice);
  };
}
