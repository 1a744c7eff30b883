import type { Edition } from "../../domain/edition.ts";
import type { Content, FileComplaint } from "./content.ts";

/**
 * The stories that were told and are now in no file, unless they were withdrawn first. Nothing is
 * said about a topic in which a file does not tell its id: that file may be the one.
 */
export function vanishedComplaints(content: Content, previous: Edition): readonly FileComplaint[] {
  const present = new Set(content.stories.map(({ reading }) => reading.id));
  const unsure = new Set(
    content.stories.filter(({ reading }) => reading.id === undefined).map(({ topic }) => topic),
  );
  return [...previous.stories.values()]
    .filter(
      ({ id, topic, withdrawn }) =>
        withdrawn === undefined && !present.has(id) && !unsure.has(topic),
    )
    .map(({ id, topic }) => ({
      file: topic,
      path: [],
      text: `story ${id} of topic ${topic} has vanished: expected its file, in any topic's folder; to end it, let the file say withdrawn: with at and note`,
    }));
}
