import { complaintsOf } from "./complaints.ts";
import type { TopicReading } from "./reading.ts";
import { topicFile } from "../schema/topic.ts";

/** The data of the `topic.yaml` in the folder of this name. */
export function readTopic(data: unknown, id: string): TopicReading {
  const parsed = topicFile.safeParse(data);
  return parsed.success
    ? { type: "topic", topic: { id, ...parsed.data }, complaints: [] }
    : { type: "topic", topic: undefined, complaints: complaintsOf(parsed.error, data) };
}
