import { asOneRun, html } from "../../rendering/text/html.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { KnownChat } from "../../store/chats/chats.ts";
import { addManager } from "../../store/chats/managers.ts";
import { wordingOf, type Command } from "../command.ts";
import { privateChatButton, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { begin } from "../settings/begin.ts";
import { openPage } from "../settings/open.ts";
import { readThere, type Target } from "../settings/target.ts";

/** Connects a channel from the private chat: the one that is named, or one to pick. */
export const connect: Command = {
  name: "connect",
  access: "read",
  run: (request, argument) => {
    if (request.chat.type !== "private") return Promise.resolve(pointToPrivate(request));
    if (argument.trim() === "") return Promise.resolve(askChannel(request));
    return connectNamed(request, argument);
  },
};

function pointToPrivate(request: Request): readonly Reply[] {
  const words = say(wordingOf(request), "interface:connect.private");
  return sendAll([text(words, [[privateChatButton(request)]])]);
}

/** How to connect a channel, and a button that shows those that the person may. */
export function askChannel(request: Request): readonly Reply[] {
  const wording = wordingOf(request);
  const words = say(wording, "interface:connect.how", {
    bot: asOneRun(`@${request.botUsername}`),
    example: asOneRun("/connect @channel"),
  });
  const below = { type: "channelPicker", label: label(wording, "interface:connect.pick") } as const;
  return [{ type: "send", message: text(words), below }];
}

async function connectNamed(request: Request, argument: string): Promise<readonly Reply[]> {
  const address = addressOf(argument.trim());
  const chat = address === undefined ? undefined : await request.elsewhere.find(address);
  if (chat === undefined || chat.type === "private") return refuse(request, "unseen");
  return connectChat(request, chat);
}

/** A channel that was picked with the button; that it was offered proves nothing. */
export async function connectShared(request: Request, chatId: number): Promise<readonly Reply[]> {
  if (request.chat.type !== "private") return [];
  const chat = await request.elsewhere.find(chatId);
  if (chat === undefined || chat.type === "private") return refuse(request, "unseen");
  return connectChat(request, chat);
}

/**
 * `@name`, a link to the channel or to one of its posts, or an id. Links to private channels carry
 * the id without the -100 that bots know it by.
 */
export function addressOf(typed: string): number | string | undefined {
  const [, hidden] =
    /^(?:https?:\/\/)?(?:t|telegram)\.me\/c\/(\d{1,13})(?:\/.*)?$/i.exec(typed) ?? [];
  if (hidden !== undefined) return Number(`-100${hidden}`);
  if (/^-\d{1,16}$/.test(typed)) return Number(typed);
  const link = /^(?:(?:https?:\/\/)?(?:t|telegram)\.me\/|@)?([a-z]\w{3,31})(?:[/?].*)?$/i;
  const [, name] = link.exec(typed) ?? [];
  return name === undefined ? undefined : `@${name}`;
}

async function connectChat(request: Request, chat: KnownChat): Promise<readonly Reply[]> {
  const { person, elsewhere, db } = request;
  if (chat.type !== "channel") return refuse(request, "group", chat);
  // Only to its administrators does a channel show who else is one.
  if (!(await elsewhere.mayPost(chat))) return refuse(request, "bot", chat);
  const isAdmin = (await elsewhere.mayDecide(chat)) === "yes";
  if (!isAdmin || person === undefined) return refuse(request, "person", chat);
  const target = await readThere(request, chat, 0);
  const connected = await startThere(request, target);
  await addManager(db, person.id, chat.id);
  return connectedReplies(request, connected);
}

/** A channel that somebody else connected before keeps what it has. */
async function startThere(request: Request, target: Target): Promise<Target> {
  if (target.subscription !== undefined) return target;
  return (await begin(request, target, { times: [] })) ?? target;
}

async function connectedReplies(request: Request, target: Target): Promise<readonly Reply[]> {
  const title = target.chat.title ?? String(target.chat.id);
  const words = say(wordingOf(request), "interface:connect.done", { title });
  return [
    { type: "send", message: text(words), below: { type: "nothing" } },
    { type: "send", message: await openPage(request, target, "main") },
  ];
}

type Obstacle = "unseen" | "group" | "bot" | "person";

/** One answer that says what to do. */
function refuse(request: Request, obstacle: Obstacle, chat?: KnownChat): readonly Reply[] {
  const wording = wordingOf(request);
  const words = say(wording, `interface:connect.${obstacle}`, {
    title: chat?.title ?? "",
    bot: asOneRun(`@${request.botUsername}`),
    example: asOneRun("/connect @channel"),
  });
  return sendAll([text(html`${words}`)]);
}
