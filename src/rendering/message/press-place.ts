import { digitChoices, languageChoices, monthChoices } from "../../domain/printing.ts";
import type { Printing } from "../../domain/printing.ts";
import { weekdays } from "../../domain/time/time-zone.ts";
import type { TimeOfDay, Weekday } from "../../domain/time/time-zone.ts";

/** A chat and its forum topic (0 for none) that a button speaks of, wherever the button is. */
export interface At {
  readonly chat: number;
  readonly thread: number;
}

export const settingsPages = [
  "main",
  "topics",
  "times",
  "hours",
  "minutes",
  "days",
  "zone",
  "quiet",
  "from",
  "until",
] as const;
export type SettingsPage = (typeof settingsPages)[number];

export const switches = ["alerts", "line", "sound", "cards"] as const;
/** What is on or off: urgent alerts, a line where nothing is new, sound, a card after a digest. */
export type Switch = (typeof switches)[number];

export const questions = ["zone", "time"] as const;
/** What a person may type in the private chat after a button asked for it. */
export type Question = (typeof questions)[number];

/** One choice of how a chat is written to. */
export type PrintingChoice =
  | { readonly name: "language"; readonly value: Printing["language"] }
  | { readonly name: "digits"; readonly value: Printing["digits"] }
  | { readonly name: "months"; readonly value: Printing["months"] };

/** What is to be done for one place. All of them say what shall be, so that twice is as once. */
export type PlaceAction =
  /** `item` is the page of a long list, or the hour that was chosen before. */
  | { readonly type: "open"; readonly to: SettingsPage; readonly item?: number }
  /** What is not given stays as it is, or is as usual. */
  | {
      readonly type: "subscribe";
      readonly times: readonly TimeOfDay[];
      readonly days: readonly Weekday[];
      readonly topics: readonly string[];
    }
  | { readonly type: "unsubscribe" }
  | { readonly type: "disconnect" }
  | ({ readonly type: "printing" } & PrintingChoice)
  | { readonly type: "switch"; readonly name: Switch; readonly on: boolean }
  /** Without a topic, all. */
  | { readonly type: "topic"; readonly topic?: string; readonly on: boolean; readonly page: number }
  | { readonly type: "time"; readonly time: TimeOfDay; readonly on: boolean }
  /** Without a day, all. */
  | { readonly type: "day"; readonly day?: Weekday; readonly on: boolean }
  | { readonly type: "zone"; readonly zone: string }
  /** Minutes of the day; without them, no quiet hours. */
  | {
      readonly type: "quiet";
      readonly hours?: { readonly from: TimeOfDay; readonly until: TimeOfDay };
    }
  | { readonly type: "ask"; readonly what: Question };

export interface PlacePress {
  readonly type: "place";
  /** Absent for the place that the button is in. */
  readonly at?: At;
  readonly action: PlaceAction;
}

export type Field = string | number | undefined;

/** In base 36, so that the longest topic fits beside the longest id. */
export function writeAt(at: At | undefined): string {
  return at === undefined ? "" : `${at.chat.toString(36)}_${at.thread.toString(36)}`;
}

export function readAt(text: string | undefined): At | undefined {
  const [, chat = "", thread = ""] = /^(-?[0-9a-z]{1,11})_([0-9a-z]{1,8})$/.exec(text ?? "") ?? [];
  const at = { chat: parseInt(chat, 36), thread: parseInt(thread, 36) };
  return Number.isSafeInteger(at.chat) && Number.isSafeInteger(at.thread) ? at : undefined;
}

/** What is written of a press: its code, where, and its fields in the order that they are read. */
export function placeFields({ at, action }: PlacePress): readonly Field[] {
  const [code, ...fields] = actionFields(action);
  return [code, writeAt(at), ...fields];
}

function actionFields(action: PlaceAction): readonly Field[] {
  switch (action.type) {
    case "open":
      return ["g", action.to, action.item];
    case "subscribe":
      return ["y", action.times.join(","), action.days.join(","), action.topics.join(",")];
    case "unsubscribe":
      return ["e"];
    case "disconnect":
      return ["j"];
    case "printing":
      return ["p", action.name, action.value];
    case "switch":
      return ["w", action.name, Number(action.on)];
    case "topic":
      return ["k", action.topic, Number(action.on), action.page];
    case "time":
      return ["i", action.time, Number(action.on)];
    case "day":
      return ["d", action.day, Number(action.on)];
    case "zone":
      return ["z", action.zone];
    case "quiet":
      return ["q", action.hours?.from, action.hours?.until];
    case "ask":
      return ["u", action.what];
  }
}

type Reader = (fields: readonly string[]) => PlaceAction | undefined;

// What was read is written again and compared, so a reader may let an illegal form pass.
const readers: Readonly<Record<string, Reader>> = {
  g: ([name, item]) => {
    const to = oneOf(settingsPages, name);
    return to && { type: "open", to, ...(item !== "" && { item: Number(item) }) };
  },
  y: ([times = "", days = "", topics = ""]) => ({
    type: "subscribe",
    times: listed(times).map(Number),
    days: listed(days).flatMap((day) => oneOf(weekdays, day) ?? []),
    topics: listed(topics),
  }),
  e: () => ({ type: "unsubscribe" }),
  j: () => ({ type: "disconnect" }),
  p: ([name, value]) => readPrinting(name, value),
  w: ([field, on]) => {
    const name = oneOf(switches, field);
    return name && { type: "switch", name, on: on === "1" };
  },
  k: ([topic = "", on, page]) => ({
    type: "topic",
    ...(topic !== "" && { topic }),
    on: on === "1",
    page: Number(page),
  }),
  i: ([time, on]) => ({ type: "time", time: Number(time), on: on === "1" }),
  d: ([field, on]) => {
    const day = oneOf(weekdays, field);
    return { type: "day", ...(day && { day }), on: on === "1" };
  },
  z: ([zone = ""]) => ({ type: "zone", zone }),
  q: ([from, until]) =>
    from === "" && until === ""
      ? { type: "quiet" }
      : { type: "quiet", hours: { from: Number(from), until: Number(until) } },
  u: ([field]) => {
    const what = oneOf(questions, field);
    return what && { type: "ask", what };
  },
};

/** Reads what `placeFields` wrote; undefined for anything that names no action. */
export function readPlace(code: string, fields: readonly string[]): PlacePress | undefined {
  const [where, ...rest] = fields;
  const action = Object.hasOwn(readers, code) ? readers[code]?.(rest) : undefined;
  const at = readAt(where);
  return action && { type: "place", ...(at && { at }), action };
}

const minute = /^(?:[1-9]?\d|1[0-3]\d\d|14[0-3]\d|[1-9]\d\d)$/;
const forms = {
  item: /^(?:0|[1-9]\d{0,5})$/,
  page: /^(?:0|[1-9]\d{0,5})$/,
  time: minute,
  times: minute,
  from: minute,
  until: minute,
  topic: /^[a-z][a-z0-9_]{0,31}$/,
  topics: /^[a-z][a-z0-9_]{0,31}$/,
  zone: /^[A-Za-z][\w+/-]{0,39}$/,
};

/** Whether every id, number and name has its form. */
export function isLegalPlace({ at, action }: PlacePress): boolean {
  const hours = action.type === "quiet" ? action.hours : undefined;
  const fields: Readonly<Record<string, unknown>> = { ...action, ...hours };
  const isLegalAt = at === undefined || readAt(writeAt(at)) !== undefined;
  return (
    isLegalAt &&
    Object.entries(forms).every(([name, form]) => {
      const value = fields[name] ?? [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values.every((one) => form.test(String(one)));
    })
  );
}

export function oneOf<T extends string>(
  values: readonly T[],
  text: string | undefined,
): T | undefined {
  return values.find((value) => value === text);
}

function listed(text: string): readonly string[] {
  return text === "" ? [] : text.split(",");
}

function readPrinting(name: string | undefined, text: string | undefined): PlaceAction | undefined {
  const language = name === "language" ? oneOf(languageChoices, text) : undefined;
  if (language !== undefined) return { type: "printing", name: "language", value: language };
  const digits = name === "digits" ? oneOf(digitChoices, text) : undefined;
  if (digits !== undefined) return { type: "printing", name: "digits", value: digits };
  const months = name === "months" ? oneOf(monthChoices, text) : undefined;
  return months === undefined ? undefined : { type: "printing", name: "months", value: months };
}
