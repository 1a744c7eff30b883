import type { Amount, Kind, Qualifier, Who } from "../domain/figure.ts";
import type { Doubt, Modality } from "./figure.ts";
import type { Sentence } from "./text/sentences.ts";

/** What the grammar of a language found in one sentence; who said so, where and when come later. */
export interface Found {
  /** Indices of tokens of the sentence, both included: the words that it was read from. */
  readonly first: number;
  readonly last: number;
  readonly kind: Kind;
  readonly who: Who;
  /** Of whom, as tokens: «القوات الموالية للنظام». */
  readonly group?: readonly [first: number, last: number];
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly modality: Modality;
  /** "12 of them": index, in what was found in this sentence, of the whole. */
  readonly of?: number;
  /**
   * "Among the dead were …" that begins a sentence: the whole, if there is one, stands before it.
   * `any`: it only says "among them", and what happened to them is what happened to the whole.
   */
  readonly ofBefore?: "kind" | "any";
  /** Counted as bodies, or by name. */
  readonly basis?: "bodies_recovered" | "identified_by_name" | "estimate";
  readonly doubts: readonly Doubt[];
}

/** Reads the sentences of one language, each by itself, in the order of their spans. */
export type Grammar = (sentence: Sentence) => readonly Found[];
