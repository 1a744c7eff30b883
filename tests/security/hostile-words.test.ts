import { describe, expect, it } from "vitest";
import { contentTrouble } from "../../src/commands/editors/content-trouble.ts";
import { closeReport } from "../../src/commands/story/report.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { logPage } from "../../src/desk/pages/list-pages.ts";
import { pausedNotice, topicNotice } from "../../src/rendering/notices/notices.ts";
import { troubleNotice } from "../../src/rendering/notices/editor-notices.ts";
import { openDialogue, keepWords } from "../../src/store/chats/dialogues.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { aFigure, anEdition, aSource, aStory, aTopic } from "../builders.ts";
import { aRequest, messagesOf, now, type } from "../commands/requests.ts";
import { parseHtml } from "../rendering/telegram.ts";

/** Tags, entities, placeholders and nestings of locale files, and a direction that would turn a line. */
const evil = `</b><a href="tg://user?id=1">x</a>&lt;&#60;{{n}}$t(interface:help.title)\u202e\u2067`;
/** What readers see of it: all that can be seen. */
const seen = `</b><a href="tg://user?id=1">x</a>&lt;&#60;{{n}}$t(interface:help.title)`;

/** Without the marks that keep foreign words apart, a message as Telegram shows it. */
function shown(html: string): string {
  const { text, links } = parseHtml(html);
  expect(links.filter((link) => link.startsWith("tg:"))).toEqual([]);
  expect(text).not.toMatch(/[\u202a-\u202e\u2067]/);
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, "");
}

function both(words: string) {
  return { ar: `${words} خبر ${evil}`, en: `${words} news ${evil}` };
}

const edition = anEdition({
  topics: [aTopic({ title: both("t"), about: both("a"), aliases: [evil] })],
  sources: [aSource({ name: both("s"), note: both("n") }), aSource({ id: "via", name: both("v") })],
  stories: [
    aStory({
      place: both("p"),
      headline: both("h"),
      excerpt: both("e"),
      figures: [
        aFigure({
          group: both("g"),
          place: both("fp"),
          attribution: { type: "stated", source: "sohr", via: "via" },
        }),
      ],
      links: [{ url: "https://example.org/?a=1&b=<2>", title: both("l") }],
      corrections: [{ at: "2018-02-09", reason: "our_error", note: both("c") }],
    }),
  ],
});

describe("words of the content that look like markup", () => {
  it.each([
    "/ghouta",
    "/story ghta0207",
    "/figures ghouta",
    "/sources ghouta",
    "/topics",
    "/latest",
    "/history ghta0207",
    "/compare ghouta",
    "/timeline ghouta",
    "/cite ghta0207",
    "/card ghta0207",
    "/search news",
    "/help",
  ])("are words to every reader: %s", async (line) => {
    const db = await openDatabase("file::memory:");
    await recordEdition(db, edition, now);
    const messages = messagesOf(await type(await aRequest({ db, edition }), line));
    expect(messages.length).toBeGreaterThan(0);
    for (const { html } of messages) expect(shown(html)).toContain("$t(interface:help.title)");
    await db.destroy();
  });

  it("are shown as they are written", async () => {
    const [message] = messagesOf(await type(await aRequest({ edition }), "/story ghta0207"));
    expect(shown(message?.html ?? "")).toContain(`h news ${seen}`);
  });
});

describe("words of people that look like markup", () => {
  it.each([
    "/story {}",
    "/search {}",
    "/history {}",
    "/compare {}",
    "/card {}",
    "/cite {}",
    "/export {}",
    "/timeline {}",
    "/figures {}",
    "/sources {}",
    "/subscribe {}",
    "/timezone {}",
    "/connect {}",
    "/start {}",
    "/confirm {}",
    "{}",
  ])("are words: %s", async (line) => {
    const replies = await type(await aRequest(), line.replace("{}", evil));
    expect(replies.length).toBeGreaterThan(0);
    for (const { html } of messagesOf(replies)) shown(html);
  });

  it("are words in a report, and a name cannot write lines of it", async () => {
    const db = await openDatabase("file::memory:");
    const person = { id: 7, name: `${evil}\nFrom: Telegram` };
    const request = await aRequest({ db, person, chat: { id: 7, type: "private" } });
    await openDialogue(db, 7, { story: "ghta0207", figure: null, words: null }, now);
    await keepWords(db, 7, evil);
    await closeReport(request, "named");
    const { html } = await db.selectFrom("messages").select("html").executeTakeFirstOrThrow();
    expect(shown(html)).toContain(`${seen} From: Telegram (7)\n${seen}`);
  });
});

describe("names of chats, editors and files that look like markup", () => {
  const title = `${evil}\nx`;
  const by = { id: 5, name: title };

  it.each([
    [
      "a group where nothing can be sent",
      pausedNotice({ id: -1, type: "group", title }, defaultPrinting),
    ],
    ["a topic that was closed", topicNotice({ id: -1, type: "group", title }, 5, defaultPrinting)],
    [
      "a run that was paused",
      troubleNotice({ type: "run paused", runId: 1, reason: title }, defaultPrinting),
    ],
    ["a problem of the content", contentTrouble({ isHeld: true, lines: [title] }, "en")],
    [
      "the editors' log",
      logPage(
        { printing: defaultPrinting, wording: "en", zone: "UTC", id: 5 },
        {
          page: 0,
          isLast: true,
          entries: [{ at: now, by, action: "published", draftId: 1, detail: { what: title } }],
        },
      ),
    ],
  ])("are words in the notice of %s", (_, { html }) => {
    expect(shown(html)).toContain("</b>");
  });
});
