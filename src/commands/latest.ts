import { latestStories, storiesOf } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import type { Heading } from "../rendering/heading.ts";
import { renderLatest } from "../rendering/latest.ts";
import type { Keyboard, Message } from "../rendering/message.ts";
import type { Press } from "../rendering/press.ts";
import { say } from "../rendering/translate.ts";
import { wordingOf, type Command } from "./command.ts";
import { pageKeyboard, pageOf } from "./pages.ts";
import { editInto, outOfDate, sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";

export const latest: Command = {
  name: "latest",
  access: "read",
  run: (request) => Promise.resolve(turnLatest(request)),
};

const pageSize = 6;

const newest: Heading = (language) => say(language, "interface:latest.title");

/** The newest stories of all topics: the list anew, or one page of it in place. */
export function turnLatest(request: Request, page?: number): readonly Reply[] {
  const stories = latestStories(request.edition);
  if (stories.length === 0) {
    return sendAll([text(say(wordingOf(request), "interface:latest.none"))]);
  }
  const listing = list(request, newest, stories, (to) => ({ type: "latest", page: to }));
  return page === undefined ? sendAll(...listing(0)) : editInto(...listing(page));
}

/** The stories of one topic: the list anew, or one page of it in place. */
export function turnStories(
  request: Request,
  { topic: id, page }: { readonly topic: string; readonly page?: number },
): readonly Reply[] {
  const topic = request.edition.topics.get(id);
  const stories = storiesOf(request.edition, id);
  if (topic === undefined || stories.length === 0) return [outOfDate(request)];
  const heading: Heading = (language) =>
    say(language, "interface:story.older", { topic: topic.title[language] });
  const listing = list(request, heading, stories, (to) => ({
    type: "stories",
    topic: id,
    page: to,
  }));
  return page === undefined ? sendAll(...listing(0)) : editInto(...listing(page));
}

type Listing = readonly [messages: readonly Message[], keyboard: Keyboard];

function list(
  request: Request,
  heading: Heading,
  stories: readonly Story[],
  to: (page: number) => Press,
): (page: number) => Listing {
  return (page) => {
    const shown = pageOf(stories, page, pageSize);
    return [
      renderLatest(heading, shown.items, request.printing, request),
      pageKeyboard(wordingOf(request), shown, to),
    ];
  };
}
