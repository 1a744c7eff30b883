import { decodePress } from "../rendering/press.ts";
import { label, say } from "../rendering/translate.ts";
import { answerBriefing } from "./briefing.ts";
import { wordingOf, type Command } from "./command.ts";
import { answerWords } from "./find.ts";
import { findCommand } from "./list.ts";
import { answerPress } from "./presses.ts";
import { takeWords } from "./report.ts";
import { outOfDate, sendAll, startLink, text } from "./replies.ts";
import type { Incoming, Reply, Request } from "./request.ts";
import { answerStory } from "./story.ts";

/** The whole of what the bot says to people: what came in, and what is to be done about it. */
export async function answer(incoming: Incoming, request: Request): Promise<readonly Reply[]> {
  switch (incoming.type) {
    case "command":
      return answerCommand(request, incoming.name, incoming.argument);
    case "text":
      return answerText(request, incoming);
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
  const command = findCommand(name);
  if (request.chat.type === "channel") {
    return command === undefined ? [] : pointToPrivate(request, "interface:help.channel");
  }
  if (command !== undefined) return run(command, request, argument);
  const [, storyId] = /^story_([a-z0-9]{1,26})$/.exec(name) ?? [];
  if (storyId !== undefined) return answerStory(request, storyId);
  return request.chat.type === "private" ? answerWords(request, name) : [];
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

function pointToPrivate(request: Request, key: "interface:help.channel"): readonly Reply[] {
  const wording = wordingOf(request);
  const button = {
    type: "link",
    label: label(wording, "interface:button.private"),
    url: startLink(request),
  } as const;
  return sendAll([text(say(wording, key), [[button]])]);
}

/** In groups and channels people talk to each other; only a private chat is talk to the bot. */
async function answerText(
  request: Request,
  { text: words, forwarded }: Extract<Incoming, { type: "text" }>,
): Promise<readonly Reply[]> {
  if (request.chat.type !== "private") return [];
  const taken = forwarded ? undefined : await takeWords(request, words);
  return taken ?? answerWords(request, words);
}
