import { scopes, type Figure, type Qualifier, type Scope } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import { normalise } from "../../domain/normalise.ts";
import { changePage, countable, hedges } from "../pages/change-page.ts";
import { decidedPage, figurePage } from "../pages/figure-page.ts";
import { edit } from "../pages/parts.ts";
import type { Scene, Stepped } from "./context.ts";
import { withFigure, type ChangeField, type DeskFigure, type LooseEnd } from "./draft.ts";
import { asked, deed, goOn, refuse } from "./moves.ts";
import type { DeskAction } from "./press.ts";
import { certainties, nobody } from "./values.ts";

/** The choices for a field of a figure, in the place of the figure. */
export function openChange(scene: Scene, one: DeskFigure, field: ChangeField): Stepped {
  const asking = { type: "change", figure: one.figure.id, field } as const;
  const draft = { ...scene.draft, asking };
  return { draft, replies: [edit(changePage({ ...scene, draft }, one, field))], deeds: [] };
}

type SetAction = Extract<DeskAction, { readonly type: "set" }>;

/** A field set by a button. */
export function setField(scene: Scene, one: DeskFigure, { field, value }: SetAction): Stepped {
  const figure = figureWith(scene, one, field, value);
  if (figure === undefined) return refuse(scene, "desk:press.old");
  const isSettled = field === "source" || field === "ties";
  const settled = isSettled ? settle({ ...one, figure }, field) : { ...one, figure };
  return changed(scene, settled, [deed(field, `${one.words} ← ${value}`)]);
}

/** A record that an editor has changed is not what the words say: it does not quote them. */
export function withoutQuote(figure: Figure): Figure {
  const { quote: _quote, ...rest } = figure;
  return rest;
}

function figureWith(
  scene: Scene,
  one: DeskFigure,
  field: SetAction["field"],
  value: string,
): Figure | undefined {
  const { figure } = one;
  switch (field) {
    case "qualifier": {
      const qualifier = hedges.find((hedge) => hedge === value);
      return qualifier && withoutQuote(hedged(figure, qualifier));
    }
    case "who": {
      const who = countable(one).find((noun) => noun === value);
      return who && { ...withoutQuote(figure), who };
    }
    case "source":
      return sourced(one, value, scene);
    case "scope": {
      const scope = scopes.find((some) => some === value);
      return scope && scoped(figure, scope);
    }
    case "ties":
      return value === nobody ? untied(figure) : undefined;
  }
}

/** A range or a vague word has its own hedge where the source used no other. */
function hedged(figure: Figure, qualifier: Qualifier): Figure {
  const { type } = figure.amount;
  const plain = qualifier === "exact" && (type === "range" || type === "vague") ? type : qualifier;
  return { ...figure, qualifier: plain };
}

/** Only a running total has a beginning and no end. */
function scoped({ since, ...figure }: Figure, scope: Scope): Figure {
  const isRunning = scope === "cumulative" && since !== undefined;
  return { ...figure, scope, ...(isRunning && { since }) };
}

/** By itself: a part or a repetition of no other. */
export function untied(figure: Figure): Figure {
  const { of: _of, componentOf: _sum, sameAs: _same, ...alone } = figure;
  return alone;
}

/** A source that the sentence does not name is likely, unless the editor says otherwise. */
export function attributed(one: DeskFigure, source: string): Figure {
  const { via } = one.figure.attribution;
  const type = one.isStated ? "stated" : "inferred";
  const attribution = { type, source, ...(via !== undefined && { via }) } as const;
  return { ...one.figure, attribution };
}

function sourced(one: DeskFigure, value: string, { context }: Scene): Figure | undefined {
  const { figure } = one;
  const { attribution } = figure;
  const via = attribution.via === undefined ? {} : { via: attribution.via };
  if (value === nobody) return { ...figure, attribution: { type: "none", ...via } };
  if (context.edition.sources.has(value)) return attributed(one, value);
  if (attribution.type === "none") return undefined;
  const { source } = attribution;
  if (value === certainties.stated)
    return { ...figure, attribution: { type: "stated", source, ...via } };
  if (value !== certainties.inferred) return undefined;
  return { ...figure, attribution: { type: "inferred", source, ...via } };
}

export function settle(one: DeskFigure, end: LooseEnd | "ties"): DeskFigure {
  return { ...one, settled: [...one.settled.filter((other) => other !== end), end] };
}

/** What the text names is left out of the record, by the editor's word. */
export function leaveOut(scene: Scene, one: DeskFigure, end: LooseEnd): Stepped {
  return changed(scene, settle(one, end), [
    deed(end === "period" ? "time" : end, `${one.named[end] ?? ""} ← -`),
  ]);
}

/**
 * Back to the figure that was changed: one that is not decided yet is shown again with its choices,
 * a kept one in short, and then what is asked next.
 */
function changed(scene: Scene, one: DeskFigure, deeds: Stepped["deeds"]): Stepped {
  const draft = asked(withFigure(scene.draft, one));
  const next = { ...scene, draft };
  if (one.decision === "open") {
    const asking = { type: "figure", figure: one.figure.id } as const;
    return { draft: { ...draft, asking }, replies: [edit(figurePage(next, one))], deeds };
  }
  return goOn(scene, draft, { deeds, first: decidedPage(next, one) });
}

/**
 * The other language of what the text names, for this figure and for every other of which the text
 * says the same.
 */
export function translate(
  scene: Scene,
  one: DeskFigure,
  end: "group" | "place",
  words: string,
): Scene {
  const said = one.named[end] ?? "";
  const both: Bilingual = one.language === "ar" ? { ar: said, en: words } : { ar: words, en: said };
  const figures = scene.draft.figures.map((other) => {
    const same = normalise(other.named[end] ?? "") === normalise(said);
    const free = other.figure[end] === undefined && !other.settled.includes(end);
    return same && free ? { ...other, figure: { ...other.figure, [end]: both } } : other;
  });
  return { ...scene, draft: asked({ ...scene.draft, figures }) };
}
