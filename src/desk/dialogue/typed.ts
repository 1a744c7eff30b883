import type { Language } from "../../domain/language.ts";
import { bilingual } from "../../content/schema/text.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import type { Key } from "../../rendering/text/translate.ts";
import { askPages } from "../pages/ask-pages.ts";
import { countOf } from "../pages/change-page.ts";
import { exampleDay, exampleMonth } from "../pages/field-pages.ts";
import { figurePage } from "../pages/figure-page.ts";
import { message, send, shortened, words } from "../pages/parts.ts";
import { hedgeFor, readAmount, readDate, readText } from "./answers.ts";
import { attributed, settle, translate, withoutQuote } from "./change.ts";
import type { Scene, Stepped } from "./context.ts";
import { findFigure, withFigure, type Ask, type DeskFigure, type TextField } from "./draft.ts";
import { asked, deed, goOn, show } from "./moves.ts";
import { readTime } from "./times.ts";
import { askOf } from "./next.ts";
import { sourceNamed } from "./known-sources.ts";

interface Typed {
  readonly messageId: number;
  readonly text: string;
  readonly to?: Ask;
}

/** A text as the answer to what is asked. What was taken once is not taken again. */
export function answerTyped(scene: Scene, { messageId, text, to }: Typed): Stepped {
  if (messageId <= scene.draft.heard) return show(scene, send(...askPages(scene)));
  const answered = answer(scene, to ?? askOf(scene.draft), text.toWellFormed().trim());
  const isTaken = answered.draft !== scene.draft;
  return isTaken ? { ...answered, draft: { ...answered.draft, heard: messageId } } : answered;
}

function answer(scene: Scene, ask: Ask, text: string): Stepped {
  switch (ask.type) {
    case "date":
      return date(scene, text);
    case "text":
      return storyText(scene, ask, text);
    case "change":
    case "settle":
      return figureAnswer(scene, ask, text);
    case "article":
    case "figure":
    case "figures":
    case "topic":
    case "preview":
      return show(scene, send(...askPages(scene)));
  }
}

/** Says what is wrong and asks again. */
function again(scene: Scene, key: Key, args: Parameters<typeof words>[2] = {}): Stepped {
  return show(scene, send(message(words(scene, key, args))));
}

function date(scene: Scene, text: string): Stepped {
  const date = readDate(text);
  if (date === undefined) return again(scene, "desk:date.wrong", { example: exampleDay });
  const days = date.from === date.to ? date.from : `${date.from} – ${date.to}`;
  return goOn(scene, asked({ ...scene.draft, date }), { deeds: [deed("date", days)] });
}

function storyText(
  scene: Scene,
  { field, language }: { readonly field: TextField; readonly language: Language },
  text: string,
): Stepped {
  const read = readText(field, language, text);
  if (read === undefined) {
    const n = countOf(scene, Array.from(text).length);
    return again(scene, `desk:text.${field}_${language}_wrong`, field === "place" ? {} : { n });
  }
  const { draft } = scene;
  const written = { ...draft, [field]: { ...draft[field], [language]: read } };
  return goOn(scene, asked(written), { deeds: [deed(field, read)] });
}

function figureAnswer(
  scene: Scene,
  ask: Extract<Ask, { readonly type: "change" | "settle" }>,
  text: string,
): Stepped {
  const one = findFigure(scene.draft, ask.figure);
  if (one === undefined) return goOn(scene, asked(scene.draft), { deeds: [] });
  const what = ask.type === "change" ? ask.field : ask.end;
  switch (what) {
    case "count":
      return count(scene, one, text);
    case "source":
      return source(scene, one, text);
    case "group":
      return ask.type === "change"
        ? group(scene, one, text)
        : otherLanguage(scene, one, { end: what, text });
    case "place":
      return otherLanguage(scene, one, { end: what, text });
    case "time":
    case "period":
      return time(scene, one, text);
    case "qualifier":
    case "who":
    case "scope":
      return show(scene, send(...askPages(scene)));
  }
}

function count(scene: Scene, one: DeskFigure, text: string): Stepped {
  const amount = readAmount(text);
  if (amount === undefined) return again(scene, "desk:change.countWrong");
  const { figure } = one;
  const qualifier = hedgeFor(amount, figure.qualifier);
  return retold(
    scene,
    { ...one, figure: { ...withoutQuote(figure), amount, qualifier } },
    deed("count", `${one.words} ← ${text}`),
  );
}

function source(scene: Scene, one: DeskFigure, text: string): Stepped {
  const id = sourceNamed(text, scene.context.edition.sources);
  if (id === undefined) {
    return again(scene, "desk:change.sourceUnknown", { typed: asOneRun(shortened(text, 100)) });
  }
  const sourced = settle({ ...one, figure: attributed(one, id) }, "source");
  return retold(scene, sourced, deed("source", `${one.words} ← ${id}`));
}

/** Of whom, in two lines: one language, then the other. */
function group(scene: Scene, one: DeskFigure, text: string): Stepped {
  const [ar, en, ...more] = text.split("\n").filter((line) => line.trim() !== "");
  const read = more.length > 0 ? undefined : names.safeParse({ ar, en }).data;
  if (read === undefined) {
    return again(scene, "desk:change.groupWrong", { n: countOf(scene, longestName) });
  }
  const named = settle({ ...one, figure: { ...one.figure, group: read } }, "group");
  return retold(scene, named, deed("group", `${one.words} ← ${read.ar}`));
}

function time(scene: Scene, one: DeskFigure, text: string): Stepped {
  const read = readTime(text);
  if (read === undefined) return again(scene, "desk:change.timeWrong", { example: exampleMonth });
  const { period: _period, since, ...rest } = one.figure;
  const isEnded = since !== undefined && !("since" in read);
  const scope = "since" in read ? "cumulative" : isEnded ? "period" : rest.scope;
  const timed = settle({ ...one, figure: { ...rest, ...read, scope } }, "period");
  return retold(scene, timed, deed("time", `${one.words} ← ${text}`));
}

/** The figure anew below the answer; one that is decided already leads on. */
function retold(scene: Scene, one: DeskFigure, done: ReturnType<typeof deed>): Stepped {
  const draft = asked(withFigure(scene.draft, one));
  if (one.decision !== "open") return goOn(scene, draft, { deeds: [done] });
  const asking = { type: "figure", figure: one.figure.id } as const;
  const page = figurePage({ ...scene, draft }, one);
  return { draft: { ...draft, asking }, replies: send(page), deeds: [done] };
}

const longestName = 120;
const names = bilingual({ max: longestName });

function otherLanguage(
  scene: Scene,
  one: DeskFigure,
  { end, text }: { readonly end: "group" | "place"; readonly text: string },
): Stepped {
  const language = one.language === "ar" ? "en" : "ar";
  const read = names.shape[language].safeParse(text).data;
  if (read === undefined) {
    return again(scene, "desk:settle.wrong", { n: countOf(scene, longestName) });
  }
  const { draft } = translate(scene, one, end, read);
  return goOn(scene, draft, { deeds: [deed(end, `${one.named[end] ?? ""} ← ${read}`)] });
}
