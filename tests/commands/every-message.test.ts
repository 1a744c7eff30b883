import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commandNames } from "../../src/commands/names.ts";
import type { Elsewhere, Incoming, Reply, Request } from "../../src/commands/request.ts";
import type { Edition } from "../../src/domain/edition.ts";
import type { Story } from "../../src/domain/story.ts";
import {
  digitChoices,
  languageChoices,
  monthChoices,
  type Printing,
} from "../../src/domain/printing.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { decodePress } from "../../src/rendering/message/press-data.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { editionIn } from "../content/folder.ts";
import { parseHtml } from "../rendering/telegram.ts";
import { aRequest, emma, inGroup, layla, messagesOf, now } from "./requests.ts";

let edition: Edition;

beforeAll(async () => {
  edition = await editionIn(fileURLToPath(new URL("../../content", import.meta.url)));
});

const settings: readonly Printing[] = languageChoices.flatMap((language) =>
  digitChoices.flatMap((digits) => monthChoices.map((months) => ({ language, digits, months }))),
);

/** Everything that somebody could type or open. */
function lines(): readonly Incoming[] {
  const topics = [...edition.topics.keys()];
  const stories = [...edition.stories.keys()];
  const typed: readonly (readonly [string, string])[] = [
    ...commandNames.map((name) => [name, ""] as const),
    ...topics.map((name) => [name, ""] as const),
    ...topics.flatMap((topic) => [["figures", topic] as const, ["sources", topic] as const]),
    ...topics.map((topic) => ["timeline", topic] as const),
    ...stories.flatMap((id) => [["story", id] as const, [`story_${id}`, ""] as const]),
    ...topics.map((topic) => ["start", `topic_${topic}`] as const),
    ...stories.map((id) => ["start", `report_${id}`] as const),
    ...[...topics, ...stories].map((subject) => ["history", subject] as const),
    ...stories.map((id) => ["start", `history_${id}`] as const),
    ["history", "nothing"],
    ["story", "zzzz0000"],
    ["subscribe", "07:30 19:00 sun ghouta"],
    ["subscribe", "25:00"],
    ["subscribe", "weekly"],
    ["subscribe", "07:30 nowhere"],
    ["subscribe", "07:30 Berlin"],
    ["timezone", "Berlin"],
    ["timezone", "Berlim"],
    ["timezone", "10:04"],
    ["timezone", "xqzzt"],
    ["connect", "@daily_news"],
    ["connect", "nothing!"],
    ["start", "news_1_2"],
    ["start", "manage_-1001"],
    ["figures", "nothing"],
    ["nothing", ""],
  ];
  return [
    ...typed.map(([name, argument]) => ({ type: "command", name, argument }) as const),
    { type: "text", text: "الغوطة", forwarded: false },
    { type: "text", text: "xyzzy", forwarded: false },
  ];
}

function dataOf(replies: readonly Reply[]): readonly string[] {
  return messagesOf(replies)
    .flatMap(({ keyboard = [] }) => keyboard.flat())
    .flatMap((button) => (button.type === "press" ? [button.data] : []));
}

/** Buttons of hours and minutes are all alike: one of each kind is pressed. */
function kindOf(data: string): string {
  const press = decodePress(data);
  const isClock = press?.type === "place" && ["open", "time", "quiet"].includes(press.action.type);
  return isClock ? data.replaceAll(/\d+(?=\.|$)/g, "0") : data;
}

/** All replies to all lines, and to every button under them, and to every button under those. */
async function everyReply(request: Request): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  const pressed = new Set<string>();
  let todo = [...lines()];
  while (todo.length > 0) {
    const answers = await Promise.all(todo.map((incoming) => answer(incoming, request)));
    replies.push(...answers.flat());
    const fresh = answers.flatMap(dataOf).filter((data) => {
      const isNew = !pressed.has(kindOf(data));
      pressed.add(kindOf(data));
      return isNew;
    });
    todo = fresh.map((data) => ({ type: "press", data }));
  }
  return replies;
}

/** What is wrong with a message, by Telegram's own parser and limits. */
function faultsOf({ html, keyboard = [] }: Message): readonly string[] {
  const { text, entities } = parseHtml(html);
  const rules: readonly (readonly [boolean, string])[] = [
    [text.trim().length > 0, "is empty"],
    [text.length <= 4096, `has ${text.length} units`],
    [entities.length <= 100, `has ${entities.length} entities`],
    [Buffer.byteLength(html) <= 32_768, "has too many bytes"],
    [keyboard.every((row) => row.length > 0 && row.length <= 8), "has a bad row of buttons"],
    ...keyboard.flat().map((button) => {
      const size = button.type === "press" ? Buffer.byteLength(button.data) : 1;
      return [
        button.label.trim() !== "" && size <= 64,
        `has a bad button ${button.label}`,
      ] as const;
    }),
  ];
  return rules.flatMap(([holds, fault]) => (holds ? [] : [`${fault}: ${text.slice(0, 80)}`]));
}

const channel = { id: -1002, type: "channel", title: "أخبار <اليوم> & Daily news" } as const;

/** A person who may decide for a channel. */
const elsewhere: Elsewhere = {
  find: () => Promise.resolve(channel),
  mayDecide: () => Promise.resolve("yes"),
  mayPost: () => Promise.resolve(true),
};

const chats = {
  "a private chat": { chat: { id: layla.id, type: "private" }, person: layla, elsewhere },
  "a channel": { chat: { id: -1002, type: "channel" } },
  "a group": { ...inGroup(true), person: emma },
} as const;

/** The edition with all its figures revised, some of them withdrawn, and a story told again. */
async function revised(db: Database): Promise<Edition> {
  const withdrawn = { at: "2018-03-01", note: { ar: "سُحب سهواً.", en: "Withdrawn by mistake." } };
  const states: readonly ((story: Story, index: number) => Story)[] = [
    (story) => ({ ...story, figures: story.figures.map(nine) }),
    (story, index) => ({ ...story, ...(index === 0 && { withdrawn }), figures: [] }),
    (story) => story,
  ];
  let standings: Edition["standings"];
  for (const [hours, state] of states.entries()) {
    const stories = [...edition.stories.values()].map(state);
    const known = { ...edition, stories: new Map(stories.map((story) => [story.id, story])) };
    const at = new Date(now.getTime() + (hours - states.length) * 3_600_000);
    standings = await recordEdition(db, known, at);
  }
  return { ...edition, ...(standings && { standings }) };
}

function nine(figure: Story["figures"][number]): Story["figures"][number] {
  return { ...figure, amount: { type: "count", count: 9 }, qualifier: "about" };
}

describe.each(Object.entries(chats))("every message in %s", (_, chat) => {
  it.each(settings)("keeps Telegram's rules with $language, $digits, $months", async (printing) => {
    const db = await openDatabase("file::memory:");
    const request = await aRequest({ ...chat, edition: await revised(db), printing, db });
    const replies = await everyReply(request);
    await db.destroy();
    expect(messagesOf(replies).flatMap(faultsOf)).toEqual([]);
    const notices = replies.flatMap((reply) => (reply.type === "notice" ? [reply.text] : []));
    expect(notices.filter((text) => Array.from(text).length > 200)).toEqual([]);
  });
});
