import { composeBriefing, type Briefing } from "../../domain/briefing.ts";
import type { Printing } from "../../domain/printing.ts";
import { renderBriefing } from "../../rendering/stories/briefing.ts";
import type { Button, Keyboard } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { cardButtons } from "../story/card-button.ts";
import { wordingOf } from "../command.ts";
import { keepCorrections } from "../story/corrected.ts";
import { historyButtons } from "../story/history-button.ts";
import { languageRow } from "../story/language-row.ts";
import { prepared } from "../prepared.ts";
import { topicButtons } from "./topics.ts";
import {
  editInto,
  outOfDate,
  press,
  privateChatButton,
  sendAll,
  startLink,
  text,
} from "../replies.ts";
import type { Reply, Request } from "../request.ts";

/** What a topic's command answers. */
export function answerBriefing(request: Request, topic: string): readonly Reply[] {
  return prepared(request, ["briefing", topic], () => makeBriefing(request, topic));
}

function makeBriefing(request: Request, topic: string): readonly Reply[] {
  const briefing = composeBriefing(request.edition, topic);
  if (briefing === undefined) return [];
  if (briefing.story === undefined) return [noStories(request, briefing)];
  const messages = renderBriefing(briefing, request.printing, request);
  return sendAll(messages, briefingKeyboard(request, briefing, request.printing.language));
}

/**
 * A press on a topic in a list opens its briefing; one on a language, or on the newer or older
 * story, names the language and changes the message in place.
 */
export async function turnBriefing(
  request: Request,
  pressed: {
    readonly topic: string;
    readonly story?: string;
    readonly language?: Printing["language"];
  },
): Promise<readonly Reply[]> {
  const briefing = composeBriefing(request.edition, pressed.topic, pressed.story);
  const isThere = pressed.story === undefined || briefing?.story?.id === pressed.story;
  if (briefing === undefined || !isThere) return [outOfDate(request)];
  if (pressed.language === undefined) return answerBriefing(request, pressed.topic);
  const printing = { ...request.printing, language: pressed.language };
  const rendered = renderBriefing(briefing, printing, request);
  const messages =
    briefing.story === undefined
      ? rendered
      : await keepCorrections(request, briefing.story, rendered);
  return editInto(messages, briefingKeyboard(request, briefing, pressed.language));
}

function noStories(request: Request, { topic }: Briefing): Reply {
  const wording = wordingOf(request);
  const words = say(wording, "interface:briefing.none", { topic: topic.title[wording] });
  const keyboard =
    request.chat.type === "channel"
      ? channelKeyboard(request, { story: undefined })
      : topicButtons(request);
  return { type: "send", message: text(words, keyboard) };
}

function briefingKeyboard(
  request: Request,
  briefing: Briefing,
  shown: Printing["language"],
): Keyboard {
  const wording = wordingOf(request);
  const topic = briefing.topic.id;
  if (request.chat.type === "channel") return channelKeyboard(request, briefing);
  const both = renderBriefing(briefing, { ...request.printing, language: "both" }, request);
  const languages = languageRow(request, {
    both,
    shown,
    to: (language) => ({
      type: "briefing",
      topic,
      ...(briefing.story && { story: briefing.story.id }),
      language,
    }),
  });
  const more = [
    press(label(wording, "interface:button.sources"), { type: "sources", topic }),
    ...(briefing.stories.length > 1
      ? [press(label(wording, "interface:button.stories"), { type: "stories", topic })]
      : []),
    ...reportButton(request, briefing),
  ];
  const { story } = briefing;
  const other =
    story === undefined
      ? []
      : [
          ...cardButtons(request, story),
          ...(briefing.stories.length > 1
            ? [press(label(wording, "timeline:button.timeline"), { type: "timeline", topic })]
            : []),
          ...historyButtons(request, story.id),
        ];
  const rows = [languages, neighbours(request, briefing, shown), more, other];
  return rows.filter((row) => row.length > 0);
}

/** A press in a channel would speak to all its readers: there, buttons only lead elsewhere. */
export function channelKeyboard(request: Request, { story }: Pick<Briefing, "story">): Keyboard {
  if (story === undefined) return [[privateChatButton(request)]];
  const there = [
    privateChatButton(request, `story_${story.id}`),
    ...reportButton(request, { story }),
  ];
  return [there, historyButtons(request, story.id)].filter((row) => row.length > 0);
}

/** To the story after this one and the one before it. */
function neighbours(
  request: Request,
  { topic, index, stories }: Briefing,
  language: Printing["language"],
): readonly Button[] {
  const wording = wordingOf(request);
  const to = (place: number, label: string): readonly Button[] => {
    const story = stories[place];
    return story === undefined
      ? []
      : [press(label, { type: "briefing", topic: topic.id, story: story.id, language })];
  };
  return [
    ...to(index - 1, label(wording, "interface:button.newer")),
    ...to(index + 1, label(wording, "interface:button.older")),
  ];
}

/** Reports are written in the private chat; elsewhere the button leads there. */
export function reportButton(
  request: Request,
  { story }: Pick<Briefing, "story">,
): readonly Button[] {
  if (story === undefined || request.editors.length === 0) return [];
  const words = label(wordingOf(request), "interface:button.report");
  return request.chat.type === "private"
    ? [press(words, { type: "report", story: story.id })]
    : [{ type: "link", label: words, url: startLink(request, `report_${story.id}`) }];
}
