import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import {
  formatDate,
  formatDays,
  formatPeriod,
  formatSince,
} from "../../src/rendering/text/dates.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { formatCount } from "../../src/rendering/text/numbers.ts";
import type { Voice } from "../../src/rendering/text/voice.ts";

const arabic: Voice = { ...defaultPrinting, language: "ar" };
const english: Voice = { ...defaultPrinting, language: "en", digits: "arabic" };
const eastern: Voice = { ...arabic, digits: "arabic" };

function lastOfNovember(voice: Voice): string {
  return visible(formatDate("2015-11-30", voice));
}

function over(days: number, voice: Voice): string {
  return visible(formatPeriod({ type: "days", days }, voice));
}

describe("dates", () => {
  it.each([
    ["2018-02-07", "2018-02-07", "7 شباط/فبراير 2018", "7 February 2018"],
    ["2018-02-07", "2018-02-08", "7 و8 شباط/فبراير 2018", "7–8 February 2018"],
    ["2018-02-05", "2018-02-08", "بين 5 و8 شباط/فبراير 2018", "5–8 February 2018"],
    [
      "2018-01-30",
      "2018-02-02",
      "بين 30 كانون الثاني/يناير و2 شباط/فبراير 2018",
      "30 January – 2 February 2018",
    ],
    [
      "2017-12-31",
      "2018-01-01",
      "بين 31 كانون الأول/ديسمبر 2017 و1 كانون الثاني/يناير 2018",
      "31 December 2017 – 1 January 2018",
    ],
  ])("of a story: %s to %s", (from, to, ar, en) => {
    expect(visible(formatDays({ from, to }, arabic))).toBe(ar);
    expect(visible(formatDays({ from, to }, english))).toBe(en);
  });

  it("are as exact as they were given", () => {
    const given = ["2018-02-07", "2018-02", "2018"];
    expect(given.map((date) => visible(formatDate(date, arabic)))).toEqual([
      "7 شباط/فبراير 2018",
      "شباط/فبراير 2018",
      "عام 2018",
    ]);
    expect(given.map((date) => visible(formatDate(date, english)))).toEqual([
      "7 February 2018",
      "February 2018",
      "2018",
    ]);
  });

  it("name the months as the chat chose, in the digits that it chose", () => {
    expect(lastOfNovember(arabic)).toBe("30 تشرين الثاني/نوفمبر 2015");
    expect(lastOfNovember({ ...arabic, months: "levant" })).toBe("30 تشرين الثاني 2015");
    expect(lastOfNovember({ ...arabic, months: "gulf" })).toBe("30 نوفمبر 2015");
    expect(lastOfNovember(eastern)).toBe("٣٠ تشرين الثاني/نوفمبر ٢٠١٥");
    expect(lastOfNovember(english)).toBe("30 November 2015");
  });

  it("have twelve months in each set, in the order of the year", () => {
    const year = Array.from(
      { length: 12 },
      (_, month) => `2018-${String(month + 1).padStart(2, "0")}`,
    );
    const named = (voice: Voice) =>
      year.map((date) => visible(formatDate(date, voice)).replace(" 2018", ""));
    expect(named({ ...arabic, months: "levant" }).join("، ")).toBe(
      "كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول",
    );
    expect(named({ ...arabic, months: "gulf" }).join(" ")).toBe(
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    );
  });

  it("say since when, and over how long, in words up to ten", () => {
    expect(visible(formatSince("2015-09", arabic))).toBe("منذ أيلول/سبتمبر 2015");
    expect(visible(formatSince("2011", english))).toBe("since 2011");
    const given = [1, 2, 3, 10, 11, 100, 103];
    expect(given.map((days) => over(days, arabic))).toEqual([
      "خلال يوم واحد",
      "خلال يومين",
      "خلال ثلاثة أيام",
      "خلال عشرة أيام",
      "خلال 11 يوماً",
      "خلال 100 يوم",
      "خلال 103 أيام",
    ]);
    expect([1, 2, 3, 11].map((days) => over(days, english))).toEqual([
      "over one day",
      "over two days",
      "over three days",
      "over 11 days",
    ]);
    expect(over(12, eastern)).toBe("خلال ١٢ يوماً");
  });

  it("never put a dash between Arabic numbers", () => {
    const periods = [
      ["2018-02-07", "2018-02-08"],
      ["2018-02-05", "2018-02-08"],
      ["2015", "2018"],
      ["2015-09", "2018-01-31"],
    ] as const;
    for (const [from, to] of periods) {
      expect(visible(formatPeriod({ type: "dates", from, to }, arabic))).not.toMatch(/[-–—]/);
    }
  });
});

describe("numbers", () => {
  it("are grouped, in the digits of the chat in Arabic and Western ones in English", () => {
    expect(formatCount(23_403, arabic)).toBe("23,403");
    expect(formatCount(23_403, eastern)).toBe("٢٣٬٤٠٣");
    expect(formatCount(23_403, english)).toBe("23,403");
  });
});
