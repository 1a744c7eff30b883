import type { Day } from "../../domain/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { Source } from "../../domain/source.ts";
import type { Panel } from "../../domain/timeline.ts";
import type { Theme } from "./picture.ts";

/** What a chart shows, in no language: it can be drawn anew when a figure turns out wrong. */
export interface Chart {
  readonly topic: string;
  readonly title: Bilingual;
  readonly theme: Theme;
  readonly panels: readonly Panel[];
  /** How many figures of the topic the chart has no room for. */
  readonly left: number;
  /** Those that are quoted, as they were called then. */
  readonly sources: readonly Source[];
  /** What was corrected of the figures that are shown, the latest of each. */
  readonly corrected: readonly Corrected[];
  /** The day of the latest change. */
  readonly asOf: Day;
}

/** A figure as it was before it was corrected. */
export interface Corrected {
  readonly story: string;
  readonly was: Figure;
}
