import type { Press } from "../rendering/message/press.ts";
import { label } from "../rendering/text/translate.ts";
import { turnBriefing } from "./topics/briefing.ts";
import { turnCard } from "./story/card.ts";
import { wordingOf } from "./command.ts";
import { turnCompare } from "./story/compare.ts";
import { decideAlert, decideCorrection } from "./editors/confirm.ts";
import { askChannel } from "./chat/connect.ts";
import { turnFigures } from "./topics/figures.ts";
import { confirmForget } from "./chat/forget.ts";
import { sendToGeneral } from "./chat/general.ts";
import { turnHistory } from "./story/history.ts";
import { turnLatest } from "./topics/latest.ts";
import { turnNews } from "./topics/news.ts";
import { askReport, closeReport } from "./story/report.ts";
import { notice } from "./replies.ts";
import type { Reply, Request } from "./request.ts";
import { turnSearch } from "./finding/search.ts";
import { turnChats } from "./settings/chats.ts";
import { answerPlace } from "./settings/place.ts";
import { turnStories } from "./topics/stories.ts";
import { answerSources } from "./topics/sources.ts";
import { turnStory } from "./story/story.ts";
import { turnChart, turnTimeline } from "./topics/timeline.ts";
import { turnTopics } from "./topics/topics.ts";

/**
 * What a press does; whoever presses has only the rights that Telegram says they have now. In a
 * channel, where every answer is seen by all, nobody but its administrators presses anything.
 */
export async function answerPress(request: Request, press: Press): Promise<readonly Reply[]> {
  return request.chat.type === "channel"
    ? decided(request, () => carryOut(request, press))
    : carryOut(request, press);
}

async function carryOut(request: Request, press: Press): Promise<readonly Reply[]> {
  switch (press.type) {
    case "briefing":
      return turnBriefing(request, press);
    case "story":
      return turnStory(request, press);
    case "card":
      return turnCard(request, press);
    case "sources":
      return answerSources(request, press.topic);
    case "figures":
      return turnFigures(request, press);
    case "latest":
      return turnLatest(request, press.page);
    case "topics":
      return turnTopics(request, press.page);
    case "stories":
      return turnStories(request, press);
    case "news":
      return turnNews(request, press);
    case "history":
      return turnHistory(request, press);
    case "compare":
      return turnCompare(request, press);
    case "timeline":
      return turnTimeline(request, press);
    case "chart":
      return turnChart(request, press);
    case "search":
      return turnSearch(request, press);
    case "report":
      return askReport(request, press);
    case "report_story":
      return askReport(request, { story: press.story, whole: true });
    case "consent":
      return closeReport(request, press.choice);
    case "place":
      return answerPlace(request, press);
    case "general":
      return sendToGeneral(request, press);
    case "chats":
      return turnChats(request, press.page);
    case "connect":
      return askChannel(request);
    case "alert":
      return decideAlert(request, press);
    case "correction":
      return decideCorrection(request, press);
    case "forget":
      return decided(request, () => confirmForget(request, press.confirm));
  }
}

async function decided(
  request: Request,
  action: () => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  if (await request.mayDecide()) return action();
  return [notice(label(wordingOf(request), "interface:settings.administrators"), true)];
}
