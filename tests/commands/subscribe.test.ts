import { describe, expect, it } from "vitest";
import { scheduleKey } from "../../src/domain/time/schedule.ts";
import { readSubscription } from "../../src/store/subscriptions/subscriptions.ts";
import type { Request } from "../../src/commands/request.ts";
import {
  aRequest,
  emma,
  inGroup,
  labelsOf,
  plainWordsOf,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

function subscribed({ db, chat }: Request) {
  return readSubscription(db, { chatId: chat.id, threadId: chat.threadId ?? 0 });
}

async function keyOf(request: Request): Promise<string | undefined> {
  const subscription = await subscribed(request);
  return subscription && scheduleKey(subscription.schedule);
}

const english = { person: emma, chat: { id: emma.id, type: "private" } } as const;

describe("/subscribe", () => {
  it("alone subscribes to everything every morning, and says what comes and when next", async () => {
    const request = await aRequest(english);
    const words = plainWordsOf(await type(request, "/subscribe"));
    expect(words).toContain("A digest comes every day at 08:00 Damascus time");
    expect(words).toContain("next: tomorrow, Monday 23 November, 08:00");
    expect(words).toContain("Topics: all topics.");
    expect(await subscribed(request)).toMatchObject({ topics: [], alerts: true, silent: false });
  });

  it("says it in Arabic, in the digits of the chat", async () => {
    const request = await aRequest();
    expect(plainWordsOf(await type(request, "/subscribe"))).toContain(
      "يصل الموجز كل يوم الساعة 08:00 بتوقيت دمشق",
    );
    const printing = { ...request.printing, digits: "arabic" } as const;
    expect(plainWordsOf(await type({ ...request, printing }, "/subscribe"))).toContain("٠٨:٠٠");
  });

  it.each([
    ["/subscribe 07:30 ghouta strikes", "07:30 daily Asia/Damascus", ["ghouta", "strikes"]],
    ["/subscribe ٧:٣٠ صباحاً الغوطة", "07:30 daily Asia/Damascus", ["ghouta"]],
    ["/subscribe الأحد والأربعاء ٧:٣٠ مساءً", "19:30 wed,sun Asia/Damascus", []],
    ["/subscribe ghouta 7:30 pm mon-fri", "19:30 mon,tue,wed,thu,fri Asia/Damascus", ["ghouta"]],
    ["/subscribe weekly on Friday 9 18:45", "09:00,18:45 fri Asia/Damascus", []],
  ])("understands %s", async (line, key, topics) => {
    const request = await aRequest();
    await type(request, line);
    expect(await keyOf(request)).toBe(key);
    expect((await subscribed(request))?.topics).toEqual(topics);
  });

  it("changes only what is written, and takes all topics back by a word", async () => {
    const request = await aRequest();
    await type(request, "/subscribe 07:30 fri ghouta");
    await type(request, "/subscribe 19:05");
    expect(await keyOf(request)).toBe("19:05 fri Asia/Damascus");
    expect((await subscribed(request))?.topics).toEqual(["ghouta"]);
    await type(request, "/subscribe كل المواضيع");
    expect((await subscribed(request))?.topics).toEqual([]);
    expect(await keyOf(request)).toBe("19:05 fri Asia/Damascus");
  });

  it.each([
    ["/subscribe 25:00", "«25:00»"],
    ["/subscribe 7:75", "«7:75»"],
    ["/subscribe weekly", "«weekly»"],
    ["/subscribe 1:00 2:00 3:00 4:00 5:00 6:00 7:00 8:00 9:00", "«9:00»"],
  ])(
    "says what is wrong with %s, gives an example that works, and changes nothing",
    async (line, part) => {
      const request = await aRequest();
      const words = plainWordsOf(await type(request, line));
      expect(words).toContain(part);
      expect(words).toContain("لم يتغير شيء");
      expect(await subscribed(request)).toBeUndefined();
      const [, example = ""] = /: (\/subscribe [\d: ]+)/.exec(words) ?? [];
      await type(request, example);
      expect(await keyOf(request)).toBe("07:30,19:00 daily Asia/Damascus");
    },
  );

  it("offers near topics for one that is none, with the times that were written", async () => {
    const request = await aRequest(english);
    const replies = await type(request, "/subscribe 07:30 fri strikes guta");
    expect(wordsOf(replies)).toContain("guta");
    expect(await subscribed(request)).toBeUndefined();
    await pressOn(request, replies, "Eastern Ghouta");
    expect(await keyOf(request)).toBe("07:30 fri Asia/Damascus");
    expect((await subscribed(request))?.topics).toEqual(["ghouta", "strikes"]);
  });

  it("in a forum topic subscribes that topic, and the General topic by itself", async () => {
    const group = await aRequest(inGroup(true));
    const topic = { ...group, chat: { ...group.chat, threadId: 7 } };
    await type(topic, "/subscribe 07:30");
    await type(group, "/subscribe 19:00");
    expect(await keyOf(topic)).toBe("07:30 daily Asia/Damascus");
    expect(await keyOf(group)).toBe("19:00 daily Asia/Damascus");
  });
});

describe("members of a group", () => {
  it.each(["/subscribe", "/unsubscribe", "/stop", "/timezone Berlin", "/settings"])(
    "cannot %s",
    async (line) => {
      const administrator = await aRequest(inGroup(true));
      await type(administrator, "/subscribe 07:30");
      const member = { ...administrator, mayDecide: () => Promise.resolve(false) };
      expect(wordsOf(await type(member, line))).toBe(
        "Only administrators of this chat can change that.",
      );
      expect(await keyOf(member)).toBe("07:30 daily Asia/Damascus");
    },
  );

  it("may see what would come", async () => {
    const member = await aRequest(inGroup(false));
    expect(wordsOf(await type(member, "/digest"))).toContain("Nothing is new");
  });
});

it("/subscribe with a place says how to choose its time", async () => {
  const request = await aRequest(english);
  const words = plainWordsOf(await type(request, "/subscribe 07:30 Berlin"));
  expect(words).toContain("“Berlin” is a place and not a topic");
  expect(words).toContain("/timezone Berlin");
  expect(await subscribed(request)).toBeUndefined();
  const arabic = await type(await aRequest(), "/subscribe ٧:٣٠ برلين");
  expect(plainWordsOf(arabic)).toContain("«برلين» مكان وليس موضوعاً");
});

describe("/unsubscribe", () => {
  it.each(["/unsubscribe", "/stop"])(
    "%s ends it, and a button brings the same back",
    async (line) => {
      const request = await aRequest();
      await type(request, "/subscribe 07:30 19:00 sun ghouta");
      const replies = await type(request, line);
      expect(wordsOf(replies)).toContain("يمكنكم الاشتراك من جديد");
      expect(await subscribed(request)).toBeUndefined();
      await pressOn(request, replies, "اشتراك");
      expect(await keyOf(request)).toBe("07:30,19:00 sun Asia/Damascus");
      expect((await subscribed(request))?.topics).toEqual(["ghouta"]);
    },
  );

  it("of one topic among others ends nothing, and shows the topics to choose", async () => {
    const request = await aRequest(english);
    await type(request, "/subscribe ghouta strikes");
    const replies = await type(request, "/unsubscribe ghouta");
    expect((await subscribed(request))?.topics).toEqual(["ghouta", "strikes"]);
    expect(labelsOf(replies)).toContain("✓ Eastern Ghouta");
    await type(request, "/unsubscribe ghouta strikes");
    expect(await subscribed(request)).toBeUndefined();
  });

  it("says so where nothing was subscribed", async () => {
    const replies = await type(await aRequest(english), "/unsubscribe");
    expect(wordsOf(replies)).toBe("No digests come here.");
    expect(labelsOf(replies)).toEqual(["Subscribe"]);
  });
});

it("a new person is offered to subscribe", async () => {
  const request = await aRequest();
  await pressOn(request, await type(request, "/start"), "اشتراك");
  expect(await keyOf(request)).toBe("08:00 daily Asia/Damascus");
});
