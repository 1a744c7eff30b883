import { describe, expect, it } from "vitest";
import { withoutAlerted } from "../../src/domain/alerted.ts";
import type { News } from "../../src/domain/digest.ts";

describe("news for a place that got an alert", () => {
  it.each<[News["told"], News["told"]]>([
    ["new", "updated"],
    ["updated", "updated"],
    ["corrected", "corrected"],
  ])("%s is told as %s where figures changed since, and not at all where none did", (told, as) => {
    const news: News = { story: "ghta0207", revision: 2, told };
    expect(withoutAlerted([news], [{ story: "ghta0207", changed: true }])).toEqual([
      { ...news, told: as },
    ]);
    expect(withoutAlerted([news], [{ story: "ghta0207", changed: false }])).toEqual([]);
    expect(withoutAlerted([news], [])).toEqual([news]);
  });
});
