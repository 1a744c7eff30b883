import { canonicalZone } from "../../domain/time/time-zone.ts";
import type {
  PlaceAction,
  PrintingChoice,
  SettingsPage,
} from "../../rendering/message/press-place.ts";
import { label } from "../../rendering/text/translate.ts";
import { choosePrinting, chooseQuiet } from "../../store/chats/chats.ts";
import { closeQuestion, openQuestion } from "../../store/chats/questions.ts";
import { chooseZone, subscribe, unsubscribe } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { notice, outOfDate } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { askWords } from "./ask.ts";
import { disconnect } from "./chats.ts";
import { openPage } from "./open.ts";
import { planNotice } from "./plan.ts";
import { subscriberOf } from "./subscriber.ts";
import { readAgain, wishOf, type Target } from "./target.ts";
import { startAgain } from "./begin.ts";
import { changeWish, type WishChange } from "./wish.ts";

/** Does what a press says for a place, of which the caller knows that the person may. */
export async function changePlace(
  request: Request,
  target: Target,
  action: PlaceAction,
): Promise<readonly Reply[]> {
  const { db, now, person } = request;
  const answers = action.type !== "open" && action.type !== "ask";
  if (answers && person?.id === request.chat.id) await closeQuestion(db, person.id);
  switch (action.type) {
    case "open":
      return [{ type: "edit", message: await openPage(request, target, action.to, action.item) }];
    case "subscribe":
      return startAgain(request, target, action);
    case "unsubscribe":
      await unsubscribe(db, { chatId: target.chat.id, threadId: target.threadId });
      return changed(request, target, "main");
    case "disconnect":
      return disconnect(request, target);
    case "printing":
      return changePrinting(request, target, action);
    case "zone":
      return changeZone(request, target, action.zone);
    case "quiet":
      await chooseQuiet(db, target.chat, action.hours, now);
      return changed(request, target, "quiet");
    case "ask":
      return ask(request, target, action.what);
    case "switch":
    case "topic":
    case "time":
    case "day":
      return changeSubscription(request, target, action);
  }
}

/** The page as it stands after a change, and for the presser what comes now. */
async function changed(
  request: Request,
  before: Target,
  to: SettingsPage,
  item?: number,
): Promise<readonly Reply[]> {
  const target = await readAgain(request, before);
  const message = await openPage(request, target, to, item);
  return [notice(planNotice(request, target)), { type: "edit", message }];
}

/** Where it is this chat that changes, the page is in its new language at once. */
async function changePrinting(
  request: Request,
  target: Target,
  { name, value }: PrintingChoice,
): Promise<readonly Reply[]> {
  const choice = { [name]: value };
  await choosePrinting(request.db, target.chat, choice, request.now);
  const printing = { ...request.printing, ...choice };
  return changed(target.at === undefined ? { ...request, printing } : request, target, "main");
}

async function changeZone(
  request: Request,
  target: Target,
  name: string,
): Promise<readonly Reply[]> {
  const zone = canonicalZone(name);
  if (zone === undefined) return [outOfDate(request)];
  await chooseZone(request.db, target.chat, zone, request.now);
  return changed(request, target, "main");
}

async function changeSubscription(
  request: Request,
  target: Target,
  change: WishChange,
): Promise<readonly Reply[]> {
  if (target.subscription === undefined) return [outOfDate(request)];
  const unknown = change.type === "topic" && !isKnown(request, change.topic);
  if (unknown) return [outOfDate(request)];
  const wish = changeWish(wishOf(target), change);
  if (wish === undefined) {
    return [notice(label(wordingOf(request), "interface:times.limit"), true)];
  }
  await subscribe(request.db, subscriberOf(request, target), wish, request.now);
  return changed(request, target, ...pageAfter(change));
}

function isKnown({ edition }: Request, topic: string | undefined): boolean {
  return topic === undefined || edition.topics.has(topic);
}

function pageAfter(change: WishChange): [SettingsPage, number?] {
  switch (change.type) {
    case "topic":
      return ["topics", change.page];
    case "time":
      return ["times"];
    case "day":
      return ["days"];
    case "switch":
      return ["main"];
  }
}

/** Asks for what no button offers; only in a private chat are words talk to the bot. */
async function ask(
  request: Request,
  target: Target,
  kind: Extract<PlaceAction, { type: "ask" }>["what"],
): Promise<readonly Reply[]> {
  const { db, person, chat, now } = request;
  if (chat.type !== "private" || person === undefined) return [outOfDate(request)];
  const question = { kind, chatId: target.chat.id, threadId: target.threadId };
  await openQuestion(db, person.id, question, now);
  return askWords(request, kind);
}
