import { clockOf } from "../../domain/time/schedule.ts";
import { localTime } from "../../domain/time/time-zone.ts";
import { asOneRun, html, type Html } from "../../rendering/text/html.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { zoneName } from "../../rendering/notices/zone.ts";
import { wordingOf } from "../command.ts";
import { inRows, mark, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { askButtons } from "./ask.ts";
import { backRow } from "./back.ts";
import { pageWords } from "./plan.ts";
import { clockLabel } from "./times.ts";
import { placeButton, type Target } from "./target.ts";

/** Where most readers are; all others are typed. */
const likely = [
  "Asia/Damascus",
  "Asia/Beirut",
  "Asia/Amman",
  "Asia/Baghdad",
  "Europe/Istanbul",
  "Africa/Cairo",
  "Asia/Riyadh",
  "Europe/Berlin",
  "Europe/London",
  "UTC",
];

export function zonePage(request: Request, target: Target): Message {
  const title = say(wordingOf(request), "interface:page.zone");
  const words = pageWords(request, target, title, zoneHint(request, target));
  const typed = askButtons(request, target, "zone");
  return text(words, [
    ...inRows(zoneButtons(request, target, likely), 2),
    ...(typed.length > 0 ? [typed] : []),
    backRow(request, target),
  ]);
}

/** Which zone it is and what time it is there, and how to choose another. */
function zoneHint(request: Request, { zone }: Target): Html {
  const wording = wordingOf(request);
  const at = request.chat.type === "private" ? "" : `@${request.botUsername}`;
  const now = say(wording, "interface:zone.now", {
    zone: zoneName(zone, wording),
    time: clockIn(request, zone),
  });
  const how = say(wording, "interface:zone.hint", {
    example: asOneRun(`/timezone${at} Berlin`),
    time: timeExample(request, zone),
  });
  return html`${now}\n${how}`;
}

/** Zones to choose from, each with the time that its clocks show now. */
export function zoneButtons(
  request: Request,
  target: Target,
  zones: readonly string[],
): readonly Button[] {
  const wording = wordingOf(request);
  return zones.map((zone) => {
    const words = label(wording, "interface:zone.button", {
      zone: zoneName(zone, wording),
      time: clockIn(request, zone),
    });
    return placeButton(target, mark(words, zone === target.zone), { type: "zone", zone });
  });
}

/** The command with a time that some clock shows now: one that shows none would be refused. */
export function timeExample(request: Request, zone: string): Html {
  const at = request.chat.type === "private" ? "" : `@${request.botUsername}`;
  const { hour, minute } = localTime(request.now, zone);
  return asOneRun(`/timezone${at} ${clockOf(hour * 60 + minute)}`);
}

function clockIn(request: Request, zone: string): string {
  const { hour, minute } = localTime(request.now, zone);
  return clockLabel(request, hour * 60 + minute);
}
