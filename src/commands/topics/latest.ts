import { latestStories } from "../../domain/edition.ts";
import { say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { listStories } from "./story-list.ts";

export const latest: Command = {
  name: "latest",
  access: "read",
  run: (request) => Promise.resolve(turnLatest(request)),
};

/** The newest stories of all topics: the list anew, or one page of it in place. */
export function turnLatest(request: Request, page?: number): readonly Reply[] {
  const stories = latestStories(request.edition);
  if (stories.length === 0) {
    return sendAll([text(say(wordingOf(request), "interface:latest.none"))]);
  }
  return listStories(
    request,
    {
      heading: (language) => say(language, "interface:latest.title"),
      stories,
      to: (to) => ({ type: "latest", page: to }),
    },
    page,
  );
}
