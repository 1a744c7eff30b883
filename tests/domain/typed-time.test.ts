import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf } from "../../src/domain/time/schedule.ts";
import { readTypedTime } from "../../src/domain/time/typed-time.ts";

/** `07:30,19:00 wed,sun +rest`, for comparing at a glance. */
function read(text: string): string {
  const typed = readTypedTime(text);
  if (typed.type === "wrong") return `${typed.reason}: ${typed.part}`;
  const { times, days, rest } = typed;
  const chosen = days?.type === "weekdays" ? days.days.join(",") : days?.type;
  const parts = [
    times.map(clockOf).join(","),
    chosen ?? "",
    rest.map((word) => `+${word}`).join(" "),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

describe("a typed time", () => {
  it.each([
    ["07:30", "07:30"],
    ["7.30", "07:30"],
    ["7:30 pm", "19:30"],
    ["7:30PM", "19:30"],
    ["7 p.m.", "19:00"],
    ["7p.m.", "19:00"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["00:00", "00:00"],
    ["23:59", "23:59"],
    ["19h", "19:00"],
    ["19h30", "19:30"],
    ["7", "07:00"],
    ["at 7 o'clock in the morning", "07:00"],
    ["noon", "12:00"],
    ["morning at 7", "07:00"],
    ["مساء الساعة ٧ والربع", "19:15"],
    ["9 at night", "21:00"],
    ["٧:٣٠ صباحاً", "07:30"],
    ["«٧:٣٠ صباحاً»", "07:30"],
    ["٧:٣٠ص", "07:30"],
    ["۷:۳۰", "07:30"],
    ["７：３０", "07:30"],
    ["٧٫٣٠ م", "19:30"],
    ["\u2067٧:٣٠\u2069", "07:30"],
    ["7 مساءً", "19:00"],
    ["٧ ونصف صباحاً", "07:30"],
    ["٧ والنصف مساء", "19:30"],
    ["٧ إلا ربعاً مساءً", "18:45"],
    ["١٢ إلا ربعا ليلاً", "23:45"],
    ["٨ وثلث", "08:20"],
    ["١٩:٣٠ مساءً", "19:30"],
    ["١٢ ظهراً", "12:00"],
    ["١ ظهراً", "13:00"],
    ["٢ بعد الظهر", "14:00"],
    ["٤ عصراً", "16:00"],
    ["٥ فجراً", "05:00"],
    ["٢ ليلاً", "02:00"],
    ["١١ ليلاً", "23:00"],
    ["منتصف الليل", "00:00"],
    ["الساعة السابعة والنصف صباحاً", "07:30"],
    ["الساعة الثانية عشرة ظهراً", "12:00"],
    ["الساعة الحادية عشرة", "11:00"],
    ["الثامنة مساءً", "20:00"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["7:30, 19:00", "07:30,19:00"],
    ["19:00 7:30 7:30", "07:30,19:00"],
    ["٧ صباحاً و٩ مساءً", "07:00,21:00"],
    ["٧،١٣ و ٢١", "07:00,13:00,21:00"],
    ["1 2 3 4 5 6 7 8", "01:00,02:00,03:00,04:00,05:00,06:00,07:00,08:00"],
  ])("is one of several: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("typed days", () => {
  it.each([
    ["daily", "daily"],
    ["every day at 7", "07:00 daily"],
    ["every evening at 7", "19:00 daily"],
    ["كل صباح الساعة ٧", "07:00 daily"],
    ["Friday evening 8", "20:00 fri"],
    ["كل يوم ٧:٣٠", "07:30 daily"],
    ["يومياً الساعة ٨", "08:00 daily"],
    ["الأحد والأربعاء", "wed,sun"],
    ["كل يوم أحد ٩", "09:00 sun"],
    ["أيام الاثنين والثلاثاء والخميس ٩", "09:00 mon,tue,thu"],
    ["الجمعة، السبت", "fri,sat"],
    ["weekly on Friday 9:00", "09:00 fri"],
    ["أسبوعياً الجمعة ٩", "09:00 fri"],
    ["كل أسبوع يوم السبت", "sat"],
    ["mondays and thu", "mon,thu"],
    ["weekdays 8", "08:00 mon,tue,wed,thu,fri"],
    ["أيام العمل ٨", "08:00 mon,tue,wed,thu,sun"],
    ["mon-fri 8", "08:00 mon,tue,wed,thu,fri"],
    ["من الأحد إلى الخميس ٨", "08:00 mon,tue,wed,thu,sun"],
    ["sat to sun", "sat,sun"],
    ["mon tue wed thu fri sat sun", "daily"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("other words", () => {
  it.each([
    ["stay as they were typed", "07:30 Ghouta strikes", "07:30 +Ghouta +strikes"],
    ["in Arabic too", "الغوطة كل يوم ٧", "07:00 daily +الغوطة"],
    ["that begin with «و» keep it", "وادي", "+وادي"],
    ["that begin with a digit are not times", "3abcd 7", "07:00 +3abcd"],
    ["an hour as a word alone is no time", "الثانية", "+الثانية"],
    ["none", " ، ", ""],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a wrong time says which part and why", () => {
  it.each([
    ["25:00", "hour: 25:00"],
    ["٢٤:٠٠", "hour: ٢٤:٠٠"],
    ["7:75", "minute: 7:75"],
    ["7:5", "form: 7:5"],
    ["730", "form: 730"],
    ["7:30:00", "form: 7:30:00"],
    ["1/2", "form: 1/2"],
    ["ghouta 13 am", "half-day: 13 am"],
    ["0 pm", "half-day: 0 pm"],
    ["٧ ظهراً", "half-day: ٧ ظهراً"],
    ["1 2 3 4 5 6 7 8 9", "too-many-times: 9"],
    ["weekly 9", "which-day: weekly"],
    ["كل أسبوع", "which-day: كل أسبوع"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("any text", () => {
  it("reads as sorted times of the day, or is wrong in a part that was typed", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom("7", "٧:٣٠", "pm", "مساءً", "إلا", "ربعاً", "كل", "يوم", "الأحد", "إلى", "و"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const typed = readTypedTime(words.join(" "));
        const times = typed.type === "read" ? typed.times : [];
        expect(typed).not.toHaveProperty("part", "");
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
        expect(times.every((time) => time >= 0 && time < 1440)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("that is a clock of any digits reads as that time", () => {
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(time, fc.constantFrom(0x30, 0x660, 0x6f0), (time, zero) => {
        const clock = clockOf(time).replace(/\d/g, (digit) =>
          String.fromCharCode(zero + Number(digit)),
        );
        expect(readTypedTime(clock)).toEqual({ type: "read", times: [time], rest: [] });
      }),
      { numRuns: 200 },
    );
  });
});
