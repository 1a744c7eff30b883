import { composeDigest } from "../domain/digest.ts";
import type { Window } from "../domain/due.ts";
import { localTime } from "../domain/time-zone.ts";
import { renderDigest } from "../rendering/digest.ts";
import { digitsOf } from "../rendering/digits.ts";
import { html } from "../rendering/html.ts";
import { say } from "../rendering/translate.ts";
import { newsOf } from "../store/revisions.ts";
import { wordingOf, type Command } from "./command.ts";
import { sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";
import { planLine } from "./settings/plan.ts";
import { readHere, voiceOf, wishOf, type Target } from "./settings/target.ts";

/** What would come now; nothing of it counts as sent. */
export const digest: Command = {
  name: "digest",
  access: "read",
  run: async (request) => preview(request, await readHere(request)),
};

const day = 86_400_000;

async function preview(request: Request, target: Target): Promise<readonly Reply[]> {
  const { db, edition, printing, chat, now } = request;
  const window = windowOf(target, now);
  const news = await newsOf(db, window);
  const digest = composeDigest(edition, { news, topics: wishOf(target).topics });
  const messages = renderDigest(
    digest,
    {
      date: localTime(now, target.zone),
      window,
      to: chat.type === "channel" ? "channel" : "chat",
    },
    printing,
    request,
  );
  return messages.length > 0 ? sendAll(messages) : sendAll([nothing(request, target)]);
}

/** The window that is open at this place; the last day where nothing is subscribed. */
function windowOf({ subscription }: Target, now: Date): Window {
  // A clock that was set back may have left the window's beginning ahead.
  const until = new Date(Math.max(now.getTime(), subscription?.newsFrom.getTime() ?? 0) + 1);
  return { from: subscription?.newsFrom ?? new Date(now.getTime() - day), until };
}

function nothing(request: Request, target: Target) {
  const wording = wordingOf(request);
  const key =
    target.subscription === undefined ? "interface:digest.day" : "interface:digest.nothing";
  const words = digitsOf(say(wording, key), voiceOf(request));
  return text(html`${words}\n${planLine(request, target)}`);
}
