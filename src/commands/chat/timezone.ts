import { readTypedTime } from "../../domain/time/typed-time.ts";
import { zonesNamed, zonesNear, zonesShowing } from "../../domain/time/zone-guess.ts";
import { asOneRun, html, type Html } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { chooseZone } from "../../store/subscriptions/subscriptions.ts";
import { wordingOf, type Command } from "../command.ts";
import { inRows, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { backRow } from "../settings/back.ts";
import { pageWords } from "../settings/plan.ts";
import { clockLabel } from "../settings/times.ts";
import { readAgain, readHere, type Target } from "../settings/target.ts";
import { timeExample, zoneButtons, zonePage } from "../settings/zone.ts";
import { echo } from "./subscribe-argument.ts";

/** Sets the zone by its name, by a city, or by the time that it is there now. */
export const timezone: Command = {
  name: "timezone",
  access: "decide",
  run: async (request, argument) => {
    const target = await readHere(request);
    return argument.trim() === ""
      ? sendAll([zonePage(request, target)])
      : zoneAs(request, target, argument);
  },
};

/** Sets a place's zone to what somebody typed, or offers what they may mean. */
export async function zoneAs(
  request: Request,
  target: Target,
  typed: string,
): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  const [named, ...more] = zonesNamed(typed);
  if (named !== undefined && more.length === 0) return setZone(request, target, named);
  const shown = shownTime(typed);
  if (shown !== undefined) {
    const time = clockLabel(request, shown);
    const zones = zonesAt(shown, request.now);
    const key = zones.length === 0 ? "interface:zone.noneShow" : "interface:zone.showing";
    return offer(request, target, { words: say(wording, key, { time }), zones });
  }
  const zones = zonesNear(typed);
  const key = zones.length === 0 ? "interface:zone.unknown" : "interface:zone.near";
  const at = request.chat.type === "private" ? "" : `@${request.botUsername}`;
  const args = {
    typed: echo(typed),
    example: asOneRun(`/timezone${at} Damascus`),
    time: timeExample(request, target.zone),
  };
  return offer(request, target, { words: say(wording, key, args), zones });
}

async function setZone(request: Request, target: Target, zone: string): Promise<readonly Reply[]> {
  await chooseZone(request.db, target.chat, zone, request.now);
  const after = await readAgain(request, target);
  const title = say(wordingOf(request), "interface:zone.saved");
  return sendAll([text(pageWords(request, after, title), [backRow(request, after)])]);
}

/** The one time that was typed, and nothing else. */
function shownTime(typed: string): number | undefined {
  const read = readTypedTime(typed);
  if (read.type === "wrong" || read.rest.length > 0 || read.days !== undefined) return undefined;
  return read.times.length === 1 ? read.times[0] : undefined;
}

const noon = 12 * 60;

/** Where the clocks show it, in the other half of the day too: many say 2:05 in the afternoon. */
function zonesAt(time: number, now: Date): readonly string[] {
  const afternoon = time <= noon ? zonesShowing((time + noon) % (2 * noon), now, 3) : [];
  return [...zonesShowing(time, now, 5), ...afternoon];
}

function offer(
  request: Request,
  target: Target,
  { words, zones }: { readonly words: Html; readonly zones: readonly string[] },
): readonly Reply[] {
  const buttons = zoneButtons(request, target, zones);
  return sendAll([text(html`${words}`, [...inRows(buttons, 2), backRow(request, target)])]);
}
