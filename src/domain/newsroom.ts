import type { Bilingual } from "./language.ts";

/** Who publishes the content, and what others may do with it. */
export interface Newsroom {
  readonly name: Bilingual;
  /** Absent where none was stated, which grants nothing. */
  readonly licence?: {
    readonly name: Bilingual;
    readonly url?: string;
  };
}
