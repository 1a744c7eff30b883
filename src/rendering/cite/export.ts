import { storiesOf, type Edition, type Topic } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import { html, join, link, type Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { toCsv } from "./csv.ts";
import { columns, recordsOf, type FigureRecord } from "./figure-record.ts";

/** A file to be sent. */
export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Export {
  readonly csv: File;
  readonly json: File;
  /** What the files hold, and what may be done with it. */
  readonly caption: Message;
  /** What the files hold, in a line a language. */
  readonly title: Message;
}

interface Reference {
  readonly edition: Edition;
  /** Without "@". */
  readonly botUsername: string;
  readonly now: Date;
}

/** The figures of a topic's stories as files; undefined where it has none. */
export function exportTopic(
  topic: Topic,
  printing: Printing,
  reference: Reference,
): Export | undefined {
  const stories = storiesOf(reference.edition, topic.id);
  const records = recordsOf(stories, reference);
  if (records.length === 0) return undefined;
  return {
    csv: file("figures.csv", csvOf(records, reference)),
    json: file("figures.json", jsonOf(topic, records, reference)),
    caption: captionOf(topic, records.length, printing, reference),
    title: titleOf(topic, printing),
  };
}

function file(name: string, text: string): File {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Every row carries the licence: a sheet is parted from the message that it came with. */
function csvOf(records: readonly FigureRecord[], { edition }: Reference): string {
  const { licence } = edition.newsroom ?? {};
  const terms = {
    ...(licence && { licence: licence.name.en }),
    ...(licence?.url !== undefined && { licence_url: licence.url }),
  };
  const rows = records.map((record) => ({ ...record, ...terms }));
  return toCsv([...columns, "licence", "licence_url"], rows);
}

/** Counts up when a field changes its meaning or goes. */
const version = 1;

function jsonOf(topic: Topic, figures: readonly FigureRecord[], reference: Reference): string {
  const { edition, botUsername, now } = reference;
  const document = {
    format: "mujaz-figures",
    version,
    exported_at: now.toISOString(),
    bot: botUsername,
    newsroom: edition.newsroom?.name ?? null,
    licence: edition.newsroom?.licence ?? null,
    topic: { id: topic.id, title: topic.title },
    figures,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function captionOf(
  topic: Topic,
  count: number,
  printing: Printing,
  { edition }: Reference,
): Message {
  return inVoices(printing, (voice) => {
    const n = formatCount(count, voice);
    const held = say(voice.language, "sharing:export.figures", { count, n });
    return join([title(topic, voice), held, licenceLine(edition, voice)], "\n");
  });
}

function titleOf(topic: Topic, printing: Printing): Message {
  return inVoices(printing, (voice) => title(topic, voice));
}

function title(topic: Topic, voice: Voice): Html {
  const args = { topic: told(topic.title, voice) };
  return html`<b>${say(voice.language, "sharing:export.title", args)}</b>`;
}

/** Short enough for a caption: names and titles are. */
function inVoices(printing: Printing, words: (voice: Voice) => Html): Message {
  const [message] = renderInVoices(printing, (voice) => [block(words(voice), voice)]);
  return message ?? { html: "" };
}

function licenceLine({ newsroom }: Edition, voice: Voice): Html {
  const { licence } = newsroom ?? {};
  if (licence === undefined) return say(voice.language, "sharing:export.unlicensed");
  const name = told(licence.name, voice);
  const shown = licence.url === undefined ? name : link(licence.url, name);
  return say(voice.language, "sharing:export.licence", { licence: shown });
}
