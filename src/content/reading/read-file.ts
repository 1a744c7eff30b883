import { readFileSync } from "node:fs";
import { errorCode } from "../folder.ts";
import type { Complaint } from "../problem.ts";
import { readNewsroom } from "./read-newsroom.ts";
import { readSources } from "./read-sources.ts";
import { readStory } from "./read-story.ts";
import { readTopic } from "./read-topic.ts";
import type { Reading } from "./reading.ts";
import type { FoundFile } from "./scan.ts";
import { readYaml } from "./yaml.ts";

export type FileToRead = Pick<FoundFile, "path" | "role" | "topic">;

interface FileText {
  /** Undefined where the file is not text, or cannot be read. */
  readonly text: string | undefined;
  readonly complaints: readonly Complaint[];
}

/** The text of a file, without a byte order mark; undefined if the file is gone. */
export function readText(path: string): FileText | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return { text, complaints: [] };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    const reason =
      code === "ERR_ENCODING_INVALID_ENCODED_DATA"
        ? "not UTF-8: expected a file saved as UTF-8"
        : `cannot be read (${code}): expected a file`;
    return { text: undefined, complaints: [{ path: [], text: reason }] };
  }
}

/** What a text says in the role of its file. Never throws. */
export function readingOf({ role, topic }: FileToRead, text: string): Reading {
  const { data, complaints } = readYaml(text);
  if (complaints.length > 0) return unreadable(role, complaints);
  if (role === "sources") return readSources(data);
  if (role === "newsroom") return readNewsroom(data);
  return role === "topic" ? readTopic(data, topic) : readStory(data, topic);
}

/** The reading of a file that has no data. */
export function unreadable(role: FoundFile["role"], complaints: readonly Complaint[]): Reading {
  if (role === "sources") return { type: role, ids: undefined, sources: [], complaints };
  if (role === "newsroom") return { type: role, newsroom: undefined, complaints };
  if (role === "topic") return { type: role, topic: undefined, complaints };
  const nothing = {
    id: undefined,
    also: [],
    quoted: [],
    figures: [],
    figureIds: [],
    story: undefined,
  };
  return { type: role, ...nothing, complaints };
}
