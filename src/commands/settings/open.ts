import type { Message } from "../../rendering/message/message.ts";
import type { SettingsPage } from "../../rendering/message/press-place.ts";
import { listSubscriptions } from "../../store/subscriptions/subscriptions.ts";
import type { Request } from "../request.ts";
import { daysPage } from "./days.ts";
import { mainPage } from "./main.ts";
import { fromPage, quietPage, untilPage } from "./quiet.ts";
import type { Target } from "./target.ts";
import { hoursPage, minutesPage, timesPage } from "./times.ts";
import { topicsPage } from "./topics.ts";
import { zonePage } from "./zone.ts";

type Page = (request: Request, target: Target, item?: number) => Message;

/** What is chosen for a subscription has pages only where there is one. */
const ofSubscriptions: Readonly<Record<"topics" | "times" | "hours" | "minutes" | "days", Page>> = {
  topics: topicsPage,
  times: timesPage,
  hours: hoursPage,
  minutes: minutesPage,
  days: daysPage,
};

const ofChats: Readonly<Record<"zone" | "quiet" | "from" | "until", Page>> = {
  zone: zonePage,
  quiet: quietPage,
  from: fromPage,
  until: untilPage,
};

/** A page of a place's settings as it stands now. */
export async function openPage(
  request: Request,
  target: Target,
  to: SettingsPage,
  item?: number,
): Promise<Message> {
  const pages: Readonly<Partial<Record<SettingsPage, Page>>> =
    target.subscription === undefined ? ofChats : { ...ofChats, ...ofSubscriptions };
  const page = pages[to];
  if (page !== undefined) return page(request, target, item);
  const { at, chat } = target;
  const others = at === undefined ? [] : await listSubscriptions(request.db, chat.id);
  return mainPage(request, target, others);
}
