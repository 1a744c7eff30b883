import type { Button } from "../../rendering/message/message.ts";
import { historyLink } from "../../rendering/message/reference.ts";
import { label } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { press } from "../replies.ts";
import type { Request } from "../request.ts";

/**
 * To what changed in a story, where readers were told something else before. In a channel it leads
 * to the private chat.
 */
export function historyButtons(request: Request, storyId: string): readonly Button[] {
  if (request.edition.standings?.get(storyId)?.changed === undefined) return [];
  const words = label(wordingOf(request), "interface:button.history");
  return request.chat.type === "channel"
    ? [{ type: "link", label: words, url: historyLink(storyId, request) }]
    : [press(words, { type: "history", story: storyId })];
}
