import { say } from "../../rendering/text/translate.ts";
import { topicIndex } from "../../search/topics.ts";
import { wordingOf } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { topicButtons } from "./topics.ts";

/** The topic that somebody wrote after a command; no `id` where they wrote nothing: all topics. */
export type TopicArgument =
  | { readonly type: "topic"; readonly id: string | undefined }
  | { readonly type: "unknown" };

export function readTopic(request: Request, argument: string): TopicArgument {
  if (argument.trim() === "") return { type: "topic", id: undefined };
  const [id] = topicIndex(request.edition).named(argument);
  return id === undefined ? { type: "unknown" } : { type: "topic", id };
}

/** The answer to a topic that is none. */
export function askTopic(request: Request): readonly Reply[] {
  const words = say(wordingOf(request), "interface:find.nothing");
  return sendAll([text(words, topicButtons(request))]);
}
