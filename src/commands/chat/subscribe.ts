import { html } from "../../rendering/text/html.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import { fitsButton } from "../../rendering/message/press-data.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { topicIndex } from "../../search/topics.ts";
import {
  unsubscribe as endSubscription,
  type Subscription,
} from "../../store/subscriptions/subscriptions.ts";
import { wordingOf, type Command } from "../command.ts";
import { outOfDate, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { begin, begun } from "../settings/begin.ts";
import { placeButton, readAgain, readHere, type Target } from "../settings/target.ts";
import { topicsPage } from "../settings/topics.ts";
import { readSubscribe } from "./subscribe-argument.ts";

/** Subscribes at once: to what was written, or as is usual. */
export const subscribe: Command = {
  name: "subscribe",
  access: "decide",
  run: async (request, argument) => subscribeAs(request, await readHere(request), argument),
};

/** Subscribes a place to what somebody typed; the answer says what will come. */
export async function subscribeAs(
  request: Request,
  target: Target,
  argument: string,
): Promise<readonly Reply[]> {
  const read = readSubscribe(request, target, argument);
  if (read.type === "wrong") return sendAll([read.answer]);
  const started = await begin(request, target, read.given);
  return started === undefined ? [outOfDate(request)] : sendAll([begun(request, started)]);
}

export const unsubscribe: Command = {
  name: "unsubscribe",
  access: "decide",
  run: async (request, argument) => {
    const target = await readHere(request);
    const named = topicIndex(request.edition).named(argument);
    const leavesOthers = named.length > 0 && wouldLeave(request, target, named);
    return sendAll([leavesOthers ? topicsPage(request, target) : await endHere(request, target)]);
  },
};

/** Whether topics are left without these: whoever names one does not mean to end them all. */
function wouldLeave(request: Request, target: Target, named: readonly string[]): boolean {
  if (target.subscription === undefined) return false;
  const { topics } = target.subscription;
  const chosen = topics.length === 0 ? [...request.edition.topics.keys()] : topics;
  return chosen.some((topic) => !named.includes(topic));
}

async function endHere(request: Request, target: Target): Promise<Message> {
  const { chat, threadId, subscription } = target;
  await endSubscription(request.db, { chatId: chat.id, threadId });
  const wording = wordingOf(request);
  const key = subscription === undefined ? "interface:plan.none" : "interface:unsubscribe.done";
  const again = againButton(request, await readAgain(request, target), subscription);
  return text(html`${say(wording, key)}`, [[again]]);
}

/** Subscribes as before, where a button can carry what that was; else as is usual. */
function againButton(request: Request, target: Target, before: Subscription | undefined): Button {
  const words = label(wordingOf(request), "interface:button.subscribe");
  const usual = { type: "subscribe", times: [], days: [], topics: [] } as const;
  if (before === undefined) return placeButton(target, words, usual);
  const { topics, schedule } = before;
  const days = schedule.days.type === "weekdays" ? schedule.days.days : [];
  const action = { ...usual, times: schedule.times, days, topics };
  const whole = fitsButton({ type: "place", action }) ? action : usual;
  return placeButton(target, words, whole);
}
