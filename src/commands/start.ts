import { say } from "../rendering/translate.ts";
import { answerBriefing } from "./briefing.ts";
import { wordingOf, type Command } from "./command.ts";
import { askReport } from "./report.ts";
import { sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";
import { answerStory } from "./story.ts";
import { topicButtons } from "./topics.ts";

export const start: Command = {
  name: "start",
  access: "read",
  run: (request, argument) => openDeepLink(request, argument.trim()),
};

/** What a deep link may carry: Telegram allows 64 of these signs. */
const payload = /^(topic|story|report)_([A-Za-z0-9_-]{1,57})$/;

async function openDeepLink(request: Request, argument: string): Promise<readonly Reply[]> {
  const [, kind, id = ""] = payload.exec(argument) ?? [];
  const { topics, stories } = request.edition;
  if (kind === "topic" && topics.has(id)) return answerBriefing(request, id);
  if (kind === "story" && stories.has(id)) return answerStory(request, id);
  if (kind === "report" && stories.has(id)) return askReport(request, { story: id });
  return welcome(request);
}

function welcome(request: Request): readonly Reply[] {
  const words = say(wordingOf(request), "interface:start.text");
  return sendAll([text(words, topicButtons(request))]);
}
