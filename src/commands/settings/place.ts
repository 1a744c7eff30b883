import { html } from "../../rendering/text/html.ts";
import type { At, PlacePress } from "../../rendering/message/press-place.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { KnownChat } from "../../store/chats/chats.ts";
import { findChat } from "../../store/chats/managers.ts";
import { wordingOf } from "../command.ts";
import { notice, outOfDate, press, text } from "../replies.ts";
import type { Reply, Request, Right } from "../request.ts";
import { changePlace } from "./change.ts";
import { leaveList } from "./chats.ts";
import { readHere, readThere, type Target } from "./target.ts";

/**
 * A press about a place. Telegram is asked anew each time whether the presser may decide for it;
 * that the button names a place means nothing.
 */
export async function answerPlace(
  request: Request,
  { at, action }: PlacePress,
): Promise<readonly Reply[]> {
  if (at !== undefined) {
    const act = (target: Target) => changePlace(request, target, action);
    return actThere(request, at, act, action.type === "disconnect" ? leaveList : refused);
  }
  if (await request.mayDecide()) return changePlace(request, await readHere(request), action);
  return [notice(label(wordingOf(request), "interface:settings.administrators"), true)];
}

type Refusal = (request: Request, chat: KnownChat, right: Right) => Promise<readonly Reply[]>;

/** Acts for a group or channel from a private chat, if Telegram says that the person may. */
export async function actThere(
  request: Request,
  { chat: id, thread }: At,
  act: (target: Target) => Promise<readonly Reply[]>,
  refuse: Refusal = refused,
): Promise<readonly Reply[]> {
  const chat = await findChat(request.db, id);
  const isElsewhere = chat !== undefined && chat.type !== "private";
  if (request.chat.type !== "private" || !isElsewhere) return [outOfDate(request)];
  const right = await request.elsewhere.mayDecide(chat);
  return right === "yes"
    ? act(await readThere(request, chat, thread))
    : refuse(request, chat, right);
}

/** Why nothing can be chosen for a chat from here, and what to do. */
function refused(request: Request, chat: KnownChat, right: Right): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  const title = chat.title ?? String(chat.id);
  const key = right === "no" ? "interface:chats.noRight" : "interface:chats.away";
  const at = { chat: chat.id, thread: 0 };
  return Promise.resolve([
    {
      type: "edit",
      message: text(html`${say(wording, key, { title })}`, [
        [
          press(label(wording, "interface:button.again"), {
            type: "place",
            at,
            action: { type: "open", to: "main" },
          }),
        ],
        [
          press(label(wording, "interface:button.remove"), {
            type: "place",
            at,
            action: { type: "disconnect" },
          }),
        ],
        [press(label(wording, "interface:button.chats"), { type: "chats" })],
      ]),
    },
  ]);
}
