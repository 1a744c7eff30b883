import type { Topic } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Newsroom } from "../../domain/newsroom.ts";
import type { Source } from "../../domain/source.ts";
import type { Story } from "../../domain/story.ts";
import type { Complaint } from "../problem.ts";

// What one file says, as far as it can be read. A file with complaints still tells its ids, so
// that one mistake is not reported again by every file that refers to it.

export interface SourcesReading {
  readonly type: "sources";
  /** Undefined where the file cannot be read at all. */
  readonly ids: readonly string[] | undefined;
  readonly sources: readonly Source[];
  readonly complaints: readonly Complaint[];
}

export interface NewsroomReading {
  readonly type: "newsroom";
  readonly newsroom: Newsroom | undefined;
  readonly complaints: readonly Complaint[];
}

export interface TopicReading {
  readonly type: "topic";
  readonly topic: Topic | undefined;
  readonly complaints: readonly Complaint[];
}

export interface StoryReading {
  readonly type: "story";
  readonly id: string | undefined;
  /** The other topics that are named rightly, each with its place in the list. */
  readonly also: readonly { readonly topic: string; readonly index: number }[];
  /** The sources that the text quotes, in their places; undefined where one is no id. */
  readonly quoted: readonly (string | undefined)[];
  /** In the places that they have in the file; undefined where one is wrong in itself. */
  readonly figures: readonly (Figure | undefined)[];
  /** The ids of all figures that have one, right or wrong. */
  readonly figureIds: readonly string[];
  /** Undefined where anything is wrong. */
  readonly story: Story | undefined;
  readonly complaints: readonly Complaint[];
}

export type Reading = SourcesReading | NewsroomReading | TopicReading | StoryReading;
