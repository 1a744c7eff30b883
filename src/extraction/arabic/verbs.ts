import type { Kind } from "../../domain/figure.ts";
import { foldWord } from "../text/fold.ts";
import type { Verb } from "./lexicon.ts";

/** A verb of harm, in the voice in which it counts the harmed (the passive is written the same). */
export interface VerbEntry {
  readonly kind: Kind;
  /** Third person masculine singular. */
  readonly past: string;
  readonly present?: string;
  /** What is not regular. */
  readonly forms?: readonly string[];
  /** Says many other things. */
  readonly close?: boolean;
}

export interface VerbForm extends Verb {
  /** Folded. */
  readonly form: string;
}

export function verbFormsOf(entry: VerbEntry): readonly VerbForm[] {
  const { kind, forms = [], close = false } = entry;
  const past = foldWord(entry.past);
  const present = foldWord(entry.present ?? "");
  const make = (form: string, isAfter: boolean, isPresent: boolean): VerbForm => ({
    form,
    kind,
    isAfter,
    isPresent,
    isClose: close,
  });
  const irregular = forms.map((form) => foldWord(form));
  return [
    ...["", "ت"].map((ending) => make(past + ending, false, false)),
    ...["وا", "ا", "تا", "ن"].map((ending) => make(past + ending, true, false)),
    ...(present === "" ? [] : presentFormsOf(present, make)),
    ...irregular.map((form) => make(form, /وا$|ون$/u.test(form), /^[يت]/u.test(form))),
  ];
}

function presentFormsOf(
  present: string,
  make: (form: string, isAfter: boolean, isPresent: boolean) => VerbForm,
): readonly VerbForm[] {
  const feminine = `ت${present.slice(1)}`;
  return [
    // Behind «لم» a hollow verb is short: «يصاب», «يصب».
    ...[present, feminine, present.replace(/ا(.)$/u, "$1"), feminine.replace(/ا(.)$/u, "$1")].map(
      (form) => make(form, false, true),
    ),
    ...["وا", "ون", "ان", "ن"].map((ending) => make(present + ending, true, true)),
  ];
}
