import type { PartialDate } from "../../domain/time/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual, Language } from "../../domain/language.ts";
import type { Source } from "../../domain/source.ts";
import type { Panel } from "../../domain/timeline.ts";
import type { Html } from "../text/html.ts";
import type { Theme } from "./picture.ts";

/** What a chart shows, in no language: it can be drawn anew when a figure turns out wrong. */
export interface Chart {
  readonly topic: string;
  readonly title: Bilingual;
  readonly theme: Theme;
  /** With the reports that stand here no more, which may come back. */
  readonly panels: readonly Panel[];
  /** Those of them that are not shown: `story/figure`. */
  readonly gone: readonly string[];
  /** How many figures of the topic the chart has no room for. */
  readonly left: number;
  /** Those that are quoted, as they were called then. */
  readonly sources: readonly Source[];
  /** What was corrected of the figures that are shown, the latest of each. */
  readonly corrected: readonly Corrected[];
  /** The stories that changed last first. */
  readonly changes: readonly Changes[];
  /** The day of the latest change. */
  readonly asOf: PartialDate;
}

/** What was changed of a story's figures, the newest first, as it is said in each language. */
export interface Changes {
  readonly story: string;
  readonly lines: Readonly<Record<Language, readonly Html[]>>;
}

/** A figure as it was before it was corrected. */
export interface Corrected {
  readonly story: string;
  readonly was: Figure;
}
