import { composeDigest } from "../../domain/digest.ts";
import type { Story } from "../../domain/story.ts";
import { say } from "../../rendering/text/translate.ts";
import { newsOf } from "../../store/revisions/news.ts";
import { wordingOf } from "../command.ts";
import { editInto, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { readHere, wishOf } from "../settings/target.ts";
import { listStories } from "./story-list.ts";

/** A digest's window, in Unix seconds. */
interface Seconds {
  readonly from: number;
  readonly until: number;
}

/** All news of a digest's window on the topics of this place: the list anew, or one page of it. */
export async function turnNews(
  request: Request,
  { from, until, page }: Seconds & { readonly page?: number },
): Promise<readonly Reply[]> {
  const stories = await storiesIn(request, { from, until });
  if (stories.length === 0) {
    const message = text(say(wordingOf(request), "interface:digest.gone"));
    return page === undefined ? sendAll([message]) : editInto([message], []);
  }
  return listStories(
    request,
    {
      heading: (language) => say(language, "interface:digest.all"),
      stories,
      to: (to) => ({ type: "news", from, until, page: to }),
    },
    page,
  );
}

async function storiesIn(request: Request, { from, until }: Seconds): Promise<readonly Story[]> {
  const window = { from: new Date(from * 1000), until: new Date(until * 1000) };
  const news = await newsOf(request.db, window);
  const { topics } = wishOf(await readHere(request));
  const { groups } = composeDigest(request.edition, { news, topics, most: Infinity });
  return groups.flatMap(({ stories }) => stories.map(({ story }) => story));
}
