import { composeDigest } from "../../domain/digest.ts";
import { localTime } from "../../domain/time/time-zone.ts";
import { renderDigest } from "../../rendering/stories/digest.ts";
import { digitsOf } from "../../rendering/text/digits.ts";
import { html } from "../../rendering/text/html.ts";
import type { Keyboard } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { newsOf } from "../../store/revisions/news.ts";
import type { Database } from "../../store/tables.ts";
import { readUpcoming, type Upcoming } from "../../store/subscriptions/upcoming.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { planLine } from "../settings/plan.ts";
import { placeButton, readHere, voiceOf, type Target } from "../settings/target.ts";

/** What would come now; nothing of it counts as sent. */
export const digest: Command = {
  name: "digest",
  access: "read",
  run: async (request) => preview(request, await readHere(request)),
};

const day = 86_400_000;

async function preview(request: Request, target: Target): Promise<readonly Reply[]> {
  const { db, edition, printing, chat, now } = request;
  const { chat: place, threadId, subscription, zone } = target;
  const upcoming =
    (await readUpcoming(db, { chatId: place.id, threadId }, now)) ?? (await lastDay(db, now));
  const messages = renderDigest(
    composeDigest(edition, upcoming),
    {
      date: localTime(now, subscription?.schedule.zone ?? zone),
      window: upcoming.window,
      to: chat.type === "channel" ? "channel" : "chat",
    },
    printing,
    request,
  );
  return messages.length > 0 ? sendAll(messages) : sendAll([nothing(request, target)]);
}

/** What a place that chooses nothing would be told. */
async function lastDay(db: Database, now: Date): Promise<Upcoming> {
  const window = { from: new Date(now.getTime() - day), until: new Date(now.getTime() + 1) };
  return { news: await newsOf(db, window), topics: [], window };
}

function nothing(request: Request, target: Target) {
  const wording = wordingOf(request);
  const key =
    target.subscription === undefined ? "interface:digest.day" : "interface:digest.nothing";
  const words = digitsOf(say(wording, key), voiceOf(request));
  return text(html`${words}\n${planLine(request, target)}`, start(request, target));
}

/** Where nothing comes, a person in the own chat may want it to. */
function start(request: Request, target: Target): Keyboard {
  if (target.subscription !== undefined || request.chat.type !== "private") return [];
  const words = label(wordingOf(request), "interface:button.subscribe");
  return [[placeButton(target, words, { type: "subscribe", times: [], days: [], topics: [] })]];
}
