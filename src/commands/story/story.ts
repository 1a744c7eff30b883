import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import type { Keyboard } from "../../rendering/message/message.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import { renderStory } from "../../rendering/stories/story.ts";
import { say } from "../../rendering/text/translate.ts";
import { latestStories } from "../../domain/edition.ts";
import { channelKeyboard, reportButton } from "../topics/briefing.ts";
import { cardButtons } from "./card-button.ts";
import { keepCorrections } from "./corrected.ts";
import { wordingOf, type Command } from "../command.ts";
import { historyButtons } from "./history-button.ts";
import { languageRow } from "./language-row.ts";
import { prepared } from "../prepared.ts";
import { editInto, outOfDate, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { topicButton } from "../topics/topics.ts";

export const story: Command = {
  name: "story",
  access: "read",
  run: (request, argument) => Promise.resolve(answerStory(request, argument.trim().toLowerCase())),
};

export function answerStory(request: Request, id: string): readonly Reply[] {
  const wording = wordingOf(request);
  if (id === "") {
    const example = latestStories(request.edition)[0]?.id ?? "abcd0101";
    const words = say(wording, "interface:story.usage", { example: asOneRun(`/story ${example}`) });
    return sendAll([text(words)]);
  }
  const found = request.edition.stories.get(id);
  if (found === undefined) {
    const words = say(wording, "interface:story.unknown", { id: asOneRun(id.slice(0, 32)) });
    return sendAll([text(words)]);
  }
  return prepared(request, ["story", id], () => {
    const messages = renderStory(found, request.printing, request);
    return sendAll(messages, storyKeyboard(request, found, request.printing.language));
  });
}

export async function turnStory(
  request: Request,
  pressed: { readonly story: string; readonly language?: Printing["language"] },
): Promise<readonly Reply[]> {
  const found = request.edition.stories.get(pressed.story);
  if (found === undefined) return [outOfDate(request)];
  const language = pressed.language ?? request.printing.language;
  const rendered = renderStory(found, { ...request.printing, language }, request);
  const messages = await keepCorrections(request, found, rendered);
  return editInto(messages, storyKeyboard(request, found, language));
}

function storyKeyboard(request: Request, found: Story, shown: Printing["language"]): Keyboard {
  if (request.chat.type === "channel") return channelKeyboard(request, { story: found });
  const both = renderStory(found, { ...request.printing, language: "both" }, request);
  const languages = languageRow(request, {
    both,
    shown,
    to: (language) => ({ type: "story", story: found.id, language }),
  });
  const topic = request.edition.topics.get(found.topic);
  const toTopic = topic === undefined ? [] : [topicButton(request, topic)];
  const more = [...toTopic, ...reportButton(request, { story: found })];
  const other = [...cardButtons(request, found), ...historyButtons(request, found.id)];
  return [languages, more, other].filter((row) => row.length > 0);
}
