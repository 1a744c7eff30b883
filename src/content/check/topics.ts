import type { Topic } from "../../domain/edition.ts";
import { normalise } from "../../domain/normalise.ts";
import { expected } from "../problem.ts";
import type { Content, FileComplaint } from "./content.ts";

/** What is wrong with the names of the topics: of their folders, which are commands, and others. */
export function topicComplaints(
  content: Content,
  reserved: ReadonlySet<string>,
): readonly FileComplaint[] {
  const folders = [...content.topics.keys()];
  return [
    ...folders.flatMap((folder) => folderComplaints(folder, reserved)),
    ...folders.filter((folder) => content.topics.get(folder) === undefined).map(withoutTopicFile),
    ...nameComplaints(content, reserved),
  ];
}

function folderComplaints(folder: string, reserved: ReadonlySet<string>): readonly FileComplaint[] {
  const what = folderFlaw(folder, reserved);
  return what === undefined ? [] : [{ file: folder, path: [], text: expected(folder, what) }];
}

function folderFlaw(folder: string, reserved: ReadonlySet<string>): string | undefined {
  if (!/^[a-z][a-z0-9_]{0,31}$/.test(folder)) {
    return "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _";
  }
  if (folder.startsWith("story_")) {
    return "a folder whose name does not begin with story_, as the commands of stories do";
  }
  return reserved.has(folder) ? "a folder named unlike the bot's own commands" : undefined;
}

function withoutTopicFile(folder: string): FileComplaint {
  return {
    file: `${folder}/topic.yaml`,
    path: [],
    text: "missing: expected a topic.yaml beside the stories",
  };
}

/** A name that a reader may type, and what it was written as. */
interface Name {
  readonly topic: string;
  readonly path: readonly (string | number)[];
  readonly written: string;
}

/** A name stands for one topic; the bot's own commands and the topics' folders come first. */
function nameComplaints(content: Content, reserved: ReadonlySet<string>): readonly FileComplaint[] {
  const owners = new Map([...content.topics.keys()].map((folder) => [normalise(folder), folder]));
  const commands = new Set([...reserved].map(normalise));
  const complaints: FileComplaint[] = [];
  for (const { topic, path, written } of namesOf(content)) {
    const name = normalise(written);
    const owner = owners.get(name) ?? topic;
    owners.set(name, owner);
    const what = commands.has(name)
      ? "a name unlike the bot's own commands"
      : `a name that no other topic has, as ${owner} does`;
    if (owner !== topic || commands.has(name)) {
      complaints.push({ file: `${topic}/topic.yaml`, path, text: expected(written, what) });
    }
  }
  return complaints;
}

function namesOf(content: Content): readonly Name[] {
  return [...content.topics.values()].flatMap((reading) =>
    reading?.topic === undefined ? [] : namesOfTopic(reading.topic),
  );
}

function namesOfTopic({ id, title, aliases }: Topic): readonly Name[] {
  return [
    { topic: id, path: ["title", "ar"], written: title.ar },
    { topic: id, path: ["title", "en"], written: title.en },
    ...aliases.map((alias, index) => ({ topic: id, path: ["aliases", index], written: alias })),
  ];
}
