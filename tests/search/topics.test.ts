import { describe, expect, it } from "vitest";
import { topicIndex } from "../../src/search/topics.ts";
import { anEdition, aTopic } from "../builders.ts";

const index = topicIndex(
  anEdition({
    topics: [
      aTopic({ aliases: ["الغوطة", "eastern_ghouta"] }),
      aTopic({
        id: "strikes",
        title: { ar: "ضربات التحالف", en: "Coalition strikes" },
        aliases: ["الضربات"],
      }),
      aTopic({ id: "summit", title: { ar: "قمة إسطنبول", en: "Istanbul summit" }, aliases: [] }),
    ],
  }),
);

describe("a topic is named", () => {
  it.each([
    ["الغوطة", ["ghouta"]],
    ["غوطه", ["ghouta"]],
    ["الغُوطَـة الشرقيّة", ["ghouta"]],
    ["Ghouta", ["ghouta"]],
    ["eastern ghouta", ["ghouta"]],
    ["ghouta strikes", ["ghouta", "strikes"]],
    ["قمة اسطنبول", ["summit"]],
    ["Coalition strikes", ["strikes"]],
  ])("by «%s»", (text, topics) => {
    expect(index.named(text)).toEqual(topics);
  });

  it.each(["hello", "", "what is ghouta", "؟"])("not by «%s»", (text) => {
    expect(index.named(text)).toEqual([]);
  });
});

it("a text as long as Telegram allows is read to its end", () => {
  expect(index.named("ghouta strikes ".repeat(270))).toEqual(["ghouta", "strikes"]);
  expect(index.named(`${"ghouta strikes ".repeat(270)}x`)).toEqual([]);
  expect(index.nearest("ghuta strkes ".repeat(300), 3)).toContain("ghouta");
});

describe("the nearest topics", () => {
  it.each([
    ["goutha", "ghouta"],
    ["strike", "strikes"],
    ["الغوتة", "ghouta"],
    ["sumit", "summit"],
    ["what is ghouta", "ghouta"],
  ])("to «%s» begin with %s", (text, topic) => {
    expect(index.nearest(text, 3)[0]).toBe(topic);
  });

  it("are none where nothing resembles", () => {
    expect(index.nearest("xyzzy", 3)).toEqual([]);
  });
});
