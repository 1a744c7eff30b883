import { formatCount } from "../rendering/numbers.ts";
import { html, join, prose, type Html } from "../rendering/html.ts";
import type { Keyboard, Message } from "../rendering/message.ts";
import type { Press } from "../rendering/press.ts";
import { label, say } from "../rendering/translate.ts";
import { confirmAlert, declineAlert, listAsking, type AskedAlert } from "../store/runs/alerts.ts";
import { wordingOf, type Command } from "./command.ts";
import { notice, outOfDate, press, sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";
import { voiceOf } from "./settings/target.ts";

/** The alerts that wait for an editor's word; others are told that it is for editors. */
export const confirm: Command = {
  name: "confirm",
  access: "read",
  run: async (request) => {
    if (isEditor(request)) return sendAll([await alertsPage(request)]);
    return sendAll([text(say(wordingOf(request), "interface:confirm.editors"))]);
  },
};

/** Alerts on one page; the next ones follow when these are decided. */
const mostAlerts = 8;

/** An editor's word on one alert. It counts for the revision that the button names alone. */
export async function decideAlert(
  request: Request,
  { story, revision, confirm: confirmed }: Extract<Press, { type: "alert" }>,
): Promise<readonly Reply[]> {
  if (!isEditor(request)) return [outOfDate(request)];
  const decide = confirmed ? confirmAlert : declineAlert;
  const wording = wordingOf(request);
  const isDecided = await decide(request.db, story, revision);
  const key = confirmed ? "interface:confirm.confirmed" : "interface:confirm.declined";
  return [
    isDecided
      ? notice(label(wording, key))
      : notice(label(wording, "interface:confirm.late"), true),
    { type: "edit", message: await alertsPage(request) },
  ];
}

function isEditor({ chat, person, editors }: Request): boolean {
  return chat.type === "private" && person !== undefined && editors.includes(person.id);
}

async function alertsPage(request: Request): Promise<Message> {
  const wording = wordingOf(request);
  const waiting = await listAsking(request.db);
  const shown = waiting.slice(0, mostAlerts);
  if (shown.length === 0) return text(say(wording, "interface:confirm.none"));
  const title = html`<b>${say(wording, "interface:confirm.title")}</b>`;
  const lines = shown.map((alert, index) => alertLine(request, alert, index + 1));
  return text(join([title, ...lines], "\n\n"), keyboard(request, shown));
}

function alertLine(request: Request, alert: AskedAlert, number: number): Html {
  const voice = voiceOf(request);
  const { language } = voice;
  const headline = request.edition.stories.get(alert.story)?.headline[language] ?? alert.story;
  const line = say(language, "interface:confirm.line", {
    revision: formatCount(alert.number, voice),
    id: html`<code>${alert.story}</code>`,
    places: say(language, "interface:confirm.places", {
      count: alert.places,
      n: formatCount(alert.places, voice),
    }),
  });
  return html`${formatCount(number, voice)}. <b>${prose(headline, language)}</b>\n${line}`;
}

/** A row an alert, by its number on the page. */
function keyboard(request: Request, alerts: readonly AskedAlert[]): Keyboard {
  const voice = voiceOf(request);
  return alerts.map(({ story, number: revision }, index) => {
    const n = formatCount(index + 1, voice);
    const button = (confirm: boolean) =>
      press(
        label(voice.language, confirm ? "interface:confirm.yes" : "interface:confirm.no", { n }),
        { type: "alert", story, revision, confirm },
      );
    return [button(true), button(false)];
  });
}
