import { storiesOf } from "../../domain/edition.ts";
import { say } from "../../rendering/text/translate.ts";
import { outOfDate } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { listStories } from "./story-list.ts";

/** The stories of one topic: the list anew, or one page of it in place. */
export function turnStories(
  request: Request,
  { topic: id, page }: { readonly topic: string; readonly page?: number },
): readonly Reply[] {
  const topic = request.edition.topics.get(id);
  const stories = storiesOf(request.edition, id);
  if (topic === undefined || stories.length === 0) return [outOfDate(request)];
  return listStories(
    request,
    {
      heading: (language) =>
        say(language, "interface:story.older", { topic: topic.title[language] }),
      stories,
      to: (to) => ({ type: "stories", topic: id, page: to }),
    },
    page,
  );
}
