import type { Printing } from "../../domain/printing.ts";
import { createSchedule, type Schedule } from "../../domain/time/schedule.ts";
import type { Button } from "../../rendering/message/message.ts";
import type { At, PlaceAction } from "../../rendering/message/press-place.ts";
import type { Voice } from "../../rendering/text/voice.ts";
import {
  readChoices,
  readPrinting,
  type KnownChat,
  type QuietHours,
} from "../../store/chats/chats.ts";
import {
  readSubscription,
  type Subscription,
  type Wish,
} from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { press } from "../replies.ts";
import type { Request } from "../request.ts";

/** The place that somebody decides for, and what it has chosen so far. */
export interface Target {
  readonly chat: KnownChat;
  /** 0 for General and outside forums. */
  readonly threadId: number;
  /** Where it is not the place of the request itself. */
  readonly at?: At;
  readonly printing: Printing;
  readonly zone: string;
  readonly quiet?: QuietHours;
  readonly subscription?: Subscription;
}

/** The place where the request came from. */
export function readHere(request: Request): Promise<Target> {
  const { threadId = 0, ...chat } = request.chat;
  return read(request, chat, { threadId });
}

/** A place elsewhere, of which the caller knows that the person may decide for it. */
export function readThere(request: Request, chat: KnownChat, threadId: number): Promise<Target> {
  return read(request, chat, { threadId, at: { chat: chat.id, thread: threadId } });
}

/** The same place as it is after a change. */
export function readAgain(request: Request, { chat, threadId, at }: Target): Promise<Target> {
  return read(request, chat, { threadId, ...(at && { at }) });
}

async function read(
  { db, defaultZone }: Request,
  chat: KnownChat,
  place: Pick<Target, "threadId" | "at">,
): Promise<Target> {
  const { zone = defaultZone, quiet } = await readChoices(db, chat.id);
  const { threadId } = place;
  const subscription = await readSubscription(db, { chatId: chat.id, threadId });
  const printing = await readPrinting(db, chat.id);
  return {
    chat,
    ...place,
    printing,
    zone,
    ...(quiet && { quiet }),
    ...(subscription && { subscription }),
  };
}

/** A press that does something for this place, wherever its button is. */
export function placeButton({ at }: Target, label: string, action: PlaceAction): Button {
  return press(label, { type: "place", ...(at && { at }), action });
}

/** How the pages of settings are written. */
export function voiceOf(request: Request): Voice {
  return { ...request.printing, language: wordingOf(request) };
}

const eight = 8 * 60;

/** What a place gets that chooses nothing: all topics, every morning at eight. */
function usualSchedule(zone: string): Schedule {
  const schedule = createSchedule([eight], { type: "daily" }, zone);
  if (schedule === undefined) throw new RangeError(`${zone}: expected a time zone`);
  return schedule;
}

/** What the place wants now, or would get if it chose nothing. */
export function wishOf({ subscription, zone }: Target): Wish {
  return (
    subscription ?? {
      topics: [],
      schedule: usualSchedule(zone),
      alerts: true,
      emptyLine: false,
      silent: false,
      cards: false,
    }
  );
}
