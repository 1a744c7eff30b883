import * as known from "./clock-words.ts";
import { daysOf, maxTimes } from "./schedule.ts";
import type { Days } from "./schedule.ts";
import { weekdays } from "./time-zone.ts";
import type { TimeOfDay, Weekday } from "./time-zone.ts";
import { readClock } from "./typed-clock.ts";
import type { WrongClock } from "./typed-clock.ts";
import { wordsOf } from "./typed-words.ts";
import type { TypedWord } from "./typed-words.ts";

/**
 * What a text says of times and days. `times` are sorted, each once, none where no time was typed;
 * `days` is missing where no day was. `rest` are the words that speak of neither, as they were typed
 * (topics, perhaps). `wrong` is the first part that means a time or day and cannot be one:
 * `too-many-times` from the ninth, `which-day` for "weekly" without a day.
 */
export type TypedTime =
  | {
      readonly type: "read";
      readonly times: readonly TimeOfDay[];
      readonly days?: Days;
      readonly rest: readonly string[];
    }
  | {
      readonly type: "wrong";
      readonly part: string;
      readonly reason: WrongClock | "too-many-times" | "which-day";
    };

/** What one or more words mean together. */
type Meaning =
  | { readonly type: "time"; readonly time: TimeOfDay }
  | { readonly type: "days"; readonly days: readonly Weekday[] }
  | { readonly type: "weekly" | "filler" | "rest" }
  | { readonly type: "wrong"; readonly reason: WrongClock };

type Piece = Meaning & { readonly length: number };
type Placed = Meaning & { readonly typed: string };

/**
 * Reads times and days in Arabic and English, in any order and any digits: `07:30`, `7.30`,
 * `7:30 pm`, `19h`, «٧ ونصف صباحاً», `daily`, «الأحد والأربعاء», `mon-fri`, `weekly on Friday`. An
 * hour alone is of 24: "7" is 07:00. A half of the day belongs to the one time beside it.
 */
export function readTypedTime(text: string): TypedTime {
  const pieces = piecesOf(wordsOf(text));
  const wrong = pieces.find((piece) => piece.type === "wrong");
  if (wrong !== undefined) return { type: "wrong", part: wrong.typed, reason: wrong.reason };

  const times = new Map(
    pieces.flatMap((piece) => (piece.type === "time" ? [[piece.time, piece.typed] as const] : [])),
  );
  const tooMany = [...times.values()][maxTimes];
  if (tooMany !== undefined) return { type: "wrong", part: tooMany, reason: "too-many-times" };

  const days = daysOf(pieces.flatMap((piece) => (piece.type === "days" ? piece.days : [])));
  const weekly = pieces.find((piece) => piece.type === "weekly");
  if (days === undefined && weekly !== undefined) {
    return { type: "wrong", part: weekly.typed, reason: "which-day" };
  }
  const rest = pieces.filter((piece) => piece.type === "rest").map((piece) => piece.typed);
  const sorted = [...times.keys()].toSorted((a, b) => a - b);
  return { type: "read", times: sorted, ...(days && { days }), rest };
}

function piecesOf(words: readonly TypedWord[]): readonly Placed[] {
  const pieces: Placed[] = [];
  for (let index = 0; index < words.length;) {
    const piece = readClock(words, index) ?? readDays(words, index) ?? readOther(words[index]);
    const typed = words.slice(index, index + piece.length).map((word) => word.typed);
    pieces.push({ ...piece, typed: typed.join(" ") });
    index += piece.length;
  }
  return pieces;
}

function readDays(words: readonly TypedWord[], index: number): Piece | undefined {
  const [word = "", next = "", third = ""] = words.slice(index, index + 3).map(({ word }) => word);
  if (known.dailyWords.has(word)) return { type: "days", days: weekdays, length: 1 };
  if (known.weeklyWords.has(word)) return { type: "weekly", length: 1 };
  const every = known.everyWords.has(word) ? readEvery(next, third) : undefined;
  return every ?? readGroup(word, next) ?? readRange(word, next, third);
}

/** "Every day", "every week"; "every morning" leaves the morning to its time, «كل يوم أحد» the day. */
function readEvery(next: string, third: string): Piece | undefined {
  if (known.weekNouns.has(next)) return { type: "weekly", length: 2 };
  if (known.halfDays.has(next)) return { type: "days", days: weekdays, length: 1 };
  const isDaily = known.dayNouns.has(next) && !known.dayWords.has(third);
  return isDaily ? { type: "days", days: weekdays, length: 2 } : undefined;
}

function readGroup(word: string, next: string): Piece | undefined {
  const one = known.dayGroups.get(word);
  if (one !== undefined) return { type: "days", days: one, length: 1 };
  const two = known.dayGroups.get(`${word} ${next}`);
  return two && { type: "days", days: two, length: 2 };
}

/** One day, or all from one to another, over the end of the week if need be. */
function readRange(word: string, next: string, third: string): Piece | undefined {
  const first = known.dayWords.get(word);
  const last = known.untilWords.has(next) ? known.dayWords.get(third) : undefined;
  if (first === undefined) return undefined;
  if (last === undefined) return { type: "days", days: [first], length: 1 };
  const begin = weekdays.indexOf(first);
  const count = ((weekdays.indexOf(last) - begin + 7) % 7) + 1;
  const days = [...weekdays, ...weekdays].slice(begin, begin + count);
  return { type: "days", days, length: 3 };
}

function readOther(word: TypedWord | undefined): Piece {
  const isFiller = word === undefined || known.fillers.has(word.word) || word.word === "";
  return { type: isFiller ? "filler" : "rest", length: 1 };
}
