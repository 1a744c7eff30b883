import { changeLines } from "../../rendering/changes/change-lines.ts";
import { costOf, isWithin, messageLimits } from "../../rendering/text/cost.ts";
import { reachLine } from "../../rendering/notices/editor-notices.ts";
import { html, join, prose, type Html } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import type { Press } from "../../rendering/message/press.ts";
import { toldRevision } from "../../rendering/changes/told-revision.ts";
import { label, say, type Key } from "../../rendering/text/translate.ts";
import { listAskingCorrections } from "../../store/ledger/corrections.ts";
import { reachOf, type Reach } from "../../store/ledger/reach.ts";
import { listAsking, type AskedAlert } from "../../store/runs/alerts.ts";
import { wordingOf } from "../command.ts";
import { press, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { voiceOf } from "../settings/target.ts";

/** What waits for a word: an alert, or a correction. */
interface Waiting {
  readonly title: Key;
  readonly headline: string;
  readonly lines: readonly Html[];
  readonly yes: Key;
  readonly no: Key;
  readonly decide: (confirm: boolean) => Press;
}

/** On one page; the next ones follow when these are decided. */
const most = 8;

/** All that waits for an editor's word, as one message: alerts first, each with its two buttons. */
export async function confirmPage(request: Request): Promise<Message> {
  const alerts = await listAsking(request.db);
  const waiting = alerts.slice(0, most).map((alert) => waitingAlert(request, alert));
  for (const asked of await listAskingCorrections(request.db)) {
    if (waiting.length >= most) break;
    const reach = await reachOf(request.db, asked);
    waiting.push(waitingCorrection(request, asked, reach));
  }
  if (waiting.length === 0) {
    return text(say(voiceOf(request).language, "interface:confirm.nothing"));
  }
  const fitting = waiting.findLastIndex((_, last) =>
    isWithin(costOf(words(request, waiting.slice(0, last + 1))), messageLimits),
  );
  const shown = waiting.slice(0, Math.max(1, fitting + 1));
  return text(
    words(request, shown),
    shown.map((item, index) => buttons(request, item, index + 1)),
  );
}

function words(request: Request, waiting: readonly Waiting[]): Html {
  const voice = voiceOf(request);
  const blocks = waiting.map(({ title, headline, lines }, index) => {
    const number = formatCount(index + 1, voice);
    const block = join(
      [html`${number}. <b>${prose(headline, voice.language)}</b>`, ...lines],
      "\n",
    );
    if (waiting[index - 1]?.title === title) return block;
    return join([html`<b>${say(voice.language, title)}</b>`, block], "\n\n");
  });
  return join(blocks, "\n\n");
}

function buttons(request: Request, { yes, no, decide }: Waiting, number: number) {
  const voice = voiceOf(request);
  const n = formatCount(number, voice);
  return [
    press(label(voice.language, yes, { n }), decide(true)),
    press(label(voice.language, no, { n }), decide(false)),
  ];
}

function waitingAlert(request: Request, { story, number, places }: AskedAlert): Waiting {
  const voice = voiceOf(request);
  const { language } = voice;
  const line = say(language, "interface:confirm.line", {
    revision: formatCount(number, voice),
    id: html`<code>${story}</code>`,
    places: say(language, "interface:confirm.places", {
      count: places,
      n: formatCount(places, voice),
    }),
  });
  return {
    title: "interface:confirm.title",
    headline: headlineOf(request, story),
    lines: [line],
    yes: "interface:confirm.yes",
    no: "interface:confirm.no",
    decide: (confirm) => ({ type: "alert", story, revision: number, confirm }),
  };
}

/** With the difference; without its reach where its messages are gone meanwhile. */
function waitingCorrection(
  request: Request,
  { story, number }: { readonly story: string; readonly number: number },
  reach: Reach | undefined,
): Waiting {
  return {
    title: "interface:confirm.correction.title",
    headline: headlineOf(request, story),
    lines: reach === undefined ? [] : differenceLines(request, reach),
    yes: "interface:confirm.correction.yes",
    no: "interface:confirm.correction.no",
    decide: (confirm) => ({ type: "correction", story, revision: number, confirm }),
  };
}

function differenceLines(request: Request, { was, now, messages, chats }: Reach): readonly Html[] {
  const voice = voiceOf(request);
  const { story, number } = now;
  const kept = was === undefined ? [now] : [was, now];
  const revisions = kept.map((revision) => toldRevision(revision, request.defaultZone));
  const line = reachLine({ story, number, messages, chats, revisions }, voice);
  return [line, ...changeLines(revisions, voice)];
}

function headlineOf(request: Request, story: string): string {
  return request.edition.stories.get(story)?.headline[wordingOf(request)] ?? story;
}
