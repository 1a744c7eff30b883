import { decodePress } from "../rendering/message/press-data.ts";
import { say } from "../rendering/text/translate.ts";
import { takeAsked } from "./asked.ts";
import { answerBriefing } from "./topics/briefing.ts";
import { wordingOf, type Command } from "./command.ts";
import { connectShared } from "./chat/connect.ts";
import { answerWords } from "./finding/find.ts";
import { isEditor } from "./editors/editor.ts";
import { findCommand } from "./list.ts";
import { answerPress } from "./presses.ts";
import { takeWords } from "./story/report.ts";
import { outOfDate, privateChatButton, sendAll, text } from "./replies.ts";
import type { Incoming, Reply, Request } from "./request.ts";
import { answerStory } from "./story/story.ts";

/** The whole of what the bot says to people: what came in, and what is to be done about it. */
export async function answer(incoming: Incoming, request: Request): Promise<readonly Reply[]> {
  switch (incoming.type) {
    case "command":
      return answerCommand(request, incoming.name, incoming.argument);
    case "text":
      return answerText(request, incoming);
    case "shared":
      return connectShared(request, incoming.chatId);
    case "press": {
      const press = decodePress(incoming.data);
      return press === undefined ? [outOfDate(request)] : answerPress(request, press);
    }
  }
}

async function answerCommand(
  request: Request,
  name: string,
  argument: string,
): Promise<readonly Reply[]> {
  if (request.edition.topics.has(name)) return answerBriefing(request, name);
  const command = commandFor(request, name);
  const [, storyId] = /^story_([a-z0-9]{1,26})$/.exec(name) ?? [];
  if (request.chat.type === "channel") {
    return (command ?? storyId) === undefined ? [] : pointToPrivate(request);
  }
  if (command !== undefined) return run(command, request, argument);
  if (storyId !== undefined) return answerStory(request, storyId);
  return request.chat.type === "private" ? answerWords(request, name) : [];
}

/** What somebody may not know of is not there. */
function commandFor(request: Request, name: string): Command | undefined {
  const command = findCommand(name);
  return command?.access === "edit" && !isEditor(request) ? undefined : command;
}

async function run(
  command: Command,
  request: Request,
  argument: string,
): Promise<readonly Reply[]> {
  if (command.access === "decide" && !(await request.mayDecide())) {
    return sendAll([text(say(wordingOf(request), "interface:settings.administrators"))]);
  }
  return command.run(request, argument);
}

function pointToPrivate(request: Request): readonly Reply[] {
  const words = say(wordingOf(request), "interface:help.channel");
  return sendAll([text(words, [[privateChatButton(request)]])]);
}

/** In groups and channels people talk to each other; only a private chat is talk to the bot. */
async function answerText(
  request: Request,
  { text: words, forwarded }: Extract<Incoming, { type: "text" }>,
): Promise<readonly Reply[]> {
  if (request.chat.type !== "private") return [];
  if (forwarded) return answerWords(request, words);
  const taken = (await takeWords(request, words)) ?? (await takeAsked(request, words));
  return taken ?? answerWords(request, words);
}
