import { say } from "../../rendering/text/translate.ts";
import { keepChat } from "../../store/chats/chats.ts";
import { addManager } from "../../store/chats/managers.ts";
import { wordingOf } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { openPage } from "../settings/open.ts";
import { readThere } from "../settings/target.ts";

/** The settings of a group in the private chat of one of its administrators, who follows a link. */
export async function manage(request: Request, chatId: number): Promise<readonly Reply[]> {
  const { db, person, elsewhere, now } = request;
  if (request.chat.type !== "private" || person === undefined) return [];
  const chat = await elsewhere.find(chatId);
  const right = chat === undefined ? "away" : await elsewhere.mayDecide(chat);
  if (chat === undefined || right !== "yes") {
    return sendAll([text(say(wordingOf(request), "interface:chats.notYours"))]);
  }
  await keepChat(db, chat, now);
  await addManager(db, person.id, chat.id);
  const target = await readThere(request, chat, 0);
  return sendAll([await openPage(request, target, "main")]);
}
