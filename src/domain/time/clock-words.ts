import type { Weekday } from "./time-zone.ts";

/**
 * Words about times and days as people type them, in the form that `normalise` gives them: no
 * article, hamza, tashkeel or dots of haa.
 */

/** Which half of the day a word puts an hour into. */
export type HalfDay = "am" | "pm" | "noon" | "night";

export const halfDays: ReadonlyMap<string, HalfDay> = table(
  ["am", "am morning mornings ص صباحا صباح صبح صبحا فجرا فجر"],
  ["pm", "pm afternoon evening evenings م مسا مسايا عصرا عصر مغرب"],
  ["noon", "ظهرا ظهر"],
  ["night", "night ليلا ليل"],
);

/** Minutes that a word adds to the hour before it: «ونصف», or takes from it after «إلا». */
export const fractions: ReadonlyMap<string, number> = new Map([
  ["نصف", 30],
  ["نص", 30],
  ["ربع", 15],
  ["ربعا", 15],
  ["ثلث", 20],
  ["ثلثا", 20],
]);

export const lessWord = "الا";

/** «الحادية عشرة», «الثانية عشرة»: the hour before is of the second ten. */
export const teenWord = "عشره";
export const hourNoun = "ساعه";

/** «الساعة السابعة»: the hours of the clock as words. */
export const hourWords: ReadonlyMap<string, number> = new Map(
  "واحده ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1])
    .concat([["حاديه", 1]]),
);

/** Whole times that have a name. */
export const namedTimes: ReadonlyMap<string, number> = new Map([
  ["noon", 720],
  ["midday", 720],
  ["midnight", 0],
  ["منتصف ليل", 0],
]);

/** «بعد الظهر»: turns noon into the afternoon. */
export const afterWord = "بعد";

/** What may stand between an hour and its half of the day: "7 in the morning", "evenings at 7". */
export const halfDayLinks: ReadonlySet<string> = new Set(
  "in the at oclock في من ساعه عند".split(" "),
);

export const dayWords: ReadonlyMap<string, Weekday> = table(
  ["mon", "mon monday mondays اثنين"],
  ["tue", "tue tues tuesday tuesdays ثلاثا ثلثا"],
  ["wed", "wed weds wednesday wednesdays اربعا"],
  ["thu", "thu thur thurs thursday thursdays خميس"],
  ["fri", "fri friday fridays جمعه"],
  ["sat", "sat saturday saturdays سبت"],
  ["sun", "sun sunday sundays احد"],
);

export const dailyWords: ReadonlySet<string> = new Set(["daily", "everyday", "يوميا"]);

/** Days that have one name together; «أيام العمل» are those of the Arab week. One word or two. */
export const dayGroups: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ["weekday", ["mon", "tue", "wed", "thu", "fri"]],
  ["weekdays", ["mon", "tue", "wed", "thu", "fri"]],
  ["ايام عمل", ["sun", "mon", "tue", "wed", "thu"]],
]);

export const weeklyWords: ReadonlySet<string> = new Set(["weekly", "اسبوعيا", "اسبوعي"]);

export const everyWords: ReadonlySet<string> = new Set(["every", "each", "كل"]);
export const dayNouns: ReadonlySet<string> = new Set(["day", "يوم"]);
export const weekNouns: ReadonlySet<string> = new Set(["week", "اسبوع"]);
export const untilWords: ReadonlySet<string> = new Set(["to", "till", "until", "الي", "حتي"]);

/** Words that change nothing about a time or a day. */
export const fillers: ReadonlySet<string> = new Set(
  "at on and the in of from o clock oclock ساعه في عند علي من و يوم ايام every each كل".split(" "),
);

function table<Value extends string>(...rows: readonly (readonly [Value, string])[]) {
  return new Map(
    rows.flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)),
  );
}
