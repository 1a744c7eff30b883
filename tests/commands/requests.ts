import { answer } from "../../src/commands/answer.ts";
import type { Elsewhere, Reply, Request } from "../../src/commands/request.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { openDatabase } from "../../src/store/database.ts";
import { anEdition, aFigure, aStory, aTopic } from "../builders.ts";

export const now = new Date("2026-11-22T07:00:00Z");

/** ليلى reads Arabic and Emma English; both in their own chats with the bot. */
export const layla = { id: 11, name: "ليلى", language: "ar" } as const;
export const emma = { id: 12, name: "Emma", language: "en" } as const;
export const editor = 99;

const edition = anEdition({
  topics: [
    aTopic({ aliases: ["الغوطة", "eastern_ghouta"] }),
    aTopic({
      id: "strikes",
      title: { ar: "ضربات التحالف", en: "Coalition strikes" },
      about: { ar: "ضربات التحالف في سورية", en: "Coalition strikes in Syria" },
      aliases: ["الضربات"],
    }),
    aTopic({
      id: "empty",
      title: { ar: "موضوع بلا أخبار", en: "A quiet topic" },
      about: { ar: "لا أخبار فيه بعد", en: "Nothing has happened" },
      aliases: [],
    }),
  ],
  stories: [
    aStory(),
    aStory({
      id: "ghta0206",
      date: { from: "2018-02-06", to: "2018-02-06" },
      headline: { ar: "قصف سابق على الغوطة", en: "Earlier shelling of Ghouta" },
      figures: [aFigure({ amount: { type: "count", count: 5 } })],
    }),
    aStory({
      id: "strk0207",
      topic: "strikes",
      headline: { ar: "ضربات في شرق سورية", en: "Strikes in eastern Syria" },
      figures: [],
    }),
  ],
});

/** No other chat is known to Telegram. */
const nowhere: Elsewhere = {
  find: () => Promise.resolve(undefined),
  mayDecide: () => Promise.resolve("away"),
  mayPost: () => Promise.resolve(false),
};

/** Layla in her private chat, in both languages, unless said otherwise. */
export async function aRequest(given: Partial<Request> = {}): Promise<Request> {
  const search = createStorySearch();
  void search.follow(given.edition ?? edition);
  return {
    chat: { id: layla.id, type: "private" },
    person: layla,
    edition,
    search,
    printing: defaultPrinting,
    editors: [editor],
    botUsername: "mujaz_bot",
    db: given.db ?? (await openDatabase("file::memory:")),
    now,
    mayDecide: () => Promise.resolve(true),
    defaultZone: "Asia/Damascus",
    ledgerDays: 30,
    elsewhere: nowhere,
    ...given,
  };
}

export function inGroup(mayDecide: boolean): Partial<Request> {
  return {
    chat: { id: -1001, type: "supergroup" },
    person: emma,
    mayDecide: () => Promise.resolve(mayDecide),
  };
}

/** What the bot replies to a line as a person types it. */
export function type(request: Request, line: string): Promise<readonly Reply[]> {
  const [, name = "", argument = ""] = /^\/(\w+)\s*(.*)$/s.exec(line) ?? [];
  return name === ""
    ? answer({ type: "text", text: line, forwarded: false }, request)
    : answer({ type: "command", name: name.toLowerCase(), argument }, request);
}

/** What the bot replies to a press on the button with these words. */
export function pressOn(
  request: Request,
  replies: readonly Reply[],
  label: string,
): Promise<readonly Reply[]> {
  const button = messagesOf(replies)
    .flatMap(({ keyboard = [] }) => keyboard.flat())
    .find((candidate) => candidate.label.replace("✓ ", "") === label);
  if (button?.type !== "press") throw new Error(`no button to press says ${label}`);
  return answer({ type: "press", data: button.data }, request);
}

export function messagesOf(replies: readonly Reply[]): readonly Message[] {
  return replies.flatMap((reply) => (reply.type === "notice" ? [] : [reply.message]));
}

export function labelsOf(replies: readonly Reply[]): readonly string[] {
  return messagesOf(replies).flatMap(({ keyboard = [] }) =>
    keyboard.flat().map(({ label }) => label),
  );
}

/** All that a reader sees of the replies, without markup. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies
    .map((reply) => (reply.type === "notice" ? reply.text : reply.message.html))
    .join("\n")
    .replace(/<[^>]*>/g, "");
}

/** The same without the marks that keep foreign words apart. */
export function plainWordsOf(replies: readonly Reply[]): string {
  return wordsOf(replies).replace(/[\u2066-\u2069]/g, "");
}
