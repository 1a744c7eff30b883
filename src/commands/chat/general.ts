import type { Press } from "../../rendering/message/press.ts";
import { label } from "../../rendering/text/translate.ts";
import { moveToGeneral } from "../../store/chats/general.ts";
import type { Place } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { notice, outOfDate, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { actThere } from "../settings/place.ts";
import { planLines, planNotice } from "../settings/plan.ts";
import { readAgain, readHere, type Target } from "../settings/target.ts";

type Pressed = Extract<Press, { type: "general" }>;

/** What came to a forum topic that is closed comes to General from now on. */
export async function sendToGeneral(request: Request, pressed: Pressed): Promise<readonly Reply[]> {
  const { chat, thread } = pressed;
  const move = (target: Target) => moved(request, target, { chatId: chat, threadId: thread });
  if (chat !== request.chat.id) return actThere(request, { chat, thread: 0 }, move);
  if (await request.mayDecide()) return move(await readHere(request));
  return [notice(label(wordingOf(request), "interface:settings.administrators"), true)];
}

async function moved(request: Request, target: Target, place: Place): Promise<readonly Reply[]> {
  if (!(await moveToGeneral(request.db, place))) return [outOfDate(request)];
  const general = await readAgain(request, { ...target, threadId: 0 });
  return [
    notice(planNotice(request, general)),
    { type: "edit", message: text(planLines(request, general)) },
  ];
}
