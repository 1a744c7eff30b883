import type { Complaint } from "../problem.ts";
import type {
  NewsroomReading,
  SourcesReading,
  StoryReading,
  TopicReading,
} from "../reading/reading.ts";

/** All files of a folder as far as they could be read. */
export interface Content {
  /** Undefined where there is no `sources.yaml`. */
  readonly sources: SourcesReading | undefined;
  /** Undefined where there is no `newsroom.yaml`. */
  readonly newsroom?: NewsroomReading | undefined;
  /** By the name of the folder; undefined for a folder without `topic.yaml`. */
  readonly topics: ReadonlyMap<string, TopicReading | undefined>;
  readonly stories: readonly StoryOfFile[];
}

export interface StoryOfFile {
  readonly file: string;
  readonly topic: string;
  readonly reading: StoryReading;
}

/** Something that is wrong only beside other files. */
export interface FileComplaint extends Complaint {
  readonly file: string;
}
