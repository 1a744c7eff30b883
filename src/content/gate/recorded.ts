import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import type { StoryOfFile } from "../check/content.ts";
import type { Path } from "../problem.ts";
import { daysOf, type Days } from "./days.ts";

/** A figure that is told, with where it stands. */
export interface Recorded {
  /** `story/figure`. */
  readonly name: string;
  readonly figure: Figure;
  readonly story: Story;
  readonly file: string;
  readonly path: Path;
  readonly days: Days;
}

/** The figures of all stories that are told, in the order of their files. */
export function recordedIn(stories: readonly StoryOfFile[]): readonly Recorded[] {
  return stories.flatMap(({ file, reading: { story } }) => {
    if (story === undefined || story.withdrawn !== undefined) return [];
    return figuresOf(story).map((figure) => ({
      name: `${story.id}/${figure.id}`,
      figure,
      story,
      file,
      path: ["figures", story.figures.indexOf(figure)],
      days: daysOf(figure, story),
    }));
  });
}

/** The name of the figure that it says to repeat. */
export function repeatedBy({ figure: { sameAs }, story }: Recorded): string | undefined {
  if (sameAs === undefined) return undefined;
  return sameAs.includes("/") ? sameAs : `${story.id}/${sameAs}`;
}
