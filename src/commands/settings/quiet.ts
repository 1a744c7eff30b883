import type { Button, Message } from "../../rendering/message.ts";
import { label, say } from "../../rendering/translate.ts";
import type { QuietHours } from "../../store/chats.ts";
import { wordingOf } from "../command.ts";
import { inRows, mark, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { backRow } from "./back.ts";
import { pageWords } from "./plan.ts";
import { placeButton, type Target } from "./target.ts";
import { clockLabel } from "./times.ts";

const usual: readonly QuietHours[] = [
  { from: 22 * 60, until: 7 * 60 },
  { from: 23 * 60, until: 8 * 60 },
  { from: 0, until: 6 * 60 },
];

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export function quietPage(request: Request, target: Target): Message {
  const wording = wordingOf(request);
  const none = mark(label(wording, "interface:quiet.none"), target.quiet === undefined);
  const choices = usual.map((hours) => hoursButton(request, target, hours));
  const other = placeButton(target, label(wording, "interface:quiet.other"), {
    type: "open",
    to: "from",
  });
  return page(request, target, [
    ...inRows([...choices, other], 2),
    [placeButton(target, none, { type: "quiet" })],
    backRow(request, target),
  ]);
}

export function fromPage(request: Request, target: Target): Message {
  const buttons = hours.map((item) =>
    placeButton(target, clockLabel(request, item * 60), { type: "open", to: "until", item }),
  );
  return page(request, target, [...inRows(buttons, 4), backRow(request, target, "quiet")]);
}

export function untilPage(request: Request, target: Target, item = 0): Message {
  const from = Math.min(item, 23);
  const buttons = hours
    .filter((hour) => hour !== from)
    .map((hour) => hoursButton(request, target, { from: from * 60, until: hour * 60 }));
  return page(request, target, [...inRows(buttons, 3), backRow(request, target, "quiet")]);
}

function hoursButton(request: Request, target: Target, hours: QuietHours): Button {
  const { quiet } = target;
  const isChosen = quiet?.from === hours.from && quiet.until === hours.until;
  const words = label(wordingOf(request), "interface:quiet.hours", {
    from: clockLabel(request, hours.from),
    until: clockLabel(request, hours.until),
  });
  return placeButton(target, mark(words, isChosen), { type: "quiet", hours });
}

function page(request: Request, target: Target, keyboard: readonly (readonly Button[])[]): Message {
  const wording = wordingOf(request);
  const title = say(wording, "interface:page.quiet");
  return text(pageWords(request, target, title, say(wording, "interface:quiet.hint")), keyboard);
}
