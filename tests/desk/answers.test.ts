import { describe, expect, it } from "vitest";
import { hedgeFor, readAmount, readDate } from "../../src/desk/dialogue/answers.ts";
import { readTime } from "../../src/desk/dialogue/times.ts";

const dates = (from: string, to = from) => ({ period: { type: "dates", from, to } });

describe("what an editor types", () => {
  it.each([
    ["2018-01", dates("2018-01")],
    ["٢٠١٨-٠١", dates("2018-01")],
    ["يناير 2018", dates("2018-01")],
    ["كانون الثاني 2018", dates("2018-01")],
    ["7 February 2018", dates("2018-02-07")],
    ["7 شباط/فبراير 2018", dates("2018-02-07")],
    ["February 7, 2018", dates("2018-02-07")],
    ["2018-01 to 2018-03", dates("2018-01", "2018-03")],
    ["2017 إلى 2018", dates("2017", "2018")],
    ["since September 2015", { since: "2015-09" }],
    ["منذ أيلول 2015", { since: "2015-09" }],
    ["3 days", { period: { type: "days", days: 3 } }],
    ["٣ أيام", { period: { type: "days", days: 3 } }],
  ])("%s is a time", (text, time) => {
    expect(readTime(text)).toEqual(time);
  });

  it.each([
    "",
    "يناير",
    "January",
    "yesterday",
    "2018-13",
    "2018-03 to 2018-01",
    "0 days",
    "since",
  ])("«%s» is none: nothing is added to what was written", (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it.each([
    ["38", { type: "count", count: 38 }],
    ["23,403", { type: "count", count: 23_403 }],
    ["٢٣،٤٠٣", { type: "count", count: 23_403 }],
    ["20 إلى 30", { type: "range", min: 20, max: 30 }],
    ["20–30", { type: "range", min: 20, max: 30 }],
    ["بين 20 و30", { type: "range", min: 20, max: 30 }],
    ["between 20 and 30", { type: "range", min: 20, max: 30 }],
    ["0", { type: "zero" }],
  ])("%s is an amount", (text, amount) => {
    expect(readAmount(text)).toEqual(amount);
  });

  it.each(["", "-3", "2.5", "30-20", "0-5", "38 civilians", "99999999999", "بين 20"])(
    "«%s» is no amount",
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  it.each([
    ["7 شباط/فبراير 2018", "2018-02-07", "2018-02-07"],
    ["٧ شباط ٢٠١٨", "2018-02-07", "2018-02-07"],
    ["8 February 2018", "2018-02-08", "2018-02-08"],
    ["Feb 7, 2018 to 8/2/2018", "2018-02-07", "2018-02-08"],
  ])("«%s» is a day or two", (text, from, to) => {
    expect(readDate(text)).toEqual({ from, to });
  });

  it.each(["7 February 8 2018", "31 شباط 2018", "شباط 2018", "7 شباط"])(
    "«%s» is no day",
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  it.each([
    ["more_than", "range"],
    ["exact", "range"],
    ["about", "about"],
    ["unspecified", "unspecified"],
  ] as const)("a range in the place of a number that was %s is %s", (old, hedge) => {
    expect(hedgeFor({ type: "range", min: 20, max: 30 }, old)).toBe(hedge);
  });

  it.each(["2018-02-30", "7/2", "tomorrow", "2018-02-08 to 2018-02-07", "2018-02"])(
    "«%s» is no day",
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );
});
