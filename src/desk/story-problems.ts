import type { StoryOfFile } from "../content/check/content.ts";
import { complaintsAmong } from "../content/gate/between.ts";
import { storyComplaints } from "../content/gate/story.ts";
import { fieldName, type Complaint } from "../content/problem.ts";
import { readStory } from "../content/reading/read-story.ts";
import type { Edition } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import type { StoryProblem } from "./dialogue/context.ts";
import { entryOf } from "./dialogue/entry.ts";

/** Stands for the file that the story will be in. */
const itself = "";

/** What loading the story's file would say of it, by itself and beside the edition's stories. */
export function storyProblems(story: Story, edition: Edition): readonly StoryProblem[] {
  const told = (complaint: Complaint): StoryProblem => problemOf(complaint, story);
  const reading = readStory(entryOf(story), story.topic);
  const wrong = [
    ...reading.complaints,
    ...unknownTopic(story, edition),
    ...unknownSources(story, edition),
  ];
  if (wrong.length > 0 || reading.story === undefined) return wrong.map(told);
  const others = [...edition.stories.values()].filter(({ id }) => id !== story.id).map(ofEdition);
  const own = { file: itself, topic: story.topic, reading };
  const between = complaintsAmong([...others, own]).filter(({ file }) => file === itself);
  return [...storyComplaints(story), ...between].map(told);
}

function problemOf(
  { path, level = "error", text, mend, finding }: Complaint,
  { figures }: Story,
): StoryProblem {
  // The desk numbers figures as they stand in the article, with those that were dropped.
  const [list, index, ...inside] = path;
  const figure = list === "figures" && typeof index === "number" ? figures[index] : undefined;
  const field = fieldName(figure === undefined ? path : [figure.id, ...inside]);
  const said = field === "" ? text : `${field}: ${text}`;
  return {
    level,
    field,
    text: mend === undefined ? said : `${said}; ${mend}`,
    ...(finding && { finding }),
  };
}

/** It may have gone since it was chosen. */
function unknownTopic({ topic }: Story, { topics }: Edition): readonly Complaint[] {
  if (topics.has(topic)) return [];
  const text = `${topic}: expected one of the topics ${[...topics.keys()].join(", ")}`;
  return [{ path: ["topic"], text }];
}

function unknownSources({ figures }: Story, { sources }: Edition): readonly Complaint[] {
  return figures.flatMap(({ attribution }, index) => {
    const { via } = attribution;
    const named = attribution.type === "none" ? { via } : { source: attribution.source, via };
    return Object.entries(named).flatMap(([field, id]) =>
      id === undefined || sources.has(id)
        ? []
        : [{ path: ["figures", index, field], text: `${id}: expected an id of sources.yaml` }],
    );
  });
}

function ofEdition(story: Story): StoryOfFile {
  const { id, topic, figures } = story;
  return {
    file: id,
    topic,
    reading: {
      type: "story",
      id,
      also: [],
      quoted: [],
      figures,
      figureIds: figures.map((figure) => figure.id),
      story,
      complaints: [],
    },
  };
}
