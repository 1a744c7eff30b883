import type { Html } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { QuietHours } from "../../store/chats/chats.ts";
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
  const hint = say(wording, "interface:quiet.hint");
  return page(request, target, hint, [
    ...inRows([...choices, other], 2),
    [placeButton(target, none, { type: "quiet" })],
    backRow(request, target),
  ]);
}

export function fromPage(request: Request, target: Target): Message {
  const buttons = hours.map((item) =>
    placeButton(target, clockLabel(request, item * 60), { type: "open", to: "until", item }),
  );
  const hint = say(wordingOf(request), "interface:quiet.from");
  return page(request, target, hint, [...inRows(buttons, 4), backRow(request, target, "quiet")]);
}

/** The other hours, in the order in which they follow. */
export function untilPage(request: Request, target: Target, item = 0): Message {
  const from = Math.min(item, 23);
  const buttons = hours.slice(1).map((later) => {
    const chosen = { from: from * 60, until: ((from + later) % 24) * 60 };
    const words = mark(clockLabel(request, chosen.until), isChosen(target, chosen));
    return placeButton(target, words, { type: "quiet", hours: chosen });
  });
  const hint = say(wordingOf(request), "interface:quiet.until", {
    from: clockLabel(request, from * 60),
  });
  return page(request, target, hint, [...inRows(buttons, 4), backRow(request, target, "quiet")]);
}

function isChosen({ quiet }: Target, { from, until }: QuietHours): boolean {
  return quiet?.from === from && quiet.until === until;
}

function hoursButton(request: Request, target: Target, hours: QuietHours): Button {
  const words = label(wordingOf(request), "interface:quiet.hours", {
    from: clockLabel(request, hours.from),
    until: clockLabel(request, hours.until),
  });
  return placeButton(target, mark(words, isChosen(target, hours)), { type: "quiet", hours });
}

function page(request: Request, target: Target, hint: Html, keyboard: Keyboard): Message {
  const title = say(wordingOf(request), "interface:page.quiet");
  return text(pageWords(request, target, title, hint), keyboard);
}
