import { figuresOf } from "../../domain/edition.ts";
import { asCounted } from "../../domain/counted.ts";
import type { Figure, Scope } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import type { StoryOfFile } from "../check/content.ts";
import type { Path } from "../problem.ts";
import { daysOf, type Days } from "../../domain/time/days.ts";
import { namesAmong, type NameOf } from "../../domain/names-alike.ts";

/** A figure that is told, and what it counts. */
export interface Told {
  /** `story/figure`. */
  readonly name: string;
  readonly figure: Figure;
  readonly story: Story;
  readonly path: Path;
  readonly days: Days;
  readonly scope: Scope;
  /** Where, in a form to compare: its own place, or else its story's. */
  readonly place: string;
  /** Of whom, in a form to compare. */
  readonly group: string | undefined;
}

/** The same with the file in which it stands. */
export interface Recorded extends Told {
  readonly file: string;
}

/** The figures of a story that are told. */
export function toldIn(story: Story): readonly Told[] {
  return toldBy(story, namesAmong(namesIn(story)));
}

/** The figures of all stories that are told, in the order of their files. */
export function recordedIn(stories: readonly StoryOfFile[]): readonly Recorded[] {
  const files = stories.flatMap(({ file, reading: { story } }) =>
    story === undefined || story.withdrawn !== undefined ? [] : [{ file, story }],
  );
  const nameOf = namesAmong(files.flatMap(({ story }) => namesIn(story)));
  return files.flatMap(({ file, story }) =>
    toldBy(story, nameOf).map((told) => ({ ...told, file })),
  );
}

function namesIn({ place, figures }: Story): readonly Bilingual[] {
  return [place, ...figures.flatMap((figure) => [figure.place ?? [], figure.group ?? []].flat())];
}

function toldBy(story: Story, nameOf: NameOf): readonly Told[] {
  return figuresOf(story).map((figure) => {
    const counted = asCounted(figure, story);
    return {
      name: `${story.id}/${figure.id}`,
      figure,
      story,
      path: ["figures", story.figures.indexOf(figure)],
      days: daysOf(counted, story),
      scope: counted.scope,
      place: nameOf(counted.place ?? story.place),
      group: figure.group && nameOf(figure.group),
    };
  });
}

/** What happened to whom, and where: figures that differ in it never count the same. */
export function subjectOf({ figure: { kind, who }, place }: Told): string {
  return JSON.stringify([kind, who, place]);
}

/** The name of the figure that it says to repeat. */
export function repeatedBy({ figure: { sameAs }, story }: Told): string | undefined {
  if (sameAs === undefined) return undefined;
  return sameAs.includes("/") ? sameAs : `${story.id}/${sameAs}`;
}
