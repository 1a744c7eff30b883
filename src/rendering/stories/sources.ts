import { figuresOf } from "../../domain/edition.ts";

import type { Printing } from "../../domain/printing.ts";
import type { Source } from "../../domain/source.ts";
import type { Story } from "../../domain/story.ts";
import { block, listBlocks, renderInVoices } from "../message/blocks.ts";
import type { Heading } from "../text/heading.ts";
import { html, join, link, prose } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { formatCount } from "../text/numbers.ts";
import type { Reference } from "../message/reference.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** How much rests on a source: figures stated to be its own, judged to be, relayed by it; words. */
interface Quoted {
  readonly source: Source;
  readonly stated: number;
  readonly inferred: number;
  readonly relayed: number;
  /** Quoted in the text of a story. */
  readonly inText: boolean;
}

function quotedBy(source: Source, stories: readonly Story[]): Quoted {
  const attributions = stories.flatMap(figuresOf).map(({ attribution }) => attribution);
  const by = (type: "stated" | "inferred") =>
    attributions.filter((one) => one.type === type && one.source === source.id).length;
  const relayed = attributions.filter(({ via }) => via === source.id).length;
  const inText = stories.some(({ sources }) => sources.includes(source.id));
  return { source, stated: by("stated"), inferred: by("inferred"), relayed, inText };
}

/** The sources of the stories' figures and texts, the most quoted first. */
function quotedIn(stories: readonly Story[], { edition }: Reference): readonly Quoted[] {
  const total = ({ stated, inferred, relayed }: Quoted) => stated + inferred + relayed;
  return [...edition.sources.values()]
    .map((source) => quotedBy(source, stories))
    .filter((quoted) => total(quoted) > 0 || quoted.inText)
    .toSorted((one, other) => total(other) - total(one));
}

function figureCount(count: number, voice: Voice): Html {
  return say(voice.language, "printing:sources.figures", { count, n: formatCount(count, voice) });
}

function counts({ stated, inferred, relayed, inText }: Quoted, voice: Voice): Html {
  const { language } = voice;
  const number = (count: number) => ({ figures: figureCount(count, voice) });
  const said = [
    stated > 0 ? figureCount(stated, voice) : undefined,
    inferred > 0 ? say(language, "printing:sources.inferred", number(inferred)) : undefined,
    relayed > 0 ? say(language, "printing:sources.relayed", number(relayed)) : undefined,
    inText ? say(language, "printing:sources.inText") : undefined,
  ];
  return join(
    said.filter((one) => one !== undefined),
    " · ",
  );
}

/** A name stands in a sentence as it is written ("the Syrian …"), and here at the start of a line. */
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function entry(quoted: Quoted, voice: Voice): Html {
  const { language } = voice;
  const { name, url, kind, note } = quoted.source;
  const title = prose(capitalised(name[language]), language);
  const named = say(language, "printing:sources.entry", {
    source: url === undefined ? title : link(url, title),
    kind: say(language, `printing:sources.kind.${kind}`),
  });
  const lines = [html`• ${named}`, counts(quoted, voice)];
  return join(note === undefined ? lines : [...lines, told(note, voice)], "\n");
}

/** Who is quoted in the stories' figures and texts: name, kind, number of figures, and what the editor notes. */
export function renderSources(
  heading: Heading,
  stories: readonly Story[],
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  const quoted = quotedIn(stories, reference);
  return renderInVoices(printing, (voice) => {
    const { language } = voice;
    const title = heading(language);
    if (quoted.length === 0) {
      const none = say(language, "printing:sources.none");
      return [block(join([html`<b>${title}</b>`, none], "\n"), voice)];
    }
    const entries = quoted.map((one) => entry(one, voice));
    return listBlocks(title, entries, voice, block);
  });
}
