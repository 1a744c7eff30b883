import { clockOf } from "../domain/time/schedule.ts";
import { readTypedTime } from "../domain/time/typed-time.ts";
import { zonesNamed } from "../domain/time/zone-guess.ts";
import { topicIndex } from "../search/topics.ts";
import { closeQuestion, findQuestion, type Question } from "../store/chats/questions.ts";
import type { Reply, Request } from "./request.ts";
import { actThere } from "./settings/place.ts";
import { readHere, type Target } from "./settings/target.ts";
import { subscribeAs } from "./chat/subscribe.ts";
import { zoneAs } from "./chat/timezone.ts";

/**
 * Takes a private text as the answer to what a button asked for; undefined where nothing was asked,
 * or where the text is the name of a topic, which ends the question.
 */
export async function takeAsked(
  request: Request,
  words: string,
): Promise<readonly Reply[] | undefined> {
  const { db, person, chat, now } = request;
  if (chat.type !== "private" || person === undefined) return undefined;
  const question = await findQuestion(db, person.id, now);
  if (question === undefined) return undefined;
  const isTopic = topicIndex(request.edition).named(words).length > 0;
  if (isTopic || isAnswer(question.kind, words)) await closeQuestion(db, person.id);
  if (isTopic) return undefined;
  if (question.chatId === chat.id) {
    return take(request, await readHere(request), question.kind, words);
  }
  const at = { chat: question.chatId, thread: question.threadId };
  return actThere(request, at, (target) => take(request, target, question.kind, words));
}

/** What is wrong leaves the question open: the person will try again. */
function isAnswer(kind: Question["kind"], words: string): boolean {
  if (kind === "zone") return zonesNamed(words).length === 1;
  const read = readTypedTime(words);
  return read.type === "read" && read.rest.length === 0 && read.times.length > 0;
}

function take(
  request: Request,
  target: Target,
  kind: Question["kind"],
  words: string,
): Promise<readonly Reply[]> {
  if (kind === "zone") return zoneAs(request, target, words);
  // What is typed comes on top of the times that there are.
  const { times } = target.subscription?.schedule ?? { times: [] };
  return subscribeAs(request, target, [...times.map(clockOf), words].join(" "));
}
