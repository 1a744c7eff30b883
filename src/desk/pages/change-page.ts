import { munitions, people, scopes, type Who } from "../../domain/figure.ts";
import { html, join } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import type { Scene } from "../dialogue/context.ts";
import type { ChangeField, DeskFigure, LooseEnd } from "../dialogue/draft.ts";
import { nearestSources } from "../dialogue/known-sources.ts";
import { certainties, nobody } from "../dialogue/values.ts";
import { exampleMonth } from "./field-pages.ts";
import { sentence } from "./figure-page.ts";
import {
  asideRow,
  button,
  inRows,
  labelOf,
  message,
  named,
  quoted,
  voiceOf,
  words,
} from "./parts.ts";

/** What the count of a source may be hedged with; a range or a vague word says so by itself. */
export const hedges = [
  "exact",
  "at_least",
  "more_than",
  "less_than",
  "about",
  "up_to",
  "unspecified",
] as const;

/** Sources to choose from; every other is written by name. */
const mostSources = 8;

/** A field of a figure to be changed: by buttons, and the number and the source by writing too. */
export function changePage(scene: Scene, one: DeskFigure, field: ChangeField): Message {
  const { id } = one.figure;
  const back = [button(scene, "desk:change.back", { type: "review", figure: id })];
  const text = join(
    [
      sentence(scene, one),
      words(scene, `desk:change.${field}`, field === "time" ? { example: exampleMonth } : {}),
    ],
    "\n\n",
  );
  return message(text, [...choices(scene, one, field), back, asideRow(scene)]);
}

function choices(scene: Scene, one: DeskFigure, field: ChangeField): Keyboard {
  switch (field) {
    case "count":
    case "group":
    case "time":
      return [];
    case "scope":
      return inRows(scopeButtons(scene, one), 1);
    case "qualifier":
      return inRows(hedgeButtons(scene, one), 2);
    case "who":
      return inRows(whoButtons(scene, one), 2);
    case "source":
      return [...inRows(sourceButtons(scene, one), 1), certainty(scene, one)];
  }
}

function hedgeButtons(scene: Scene, { figure }: DeskFigure): readonly Button[] {
  return hedges.map((value) =>
    button(scene, `desk:qualifier.${value}`, {
      type: "set",
      figure: figure.id,
      field: "qualifier",
      value,
    }),
  );
}

function scopeButtons(scene: Scene, { figure }: DeskFigure): readonly Button[] {
  return scopes.map((value) =>
    button(scene, `desk:scope.${value}`, { type: "set", figure: figure.id, field: "scope", value }),
  );
}

/** Who a figure of this kind may count. */
export function countable(one: DeskFigure): readonly Who[] {
  return one.figure.kind === "munitions" ? munitions : people;
}

function whoButtons(scene: Scene, one: DeskFigure): readonly Button[] {
  return countable(one).map((value) =>
    named(scene, labelOf(scene, `printing:nouns.${value}.plural`), {
      type: "set",
      figure: one.figure.id,
      field: "who",
      value,
    }),
  );
}

function sourceButtons(scene: Scene, one: DeskFigure): readonly Button[] {
  const { sources } = scene.context.edition;
  const set = (name: string, value: string) =>
    named(scene, name, { type: "set", figure: one.figure.id, field: "source", value });
  const near = nearestSources(one.named.source ?? "", sources, mostSources);
  return [
    ...near.map(({ id, name }) => set(name[scene.context.wording], id)),
    set(labelOf(scene, "desk:change.noSource"), nobody),
  ];
}

function certainty(scene: Scene, { figure }: DeskFigure): readonly Button[] {
  const { type } = figure.attribution;
  if (type === "none") return [];
  const other = type === "stated" ? "inferred" : "stated";
  const value = certainties[other];
  return [
    button(scene, `desk:change.${other}`, {
      type: "set",
      figure: figure.id,
      field: "source",
      value,
    }),
  ];
}

/** What the text names in its own language, or without an id, to be said for the record. */
export function settlePage(scene: Scene, one: DeskFigure, end: LooseEnd): Message {
  if (end === "source") {
    const text = join([settleSource(scene, one), words(scene, "desk:change.source")], "\n\n");
    return message(text, [...inRows(sourceButtons(scene, one), 1), asideRow(scene)]);
  }
  if (end === "period") return settleTime(scene, one);
  const language = one.language === "ar" ? "en" : "ar";
  const said = html`<b>${quoted(one.named[end] ?? "", one.language)}</b>`;
  const question = words(scene, `desk:settle.${end}_${language}`, { words: said });
  const key = end === "group" ? "desk:settle.leaveGroup" : "desk:settle.leavePlace";
  const leave = button(scene, key, { type: "leave", figure: one.figure.id, end });
  return message(join([sentence(scene, one), question], "\n\n"), [[leave], asideRow(scene)]);
}

function settleTime(scene: Scene, one: DeskFigure): Message {
  const said = html`<b>${quoted(one.named.period ?? "", one.language)}</b>`;
  const lines = [
    words(scene, "desk:settle.period", { words: said }),
    words(scene, "desk:change.time", { example: exampleMonth }),
  ];
  const text = join([sentence(scene, one), join(lines, "\n")], "\n\n");
  const leave = { type: "leave", figure: one.figure.id, end: "period" } as const;
  return message(text, [[button(scene, "desk:settle.leavePeriod", leave)], asideRow(scene)]);
}

function settleSource(scene: Scene, one: DeskFigure) {
  const said = html`<b>${quoted(one.named.source ?? "", one.language)}</b>`;
  return join([sentence(scene, one), words(scene, "desk:figure.named", { words: said })], "\n");
}

/** How many characters a text has, as the desk prints numbers. */
export function countOf(scene: Scene, count: number): string {
  return formatCount(count, voiceOf(scene.context));
}
