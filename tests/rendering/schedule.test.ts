import { describe, expect, it } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { createSchedule, daysOf } from "../../src/domain/time/schedule.ts";
import type { Days } from "../../src/domain/time/schedule.ts";
import { weekdays } from "../../src/domain/time/time-zone.ts";
import type { Weekday } from "../../src/domain/time/time-zone.ts";
import { visible } from "../../src/rendering/text/html.ts";
import type { Html } from "../../src/rendering/text/html.ts";
import {
  describeNext,
  describeSchedule,
  formatTime,
} from "../../src/rendering/notices/schedule.ts";
import { describeTopics } from "../../src/rendering/stories/topics.ts";
import type { Voice } from "../../src/rendering/text/voice.ts";
import { zoneName } from "../../src/rendering/notices/zone.ts";
import { aStory, aTopic, anEdition } from "../builders.ts";

const daily: Days = { type: "daily" };
const arabic: Voice = { language: "ar", digits: "latin", months: "double" };
const english: Voice = { ...arabic, language: "en" };

/** What a reader sees, isolates aside. */
function seen(html: Html): string {
  return visible(html).replace(/[\u2068\u2069]/g, "");
}

function on(...days: Weekday[]): Days {
  return daysOf(days) ?? daily;
}

function described(times: readonly number[], days: Days, zone: string): Record<Language, string> {
  const schedule = createSchedule(times, days, zone);
  if (schedule === undefined) throw new Error("no schedule");
  const [ar, en] = [arabic, english].map((voice) => seen(describeSchedule(schedule, voice)));
  return { ar: ar ?? "", en: en ?? "" };
}

describe("a schedule in words", () => {
  it("says every day and the zone's city", () => {
    expect(described([450], daily, "Asia/Damascus")).toEqual({
      ar: "كل يوم الساعة 07:30 بتوقيت دمشق",
      en: "every day at 07:30 Damascus time",
    });
  });

  it("names several times in the order of the day", () => {
    expect(described([1140, 450, 720], daily, "Europe/Berlin")).toEqual({
      ar: "كل يوم الساعة 07:30 و12:00 و19:00 بتوقيت برلين",
      en: "every day at 07:30, 12:00 and 19:00 Berlin time",
    });
  });

  it("names one day of the week, or several from Sunday on", () => {
    expect(described([450], on("fri"), "Asia/Damascus")).toEqual({
      ar: "يوم الجمعة من كل أسبوع الساعة 07:30 بتوقيت دمشق",
      en: "every Friday at 07:30 Damascus time",
    });
    expect(described([450], on("wed", "sun"), "Asia/Damascus")).toEqual({
      ar: "أيام الأحد والأربعاء الساعة 07:30 بتوقيت دمشق",
      en: "on Sundays and Wednesdays at 07:30 Damascus time",
    });
    expect(described([450], on("sat", "mon", "thu"), "Asia/Damascus").en).toBe(
      "on Mondays, Thursdays and Saturdays at 07:30 Damascus time",
    );
    expect(described([450], on(...weekdays), "Asia/Damascus").ar).toMatch(/^كل يوم الساعة/);
  });

  it.each([
    ["UTC", "كل يوم الساعة 00:00 بالتوقيت العالمي UTC", "every day at 00:00 UTC"],
    ["Etc/GMT+3", "كل يوم الساعة 00:00 بالتوقيت العالمي UTC-3", "every day at 00:00 UTC-3"],
    ["Etc/GMT-14", "كل يوم الساعة 00:00 بالتوقيت العالمي UTC+14", "every day at 00:00 UTC+14"],
    [
      "America/Argentina/Buenos_Aires",
      "كل يوم الساعة 00:00 بتوقيت Buenos Aires",
      "every day at 00:00 Buenos Aires time",
    ],
  ])("says whose clocks are meant by %s", (zone, ar, en) => {
    expect(described([0], daily, zone)).toEqual({ ar, en });
  });

  it("counts in the digits of the chat, and keeps each clock and foreign city in one run", () => {
    const schedule = createSchedule([450, 1140], daily, "Pacific/Auckland");
    const voice = { ...arabic, digits: "arabic" } as const;
    expect(schedule && visible(describeSchedule(schedule, voice))).toBe(
      "كل يوم الساعة \u2068٠٧:٣٠\u2069 و\u2068١٩:٠٠\u2069 بتوقيت \u2068Auckland\u2069",
    );
    expect(visible(formatTime(5, { ...english, digits: "arabic" }))).toBe("00:05");
  });

  it("has a city or a difference to UTC for every zone that there is", () => {
    for (const zone of [...Intl.supportedValuesOf("timeZone"), "UTC", "Etc/GMT+12"]) {
      for (const language of ["ar", "en"] as const) {
        expect(zoneName(zone, language)).toMatch(/^[\p{L}][\p{L}\p{M}\d .'+-]*$/u);
      }
    }
    expect(
      ["Asia/Aden", "Europe/Zurich", "Asia/Kolkata"].map((zone) => zoneName(zone, "ar")),
    ).toEqual(["عدن", "زيورخ", "كلكتا"]);
  });
});

describe("the next digest in words", () => {
  const instant = new Date("2026-11-22T04:30:00Z");
  const next = (now: string, voice: Voice, zone = "Asia/Damascus") =>
    seen(describeNext(instant, new Date(now), zone, voice));

  it("is today, tomorrow or a day by its name and date", () => {
    expect(next("2026-11-21T21:30:00Z", english)).toBe("next: today, Sunday 22 November, 07:30");
    expect(next("2026-11-21T20:30:00Z", english)).toBe("next: tomorrow, Sunday 22 November, 07:30");
    expect(next("2026-11-16T20:30:00Z", english)).toBe("next: Sunday 22 November, 07:30");
    expect(next("2026-11-21T21:30:00Z", arabic)).toBe(
      "الموعد القادم: اليوم الأحد 22 تشرين الثاني/نوفمبر، 07:30",
    );
    expect(next("2026-11-21T20:30:00Z", arabic)).toBe(
      "الموعد القادم: غداً الأحد 22 تشرين الثاني/نوفمبر، 07:30",
    );
  });

  it("goes by the clocks of the zone, in the digits and months of the chat", () => {
    const voice = { ...arabic, digits: "arabic", months: "gulf" } as const;
    expect(next("2026-11-22T04:00:00Z", voice, "America/Los_Angeles")).toBe(
      "الموعد القادم: اليوم السبت ٢١ نوفمبر، ٢٠:٣٠",
    );
  });

  it("is tomorrow over the end of a year", () => {
    const newYear = new Date("2026-12-31T22:00:00Z");
    expect(
      seen(describeNext(newYear, new Date("2026-12-31T09:00:00Z"), "Asia/Damascus", english)),
    ).toBe("next: tomorrow, Friday 1 January, 01:00");
  });
});

describe("chosen topics in words", () => {
  const edition = anEdition({
    stories: [aStory()],
    topics: [
      aTopic({ id: "strikes", title: { ar: "ضربات التحالف", en: "Coalition strikes" } }),
      aTopic({ id: "summit", title: { ar: "قمة إسطنبول", en: "Istanbul summit" } }),
    ],
  });

  it("are all of them, or their titles, or the id of one that is no more", () => {
    expect(seen(describeTopics([], edition, arabic))).toBe("كل المواضيع");
    expect(seen(describeTopics([], edition, english))).toBe("all topics");
    expect(seen(describeTopics(["strikes"], edition, english))).toBe("Coalition strikes");
    expect(seen(describeTopics(["ghouta", "strikes", "summit"], edition, arabic))).toBe(
      "الغوطة الشرقية وضربات التحالف وقمة إسطنبول",
    );
    expect(seen(describeTopics(["ghouta", "strikes", "summit"], edition, english))).toBe(
      "Eastern Ghouta, Coalition strikes and Istanbul summit",
    );
    expect(visible(describeTopics(["gone"], edition, arabic))).toBe("\u2068gone\u2069");
  });
});
