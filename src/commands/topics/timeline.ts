import { storiesOf, type Topic } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import { timelineOf, type Panel } from "../../domain/timeline.ts";
import { toldRevision } from "../../rendering/changes/told-revision.ts";
import type { Keyboard, Message } from "../../rendering/message/message.ts";
import { themes, type Theme } from "../../rendering/message/picture.ts";
import type { Press } from "../../rendering/message/press.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { renderChart, type ChartMessage } from "../../rendering/timeline/chart.ts";
import { entriesOf, renderTimeline, type Known } from "../../rendering/timeline/timeline.ts";
import { topicIndex } from "../../search/topics.ts";
import { readHistory } from "../../store/revisions/bodies.ts";
import { wordingOf, type Command } from "../command.ts";
import { languageRow } from "../story/language-row.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { editInto, mark, outOfDate, press, privateChatButton, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { askTopic } from "./topic-argument.ts";

export const timeline: Command = {
  name: "timeline",
  access: "read",
  run: (request, argument) => answerTimeline(request, argument.trim()),
};

/** Reports to a page: each is a line or two. */
const pageSize = 20;

/** A topic and what was reported on it over time. */
interface Subject {
  readonly topic: Topic;
  readonly panels: readonly Panel[];
}

async function answerTimeline(request: Request, words: string): Promise<readonly Reply[]> {
  const { edition } = request;
  if (words === "") {
    const [example = "ghouta"] = edition.topics.keys();
    const args = { example: asOneRun(`/timeline ${example}`) };
    return sendAll([text(say(wordingOf(request), "timeline:usage", args))]);
  }
  const [named] = topicIndex(edition).named(words);
  const subject = named === undefined ? undefined : subjectOf(request, named);
  return subject === undefined ? askTopic(request) : sendAll(...(await page(request, subject, 0)));
}

/** A press on "over time" opens the list; one on a page turns it in place. */
export async function turnTimeline(
  request: Request,
  pressed: { readonly topic: string; readonly page?: number },
): Promise<readonly Reply[]> {
  const subject = subjectOf(request, pressed.topic);
  if (subject === undefined) return [outOfDate(request)];
  return pressed.page === undefined
    ? sendAll(...(await page(request, subject, 0)))
    : editInto(...(await page(request, subject, pressed.page)));
}

function subjectOf({ edition }: Request, id: string): Subject | undefined {
  const topic = edition.topics.get(id);
  return topic && { topic, panels: timelineOf(storiesOf(edition, id)) };
}

async function page(
  request: Request,
  { topic, panels }: Subject,
  at: number,
): Promise<readonly [readonly Message[], Keyboard]> {
  const wording = wordingOf(request);
  const shown = pageOf(entriesOf(panels), at, pageSize);
  if (shown.items.length === 0) {
    return [[text(say(wording, "timeline:none", { topic: topic.title[wording] }))], []];
  }
  const heading: Heading = (language) =>
    say(language, "timeline:title", { topic: topic.title[language] });
  const known = await readKnown(
    request,
    shown.items.map(({ mark: { story } }) => story),
  );
  const told = { entries: shown.items, known };
  const messages = renderTimeline(heading, told, request.printing, request);
  if (request.chat.type === "channel") return [messages, [[privateChatButton(request)]]];
  const turns = pageKeyboard(wording, shown, (to) => ({
    type: "timeline",
    topic: topic.id,
    page: to,
  }));
  const chart = press(label(wording, "timeline:button.chart"), { type: "chart", topic: topic.id });
  return [messages, [...turns, [chart]]];
}

/** The revisions of those stories whose figures were changed. */
async function readKnown(
  { db, edition, defaultZone }: Request,
  stories: readonly string[],
): Promise<Known> {
  const changed = new Set(
    stories.filter((id) => edition.standings?.get(id)?.changed !== undefined),
  );
  const revisions = await readHistory(db, [...changed]);
  const told = revisions
    .filter(({ weight }) => weight !== "passing" && weight !== "same")
    .toReversed()
    .map((revision) => toldRevision(revision, defaultZone));
  return Map.groupBy(told, ({ story }) => story.id);
}

type PressedChart = Omit<Extract<Press, { readonly type: "chart" }>, "type">;

/** How a chart looks. */
interface Look {
  readonly language: Printing["language"];
  readonly theme: Theme;
}

/** A press under a chart changes it in place; one under anything else brings a new chart. */
export async function turnChart(
  request: Request,
  pressed: PressedChart,
): Promise<readonly Reply[]> {
  const subject = subjectOf(request, pressed.topic);
  if (subject === undefined) return [outOfDate(request)];
  if (subject.panels.length === 0) {
    const { topic } = subject;
    const wording = wordingOf(request);
    return sendAll([text(say(wording, "timeline:none", { topic: topic.title[wording] }))]);
  }
  const { language = request.printing.language, theme } = pressed;
  const look = { language, theme: theme ?? "light" };
  const stories = subject.panels.flatMap(({ series }) =>
    series.flatMap(({ marks }) => marks.map(({ story }) => story)),
  );
  const known = await readKnown(request, stories);
  const chart = (shown: Look): ChartMessage =>
    renderChart(
      { ...subject, known, theme: shown.theme },
      { ...request.printing, language: shown.language },
      request,
    );
  const keyboard = chartKeyboard(request, subject.topic, look, chart);
  return theme === undefined ? sendAll([chart(look)], keyboard) : editInto([chart(look)], keyboard);
}

function chartKeyboard(
  request: Request,
  { id: topic }: Topic,
  look: Look,
  chart: (look: Look) => ChartMessage,
): Keyboard {
  const wording = wordingOf(request);
  const both = chart({ ...look, language: "both" });
  const isInBoth = new Set(both.made?.pieces.map(({ language }) => language)).size === 2;
  const languages = languageRow(request, {
    both: isInBoth ? [both] : [],
    shown: isInBoth ? look.language : chart(look).picture.language,
    to: (language) => ({ type: "chart", topic, ...look, language }),
  });
  const looks = themes.map((theme) =>
    press(mark(label(wording, `cards:button.${theme}`), theme === look.theme), {
      type: "chart",
      topic,
      ...look,
      theme,
    }),
  );
  const inWords = press(label(wording, "timeline:button.text"), { type: "timeline", topic });
  return [languages, looks, [inWords]];
}
