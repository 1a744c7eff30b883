import type { Edition } from "../../domain/edition.ts";

/** What messages refer to: the topics, who is quoted, and the bot that their links lead to. */
export interface Reference {
  readonly edition: Pick<Edition, "topics" | "sources" | "standings">;
  /** Without "@". */
  readonly botUsername: string;
}

/** The link that opens a story in the private chat with the bot. */
export function storyLink(
  storyId: string,
  { botUsername }: Pick<Reference, "botUsername">,
): string {
  return `https://t.me/${botUsername}?start=story_${storyId}`;
}

/** The link that opens the briefing of a topic in the private chat with the bot. */
export function topicLink(
  topicId: string,
  { botUsername }: Pick<Reference, "botUsername">,
): string {
  return `https://t.me/${botUsername}?start=topic_${topicId}`;
}

/** The link that opens the history of a story in the private chat with the bot. */
export function historyLink(
  storyId: string,
  { botUsername }: Pick<Reference, "botUsername">,
): string {
  return `https://t.me/${botUsername}?start=history_${storyId}`;
}

/** The link that opens the news of a window in the private chat; its ends in Unix seconds. */
export function newsLink(
  { from, until }: { readonly from: number; readonly until: number },
  { botUsername }: Pick<Reference, "botUsername">,
): string {
  return `https://t.me/${botUsername}?start=news_${String(from)}_${String(until)}`;
}
