import { digitChoices, languageChoices, monthChoices } from "../../domain/printing.ts";
import { html, join, type Html } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import {
  switches,
  type PrintingChoice,
  type SettingsPage,
  type Switch,
} from "../../rendering/message/press-place.ts";
import { describeSchedule } from "../../rendering/notices/schedule.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { Subscription } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf } from "../command.ts";
import { inRows, mark, press, startLink, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { planLines } from "./plan.ts";
import { placeButton, voiceOf, type Target } from "./target.ts";

/** Forum topics to choose from; a forum with more is managed in the topic itself. */
const mostPlaces = 20;

/** All that a place has chosen, and the ways to its other pages. */
export function mainPage(
  request: Request,
  target: Target,
  others: readonly Subscription[] = [],
): Message {
  const words = join(
    [
      html`<b>${settingsTitle(request, target)}</b>`,
      planLines(request, target),
      printingLines(request, target),
    ],
    "\n\n",
  );
  return text(words, [
    ...wishRows(request, target),
    ...chatRows(request, target),
    ...printingRows(request, target),
    ...otherPlaces(request, target, others),
    ...ways(request, target),
  ]);
}

function settingsTitle(request: Request, { at, chat, threadId }: Target): Html {
  const wording = wordingOf(request);
  if (at === undefined || chat.title === undefined) {
    const key = threadId === 0 ? "interface:settings.title" : "interface:settings.titleOfTopic";
    return say(wording, key);
  }
  const key = threadId === 0 ? "interface:settings.of" : "interface:settings.ofTopic";
  return say(wording, key, { title: chat.title });
}

function printingLines(request: Request, { printing }: Target): Html {
  const wording = wordingOf(request);
  const line = (name: PrintingChoice["name"], value: string): Html =>
    html`${say(wording, `interface:settings.${name}`)}: <b>${value}</b>`;
  return join(
    [
      line("language", label(wording, `interface:language.${printing.language}`)),
      line("digits", label(wording, `interface:digits.${printing.digits}`)),
      line("months", label(wording, `interface:months.${printing.months}`)),
    ],
    "\n",
  );
}

/** What is chosen for a subscription; without one, only to subscribe. */
function wishRows(request: Request, target: Target): Keyboard {
  const wording = wordingOf(request);
  const { subscription } = target;
  const again = label(wording, "interface:button.subscribe");
  const start = placeButton(target, again, { type: "subscribe", times: [], days: [], topics: [] });
  if (subscription === undefined) return [[start]];
  const on: Readonly<Record<Switch, boolean>> = {
    alerts: subscription.alerts,
    line: subscription.emptyLine,
    sound: !subscription.silent,
    cards: subscription.cards,
  };
  const turns = switches.map((name) =>
    placeButton(target, mark(label(wording, `interface:switch.${name}`), on[name]), {
      type: "switch",
      name,
      on: !on[name],
    }),
  );
  const stop = label(wording, "interface:button.unsubscribe");
  return [
    (["topics", "times", "days"] as const).map((to) => pageButton(request, target, to)),
    ...inRows(turns, 3),
    [placeButton(target, stop, { type: "unsubscribe" })],
  ];
}

function pageButton(
  request: Request,
  target: Target,
  to: Extract<SettingsPage, "topics" | "times" | "days" | "zone" | "quiet">,
): Button {
  const words = label(wordingOf(request), `interface:page.${to}`);
  return placeButton(target, words, { type: "open", to });
}

function chatRows(request: Request, target: Target): Keyboard {
  return [[pageButton(request, target, "zone"), pageButton(request, target, "quiet")]];
}

function printingRows(request: Request, target: Target): Keyboard {
  const { digits, months } = target.printing;
  return [
    languageButtons(request, target),
    digitChoices.map((value) => choice(request, target, { name: "digits", value }, digits)),
    monthChoices.map((value) => choice(request, target, { name: "months", value }, months)),
  ];
}

export function languageButtons(request: Request, target: Target): readonly Button[] {
  return languageChoices.map((value) =>
    choice(request, target, { name: "language", value }, target.printing.language),
  );
}

function choice(
  request: Request,
  target: Target,
  chosen: PrintingChoice,
  now: PrintingChoice["value"],
): Button {
  const words = label(wordingOf(request), choiceKey(chosen));
  return placeButton(target, mark(words, chosen.value === now), { type: "printing", ...chosen });
}

function choiceKey(choice: PrintingChoice) {
  switch (choice.name) {
    case "language":
      return `interface:language.${choice.value}` as const;
    case "digits":
      return `interface:digits.${choice.value}` as const;
    case "months":
      return `interface:months.${choice.value}` as const;
  }
}

/** A chat that is managed from elsewhere shows the other places in it that get something. */
function otherPlaces(
  request: Request,
  { at, chat, threadId }: Target,
  others: readonly Subscription[],
): Keyboard {
  if (at === undefined) return [];
  return others
    .filter((other) => other.threadId !== threadId)
    .slice(0, mostPlaces)
    .map((other) => {
      const schedule = describeSchedule(other.schedule, voiceOf(request));
      const name =
        other.threadId === 0 ? "interface:button.general" : "interface:button.forumTopic";
      const words = label(wordingOf(request), name, { schedule });
      const action = { type: "open", to: "main" } as const;
      return [
        press(words, { type: "place", at: { chat: chat.id, thread: other.threadId }, action }),
      ];
    });
}

/** To the chats that a person set up, and from a group to the private chat. */
function ways(request: Request, target: Target): Keyboard {
  const wording = wordingOf(request);
  if (target.at !== undefined) {
    const leave = label(wording, "interface:button.disconnect");
    const back = press(label(wording, "interface:button.chats"), { type: "chats" });
    return [[placeButton(target, leave, { type: "disconnect" })], [back]];
  }
  if (request.chat.type === "private") {
    return [[press(label(wording, "interface:button.chats"), { type: "chats" })]];
  }
  const url = startLink(request, `manage_${target.chat.id}`);
  return [[{ type: "link", label: label(wording, "interface:button.manage"), url }]];
}
