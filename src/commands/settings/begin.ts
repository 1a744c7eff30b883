import { createSchedule, daysOf, type Days } from "../../domain/time/schedule.ts";
import type { TimeOfDay } from "../../domain/time/time-zone.ts";
import { html } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import type { PlaceAction } from "../../rendering/message/press-place.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { subscribe, type Wish } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { outOfDate, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { backRow } from "./back.ts";
import { planLines } from "./plan.ts";
import { subscriberOf } from "./subscriber.ts";
import { placeButton, readAgain, wishOf, type Target } from "./target.ts";

/** What somebody said about a subscription; the rest stays as it is, or is as usual. */
export interface Given {
  readonly times: readonly TimeOfDay[];
  readonly days?: Days | undefined;
  /** None for all. */
  readonly topics?: readonly string[] | undefined;
}

/** Subscribes a place; undefined where there is no such schedule. */
export async function begin(
  request: Request,
  target: Target,
  given: Given,
): Promise<Target | undefined> {
  const wish = wishWith(target, given);
  if (wish === undefined) return undefined;
  await subscribe(request.db, subscriberOf(request, target), wish, request.now);
  return readAgain(request, target);
}

function wishWith(target: Target, { times, days, topics }: Given): Wish | undefined {
  const known = wishOf(target);
  const { schedule } = known;
  const wanted = createSchedule(
    times.length > 0 ? times : schedule.times,
    days ?? schedule.days,
    schedule.zone,
  );
  return wanted && { ...known, schedule: wanted, topics: topics ?? known.topics };
}

/** That a place is subscribed, what comes and when next, and what can be chosen. */
export function begun(request: Request, target: Target): Message {
  const wording = wordingOf(request);
  const title = html`<b>${say(wording, "interface:subscribe.done")}</b>`;
  const open = (to: "topics" | "times" | "days" | "zone") =>
    placeButton(target, label(wording, `interface:page.${to}`), { type: "open", to });
  return text(html`${title}\n${planLines(request, target)}`, [
    [open("topics"), open("times")],
    [open("days"), open("zone")],
    backRow(request, target),
  ]);
}

/** A press on a button that subscribes. */
export async function startAgain(
  request: Request,
  target: Target,
  { times, days, topics }: Extract<PlaceAction, { type: "subscribe" }>,
): Promise<readonly Reply[]> {
  const areKnown = topics.every((topic) => request.edition.topics.has(topic));
  const chosen = topics.length > 0 ? topics : undefined;
  const given = { times, days: daysOf(days), topics: chosen };
  const started = areKnown ? await begin(request, target, given) : undefined;
  if (started === undefined) return [outOfDate(request)];
  return [{ type: "send", message: begun(request, started) }];
}
