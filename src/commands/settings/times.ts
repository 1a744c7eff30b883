import { maxTimes } from "../../domain/time/schedule.ts";
import { asOneRun, visible, type Html } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import { formatTime } from "../../rendering/notices/schedule.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { inRows, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { askButtons } from "./ask.ts";
import { backRow } from "./back.ts";
import { pageWords } from "./plan.ts";
import { placeButton, voiceOf, wishOf, type Target } from "./target.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const minutes = Array.from({ length: 60 }, (_, minute) => minute);

/** The times of the day, each with a button that takes it away, unless it is the only one. */
export function timesPage(request: Request, target: Target): Message {
  const wording = wordingOf(request);
  const { times } = wishOf(target).schedule;
  const removals = times.map((time) =>
    placeButton(target, `✕ ${clockLabel(request, time)}`, { type: "time", time, on: false }),
  );
  const add = placeButton(target, label(wording, "interface:times.add"), {
    type: "open",
    to: "hours",
  });
  return text(page(request, target, commandHint(request, target)), [
    ...(times.length > 1 ? inRows(removals, 4) : []),
    ...(times.length < maxTimes ? [[add, ...askButtons(request, target, "time")]] : []),
    backRow(request, target),
  ]);
}

export function hoursPage(request: Request, target: Target): Message {
  const buttons = hours.map((item) =>
    placeButton(target, clockLabel(request, item * 60), { type: "open", to: "minutes", item }),
  );
  const hint = say(wordingOf(request), "interface:times.hour");
  return text(page(request, target, hint), [
    ...inRows(buttons, 4),
    backRow(request, target, "times"),
  ]);
}

/** Every minute of an hour. */
export function minutesPage(request: Request, target: Target, item = 0): Message {
  const hour = Math.min(item, 23);
  const buttons = minutes.map((minute) => {
    const time = hour * 60 + minute;
    return placeButton(target, clockLabel(request, time), { type: "time", time, on: true });
  });
  const hint = say(wordingOf(request), "interface:times.minute");
  return text(page(request, target, hint), [
    ...inRows(buttons, 6),
    backRow(request, target, "times"),
  ]);
}

function page(request: Request, target: Target, hint: Html): Html {
  return pageWords(request, target, say(wordingOf(request), "interface:page.times"), hint);
}

/** In groups nothing is typed but commands. */
function commandHint(request: Request, { at }: Target): Html {
  const command =
    request.chat.type === "private" ? "/subscribe" : `/subscribe@${request.botUsername}`;
  const key = at === undefined ? "interface:times.hint" : "interface:times.hintThere";
  return say(wordingOf(request), key, { example: asOneRun(`${command} 07:30 19:00`) });
}

export function clockLabel(request: Request, time: number): string {
  return visible(formatTime(time, voiceOf(request)));
}
