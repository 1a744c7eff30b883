import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { newsroomFile } from "./schema/newsroom.ts";
import { sourcesFile } from "./schema/source.ts";
import { storyFile } from "./schema/story.ts";
import { topicFile } from "./schema/topic.ts";

const schemas = {
  "sources.json": { title: "The sources", schema: sourcesFile },
  "newsroom.json": { title: "The newsroom", schema: newsroomFile },
  "topic.json": { title: "A topic", schema: topicFile },
  "story.json": { title: "A story", schema: storyFile },
};

/** The text of each JSON Schema file, by its name; the same schemas always give the same text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, { title, schema }]) => {
      const json = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
      return [name, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    }),
  );
}

/** Writes the JSON Schemas into `schema/` of a content folder, where the YAML files name them. */
export function writeSchemas(dir: string): void {
  mkdirSync(join(dir, "schema"), { recursive: true });
  for (const [name, text] of jsonSchemas()) writeFileSync(join(dir, "schema", name), text);
}
