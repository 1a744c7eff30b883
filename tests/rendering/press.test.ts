import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePress, encodePress } from "../../src/rendering/message/press-data.ts";
import { consents } from "../../src/rendering/message/press-fields.ts";
import { themes } from "../../src/rendering/message/picture.ts";
import { questions, settingsPages, switches } from "../../src/rendering/message/press-place.ts";
import type { PlaceAction } from "../../src/rendering/message/press-place.ts";
import type { Press } from "../../src/rendering/message/press.ts";
import { digitChoices, languageChoices, monthChoices } from "../../src/domain/printing.ts";
import { weekdays } from "../../src/domain/time/time-zone.ts";

const topic = fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/);
const story = fc.stringMatching(/^[a-z0-9]{4,12}$/);
const figure = fc.stringMatching(/^[a-z0-9_]{1,16}$/);
const page = fc.nat(999_999);
const seconds = fc.nat(99_999_999_999);
const language = fc.constantFrom(...languageChoices);
const theme = fc.constantFrom(...themes);
const type = <T extends Press["type"]>(name: T) => fc.constant(name);

/** A record with its optional fields there or not there, never undefined. */
function record<T extends object, K extends keyof T>(
  model: { [Name in keyof T]: fc.Arbitrary<T[Name]> },
  ...required: K[]
) {
  return fc.record(model, { requiredKeys: required });
}

const chat = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
const thread = fc.integer({ min: 0, max: 2 ** 31 });
const at = fc.record({ chat, thread });
const time = fc.nat(1439);
const doing = <T extends PlaceAction["type"]>(name: T) => fc.constant(name);
const choice = <T extends string, V extends string>(name: T, values: readonly V[]) =>
  fc.record({
    type: doing("printing"),
    name: fc.constant(name),
    value: fc.constantFrom(...values),
  });

const action = fc.oneof(
  record({ type: doing("open"), to: fc.constantFrom(...settingsPages), item: page }, "type", "to"),
  fc.record({
    type: doing("subscribe"),
    times: fc.array(time, { maxLength: 2 }),
    days: fc.subarray([...weekdays], { maxLength: 2 }),
    topics: fc.array(fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/), { maxLength: 1 }),
  }),
  fc.record({ type: doing("unsubscribe") }),
  fc.record({ type: doing("disconnect") }),
  choice("language", languageChoices),
  choice("digits", digitChoices),
  choice("months", monthChoices),
  fc.record({ type: doing("switch"), name: fc.constantFrom(...switches), on: fc.boolean() }),
  record({ type: doing("topic"), topic, on: fc.boolean(), page }, "type", "on", "page"),
  fc.record({ type: doing("time"), time, on: fc.boolean() }),
  record({ type: doing("day"), day: fc.constantFrom(...weekdays), on: fc.boolean() }, "type", "on"),
  fc.record({
    type: doing("zone"),
    zone: fc.constantFrom("UTC", "Asia/Damascus", "Etc/GMT+3", "America/Argentina/ComodRivadavia"),
  }),
  record({ type: doing("quiet"), hours: fc.record({ from: time, until: time }) }, "type"),
  fc.record({ type: doing("ask"), what: fc.constantFrom(...questions) }),
) as fc.Arbitrary<PlaceAction>;

const press = fc.oneof(
  record({ type: type("briefing"), topic, story, language }, "type", "topic"),
  record({ type: type("story"), story, language }, "type", "story"),
  record({ type: type("card"), story, language, theme }, "type", "story"),
  record({ type: type("sources"), topic }, "type"),
  record({ type: type("figures"), topic, page }, "type"),
  record({ type: type("latest"), page }, "type"),
  record({ type: type("topics"), page }, "type"),
  record({ type: type("stories"), topic, page }, "type", "topic"),
  record({ type: type("news"), from: seconds, until: seconds, page }, "type", "from", "until"),
  record({ type: type("report"), story, figure }, "type", "story"),
  fc.record({ type: type("report_story"), story }),
  fc.record({ type: type("consent"), choice: fc.constantFrom(...consents) }),
  record({ type: type("place"), at, action }, "type", "action"),
  fc.record({ type: type("general"), chat, thread }),
  record({ type: type("chats"), page }, "type"),
  fc.record({ type: type("connect") }),
  fc.record({
    type: type("alert"),
    story,
    revision: fc.integer({ min: 1, max: 999_999_999 }),
    confirm: fc.boolean(),
  }),
  fc.record({
    type: type("correction"),
    story,
    revision: fc.integer({ min: 1, max: 999_999_999 }),
    confirm: fc.boolean(),
  }),
  record({ type: type("history"), story, page }, "type", "story"),
  record({ type: type("history"), topic, page }, "type", "topic"),
  record(
    {
      type: type("search"),
      query: fc
        .array(fc.constantFrom("دوما", "Douma", "topic:ghouta", "منذ:2018-02", "👨‍", "٣٨", '"x'), {
          minLength: 1,
          maxLength: 2,
        })
        .map((words) => words.join(" ").replace(/\p{C}/gu, "")),
      page,
    },
    "type",
    "query",
  ),
  record(
    { type: type("search"), key: fc.stringMatching(/^[A-Za-z0-9_-]{16}$/), page },
    "type",
    "key",
  ),
  fc.record({ type: type("forget"), confirm: fc.boolean() }),
) as fc.Arbitrary<Press>;

describe("a button's data", () => {
  it("says exactly the press it was made from, within 64 bytes", () => {
    fc.assert(
      fc.property(press, (press) => {
        const data = encodePress(press);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decodePress(data)).toEqual(press);
      }),
      { numRuns: 1000 },
    );
  });

  it("fits for the longest legal ids together", () => {
    const longest = { topic: "t".repeat(32), story: "s".repeat(12), figure: "f".repeat(16) };
    const presses: Press[] = [
      { type: "briefing", topic: longest.topic, story: longest.story, language: "both" },
      { type: "stories", topic: longest.topic, page: 999_999 },
      { type: "news", from: 99_999_999_999, until: 99_999_999_999, page: 999_999 },
      { type: "report", story: longest.story, figure: longest.figure },
      { type: "history", topic: longest.topic, page: 999_999 },
      { type: "correction", story: longest.story, revision: 999_999_999, confirm: false },
      {
        type: "place",
        at: { chat: -(2 ** 52), thread: 2 ** 31 },
        action: { type: "topic", topic: longest.topic, on: false, page: 9999 },
      },
    ];
    for (const press of presses) expect(encodePress(press).length).toBeLessThanOrEqual(64);
  });

  it("fault 39: is never read from anything else, and nothing makes the reading throw", () => {
    const near = fc
      .tuple(press, fc.nat(), fc.string({ minLength: 1, maxLength: 2 }))
      .map(([press, at, noise]) => {
        const data = encodePress(press);
        const place = at % (data.length + 1);
        return data.slice(0, place) + noise + data.slice(place);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), near), (data) => {
        const press = decodePress(data);
        expect(press === undefined || encodePress(press) === data).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["an empty text", ""],
    ["an unknown version", "2l.0"],
    ["an unknown type", "1z.0"],
    ["a name that every object has", "1constructor.0"],
    ["a field too many", "1l.0.0"],
    ["a field too few", "1b.ghouta.e7k2"],
    ["an upper-case topic", "1b.Ghouta.."],
    ["a path for a topic", "1b.../.."],
    ["a story id that is too short", "1s.abc."],
    ["a negative page", "1l.-1"],
    ["a page with a leading zero", "1l.01"],
    ["a page that is no number", "1l.NaN"],
    ["a page out of reach", "1l.1000000"],
    ["a window without an end", "1n.1795066200."],
    ["a window before 1970", "1n.-1.1795325400."],
    ["a window of half seconds", "1n.0.5.1795325400"],
    ["an unknown language", "1s.e7k2.fr"],
    ["a choice with another's value", "1p..digits.both"],
    ["a time of no day", "1i..1440.1"],
    ["a time before the day", "1i..-1.1"],
    ["a time that is no number", "1i..NaN.1"],
    ["a correction of no revision", "1vc.e7k2.0.1"],
    ["the history of nothing", "1hs.."],
    ["the history of a topic by a story's code", "1hs.barrel_bombs."],
    ["half quiet hours", "1q..60."],
    ["a place that is none", "1g.12.main."],
    ["a place with a leading zero", "1g.01_0.main."],
    ["a zone with a path", "1z..../etc"],
    ["an unknown page", "1g..door."],
    ["a name that every object has, of a place", "1toString..x"],
    ["a yes that is neither yes nor no", "1x.2"],
    ["more than 64 characters", `1b.${"t".repeat(62)}..`],
  ])("is refused for %s", (_, data) => {
    expect(decodePress(data)).toBeUndefined();
  });

  it("is not made for an illegal press", () => {
    expect(() => encodePress({ type: "story", story: "not legal" })).toThrow(RangeError);
    expect(() => encodePress({ type: "latest", page: -1 })).toThrow(RangeError);
    expect(() => encodePress({ type: "latest", page: 0.5 })).toThrow(RangeError);
  });
});
