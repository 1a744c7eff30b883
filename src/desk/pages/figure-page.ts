import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { figureBlocks } from "../../rendering/figures/figure.ts";
import { figureLabel } from "../../rendering/figures/figure-label.ts";
import { directed } from "../../rendering/text/directed.ts";
import { html, join, prose, type Html } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import type { Key } from "../../rendering/text/translate.ts";
import type { Scene } from "../dialogue/context.ts";
import {
  articleOf,
  findFigure,
  looseEndsOf,
  type ChangeField,
  type DeskFigure,
} from "../dialogue/draft.ts";
import { nobody } from "../dialogue/values.ts";
import { surroundings } from "./surroundings.ts";
import { asideRow, button, message, quoted, shortened, voiceOf, words } from "./parts.ts";

/** A figure to be decided: where it stands in the article, how it was read, and what is unsure. */
export function figurePage(scene: Scene, one: DeskFigure): Message {
  const text = join(
    [html`<b>${titleOf(scene, one)}</b>`, quoteOf(scene, one), html`${readingOf(scene, one)}`],
    "\n\n",
  );
  return message(text, figureKeyboard(scene, one));
}

/** One that is decided, in short, with the way back to it. */
export function decidedPage(scene: Scene, one: DeskFigure): Message {
  const decision = words(scene, `desk:figure.${one.decision}`);
  const line = join([html`<b>${titleOf(scene, one)}: ${decision}</b>`, sentence(scene, one)], "\n");
  const again = button(scene, "desk:figure.review", { type: "review", figure: one.figure.id });
  return message(line, [[again]]);
}

function titleOf(scene: Scene, { figure }: DeskFigure): Html {
  const { figures } = scene.draft;
  const place = figures.findIndex((one) => one.figure.id === figure.id) + 1;
  const voice = voiceOf(scene.context);
  return words(scene, "desk:figure.title", {
    n: formatCount(place, voice),
    all: formatCount(figures.length, voice),
  });
}

function quoteOf({ draft }: Scene, { span, language }: DeskFigure): Html {
  const { before, quote, after } = surroundings(articleOf(draft), span);
  const shown = html`${prose(before, language)}<b>${prose(quote, language)}</b>${prose(after, language)}`;
  return html`<blockquote>${directed(shown, language)}</blockquote>`;
}

function readingOf(scene: Scene, one: DeskFigure): Html {
  return join(
    [
      sentence(scene, one),
      ...tieLines(scene, one),
      ...namedLines(scene, one),
      ...doubtLines(scene, one),
    ],
    "\n",
  );
}

/** The figure as readers would be told it, by itself. */
export function sentence({ draft, context }: Scene, { figure }: DeskFigure): Html {
  const { of: _of, componentOf: _sum, sameAs: _same, ...alone } = figure;
  const story = aloneIn(alone, draft.date);
  const telling = { story, sources: context.edition.sources, voice: voiceOf(context) };
  return join(figureBlocks(story, telling), "\n");
}

const noDay = { from: "1900-01-01", to: "1900-01-01" };

function aloneIn(figure: Figure, date: Story["date"] = noDay): Story {
  const blank = { ar: "", en: "" };
  return {
    id: "",
    topic: "",
    also: [],
    date,
    place: blank,
    headline: blank,
    excerpt: blank,
    figures: [figure],
    sources: [],
    links: [],
    breaking: false,
    push: false,
    graphic: false,
    corrections: [],
  };
}

function tieLines(scene: Scene, { figure }: DeskFigure): readonly Html[] {
  const ties: readonly (readonly [Key, string | undefined])[] = [
    ["desk:figure.part", figure.of],
    ["desk:figure.addend", figure.componentOf],
    ["desk:figure.same", figure.sameAs],
  ];
  return ties.flatMap(([key, id]) => {
    const other = id === undefined ? undefined : findFigure(scene.draft, id);
    if (other === undefined) return [];
    return [words(scene, key, { other: figureLabel(other.figure, voiceOf(scene.context)) })];
  });
}

/** What the text names and the record has not. */
function namedLines(scene: Scene, one: DeskFigure): readonly Html[] {
  const { named, language } = one;
  const loose = looseEndsOf(one).map((end) => [end, named[end]] as const);
  return loose.flatMap(([what, said]) =>
    said === undefined
      ? []
      : [
          words(scene, `desk:figure.${what === "source" ? "named" : what}`, {
            words: quoted(shortened(said, 120), language),
          }),
        ],
  );
}

const doubtKeys = {
  two_or_many: "twoOrMany",
  decimal_or_thousands: "decimal",
  who: "who",
  qualifier: "qualifier",
} as const;

function doubtLines(scene: Scene, { doubts, modality, figure }: DeskFigure): readonly Html[] {
  const all = [
    ...(modality === "asserted" ? [] : ([modality] as const)),
    ...doubts.map((doubt) => doubtKeys[doubt]),
    ...(figure.attribution.type === "inferred" ? (["inferred"] as const) : []),
  ];
  return all.map((doubt) => html`<i>${words(scene, `desk:doubt.${doubt}`)}</i>`);
}

function figureKeyboard(scene: Scene, one: DeskFigure): Keyboard {
  const { id } = one.figure;
  const open = scene.draft.figures.filter(({ decision }) => decision === "open");
  const change = (field: ChangeField) =>
    button(scene, `desk:field.${field}`, { type: "change", figure: id, field });
  return [
    [
      button(scene, "desk:figure.keep", { type: "keep", figure: id }),
      button(scene, "desk:figure.drop", { type: "drop", figure: id }),
    ],
    [change("count"), change("qualifier")],
    [change("who"), change("source")],
    [change("group"), change("time")],
    [change("scope"), ...untie(scene, one)],
    open.length > 1 ? [button(scene, "desk:figure.dropRest", { type: "dropRest" })] : [],
    asideRow(scene),
  ];
}

function untie(scene: Scene, { figure }: DeskFigure): readonly Button[] {
  const isTied = (figure.of ?? figure.componentOf ?? figure.sameAs) !== undefined;
  const action = { type: "set", figure: figure.id, field: "ties", value: nobody } as const;
  return isTied ? [button(scene, "desk:figure.untie", action)] : [];
}
