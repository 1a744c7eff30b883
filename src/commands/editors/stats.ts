import { dayOf, localTime } from "../../domain/time/time-zone.ts";
import { formatTime } from "../../rendering/notices/schedule.ts";
import { formatDate } from "../../rendering/text/dates.ts";
import { asOneRun, html, join, type Html } from "../../rendering/text/html.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { say, type Key } from "../../rendering/text/translate.ts";
import type { Voice } from "../../rendering/text/voice.ts";
import { readChoices } from "../../store/chats/chats.ts";
import { mostCounted } from "../../store/insight/waiting.ts";
import type { Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { voiceOf } from "../settings/target.ts";
import { readStats, type Stats } from "./stats-read.ts";

/** How the bot does, for editors. */
export const stats: Command = {
  name: "stats",
  access: "edit",
  run: async (request) => {
    const { zone = request.defaultZone } = await readChoices(request.db, request.chat.id);
    const page = { voice: voiceOf(request), zone };
    return sendAll([text(words(await readStats(request), request, page))]);
  },
};

interface Page {
  readonly voice: Voice;
  readonly zone: string;
}

/** Reasons that are named; the rest are few. */
const mostReasons = 5;

function words(stats: Stats, request: Request, page: Page): Html {
  const { language } = page.voice;
  const head = html`<b>${say(language, "stats:title")}</b>\n${say(language, "stats:at", {
    moment: moment(request.now, page),
  })}`;
  const sections = [
    section(say(language, "stats:chats"), chatLines(stats, page)),
    section(say(language, "stats:subscriptions"), subscriptionLines(stats, page)),
    digestSection(stats, page),
    section(say(language, "stats:outbox"), outboxLines(stats, page)),
    section(say(language, "stats:corrections"), [
      line("settling", stats.corrections.settling, page),
      line("asking", stats.corrections.asking, page),
      line("confirmed", stats.corrections.confirmed, page),
    ]),
    section(say(language, "stats:content"), contentLines(request, page)),
    section(say(language, "stats:requests"), [
      line("handled", stats.handled, page),
      line("new", stats.waiting, page),
      line("setAside", stats.setAside, page),
    ]),
  ];
  return join([head, ...sections], "\n\n");
}

function section(title: Html, lines: readonly (Html | undefined)[]): Html {
  const shown = lines.filter((one) => one !== undefined).map((one) => html`• ${one}`);
  return join([html`<b>${title}</b>`, ...shown], "\n");
}

type Line = keyof typeof keys;

const keys = {
  private: "stats:private",
  groups: "stats:groups",
  channels: "stats:channels",
  paused: "stats:paused",
  inactive: "stats:inactive",
  all: "stats:all",
  resting: "stats:resting",
  alerts: "stats:alerts",
  made: "stats:made",
  late: "stats:late",
  sent: "stats:sent",
  dead: "stats:dead",
  pending: "stats:pending",
  retry: "stats:retry",
  sending: "stats:sending",
  unknown: "stats:unknown",
  givenUp: "stats:given_up",
  settling: "stats:settling",
  asking: "stats:asking",
  confirmed: "stats:confirmed",
  stories: "stats:stories",
  errors: "stats:errors",
  warnings: "stats:warnings",
  handled: "stats:handled",
  new: "stats:new",
  setAside: "stats:setAside",
} as const satisfies Readonly<Record<string, Key>>;

function line(name: Line, count: number, page: Page): Html {
  return say(page.voice.language, keys[name], { n: counted(count, page) });
}

function counted(count: number, { voice }: Page): Html {
  const n = formatCount(count, voice);
  return count < mostCounted ? html`${n}` : say(voice.language, "stats:more", { n });
}

function chatLines({ chats }: Stats, page: Page): readonly Html[] {
  const kinds = ["private", "groups", "channels"] as const;
  const comma = page.voice.language === "ar" ? "، " : ", ";
  return kinds.map((kind) => {
    const of = chats[kind];
    const total = say(page.voice.language, keys[kind], {
      n: formatCount(of.active + of.paused + of.inactive, page.voice),
    });
    const parts = (["paused", "inactive"] as const)
      .filter((state) => of[state] > 0)
      .map((state) => line(state, of[state], page));
    return join([total, ...parts], comma);
  });
}

function subscriptionLines({ subscriptions }: Stats, page: Page): readonly Html[] {
  const { all, resting, alerts } = subscriptions;
  const exact = (name: Line, count: number): Html =>
    say(page.voice.language, keys[name], { n: formatCount(count, page.voice) });
  return [
    exact("all", all),
    exact("alerts", alerts),
    ...(resting > 0 ? [exact("resting", resting)] : []),
  ];
}

function digestSection({ digests, since }: Stats, page: Page): Html {
  const { language } = page.voice;
  const title = say(language, "stats:digests", { moment: moment(since, page) });
  const reasons = digests.dead.slice(0, mostReasons).map(({ reason, count }) =>
    say(language, "stats:reason", {
      reason: asOneRun(reason),
      n: formatCount(count, page.voice),
    }),
  );
  const given = digests.dead.reduce((sum, { count }) => sum + count, 0);
  const isCut = digests.since.getTime() !== since.getTime();
  return section(title, [
    line("made", digests.made, page),
    line("late", digests.late, page),
    say(language, keys.sent, { n: formatCount(digests.sent, page.voice) }),
    say(language, keys.dead, { n: formatCount(given, page.voice) }),
    ...reasons,
    isCut ? say(language, "stats:counted", { moment: moment(digests.since, page) }) : undefined,
  ]);
}

function outboxLines({ outbox, oldest }: Stats, page: Page): readonly (Html | undefined)[] {
  const minutes = oldest === undefined ? 0 : Math.floor(oldest / 60_000);
  const n = formatCount(minutes, page.voice);
  return [
    line("pending", outbox.pending, page),
    oldest === undefined
      ? undefined
      : say(page.voice.language, "stats:oldest", { count: minutes, n }),
    line("retry", outbox.retry, page),
    line("sending", outbox.sending, page),
    line("unknown", outbox.unknown, page),
    line("givenUp", outbox.dead, page),
  ];
}

function contentLines({ edition, content, now }: Request, page: Page): readonly Html[] {
  const stories = line("stories", edition.stories.size, page);
  if (content === undefined) return [stories];
  const since = new Date(now.getTime() - content.age * 1000);
  return [
    stories,
    say(page.voice.language, "stats:told", { moment: moment(since, page) }),
    line("errors", content.errors, page),
    line("warnings", content.warnings, page),
  ];
}

function moment(at: Date, { voice, zone }: Page): Html {
  const local = localTime(at, zone);
  const comma = voice.language === "ar" ? "،" : ",";
  const time = formatTime(local.hour * 60 + local.minute, voice);
  return html`${formatDate(dayOf(local), voice)}${comma} ${time}`;
}
