import * as known from "./clock-words.ts";
import type { HalfDay } from "./clock-words.ts";
import { normalise } from "../normalise.ts";
import type { TimeOfDay } from "./time-zone.ts";
import type { TypedWord } from "./typed-words.ts";

/**
 * `form`: digits that are not a time; `hour` and `minute`: beyond the clock; `half-day`: an hour that
 * its half of the day does not have (`13 am`).
 */
export type WrongClock = "form" | "hour" | "minute" | "half-day";

/** A time of day and how many words it took, or what is wrong with them. */
export type ReadClock =
  | { readonly type: "time"; readonly time: TimeOfDay; readonly length: number }
  | { readonly type: "wrong"; readonly reason: WrongClock; readonly length: number };

interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly half?: HalfDay | undefined;
  readonly length: number;
}

/**
 * The time that begins with the word at `index`, or with the half of the day before it («كل مساء
 * الساعة ٧»); undefined where none begins.
 */
export function readClock(words: readonly TypedWord[], index: number): ReadClock | undefined {
  const half = known.halfDays.get(wordAt(words, index));
  const begin = half === undefined ? index : skipLinks(words, index + 1);
  const read = readNamed(words, begin) ?? readFace(words, begin, half);
  return read && { ...read, length: read.length + begin - index };
}

function readFace(words: readonly TypedWord[], index: number, half: HalfDay | undefined) {
  const face = readDigits(words[index]) ?? readHourWord(words, index);
  if (face === undefined || "type" in face) return face;
  return withWordsBehind(face, words, index, half);
}

function skipLinks(words: readonly TypedWord[], index: number): number {
  let end = index;
  while (known.halfDayLinks.has(wordAt(words, end))) end += 1;
  return end;
}

function readNamed(words: readonly TypedWord[], index: number): ReadClock | undefined {
  const one = known.namedTimes.get(wordAt(words, index));
  if (one !== undefined) return { type: "time", time: one, length: 1 };
  const two = known.namedTimes.get(`${wordAt(words, index)} ${wordAt(words, index + 1)}`);
  return two === undefined ? undefined : { type: "time", time: two, length: 2 };
}

/** `7`, `07:30`, `7.30`, `7:30pm`, `19h`, `19h30`. Undefined for words that only begin with digits. */
function readDigits(word: TypedWord | undefined): Face | ReadClock | undefined {
  const sign = word?.sign ?? "";
  const shape = /^(\d{1,2})(?:[:.٫h](\d{2}))?(h|[\p{L}.]+)?$/u.exec(sign);
  const letters = shape?.[3] ?? "";
  const half = known.halfDays.get(normalise(letters).replaceAll(" ", ""));
  if (shape !== null && (letters === "" || letters === "h" || half !== undefined)) {
    return { hour: Number(shape[1]), minute: Number(shape[2] ?? 0), half, length: 1 };
  }
  return /^\d+(?:[:.٫/].*)?$/.test(sign) ? { type: "wrong", reason: "form", length: 1 } : undefined;
}

/** «الساعة السابعة»; without «الساعة» only before a half of the day or a fraction. */
function readHourWord(words: readonly TypedWord[], index: number): Face | undefined {
  const hour = known.hourWords.get(wordAt(words, index));
  if (hour === undefined) return undefined;
  const isTeen = wordAt(words, index + 1) === known.teenWord;
  const next = wordAt(words, index + (isTeen ? 2 : 1));
  const isClock =
    wordAt(words, index - 1) === known.hourNoun ||
    next === known.lessWord ||
    known.fractions.has(next) ||
    known.halfDays.has(next);
  return isClock
    ? { hour: hour + (isTeen ? 10 : 0), minute: 0, length: isTeen ? 2 : 1 }
    : undefined;
}

function withWordsBehind(
  face: Face,
  words: readonly TypedWord[],
  index: number,
  halfBefore: HalfDay | undefined,
): ReadClock {
  const fraction = readFraction(words, index + face.length);
  const own = face.half ?? halfBefore;
  const behind = own ? noHalf : readHalfDay(words, index + face.length + fraction.length);
  const half = own ?? behind.half;
  const length = face.length + fraction.length + behind.length;
  const hour = hourOf(face.hour, half);
  if (face.hour > 23) return { type: "wrong", reason: "hour", length };
  if (face.minute > 59) return { type: "wrong", reason: "minute", length };
  if (hour === undefined) return { type: "wrong", reason: "half-day", length };
  const time = (hour * 60 + face.minute + fraction.minutes + 1440) % 1440;
  return { type: "time", time, length };
}

function readFraction(words: readonly TypedWord[], index: number) {
  const added = known.fractions.get(wordAt(words, index));
  if (added !== undefined) return { minutes: added, length: 1 };
  const taken = known.fractions.get(wordAt(words, index + 1));
  const isLess = wordAt(words, index) === known.lessWord && taken !== undefined;
  return isLess ? { minutes: -taken, length: 2 } : { minutes: 0, length: 0 };
}

interface ReadHalf {
  readonly half: HalfDay | undefined;
  readonly length: number;
}

const noHalf: ReadHalf = { half: undefined, length: 0 };

function readHalfDay(words: readonly TypedWord[], index: number): ReadHalf {
  const end = skipLinks(words, index);
  const isAfter = wordAt(words, end) === known.afterWord;
  const half = known.halfDays.get(wordAt(words, isAfter ? end + 1 : end));
  if (half === undefined) return noHalf;
  return isAfter ? { half: "pm", length: end + 2 - index } : { half, length: end + 1 - index };
}

/** The hour of 24; undefined where the half of the day has no such hour. */
function hourOf(hour: number, half: HalfDay | undefined): number | undefined {
  if (half === undefined) return hour;
  // «١٩:٣٠ مساءً» says it twice.
  if (hour > 12) return half === "am" ? undefined : hour;
  return halves[half](hour);
}

/** From an hour of 0 to 12 to that of 24. */
const halves: Readonly<Record<HalfDay, (hour: number) => number | undefined>> = {
  am: (hour) => hour % 12,
  pm: (hour) => (hour === 0 ? undefined : (hour % 12) + 12),
  // Ten in the morning to four in the afternoon; five in the evening to four in the morning.
  noon: (hour) => (hour >= 10 ? hour : hour >= 1 && hour <= 4 ? hour + 12 : undefined),
  night: (hour) => (hour <= 4 ? hour : (hour + 12) % 24),
};

function wordAt(words: readonly TypedWord[], index: number): string {
  return words[index]?.word ?? "";
}
