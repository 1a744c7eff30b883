import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cities } from "../../src/domain/time/cities.ts";
import { canonicalZone, isTimeZone, localTime } from "../../src/domain/time/time-zone.ts";
import { zonesNear, zonesShowing } from "../../src/domain/time/zone-guess.ts";

const winter = new Date("2026-11-22T12:03:30Z");

describe("a zone by name", () => {
  it.each([
    ["دمشق", "Asia/Damascus"],
    ["بيروت", "Asia/Beirut"],
    ["عمّان", "Asia/Amman"],
    ["بغداد", "Asia/Baghdad"],
    ["القاهره", "Africa/Cairo"],
    ["الرياض", "Asia/Riyadh"],
    ["اسطنبول", "Europe/Istanbul"],
    ["برلين", "Europe/Berlin"],
    ["لندن", "Europe/London"],
    ["باريس", "Europe/Paris"],
    ["damascus", "Asia/Damascus"],
    ["Damscus", "Asia/Damascus"],
    ["istambul", "Europe/Istanbul"],
    ["new york", "America/New_York"],
    ["America/new york", "America/New_York"],
    ["york", "America/New_York"],
    ["kathmandu", "Asia/Kathmandu"],
    ["katmandu", "Asia/Kathmandu"],
    ["europe/paris", "Europe/Paris"],
    ["US/Pacific", "America/Los_Angeles"],
    ["Syria", "Asia/Damascus"],
    ["برل", "Europe/Berlin"],
    ["Lord Howe", "Australia/Lord_Howe"],
  ])("%s is first %s", (typed, zone) => {
    expect(zonesNear(typed)[0]).toBe(zone);
  });

  it("offers all places that one name means", () => {
    expect(zonesNear("عمان")).toEqual(["Asia/Amman", "Asia/Muscat"]);
    expect(zonesNear("Tripoli")).toEqual(["Africa/Tripoli", "Asia/Beirut"]);
    expect(zonesNear("القدس")).toEqual(["Asia/Hebron", "Asia/Jerusalem"]);
  });

  it("is nothing where nothing is near", () => {
    expect(["xyzzy", "", "…", "07:30"].flatMap((typed) => zonesNear(typed))).toEqual([]);
  });

  it("is a canonical zone, each once, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const zones = zonesNear(typed, 4);
        expect(zones.length).toBeLessThanOrEqual(4);
        expect(new Set(zones).size).toBe(zones.length);
        expect(zones.every((zone) => canonicalZone(zone) === zone)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is found under every name of the table and of the zones themselves", () => {
    for (const [zone, names] of cities) {
      expect(isTimeZone(zone)).toBe(true);
      for (const name of names) expect(zonesNear(name)).toContain(zone);
    }
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      expect(zonesNear(zone)[0]).toBe(canonicalZone(zone));
    }
  });
});

describe("a zone by the time that it is there", () => {
  it.each([
    ["15:03", 15 * 60 + 3, "Asia/Damascus"],
    ["seven minutes fast", 15 * 60 + 10, "Asia/Damascus"],
    ["seven minutes slow", 14 * 60 + 56, "Asia/Damascus"],
    ["UTC", 12 * 60 + 3, "Europe/London"],
    ["a quarter of an hour apart", 17 * 60 + 48, "Asia/Kathmandu"],
    ["west of UTC", 7 * 60 + 3, "America/New_York"],
    ["tomorrow there", 60 + 3, "Pacific/Auckland"],
  ])("%s", (_, time, zone) => {
    expect(zonesShowing(time, winter, 20)).toContain(zone);
  });

  it("begins with the places where our readers live", () => {
    expect(zonesShowing(15 * 60 + 3, winter, 2)).toEqual(["Asia/Damascus", "Asia/Amman"]);
  });

  it("follows daylight saving", () => {
    const summer = new Date("2026-07-01T12:00:00Z");
    expect(zonesShowing(15 * 60, summer, 20)).toContain("Africa/Cairo");
    expect(zonesShowing(14 * 60, winter, 20)).toContain("Africa/Cairo");
  });

  it("is none where no clock shows it", () => {
    expect(zonesShowing(13 * 60 + 18, winter)).toEqual([]);
  });

  it("finds any zone by its own clock, up to seven minutes wrong", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const minutes = fc.integer({ min: 0, max: 525_600 });
    fc.assert(
      fc.property(zones, minutes, fc.integer({ min: -7, max: 7 }), (name, minutes, wrong) => {
        const now = new Date(Date.UTC(2026, 0, 1, 0, minutes));
        const { hour, minute } = localTime(now, name);
        const time = (hour * 60 + minute + wrong + 1440) % 1440;
        expect(zonesShowing(time, now, 500)).toContain(canonicalZone(name));
      }),
      { numRuns: 100 },
    );
  });
});
