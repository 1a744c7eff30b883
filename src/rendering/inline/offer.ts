import type { Briefing } from "../../domain/briefing.ts";
import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { renderCard, type CardMessage } from "../cards/card.ts";
import { block, blocksInVoices } from "../message/blocks.ts";
import type { Button, Message } from "../message/message.ts";
import { pack, packFirst, type Block } from "../message/pack.ts";
import { historyLink, storyLink, topicLink, type Reference } from "../message/reference.ts";
import { briefingBlocks } from "../stories/briefing.ts";
import { titledBlocks } from "../stories/story.ts";
import { dateline, storyFigures, topicTitle } from "../stories/telling.ts";
import { html, link, visible } from "../text/html.ts";
import { told } from "../text/told.ts";
import { label, say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** What the inline mode offers somebody, and sends for them where they choose it. */
export interface Offer {
  /** Plain text of at most 256 characters. */
  readonly title: string;
  /** Plain text of at most 512: the place, the day, the first figure with its source. */
  readonly description: string;
  /** One message in which every button is a link. */
  readonly message: Message;
  /**
   * A story as cards, with the same buttons, the one in the reader's own language first; none of a
   * story that has a content notice.
   */
  readonly cards: readonly CardMessage[];
}

/** For whom it is made: how what is sent is written, and the language of what is only shown. */
export interface Reader {
  readonly printing: Printing;
  readonly wording: Language;
}

/** A story as the inline mode offers it. */
export function offerStory(story: Story, reader: Reader, reference: Reference): Offer | undefined {
  const title = visible(told(story.headline, voiceOf(reader)));
  const tell = (voice: Voice) => titledBlocks(story, reference, voice);
  const subject = { title, tell, url: storyLink(story.id, reference), story };
  const offer = offerOf(subject, reader, reference);
  // Telegram cannot hide a picture that is sent through the inline mode.
  if (offer === undefined || story.graphic || story.withdrawn !== undefined) return offer;
  const languages = new Set([reader.printing.language, "both" as const]);
  const cards = [...languages].map((language) => ({
    ...renderCard(story, { ...reader.printing, language }, "light", reference),
    keyboard: offer.message.keyboard ?? [],
  }));
  return { ...offer, cards };
}

/** A topic's briefing as the inline mode offers it; undefined while the topic has no story. */
export function offerBriefing(
  briefing: Briefing,
  reader: Reader,
  reference: Reference,
): Offer | undefined {
  const { story, topic } = briefing;
  if (story === undefined) return undefined;
  const name = topicTitle(topic, voiceOf(reader));
  const title = label(reader.wording, "interface:inline.briefing", { topic: name });
  const tell = (voice: Voice) => briefingBlocks(briefing, reference, voice);
  return offerOf({ title, tell, url: topicLink(topic.id, reference), story }, reader, reference);
}

interface Subject {
  readonly title: string;
  readonly tell: (voice: Voice) => readonly Block[];
  /** Where it is told in the private chat. */
  readonly url: string;
  /** The story that it tells whole. */
  readonly story: Story;
}

function offerOf(subject: Subject, reader: Reader, reference: Reference): Offer | undefined {
  const message = messageOf(subject, reader);
  return (
    message && {
      // Telegram refuses all results where one has no title.
      title: shortened(onOneLine(subject.title), longestTitle) || subject.story.id,
      description: descriptionOf(subject.story, reference, voiceOf(reader)),
      message: { ...message, keyboard: [linksTo(subject, reader, reference)] },
      cards: [],
    }
  );
}

/** One message: in both languages where they fit, else in the reader's own, as far as it fits. */
function messageOf({ tell, url }: Subject, reader: Reader): Message | undefined {
  const { printing } = reader;
  const [whole, ...more] = pack(blocksInVoices(printing, tell), printing);
  if (more.length === 0) return whole;
  const voice = voiceOf(reader);
  const rest = block(link(url, say(voice.language, "interface:inline.rest")), voice);
  return packFirst([tell(voice)], rest, voice);
}

function linksTo(
  { url, story }: Subject,
  { wording }: Reader,
  reference: Reference,
): readonly Button[] {
  const changed = reference.edition.standings?.get(story.id)?.changed;
  const history = label(wording, "interface:button.history");
  return [
    { type: "link", label: label(wording, "interface:button.private"), url },
    ...(changed === undefined
      ? []
      : [{ type: "link" as const, label: history, url: historyLink(story.id, reference) }]),
  ];
}

/** A figure that does not fit is left out: half of one would say something else. */
function descriptionOf(story: Story, reference: Reference, voice: Voice): string {
  const where = visible(dateline(story, voice));
  const [first = html``] = storyFigures(story, reference, voice);
  const parts = [where, firstFigure(visible(first))].map(onOneLine);
  const whole = parts.filter((part) => part !== "").join(" · ");
  return whole.length <= longestDescription
    ? whole
    : shortened(onOneLine(where), longestDescription);
}

/** The first line of a figure; where sources differ, that they do, and what the first of them says. */
function firstFigure(lines: string): string {
  const [line = "", ...below] = lines.split("\n");
  const [side = ""] = below;
  return line.startsWith("• ") ? line.slice(2) : `${line} ${side.replace(/^• /, "")}`;
}

const longestTitle = 256;
const longestDescription = 512;

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept}…`;
}

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

function voiceOf({ printing, wording }: Reader): Voice {
  return { ...printing, language: wording };
}
