import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { addressOf } from "../../src/commands/chat/connect.ts";
import type { Elsewhere, Reply, Request, Right } from "../../src/commands/request.ts";
import { scheduleKey } from "../../src/domain/time/schedule.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { readPrinting, type KnownChat } from "../../src/store/chats/chats.ts";
import { listManaged } from "../../src/store/chats/managers.ts";
import { readSubscription, subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import { readHere, wishOf } from "../../src/commands/settings/target.ts";
import { aRequest, emma, labelsOf, layla, messagesOf, pressOn, type, wordsOf } from "./requests.ts";

const channel = { id: -1002, type: "channel", title: "Daily news" } as const;
const group = { id: -1001, type: "supergroup", title: "A forum" } as const;

/** What Telegram says of both, whoever asks. */
function world(right: Right, mayPost = true): Elsewhere {
  const all: readonly KnownChat[] = [channel, group];
  return {
    find: (address) =>
      Promise.resolve(all.find(({ id }) => id === address || address === "@daily_news")),
    mayDecide: () => Promise.resolve(right),
    mayPost: () => Promise.resolve(mayPost),
  };
}

function emmaWith(elsewhere: Elsewhere, given: Partial<Request> = {}): Promise<Request> {
  return aRequest({ person: emma, chat: { id: emma.id, type: "private" }, elsewhere, ...given });
}

async function keyAt({ db }: Request, chatId: number, threadId = 0): Promise<string> {
  const subscription = await readSubscription(db, { chatId, threadId });
  return subscription === undefined ? "none" : scheduleKey(subscription.schedule);
}

function share(request: Request): Promise<readonly Reply[]> {
  return answer({ type: "shared", chatId: channel.id }, request);
}

/** From the page of settings through buttons, one after the other. */
async function through(request: Request, ...labels: readonly string[]): Promise<readonly Reply[]> {
  let page = await type(request, "/settings");
  for (const label of labels) page = await pressOn(request, page, label);
  return page;
}

async function connected(right: Right = "yes"): Promise<Request> {
  const request = await emmaWith(world("yes"));
  await type(request, "/connect @daily_news");
  return { ...request, elsewhere: world(right) };
}

describe("/connect", () => {
  it("tells how, and lets the person pick a channel", async () => {
    const [reply] = await type(await emmaWith(world("yes")), "/connect");
    expect(reply).toMatchObject({
      type: "send",
      below: { type: "channelPicker", label: "Pick a channel" },
    });
    expect(wordsOf(reply === undefined ? [] : [reply])).toContain("/connect @channel");
  });

  it.each(["/connect @daily_news", "/connect https://t.me/daily_news/12", "/connect -1002"])(
    "%s subscribes the channel and opens its settings",
    async (line) => {
      const request = await emmaWith(world("yes"));
      const replies = await type(request, line);
      expect(replies[0]).toMatchObject({ below: { type: "nothing" } });
      expect(wordsOf(replies)).toContain("Settings of “Daily news”");
      expect(await keyAt(request, channel.id)).toBe("08:00 daily Asia/Damascus");
      expect(await listManaged(request.db, emma.id)).toMatchObject([channel]);
    },
  );

  it("takes a channel that was picked, but only on Telegram's word", async () => {
    const honest = await emmaWith(world("yes"));
    await share(honest);
    expect(await keyAt(honest, channel.id)).toBe("08:00 daily Asia/Damascus");
    const forged = await emmaWith(world("no"));
    expect(wordsOf(await share(forged))).toContain("you may not post in “Daily news”");
    expect(await keyAt(forged, channel.id)).toBe("none");
  });

  it.each([
    ["the bot may not post", world("yes", false), "The bot may not post in “Daily news”"],
    ["the person may not", world("no"), "you may not post"],
    ["Telegram does not say", world("away"), "you may not post"],
  ])("refuses with one helpful answer where %s", async (_, elsewhere, expected) => {
    const request = await emmaWith(elsewhere);
    const replies = await type(request, "/connect @daily_news");
    expect(replies).toHaveLength(1);
    expect(wordsOf(replies)).toContain(expected);
    expect(await keyAt(request, channel.id)).toBe("none");
  });

  it.each(["/connect nonsense!", "/connect @unknown_channel", `/connect ${layla.id}`])(
    "%s is a channel that the bot does not see",
    async (line) => {
      const request = await emmaWith({ ...world("yes"), find: () => Promise.resolve(undefined) });
      expect(wordsOf(await type(request, line))).toContain("does not see that channel");
    },
  );

  it("sends a group's administrator to the group", async () => {
    const words = wordsOf(await type(await emmaWith(world("yes")), "/connect -1001"));
    expect(words).toContain("/subscribe");
  });

  it("leaves a channel that is connected already as it is, for a second administrator too", async () => {
    const request = await connected();
    await type(request, "/connect @daily_news");
    const page = await through(request, "My groups and channels", "Daily news");
    await pressOn(request, await pressOn(request, page, "Days"), "Friday");
    const second = { ...request, person: layla, chat: { id: layla.id, type: "private" } } as const;
    await type(second, "/connect @daily_news");
    expect(await keyAt(request, channel.id)).toBe("08:00 fri Asia/Damascus");
    expect(await listManaged(request.db, layla.id)).toMatchObject([channel]);
  });

  it("outside the private chat only shows the way there", async () => {
    const request = await aRequest({ chat: { id: -1001, type: "supergroup" }, person: emma });
    const [message] = messagesOf(await type(request, "/connect @daily_news"));
    expect(message?.keyboard?.[0]?.[0]).toMatchObject({ url: "https://t.me/mujaz_bot" });
  });
});

it.each([
  ["@daily_news", "@daily_news"],
  ["daily_news", "@daily_news"],
  ["t.me/daily_news", "@daily_news"],
  ["https://telegram.me/daily_news?x=1", "@daily_news"],
  ["https://t.me/c/1234567890/55", -1_001_234_567_890],
  ["-1001234567890", -1_001_234_567_890],
  ["https://example.org/daily_news", undefined],
  ["x", undefined],
])("a channel's address: %s", (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});

describe("a channel's settings in the private chat", () => {
  it("are changed there, its language too, and the person's own chat stays as it is", async () => {
    const request = await connected();
    const page = await through(request, "My groups and channels", "Daily news", "العربية");
    expect(wordsOf(page)).toContain("Settings of “Daily news”");
    expect((await readPrinting(request.db, channel.id)).language).toBe("ar");
    expect((await readPrinting(request.db, emma.id)).language).toBe("both");
    await pressOn(request, await pressOn(request, page, "Topics"), "Eastern Ghouta");
    const target = await readSubscription(request.db, { chatId: channel.id, threadId: 0 });
    expect(target?.topics).toEqual(["ghouta"]);
  });

  it("take a typed time for the channel", async () => {
    const request = await connected();
    await through(request, "My groups and channels", "Daily news", "Times", "Type it");
    await type(request, "19:43");
    expect(await keyAt(request, channel.id)).toBe("08:00,19:43 daily Asia/Damascus");
    expect(await keyAt(request, emma.id)).toBe("none");
  });

  it("take nothing typed once the right is gone", async () => {
    const request = await connected();
    await through(request, "My groups and channels", "Daily news", "Times", "Type it");
    await type({ ...request, elsewhere: world("no") }, "19:43");
    expect(await keyAt(request, channel.id)).toBe("08:00 daily Asia/Damascus");
  });

  it.each([
    ["no", "you are not an administrator"],
    ["away", "it was probably removed from there"],
  ] as const)("are refused at each press where the right is “%s”", async (right, expected) => {
    const request = await connected();
    const page = await through(request, "My groups and channels", "Daily news");
    const later = { ...request, elsewhere: world(right) };
    expect(wordsOf(await pressOn(later, page, "Urgent news"))).toContain(expected);
    const subscription = await readSubscription(request.db, { chatId: channel.id, threadId: 0 });
    expect(subscription?.alerts).toBe(true);
  });

  it("can be given up: the channel gets nothing more and is on nobody's list", async () => {
    const request = await connected();
    const page = await through(request, "My groups and channels", "Daily news", "Disconnect");
    expect(labelsOf(page)).not.toContain("Daily news");
    expect(await keyAt(request, channel.id)).toBe("none");
    expect(await listManaged(request.db, emma.id)).toEqual([]);
  });

  it("without the right are only taken off the person's own list", async () => {
    const request = await connected("away");
    await through(request, "My groups and channels", "Daily news", "Take it off my list");
    expect(await listManaged(request.db, emma.id)).toEqual([]);
    expect(await keyAt(request, channel.id)).toBe("08:00 daily Asia/Damascus");
  });
});

describe("another person's chat", () => {
  it("fault 39: is nobody else's to decide, whatever a button says", async () => {
    const request = await emmaWith(world("yes"));
    const laylas = { ...request, person: layla, chat: { id: layla.id, type: "private" } } as const;
    await type(laylas, "/subscribe 07:30");
    for (const action of [{ type: "unsubscribe" }, { type: "open", to: "main" }] as const) {
      const data = encodePress({ type: "place", at: { chat: layla.id, thread: 0 }, action });
      expect(await answer({ type: "press", data }, request)).toMatchObject([{ alert: true }]);
    }
    expect(await keyAt(request, layla.id)).toBe("07:30 daily Asia/Damascus");
  });

  it("fault 39: is not decided from a group either, with a button of the private chat", async () => {
    const request = await connected();
    const inGroup = { ...request, chat: { id: group.id, type: "supergroup" } } as const;
    const at = { chat: channel.id, thread: 0 };
    const data = encodePress({ type: "place", at, action: { type: "unsubscribe" } });
    expect(await answer({ type: "press", data }, inGroup)).toMatchObject([{ alert: true }]);
    expect(await keyAt(request, channel.id)).toBe("08:00 daily Asia/Damascus");
  });
});

describe("a group's settings", () => {
  const here = { id: group.id, type: "supergroup", title: "A forum" } as const;

  it("lead to the private chat, where its administrator goes on", async () => {
    const request = await emmaWith(world("yes"));
    const [page] = messagesOf(await type({ ...request, chat: here }, "/settings"));
    const link = page?.keyboard?.flat().find((button) => button.type === "link");
    expect(link).toMatchObject({ url: "https://t.me/mujaz_bot?start=manage_-1001" });
    const opened = await type(request, "/start manage_-1001");
    expect(wordsOf(opened)).toContain("Settings of “A forum”");
    await pressOn(request, opened, "Subscribe");
    expect(await keyAt(request, group.id)).toBe("08:00 daily Asia/Damascus");
    expect(await listManaged(request.db, emma.id)).toMatchObject([group]);
  });

  it.each(["no", "away"] as const)("fault 39: stay closed to others: %s", async (right) => {
    const request = await emmaWith(world(right));
    expect(wordsOf(await type(request, "/start manage_-1001"))).toContain(
      "its administrators only",
    );
    expect(await listManaged(request.db, emma.id)).toEqual([]);
  });

  it("show the topics of a forum that get digests", async () => {
    const request = await emmaWith(world("yes"));
    await type({ ...request, chat: { ...here, threadId: 7 } }, "/subscribe 19:00");
    await type(request, "/start manage_-1001");
    const name = "A topic of the forum: \u2068every day at 19:00 Damascus time\u2069";
    const labels = labelsOf(await type(request, "/start manage_-1001"));
    const found = labels.find((label) => label.startsWith("A topic of the forum"));
    expect(found?.replace(/[\u2066-\u2069]/g, "")).toBe(name.replace(/[\u2066-\u2069]/g, ""));
    const topic = await pressOn(request, await type(request, "/start manage_-1001"), found ?? "");
    await pressOn(request, topic, "Unsubscribe");
    expect(await keyAt(request, group.id, 7)).toBe("none");
  });
});

describe("a closed topic's button to General", () => {
  const at = { chat: group.id, thread: 7 };
  const data = encodePress({ type: "general", ...at });

  async function closed(elsewhere: Elsewhere): Promise<Request> {
    const request = await emmaWith(elsewhere);
    const here = { ...request, chat: { ...group, threadId: 7 } as const };
    const wish = { ...wishOf(await readHere(here)), topics: ["ghouta"] };
    await subscribe(request.db, { chat: group, threadId: 7, personId: emma.id }, wish, request.now);
    await request.db
      .updateTable("subscriptions")
      .set({ state: "paused", reason: "topic closed" })
      .execute();
    return request;
  }

  it("moves the subscription there", async () => {
    const request = await closed(world("yes"));
    const replies = await answer({ type: "press", data }, request);
    expect(wordsOf(replies)).toContain("A digest comes every day");
    expect(await readSubscription(request.db, { chatId: group.id, threadId: 0 })).toMatchObject({
      topics: ["ghouta"],
      state: "active",
    });
    expect(await keyAt(request, group.id, 7)).toBe("none");
    expect(await answer({ type: "press", data }, request)).toMatchObject([{ alert: true }]);
  });

  it("leaves General as it is where that has digests of its own", async () => {
    const request = await closed(world("yes"));
    const general = { ...request, chat: { id: group.id, type: "supergroup" } as const };
    await type(general, "/subscribe 19:00");
    await answer({ type: "press", data }, request);
    expect(await keyAt(request, group.id)).toBe("19:00 daily Asia/Damascus");
    expect(await keyAt(request, group.id, 7)).toBe("none");
  });

  it("does nothing for somebody who may not decide", async () => {
    const request = await closed(world("no"));
    await answer({ type: "press", data }, request);
    expect(await keyAt(request, group.id)).toBe("none");
  });
});
