import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Reply, Request } from "../../src/commands/request.ts";
import { scheduleKey } from "../../src/domain/time/schedule.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { readChoices } from "../../src/store/chats/chats.ts";
import { readSubscription } from "../../src/store/subscriptions/subscriptions.ts";
import { aRequest, emma, inGroup, labelsOf, pressOn, type, wordsOf } from "./requests.ts";

const english = { person: emma, chat: { id: emma.id, type: "private" } } as const;

function subscribed({ db, chat }: Request) {
  return readSubscription(db, { chatId: chat.id, threadId: 0 });
}

/** Presses one button after the other, each on the page that the one before opened. */
async function through(request: Request, ...labels: readonly string[]): Promise<readonly Reply[]> {
  let page = await type(request, "/settings");
  for (const label of labels) page = await pressOn(request, page, label);
  return page;
}

async function emmaSubscribed(): Promise<Request> {
  const request = await aRequest(english);
  await type(request, "/subscribe 07:30");
  return request;
}

async function keyOf(request: Request): Promise<string> {
  const subscription = await subscribed(request);
  return subscription === undefined ? "none" : scheduleKey(subscription.schedule);
}

describe("a page of settings", () => {
  it("offers a subscription where there is none", async () => {
    const request = await aRequest(english);
    await through(request, "Subscribe");
    expect(await keyOf(request)).toBe("08:00 daily Asia/Damascus");
  });

  it("says in plain words what comes after each change", async () => {
    const request = await emmaSubscribed();
    const page = await through(request, "Times", "Add a time", "19:00", "19:45");
    expect(await keyOf(request)).toBe("07:30,19:45 daily Asia/Damascus");
    expect(page.map((reply) => reply.type)).toEqual(["notice", "edit"]);
    expect(wordsOf(page).match(/every day at 07:30 and 19:45 Damascus time/g)).toHaveLength(2);
    expect(wordsOf(page)).toContain("next: today, Sunday 22 November, 19:45");
  });

  it("asks for the hour in which quiet hours begin, then for the one in which they end", async () => {
    const request = await emmaSubscribed();
    const from = await through(request, "Quiet hours", "Other hours");
    expect(wordsOf(from)).toContain("When do the quiet hours begin?");
    const until = await pressOn(request, from, "21:00");
    expect(labelsOf(until).slice(0, 4)).toEqual(["22:00", "23:00", "00:00", "01:00"]);
    expect(wordsOf(until)).toContain("The quiet hours begin at 21:00. When do they end?");
    await pressOn(request, until, "06:00");
    const { quiet } = await readChoices(request.db, emma.id);
    expect(quiet).toEqual({ from: 21 * 60, until: 6 * 60 });
  });

  it("leads back to the page that it was opened from, and says to which", async () => {
    const request = await emmaSubscribed();
    const times = await through(request, "Times", "Add a time", "Times");
    expect(labelsOf(times)).toContain("Add a time");
    const quiet = await through(request, "Quiet hours", "Other hours", "21:00", "Quiet hours");
    expect(labelsOf(quiet)).toContain("✓ No quiet hours");
  });

  it("takes a time away, but never the last one", async () => {
    const request = await emmaSubscribed();
    await type(request, "/subscribe 07:30 19:00");
    const page = await through(request, "Times", "✕ 07:30");
    expect(await keyOf(request)).toBe("19:00 daily Asia/Damascus");
    expect(labelsOf(page)).not.toContain("✕ 19:00");
    const last = encodePress({ type: "place", action: { type: "time", time: 1140, on: false } });
    expect(await answer({ type: "press", data: last }, request)).toMatchObject([{ alert: true }]);
    expect(await keyOf(request)).toBe("19:00 daily Asia/Damascus");
  });

  it("chooses topics, the first alone, and all again when the last is taken away", async () => {
    const request = await emmaSubscribed();
    await through(request, "Topics", "Eastern Ghouta", "Coalition strikes");
    expect((await subscribed(request))?.topics).toEqual(["ghouta", "strikes"]);
    await through(request, "Topics", "Eastern Ghouta", "Coalition strikes");
    expect((await subscribed(request))?.topics).toEqual([]);
  });

  it("chooses days, the first alone, and every day when the last is taken away", async () => {
    const request = await emmaSubscribed();
    await through(request, "Days", "Friday", "Sunday");
    expect(await keyOf(request)).toBe("07:30 fri,sun Asia/Damascus");
    await through(request, "Days", "Friday", "Sunday");
    expect(await keyOf(request)).toBe("07:30 daily Asia/Damascus");
  });

  it("turns urgent news, the line and the sound on and off", async () => {
    const request = await emmaSubscribed();
    const page = await through(
      request,
      "Urgent news",
      "“Nothing new” line",
      "Sound",
      "Card of the first story",
    );
    expect(await subscribed(request)).toMatchObject({
      alerts: false,
      emptyLine: true,
      silent: true,
      cards: true,
    });
    expect(wordsOf(page)).toContain("A card of its first story follows each digest.");
    expect(wordsOf(page)).toContain("Urgent news waits for the digest.");
    expect(wordsOf(page)).toContain("When nothing is new, a line says so.");
    expect(wordsOf(page)).toContain("Messages come without a sound.");
  });

  it("sets quiet hours over midnight and takes them away", async () => {
    const request = await emmaSubscribed();
    await through(request, "Quiet hours", "Other hours", "21:00", "05:00");
    expect(await readChoices(request.db, emma.id)).toEqual({ quiet: { from: 1260, until: 300 } });
    const page = await through(request, "Quiet hours", "No quiet hours");
    expect(await readChoices(request.db, emma.id)).toEqual({});
    expect(labelsOf(page)).toContain("✓ No quiet hours");
  });

  it("ends the subscription by a button", async () => {
    const request = await emmaSubscribed();
    const page = await through(request, "Unsubscribe");
    expect(await subscribed(request)).toBeUndefined();
    expect(wordsOf(page)).toContain("No digests come here.");
  });

  it("lets a second press of the same button change nothing", async () => {
    const request = await emmaSubscribed();
    const page = await through(request, "Days");
    await pressOn(request, page, "Friday");
    await pressOn(request, page, "Friday");
    expect(await keyOf(request)).toBe("07:30 fri Asia/Damascus");
  });

  it("in a topic of a forum says that it is about the topic", async () => {
    const chat = { id: -1001, type: "supergroup", threadId: 7 } as const;
    const request = await aRequest({ ...inGroup(true), chat });
    expect(wordsOf(await type(request, "/settings"))).toContain("Settings of this forum topic");
  });

  it("in a group says which command to write, and opens nothing to be typed", async () => {
    const request = await aRequest(inGroup(true));
    await type(request, "/subscribe");
    const times = await through(request, "Times");
    expect(wordsOf(times)).toContain("/subscribe@mujaz_bot 07:30 19:00");
    expect(labelsOf(times)).not.toContain("Type it");
    expect(wordsOf(await through(request, "Time zone"))).toContain("/timezone@mujaz_bot Berlin");
  });
});

describe("a forged or old press of settings", () => {
  it.each([
    { type: "topic", topic: "nowhere", on: true, page: 0 },
    { type: "zone", zone: "Mars/Olympus" },
    { type: "subscribe", times: [], days: [], topics: ["nowhere"] },
    { type: "disconnect" },
  ] as const)("%o changes nothing", async (action) => {
    const request = await emmaSubscribed();
    const before = await subscribed(request);
    const data = encodePress({ type: "place", action });
    expect(await answer({ type: "press", data }, request)).toMatchObject([{ alert: true }]);
    expect(await subscribed(request)).toEqual(before);
  });

  it("does not bring back a subscription that was ended", async () => {
    const request = await emmaSubscribed();
    const page = await through(request);
    await type(request, "/unsubscribe");
    expect(await pressOn(request, page, "Sound")).toMatchObject([{ alert: true }]);
    expect(await subscribed(request)).toBeUndefined();
  });
});

describe("the time zone", () => {
  it.each([
    ["/timezone Europe/Berlin", "Europe/Berlin"],
    ["/timezone europe/berlin", "Europe/Berlin"],
    ["/timezone برلين", "Europe/Berlin"],
    ["/timezone New York", "America/New_York"],
  ])("is set by %s, and the times stay those of the wall", async (line, zone) => {
    const request = await emmaSubscribed();
    const words = wordsOf(await type(request, line));
    expect(await keyOf(request)).toBe(`07:30 daily ${zone}`);
    expect(words).toContain("07:30");
    expect((await readChoices(request.db, emma.id)).zone).toBe(zone);
  });

  it("is picked from near names where it is none", async () => {
    const request = await emmaSubscribed();
    const replies = await type(request, "/timezone Berlim");
    expect(wordsOf(replies)).toContain("“Berlim”");
    expect(await keyOf(request)).toBe("07:30 daily Asia/Damascus");
    await pressOn(request, replies, "Berlin 08:00");
    expect(await keyOf(request)).toBe("07:30 daily Europe/Berlin");
  });

  it.each(["/timezone 10:04", "/timezone الساعة ١٠:٠٤"])(
    "is guessed from the time that it is now: %s",
    async (line) => {
      const request = await emmaSubscribed();
      const replies = await type(request, line);
      expect(labelsOf(replies)).toContain("✓ Damascus 10:00");
      await pressOn(request, replies, "Baghdad 10:00");
      expect(await keyOf(request)).toBe("07:30 daily Asia/Baghdad");
    },
  );

  it("is guessed too where somebody says 2:05 in the afternoon", async () => {
    const request = { ...(await emmaSubscribed()), now: new Date("2026-11-22T11:05:00Z") };
    expect(labelsOf(await type(request, "/timezone 2:05"))).toContain("✓ Damascus 14:05");
  });

  it("is explained with a time that would be understood", async () => {
    const request = await emmaSubscribed();
    const page = wordsOf(await type(request, "/timezone"));
    const [, line = ""] = /(\/timezone \d\d:\d\d)/.exec(page) ?? [];
    expect(labelsOf(await type(request, line))).toContain("✓ Damascus 10:00");
  });

  it("that nobody knows gets one helpful answer, and changes nothing", async () => {
    const request = await emmaSubscribed();
    const replies = await type(request, "/timezone xqzzt");
    expect(replies).toHaveLength(1);
    expect(wordsOf(replies)).toContain("/timezone Damascus");
    expect(await keyOf(request)).toBe("07:30 daily Asia/Damascus");
  });
});

describe("what is typed in the private chat after a button asked for it", () => {
  it("sets the zone, and only once", async () => {
    const request = await emmaSubscribed();
    await through(request, "Time zone", "Type it");
    await type(request, "Berlin");
    expect(await keyOf(request)).toBe("07:30 daily Europe/Berlin");
    await type(request, "Cairo");
    expect(await keyOf(request)).toBe("07:30 daily Europe/Berlin");
  });

  it("adds a time to the minute", async () => {
    const request = await emmaSubscribed();
    await through(request, "Times", "Type it");
    await type(request, "٧:٤٣ مساءً");
    expect(await keyOf(request)).toBe("07:30,19:43 daily Asia/Damascus");
  });

  it("may be tried again after a mistake, for an hour", async () => {
    const request = await emmaSubscribed();
    await through(request, "Times", "Type it");
    expect(wordsOf(await type(request, "25:00"))).toContain("Nothing was changed");
    const late = { ...request, now: new Date(request.now.getTime() + 3_600_000) };
    await type(late, "19:43");
    expect(await keyOf(request)).toBe("07:30 daily Asia/Damascus");
    await type(request, "19:43");
    expect(await keyOf(request)).toBe("07:30,19:43 daily Asia/Damascus");
  });

  it("is a topic where it names one, and the question is over", async () => {
    const request = await emmaSubscribed();
    await through(request, "Time zone", "Type it");
    expect(wordsOf(await type(request, "ghouta"))).toContain("38 civilians killed");
    await type(request, "Berlin");
    expect(await keyOf(request)).toBe("07:30 daily Asia/Damascus");
  });

  it("is not the report that was begun before", async () => {
    const request = await emmaSubscribed();
    await type(request, "/start report_strk0207");
    await through(request, "Time zone", "Type it");
    await type(request, "Berlin");
    expect(await keyOf(request)).toBe("07:30 daily Europe/Berlin");
  });
});
