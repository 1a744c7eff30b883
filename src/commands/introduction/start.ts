import { label, say } from "../../rendering/text/translate.ts";
import { answerBriefing } from "../topics/briefing.ts";
import { wordingOf, type Command } from "../command.ts";
import { turnHistory } from "../story/history.ts";
import { manage } from "./manage.ts";
import { turnNews } from "../topics/news.ts";
import { askReport } from "../story/report.ts";
import { press, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { answerStory } from "../story/story.ts";
import { topicButtons } from "../topics/topics.ts";

export const start: Command = {
  name: "start",
  access: "read",
  run: (request, argument) => openDeepLink(request, argument.trim()),
};

type Answer = readonly Reply[] | Promise<readonly Reply[]>;

/** What a deep link may lead to, by the word that it begins with; undefined for what is not there. */
const destinations: Readonly<Record<string, (request: Request, id: string) => Answer | undefined>> =
  {
    topic: (request, id) =>
      request.edition.topics.has(id) ? answerBriefing(request, id) : undefined,
    story: (request, id) =>
      request.edition.stories.has(id) ? answerStory(request, id) : undefined,
    history: (request, id) =>
      request.edition.stories.has(id)
        ? turnHistory(request, { type: "history", story: id })
        : undefined,
    report: (request, id) =>
      request.edition.stories.has(id) ? askReport(request, { story: id }) : undefined,
    news: (request, id) => {
      const [, from, until] = /^(\d{1,11})_(\d{1,11})$/.exec(id) ?? [];
      return from === undefined
        ? undefined
        : turnNews(request, { from: Number(from), until: Number(until) });
    },
    manage: (request, id) => (/^-\d{1,16}$/.test(id) ? manage(request, Number(id)) : undefined),
  };

/** Telegram allows a deep link 64 of these signs. */
const payload = /^([a-z]{1,10})_([A-Za-z0-9_-]{1,57})$/;

async function openDeepLink(request: Request, argument: string): Promise<readonly Reply[]> {
  const [, kind = "", id = ""] = payload.exec(argument) ?? [];
  const open = Object.hasOwn(destinations, kind) ? destinations[kind] : undefined;
  return (await open?.(request, id)) ?? welcome(request);
}

function welcome(request: Request): readonly Reply[] {
  const words = say(wordingOf(request), "interface:start.text");
  const subscribe = press(label(wordingOf(request), "interface:button.subscribe"), {
    type: "place",
    action: { type: "subscribe", times: [], days: [], topics: [] },
  });
  return sendAll([text(words, [...topicButtons(request), [subscribe]])]);
}
