import type { Figure } from "../../domain/figure.ts";
import { suggestion } from "../reading/nearest.ts";
import { expected, type Path } from "../problem.ts";
import { circular } from "./circles.ts";
import type { Content, FileComplaint, StoryOfFile } from "./content.ts";

/** What is wrong with ids that lead from one file to another. */
export function referenceComplaints(content: Content): readonly FileComplaint[] {
  return [
    ...duplicateComplaints(content.stories),
    ...sourceComplaints(content),
    ...alsoComplaints(content),
    ...repetitionComplaints(content.stories),
  ];
}

function duplicateComplaints(stories: readonly StoryOfFile[]): readonly FileComplaint[] {
  const owners = new Map<string, string>();
  return stories.flatMap(({ file, reading: { id } }) => {
    if (id === undefined) return [];
    const owner = owners.get(id) ?? file;
    owners.set(id, owner);
    const what = `an id that no other story has, as ${owner} does`;
    return owner === file ? [] : [{ file, path: ["id"], text: expected(id, what) }];
  });
}

function sourceComplaints({ sources, stories }: Content): readonly FileComplaint[] {
  const ids = sources?.ids;
  if (ids === undefined) return [];
  const known = new Set(ids);
  const complain = (file: string, path: Path, id: string | undefined) => {
    if (id === undefined || known.has(id)) return [];
    const what = `an id of sources.yaml${suggestion(id, known)}`;
    return [{ file, path, text: expected(id, what) }];
  };
  const ofTexts = stories.flatMap(({ file, reading: { quoted } }) =>
    quoted.flatMap((id, index) => complain(file, ["sources", index], id)),
  );
  const ofFigures = eachFigure(stories, ({ attribution }, file, path) => {
    const source = attribution.type === "none" ? undefined : attribution.source;
    return Object.entries({ source, via: attribution.via }).flatMap(([field, id]) =>
      complain(file, [...path, field], id),
    );
  });
  return [...ofTexts, ...ofFigures];
}

function alsoComplaints({ topics, stories }: Content): readonly FileComplaint[] {
  return stories.flatMap(({ file, reading }) =>
    reading.also.flatMap(({ topic, index }) => {
      if (topics.has(topic)) return [];
      const what = `the folder of another topic${suggestion(topic, topics.keys())}`;
      return [{ file, path: ["also", index], text: expected(topic, what) }];
    }),
  );
}

/** What is wrong with `same_as` that leads to another story, or around in a circle. */
function repetitionComplaints(stories: readonly StoryOfFile[]): readonly FileComplaint[] {
  const known = new Set(
    stories.flatMap(({ reading: { id, figureIds } }) =>
      figureIds.map((figure) => `${id}/${figure}`),
    ),
  );
  const original = new Map(
    stories.flatMap(({ reading }) =>
      reading.figures.flatMap((figure) =>
        figure?.sameAs === undefined
          ? []
          : [[`${reading.id}/${figure.id}`, [fullReference(figure.sameAs, reading.id)]] as const],
      ),
    ),
  );
  const inCircles = new Set(circular(original));
  return eachFigure(stories, ({ id, sameAs }, file, path, story) => {
    if (sameAs === undefined) return [];
    const own = `${story}/${id}`;
    const there = known.has(fullReference(sameAs, story));
    // Inside one story, the story's own checks have spoken.
    if (!sameAs.includes("/") && (!there || sameAs === id)) return [];
    const what = there
      ? "a figure that does not, in a circle, repeat this one"
      : `the figure of a story, as story/figure${suggestion(sameAs, known)}`;
    return there && !inCircles.has(own)
      ? []
      : [{ file, path: [...path, "same_as"], text: expected(sameAs, what) }];
  });
}

function fullReference(sameAs: string, story: string | undefined): string {
  return sameAs.includes("/") ? sameAs : `${story}/${sameAs}`;
}

function eachFigure(
  stories: readonly StoryOfFile[],
  judge: (
    figure: Figure,
    file: string,
    path: Path,
    story: string | undefined,
  ) => readonly FileComplaint[],
): readonly FileComplaint[] {
  return stories.flatMap(({ file, reading }) =>
    reading.figures.flatMap((figure, index) =>
      figure === undefined ? [] : judge(figure, file, ["figures", index], reading.id),
    ),
  );
}
