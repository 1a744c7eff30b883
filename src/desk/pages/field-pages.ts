import type { Day } from "../../domain/time/dates.ts";
import type { Language } from "../../domain/language.ts";
import { storiesOf } from "../../domain/edition.ts";
import { figureLabel } from "../../rendering/figures/figure-label.ts";
import { formatDate, formatDays } from "../../rendering/text/dates.ts";
import { html, isolate, join, type Html } from "../../rendering/text/html.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import type { Key } from "../../rendering/text/translate.ts";
import type { Scene } from "../dialogue/context.ts";
import { articleOf, type TextField } from "../dialogue/draft.ts";
import { daysIn } from "../draft/dates.ts";
import {
  asideRow,
  button,
  inRows,
  labelOf,
  message,
  named,
  quoted,
  shortened,
  voiceOf,
  words,
} from "./parts.ts";

/** How much of the article there is, and what else it takes. */
export function articlePage(scene: Scene): Message {
  const { draft, context } = scene;
  const voice = voiceOf(context);
  const counted = (key: Key, count: number) =>
    words(scene, key, { count, n: formatCount(count, voice) });
  const parts = counted("desk:article.parts", draft.pieces.length);
  const size = counted("desk:article.size", articleOf(draft).length);
  const text = join(
    [
      html`<b>${words(scene, "desk:article.title")}</b>`,
      words(scene, "desk:article.line", { parts, size }),
      words(scene, "desk:article.hint"),
    ],
    "\n",
  );
  const done = button(scene, "desk:article.done", { type: "read" });
  return message(text, [[done], asideRow(scene)]);
}

/** Telegram takes 100 buttons; a newsroom has fewer topics. */
const mostTopics = 80;

export function topicPage(scene: Scene): Message {
  const { edition, wording } = scene.context;
  const buttons = [...edition.topics.values()]
    .slice(0, mostTopics)
    .map(({ id, title }) => named(scene, title[wording], { type: "topic", topic: id }));
  return message(words(scene, "desk:topic.ask"), [...inRows(buttons, 2), asideRow(scene)]);
}

const dayMs = 86_400_000;

/** The day so many days before another. */
function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

/** An example is not to be taken for a proposal. */
export const exampleDay = isolate(html`<code>2018-02-07</code>`);

/** Days of the article to choose from; most articles write one or none. */
const mostDays = 4;

export function datePage(scene: Scene): Message {
  const { today } = scene.context;
  const dayButton = (key: Key, day: Day): readonly Button[] => {
    const shown = labelOf(scene, key, { day: formatDate(day, voiceOf(scene.context)) });
    return [named(scene, shown, { type: "date", day })];
  };
  const written = daysIn(articleOf(scene.draft)).slice(0, mostDays);
  const near = (["desk:date.today", "desk:date.yesterday", "desk:date.before"] as const).map(
    (key, days) => ({ key, day: daysBefore(today, days) }),
  );
  const buttons = [
    ...written.map((day) => dayButton("desk:date.written", day)),
    ...near.filter(({ day }) => !written.includes(day)).map(({ key, day }) => dayButton(key, day)),
  ];
  const text = words(scene, "desk:date.ask", { example: exampleDay });
  return message(text, [...buttons, asideRow(scene)]);
}

export const exampleMonth = isolate(html`<code>2018-01</code>`);

/** Places of other stories to choose from. */
const mostPlaces = 5;

export function textPage(scene: Scene, field: TextField, language: Language): Message {
  const now = scene.draft[field][language];
  const lines = [
    ...(now === undefined
      ? []
      : [words(scene, `desk:text.${field}_${language}_now`, { words: quoted(now, language) })]),
    words(scene, `desk:text.${field}_${language}`),
  ];
  const places = field === "place" ? inRows(placeButtons(scene), 1) : [];
  const back =
    now === undefined ? [] : [button(scene, "desk:change.back", { type: "open", page: "next" })];
  return message(join(lines, "\n\n"), [...places, back, asideRow(scene)]);
}

function placeButtons(scene: Scene): readonly Button[] {
  const { edition, wording } = scene.context;
  const stories = storiesOf(edition, scene.draft.topic ?? "");
  const byPlace = new Map(stories.toReversed().map((story) => [story.place.en, story]));
  return [...byPlace.values()]
    .slice(-mostPlaces)
    .toReversed()
    .map(({ id, place }) => named(scene, place[wording], { type: "place", story: id }));
}

/** Buttons that fit beside the others; the figures of a longer article are decided in turn. */
const mostFigures = 40;

export function figuresPage(scene: Scene): Message {
  const { draft, context } = scene;
  const voice = voiceOf(context);
  const next = [button(scene, "desk:change.back", { type: "open", page: "next" })];
  if (draft.figures.length === 0) return message(words(scene, "desk:figures.none"), [next]);
  const shown = draft.figures.slice(0, mostFigures);
  const lines = shown.map((one, index) =>
    words(scene, "desk:figures.line", {
      n: formatCount(index + 1, voice),
      label: shortened(figureLabel(one.figure, voice), 70),
      decision: words(scene, `desk:figure.${one.decision}`),
    }),
  );
  const buttons = shown.map(({ figure }, index) =>
    named(scene, formatCount(index + 1, voice), { type: "review", figure: figure.id }),
  );
  const text = join([html`<b>${words(scene, "desk:figures.title")}</b>`, ...lines], "\n");
  return message(text, [...inRows(buttons, 6), next]);
}

/** What was chosen, in the place of the question. */
export function topicLine(scene: Scene, topic: string): Html {
  const { edition, wording } = scene.context;
  const title = edition.topics.get(topic)?.title[wording] ?? topic;
  return words(scene, "desk:topic.chosen", { topic: title });
}

export function dateLine(scene: Scene): Html {
  const { draft, context } = scene;
  const day = draft.date === undefined ? html`` : formatDays(draft.date, voiceOf(context));
  return words(scene, "desk:date.chosen", { day });
}

export function placeLine(scene: Scene): Html {
  const { draft, context } = scene;
  return words(scene, "desk:text.chosen", { place: draft.place[context.wording] ?? "" });
}
