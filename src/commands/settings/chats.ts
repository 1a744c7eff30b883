import { html } from "../../rendering/text/html.ts";
import type { Keyboard, Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { KnownChat } from "../../store/chats/chats.ts";
import {
  dropManager,
  dropManagers,
  listManaged,
  type ManagedChat,
} from "../../store/chats/managers.ts";
import { listSubscriptions, unsubscribe } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { inRows, notice, outOfDate, press, text } from "../replies.ts";
import type { Person, Reply, Request } from "../request.ts";
import type { Target } from "./target.ts";

const pageSize = 20;

/** The groups and channels that a person set up; their settings open here. */
export async function turnChats(request: Request, page = 0): Promise<readonly Reply[]> {
  const { chat, person } = request;
  if (chat.type !== "private" || person === undefined) return [outOfDate(request)];
  return [{ type: "edit", message: await chatsPage(request, person, page) }];
}

async function chatsPage(request: Request, person: Person, page: number): Promise<Message> {
  const wording = wordingOf(request);
  const chats = await listManaged(request.db, person.id);
  const shown = pageOf(chats, page, pageSize);
  const title = html`<b>${say(wording, "interface:chats.title")}</b>`;
  const hint = say(wording, chats.length === 0 ? "interface:chats.none" : "interface:chats.hint");
  const here = label(wording, "interface:chats.here");
  const keyboard: Keyboard = [
    ...inRows(
      shown.items.map((chat) => chatButton(request, chat)),
      1,
    ),
    ...pageKeyboard(wording, shown, (to) => ({ type: "chats", page: to })),
    [press(label(wording, "interface:button.connect"), { type: "connect" })],
    [press(here, { type: "place", action: { type: "open", to: "main" } })],
  ];
  return text(html`${title}\n${hint}`, keyboard);
}

function chatButton(request: Request, { id, title, state }: ManagedChat) {
  const name = title ?? String(id);
  const words =
    state === "active" ? name : label(wordingOf(request), "interface:chats.off", { title: name });
  const action = { type: "open", to: "main" } as const;
  return press(words, { type: "place", at: { chat: id, thread: 0 }, action });
}

/** Ends all that a chat gets, and takes it off everybody's list. */
export async function disconnect(
  request: Request,
  { at, chat }: Target,
): Promise<readonly Reply[]> {
  const { db, person } = request;
  if (at === undefined || person === undefined) return [outOfDate(request)];
  for (const place of await listSubscriptions(db, chat.id)) await unsubscribe(db, place);
  await dropManagers(db, chat.id);
  return unlisted(request, person, "interface:chats.ended");
}

/** Takes a chat off the list of a person who cannot decide for it, or of which we do not hear. */
export async function leaveList(request: Request, { id }: KnownChat): Promise<readonly Reply[]> {
  const { db, person } = request;
  if (person === undefined) return [outOfDate(request)];
  await dropManager(db, person.id, id);
  return unlisted(request, person, "interface:chats.disconnected");
}

async function unlisted(
  request: Request,
  person: Person,
  key: "interface:chats.ended" | "interface:chats.disconnected",
): Promise<readonly Reply[]> {
  const words = label(wordingOf(request), key);
  return [notice(words), { type: "edit", message: await chatsPage(request, person, 0) }];
}
