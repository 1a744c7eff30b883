import { clockOf } from "../../domain/time/schedule.ts";
import { html, join, visible, type Html } from "../../rendering/text/html.ts";
import { formatDigits } from "../../rendering/text/numbers.ts";
import { describeNext, describeSchedule } from "../../rendering/notices/schedule.ts";
import { say } from "../../rendering/text/translate.ts";
import { describeTopics } from "../../rendering/stories/topics.ts";
import type { Subscription } from "../../store/subscriptions/subscriptions.ts";
import type { Request } from "../request.ts";
import { voiceOf, type Target } from "./target.ts";

/** Characters of what a press is answered with. */
const longestNotice = 200;

/** In plain words what comes to a place, and when next. */
export function planLine(request: Request, target: Target): Html {
  const voice = voiceOf(request);
  const { subscription } = target;
  if (subscription === undefined) return say(voice.language, "interface:plan.none");
  if (subscription.state === "paused") return say(voice.language, "interface:plan.closed");
  return say(voice.language, "interface:plan.comes", {
    schedule: describeSchedule(subscription.schedule, voice),
    next: describeNext(subscription.dueAt, request.now, subscription.schedule.zone, voice),
  });
}

/** All that a place gets, a line each. */
export function planLines(request: Request, target: Target): Html {
  const voice = voiceOf(request);
  const { language } = voice;
  const { subscription, quiet } = target;
  const hours = quiet && { from: clock(quiet.from), until: clock(quiet.until) };
  function clock(minutes: number): string {
    return formatDigits(clockOf(minutes), voice);
  }
  return join(
    [
      planLine(request, target),
      ...(subscription === undefined ? [] : wishLines(request, subscription)),
      ...(hours === undefined ? [] : [say(language, "interface:plan.quiet", hours)]),
    ],
    "\n",
  );
}

function wishLines(request: Request, subscription: Subscription): readonly Html[] {
  const voice = voiceOf(request);
  const { language } = voice;
  const { topics, alerts, emptyLine, silent, cards } = subscription;
  return [
    say(language, "interface:plan.topics", {
      topics: describeTopics(topics, request.edition, voice),
    }),
    say(language, alerts ? "interface:plan.alerts" : "interface:plan.noAlerts"),
    say(language, emptyLine ? "interface:plan.line" : "interface:plan.noLine"),
    ...(cards ? [say(language, "interface:plan.cards")] : []),
    ...(silent ? [say(language, "interface:plan.silent")] : []),
  ];
}

/** The answer to a press that changed something: what comes now, if that is short enough. */
export function planNotice(request: Request, target: Target): string {
  const words = visible(planLine(request, target));
  const saved = visible(say(voiceOf(request).language, "interface:settings.saved"));
  const whole = `${saved}. ${words}`;
  return Array.from(whole).length <= longestNotice ? whole : saved;
}

/** A page of settings: what it is about, what comes now, and how to go about it. */
export function pageWords(
  request: Request,
  target: Target,
  title: Html,
  hint: Html = html``,
): Html {
  return join([html`<b>${title}</b>\n${planLine(request, target)}`, hint], "\n\n");
}
