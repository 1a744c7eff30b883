import type { Story } from "../../domain/story.ts";
import type { Heading } from "../../rendering/text/heading.ts";
import { renderLatest } from "../../rendering/stories/latest.ts";
import type { Press } from "../../rendering/message/press.ts";
import { wordingOf } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { editInto, sendAll } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

const pageSize = 6;

interface StoryList {
  readonly heading: Heading;
  readonly stories: readonly Story[];
  /** What turns to a page. */
  readonly to: (page: number) => Press;
}

/** A list of stories in the order given: anew, or one page of it in place. */
export function listStories(
  request: Request,
  { heading, stories, to }: StoryList,
  page: number | undefined,
): readonly Reply[] {
  const shown = pageOf(stories, page ?? 0, pageSize);
  const messages = renderLatest(heading, shown.items, request.printing, request);
  const keyboard = pageKeyboard(wordingOf(request), shown, to);
  return page === undefined ? sendAll(messages, keyboard) : editInto(messages, keyboard);
}
