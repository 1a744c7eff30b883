import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { readPrinting } from "../../src/store/chats/chats.ts";
import { anEdition, aStory } from "../builders.ts";
import {
  aRequest,
  emma,
  inGroup,
  labelsOf,
  messagesOf,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

describe("a topic's command", () => {
  it("answers with its newest story in both languages, Arabic first", async () => {
    const replies = await type(await aRequest(), "/ghouta");
    const words = wordsOf(replies);
    expect(words).toContain("مقتل 38 مدنياً");
    expect(words).toContain("38 civilians killed");
    expect(words.indexOf("مقتل 38 مدنياً")).toBeLessThan(words.indexOf("38 civilians killed"));
    expect(Object.keys(messagesOf(replies).at(-1)?.made?.shows ?? {})).toEqual(["ghta0207"]);
  });

  it("has language buttons that edit the message in place", async () => {
    const request = await aRequest();
    const replies = await pressOn(request, await type(request, "/ghouta"), "English");
    expect(replies.map((reply) => reply.type)).toEqual(["edit"]);
    expect(wordsOf(replies)).toContain("38 civilians killed");
    expect(wordsOf(replies)).not.toContain("مدنياً");
    expect(labelsOf(replies)).toContain("✓ English");
  });

  it("turns to the older story and back, in the language that is shown", async () => {
    const request = await aRequest();
    const english = await pressOn(request, await type(request, "/ghouta"), "English");
    const older = await pressOn(request, english, "الأقدم");
    expect(wordsOf(older)).toContain("5 civilians killed");
    expect(wordsOf(older)).not.toContain("مدنيين");
    expect(wordsOf(await pressOn(request, older, "الأحدث"))).toContain("38 civilians killed");
  });

  it("says so while the topic has no stories", async () => {
    expect(wordsOf(await type(await aRequest(), "/empty"))).toContain(
      "لا أخبار بعد في موضوع «موضوع بلا أخبار».",
    );
  });

  it("lists the topic's other stories", async () => {
    const request = await aRequest();
    const list = await pressOn(request, await type(request, "/ghouta"), "أخبار أخرى");
    expect(list.map((reply) => reply.type)).toEqual(["send"]);
    expect(wordsOf(list)).toContain("قصف سابق على الغوطة");
  });
});

describe("plain words in a private chat", () => {
  it.each([
    ["الغوطة", "38 civilians killed"],
    ["غوطه", "38 civilians killed"],
    ["Eastern Ghouta", "38 civilians killed"],
    ["eastern_ghouta", "38 civilians killed"],
  ])("«%s» finds the topic", async (line, expected) => {
    expect(wordsOf(await type(await aRequest(), line))).toContain(expected);
  });

  it("that name two topics get both", async () => {
    const words = wordsOf(await type(await aRequest(), "ghouta strikes"));
    expect(words).toContain("38 civilians killed");
    expect(words).toContain("Strikes in eastern Syria");
  });

  it("that name none get the nearest topics as buttons", async () => {
    const request = await aRequest();
    const replies = await type(request, "/goutha");
    expect(labelsOf(replies)).toContain("الغوطة الشرقية");
    const opened = await pressOn(request, replies, "الغوطة الشرقية");
    expect(opened.map((reply) => reply.type)).toEqual(["send"]);
    expect(wordsOf(opened)).toContain("مقتل 38 مدنياً");
  });

  it("that resemble nothing get all the topics", async () => {
    expect(labelsOf(await type(await aRequest(), "xyzzy"))).toEqual([
      "موضوع بلا أخبار",
      "الغوطة الشرقية",
      "ضربات التحالف",
    ]);
  });
});

describe("a group", () => {
  it("gets answers to known commands and to nothing else", async () => {
    const request = await aRequest(inGroup(false));
    expect(wordsOf(await type(request, "/ghouta"))).toContain("38 civilians killed");
    expect(await type(request, "/unknown")).toEqual([]);
    expect(await type(request, "الغوطة")).toEqual([]);
  });

  it("sees commands with the bot's name in the help", async () => {
    expect(wordsOf(await type(await aRequest(inGroup(false)), "/help"))).toContain(
      "/ghouta@mujaz_bot",
    );
  });

  it.each(["/settings", "/language", "/forget"])(
    "fault 40: keeps %s for administrators",
    async (command) => {
      const member = await type(await aRequest(inGroup(false)), command);
      expect(wordsOf(member)).toBe("Only administrators of this chat can change that.");
      expect(labelsOf(await type(await aRequest(inGroup(true)), command)).length).toBeGreaterThan(
        1,
      );
    },
  );

  it("fault 39: lets nobody but administrators press a setting, whoever opened the page", async () => {
    const administrator = await aRequest(inGroup(true));
    const page = await type(administrator, "/settings");
    const member = { ...administrator, mayDecide: () => Promise.resolve(false) };
    const refused = await pressOn(member, page, "English");
    expect(refused).toEqual([
      { type: "notice", text: "Only administrators of this chat can change that.", alert: true },
    ]);
    expect((await readPrinting(member.db, -1001)).language).toBe("both");
    await pressOn(administrator, page, "English");
    expect((await readPrinting(member.db, -1001)).language).toBe("en");
  });
});

describe("a channel", () => {
  it("reads topics and is shown the private chat for the rest", async () => {
    const { person: _, ...request } = await aRequest();
    const channel = { ...request, chat: { id: -1002, type: "channel" as const } };
    expect(wordsOf(await type(channel, "/ghouta"))).toContain("38 civilians killed");
    const [pointer] = messagesOf(await type(channel, "/settings"));
    expect(pointer?.keyboard).toEqual([
      [{ type: "link", label: "Open the private chat", url: "https://t.me/mujaz_bot" }],
    ]);
    expect(await type(channel, "/unknown")).toEqual([]);
    expect(await type(channel, "words")).toEqual([]);
  });
});

describe("a press in a channel", () => {
  it.each(["1o.ghouta", "1b.ghouta.ghta0206.en", "1t.", "1l.", "1f..", "1a.ghouta.", "1x.1"])(
    "«%s» by a reader changes nothing and says nothing to the others",
    async (data) => {
      const request = await aRequest({
        chat: { id: -1002, type: "channel" },
        person: emma,
        mayDecide: () => Promise.resolve(false),
      });
      expect(await answer({ type: "press", data }, request)).toEqual([
        { type: "notice", text: "Only administrators of this chat can change that.", alert: true },
      ]);
    },
  );

  it("is not even offered: its buttons lead to the private chat", async () => {
    const { person: _, ...request } = await aRequest({ chat: { id: -1002, type: "channel" } });
    const buttons = messagesOf(await type(request, "/ghouta")).flatMap(({ keyboard = [] }) =>
      keyboard.flat(),
    );
    expect(buttons.map((button) => (button.type === "link" ? button.url : button.data))).toEqual([
      "https://t.me/mujaz_bot?start=story_ghta0207",
      "https://t.me/mujaz_bot?start=report_ghta0207",
    ]);
  });
});

it("a topic without stories offers a channel no presses either", async () => {
  const { person: _, ...request } = await aRequest({ chat: { id: -1002, type: "channel" } });
  const [message] = messagesOf(await type(request, "/empty"));
  expect(message?.keyboard).toEqual([
    [{ type: "link", label: "Open the private chat", url: "https://t.me/mujaz_bot" }],
  ]);
});

describe("a deep link", () => {
  it.each([
    ["topic_ghouta", "38 civilians killed"],
    ["story_ghta0206", "5 civilians killed"],
  ])("%s opens what it names", async (payload, expected) => {
    expect(wordsOf(await type(await aRequest(), `/start ${payload}`))).toContain(expected);
  });

  it.each(["topic_../etc", "topic_unknown", `topic_${"x".repeat(65)}`, "story_zzzz", "<b>"])(
    "fault 39: %s gets the welcome",
    async (payload) => {
      expect(wordsOf(await type(await aRequest(), `/start ${payload}`))).toContain("موجز");
    },
  );
});

describe("a long list", () => {
  const stories = Array.from({ length: 8 }, (_, index) =>
    aStory({
      id: `page000${index}`,
      date: { from: `2018-03-0${index + 1}`, to: `2018-03-0${index + 1}` },
      headline: { ar: `خبر ${index}`, en: `Story ${index}` },
    }),
  );

  it.each(["/latest", "/figures", "/figures ghouta"])(
    "is paged, newest first: %s turns in place to its last page and back",
    async (line) => {
      const request = await aRequest({ edition: anEdition({ stories }) });
      const first = await type(request, line);
      expect(wordsOf(first)).toContain("Story 7");
      expect(wordsOf(first)).not.toContain("Story 0");
      let page = first;
      while (labelsOf(page).includes("التالي")) page = await pressOn(request, page, "التالي");
      expect(page.map((reply) => reply.type)).toEqual(["edit"]);
      expect(wordsOf(page)).toContain("Story 0");
      while (labelsOf(page).includes("السابق")) page = await pressOn(request, page, "السابق");
      expect(wordsOf(page)).toBe(wordsOf(first));
    },
  );

  it("of a topic's stories is paged too", async () => {
    const request = await aRequest({ edition: anEdition({ stories }) });
    const list = await pressOn(request, await type(request, "/ghouta"), "أخبار أخرى");
    const last = await pressOn(request, list, "التالي");
    expect(wordsOf(list)).not.toContain("Story 0");
    expect(wordsOf(last)).toContain("Story 0");
  });
});

describe("one story", () => {
  it.each(["/story ghta0206", "/story_ghta0206", "/story GHTA0206"])(
    "opens by %s",
    async (line) => {
      expect(wordsOf(await type(await aRequest(), line))).toContain("5 civilians killed");
    },
  );

  it("that nobody wrote is said to be unknown", async () => {
    const words = wordsOf(await type(await aRequest(), "/story zzzz9999"));
    expect(words).toContain("zzzz9999");
  });
});

describe("the words of the interface", () => {
  it("follow the person's Telegram where the chat reads both languages", async () => {
    const english = await aRequest({ person: emma, chat: { id: emma.id, type: "private" } });
    expect(wordsOf(await type(english, "/settings"))).toContain("Settings of this chat");
    expect(wordsOf(await type(await aRequest(), "/settings"))).toContain("إعدادات هذه المحادثة");
  });

  it("follow the chat where it chose one language", async () => {
    const request = await aRequest();
    const page = await type(request, "/settings");
    const chosen = await pressOn(request, page, "English");
    expect(wordsOf(chosen)).toContain("Settings of this chat");
  });

  it("tell the method in both languages", async () => {
    const words = wordsOf(await type(await aRequest(), "/about"));
    expect(words).toContain("ماذا نحصي وكيف");
    expect(words).toContain("What is counted, and how");
  });
});

describe("a setting", () => {
  it("changes what is printed", async () => {
    const request = await aRequest();
    await pressOn(request, await type(request, "/settings"), "١ ٢ ٣");
    const printing = await readPrinting(request.db, request.chat.id);
    expect(wordsOf(await type({ ...request, printing }, "/ghouta"))).toContain("مقتل ٣٨ مدنياً");
  });
});

it("the method counts in the chat's digits", async () => {
  const request = await aRequest();
  const printing = { ...request.printing, language: "ar", digits: "arabic" } as const;
  expect(wordsOf(await type({ ...request, printing }, "/about"))).toContain(
    "٣٨ مدنياً بينهم ١٢ طفلاً هم ٣٨",
  );
});

it("an id that somebody typed stays in one run", async () => {
  const words = wordsOf(await type(await aRequest(), '/story bad"<&id'));
  expect(words).toContain("\u2068bad&quot;&lt;&amp;id\u2069");
});

describe("/forget", () => {
  it("erases after a yes only", async () => {
    const request = await aRequest();
    await pressOn(request, await type(request, "/settings"), "English");
    const question = await type(request, "/forget");
    await pressOn(request, question, "إبقاء");
    expect((await readPrinting(request.db, request.chat.id)).language).toBe("en");
    await pressOn(request, question, "محو");
    expect((await readPrinting(request.db, request.chat.id)).language).toBe("both");
  });
});

describe("button data", () => {
  it.each(["", "1x", "0b.ghouta..", "1b.unknown..en", "1s.zzzz.", "x".repeat(65), "1r.zzzz."])(
    "fault 39: «%s», forged or old, gets a polite answer and changes nothing",
    async (data) => {
      expect(await answer({ type: "press", data }, await aRequest())).toEqual([
        { type: "notice", text: "لم يعد هذا الزر صالحاً. أرسلوا الأمر من جديد.", alert: true },
      ]);
    },
  );
});
