import { storiesOf } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { renderCard, type CardMessage } from "../../rendering/cards/card.ts";
import type { Keyboard } from "../../rendering/message/message.ts";
import { themes, type Theme } from "../../rendering/message/picture.ts";
import type { Press } from "../../rendering/message/press.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { topicIndex } from "../../search/topics.ts";
import { channelKeyboard } from "../topics/briefing.ts";
import { wordingOf, type Command } from "../command.ts";
import { keepCorrections } from "./corrected.ts";
import { historyButtons } from "./history-button.ts";
import { languageRow } from "./language-row.ts";
import { prepared } from "../prepared.ts";
import { editInto, mark, outOfDate, press, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { answerStory } from "./story.ts";

export const card: Command = {
  name: "card",
  access: "read",
  run: (request, argument) => Promise.resolve(answerCard(request, argument.trim())),
};

type Pressed = Omit<Extract<Press, { readonly type: "card" }>, "type">;

/** How a card looks. */
interface Look {
  readonly language: Printing["language"];
  readonly theme: Theme;
}

function answerCard(request: Request, words: string): readonly Reply[] {
  const { edition } = request;
  const wording = wordingOf(request);
  if (words === "") {
    const [example = "ghouta"] = edition.topics.keys();
    const usage = say(wording, "cards:usage", { example: asOneRun(`/card ${example}`) });
    return sendAll([text(usage)]);
  }
  const story = edition.stories.get(words.toLowerCase());
  if (story !== undefined) return sendCard(request, story);
  const [named] = topicIndex(edition).named(words);
  if (named === undefined) {
    const typed = asOneRun(words.slice(0, 32));
    return sendAll([text(say(wording, "cards:unknown", { typed }))]);
  }
  const [latest] = storiesOf(edition, named);
  if (latest !== undefined) return sendCard(request, latest);
  const topic = edition.topics.get(named)?.title[wording] ?? named;
  return sendAll([text(say(wording, "cards:none", { topic }))]);
}

/** A story that is withdrawn has no card: it says so in words. */
function sendCard(request: Request, story: Story): readonly Reply[] {
  if (story.withdrawn !== undefined) return answerStory(request, story.id);
  return prepared(request, ["card", story.id], () => {
    const look: Look = { language: request.printing.language, theme: "light" };
    return sendAll([cardOf(request, story, look)], cardKeyboard(request, story, look));
  });
}

/** A press under a card changes it in place; one under anything else brings a new card. */
export async function turnCard(request: Request, pressed: Pressed): Promise<readonly Reply[]> {
  const story = request.edition.stories.get(pressed.story);
  if (story === undefined) return [outOfDate(request)];
  const { language = request.printing.language, theme } = pressed;
  if (theme === undefined) return sendCard(request, story);
  const look = { language, theme };
  const messages = await keepCorrections(request, story, [cardOf(request, story, look)]);
  return editInto(messages, cardKeyboard(request, story, look));
}

function cardOf(request: Request, story: Story, { language, theme }: Look): CardMessage {
  return renderCard(story, { ...request.printing, language }, theme, request);
}

function cardKeyboard(request: Request, story: Story, look: Look): Keyboard {
  if (request.chat.type === "channel") return channelKeyboard(request, { story });
  const { id } = story;
  const wording = wordingOf(request);
  const both = cardOf(request, story, { ...look, language: "both" });
  const languages = languageRow(request, {
    both: both.picture.sections.length === 2 ? [both] : [],
    shown: look.language,
    to: (language) => ({ type: "card", story: id, ...look, language }),
  });
  const looks = themes.map((theme) =>
    press(mark(label(wording, `cards:button.${theme}`), theme === look.theme), {
      type: "card",
      story: id,
      ...look,
      theme,
    }),
  );
  const inWords = press(label(wording, "cards:button.text"), {
    type: "story",
    story: id,
    language: look.language,
  });
  return [languages, looks, [inWords, ...historyButtons(request, id)]];
}
