import { z } from "zod";
import { digitChoices, languageChoices, monthChoices } from "../domain/printing.ts";
import { clockOf, createSchedule, maxTimes } from "../domain/time/schedule.ts";
import { canonicalZone, weekdays, type TimeOfDay } from "../domain/time/time-zone.ts";
import type { Subscribed } from "../store/subscriptions/subscribers.ts";

/** A line of the file as a place, or what is wrong with it: field, value and what is expected. */
export type ReadLine =
  | { readonly type: "place"; readonly place: Subscribed }
  | { readonly type: "problems"; readonly problems: readonly string[] };

function expected(what: string) {
  return { error: `expected ${what}` };
}

const wholeNumber = (what: string) => z.int(expected(what));
const flag = (fallback: boolean) => z.boolean(expected("true or false")).default(fallback);
const oneOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, expected(`one of ${values.join(", ")}`));

const clock = z
  .string(expected("a time such as 07:30"))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, expected("a time such as 07:30"))
  .transform((text): TimeOfDay => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const types = ["private", "group", "supergroup", "channel"] as const;
const states = ["active", "paused", "inactive"] as const;

const daysExpected = expected(`"daily" or a list of ${weekdays.join(", ")}`);
const days = z.union([z.literal("daily"), z.array(z.enum(weekdays)).min(1)], daysExpected);

const topic = expected("a topic's id, of a-z, 0-9 and _");

const line = z
  .strictObject(
    {
      chat: wholeNumber("Telegram's id of a chat").refine((id) => id !== 0),
      type: oneOf(types),
      title: z.string(expected("a text or null")).max(300).nullable().default(null),
      thread: wholeNumber("the id of a forum topic, or 0").min(0).default(0).transform(ownTopic),
      topics: z
        .array(z.string(topic).regex(/^[a-z][a-z0-9_]{0,31}$/, topic), expected("a list"))
        .default([]),
      times: z
        .array(clock, expected(`a list of 1 to ${maxTimes} times such as 07:30`))
        .min(1, expected(`a list of 1 to ${maxTimes} times such as 07:30`))
        .max(maxTimes, expected(`a list of 1 to ${maxTimes} times such as 07:30`)),
      days: days.default("daily"),
      zone: z
        .string(expected("a time zone such as Asia/Damascus"))
        .refine((zone) => canonicalZone(zone) !== undefined, {
          error: "expected a time zone such as Asia/Damascus",
        }),
      language: oneOf(languageChoices).default("both"),
      digits: oneOf(digitChoices).default("latin"),
      months: oneOf(monthChoices).default("double"),
      quiet: z
        .strictObject({ from: clock, until: clock }, expected("{ from, until } or null"))
        .nullable()
        .default(null),
      alerts: flag(true),
      emptyLine: flag(false),
      silent: flag(false),
      cards: flag(false),
      state: oneOf(states).default("active"),
      reason: z.string(expected("a text or null")).max(300).nullable().default(null),
      topicClosed: flag(false),
      person: wholeNumber("Telegram's id of a person, or null").min(1).nullable().default(null),
    },
    { error: (issue) => (issue.code === "unrecognized_keys" ? undefined : "expected an object") },
  )
  .refine(({ chat, type }) => chat > 0 === (type === "private"), {
    path: ["chat"],
    error: "expected an id above 0 for a private chat, and below 0 for others",
  })
  .refine(({ type, thread }) => type === "supergroup" || thread === 0, {
    path: ["thread"],
    error: "expected 0, as only a supergroup has topics",
  });

/** Telegram numbers the General topic 1, and takes no message to it by that number. */
function ownTopic(thread: number): number {
  return thread === 1 ? 0 : thread;
}

type Line = z.infer<typeof line>;

export function readLine(text: string): ReadLine {
  const json = parse(text);
  if (json === undefined) {
    return { type: "problems", problems: [`${show(text)}: expected an object in JSON`] };
  }
  const result = line.safeParse(json);
  if (result.success) return placeOf(result.data);
  return { type: "problems", problems: result.error.issues.map((issue) => describe(issue, json)) };
}

function placeOf(given: Line): ReadLine {
  const chosen =
    given.days === "daily"
      ? ({ type: "daily" } as const)
      : ({ type: "weekdays", days: given.days } as const);
  const schedule = createSchedule(given.times, chosen, given.zone);
  if (schedule === undefined) return { type: "problems", problems: ["times: expected times"] };
  const { language, digits, months, state, alerts, emptyLine, silent, cards, topicClosed } = given;
  const place: Subscribed = {
    chatId: given.chat,
    type: given.type,
    title: given.title,
    threadId: given.thread,
    topics: [...new Set(given.topics)],
    schedule,
    printing: { language, digits, months },
    quiet: given.quiet,
    alerts,
    emptyLine,
    silent,
    cards,
    state,
    reason: state === "active" ? null : given.reason,
    topicClosed,
    personId: given.person,
  };
  return { type: "place", place };
}

/** A place as its line, always the same for the same place. */
export function writeLine(place: Subscribed): string {
  const { schedule, quiet } = place;
  const fields: z.input<typeof line> = {
    chat: place.chatId,
    type: place.type,
    title: place.title,
    thread: place.threadId,
    topics: [...place.topics],
    times: schedule.times.map(clockOf),
    days: schedule.days.type === "daily" ? "daily" : [...schedule.days.days],
    zone: schedule.zone,
    ...place.printing,
    quiet: quiet && { from: clockOf(quiet.from), until: clockOf(quiet.until) },
    alerts: place.alerts,
    emptyLine: place.emptyLine,
    silent: place.silent,
    cards: place.cards,
    state: place.state,
    reason: place.reason,
    topicClosed: place.topicClosed,
    person: place.personId,
  };
  return JSON.stringify(fields);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(issue: z.core.$ZodIssue, json: unknown): string {
  if (issue.code === "unrecognized_keys") {
    return `${issue.keys.join(", ")}: expected no such field`;
  }
  const value = valueAt(json, issue.path);
  const name = issue.path.map(String).join(".") || "line";
  return value === undefined
    ? `${name}: missing: ${issue.message}`
    : `${name}: ${show(JSON.stringify(value))}: ${issue.message}`;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    json,
  );
}

function show(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
