import { topicIndex } from "../../search/topics.ts";
import { say } from "../../rendering/text/translate.ts";
import { answerBriefing } from "../topics/briefing.ts";
import { wordingOf } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { searchWords } from "./search.ts";
import { topicButtons } from "../topics/topics.ts";

/** Briefings that one text may ask for at once. */
const mostBriefings = 3;
const mostSuggestions = 4;

/**
 * Plain words in a private chat: the briefings of the topics they name, or the stories that have
 * all the words, or the nearest topics.
 */
export async function answerWords(request: Request, words: string): Promise<readonly Reply[]> {
  const index = topicIndex(request.edition);
  const named = index.named(words).slice(0, mostBriefings);
  if (named.length > 0) return named.flatMap((topic) => answerBriefing(request, topic));
  return (await searchWords(request, words)) ?? suggestTopics(request, words);
}

function suggestTopics(request: Request, words: string): readonly Reply[] {
  const nearest = topicIndex(request.edition).nearest(words, mostSuggestions);
  const wording = wordingOf(request);
  return nearest.length > 0
    ? sendAll([text(say(wording, "interface:find.nearest"), topicButtons(request, nearest))])
    : sendAll([text(say(wording, "interface:find.nothing"), topicButtons(request))]);
}
