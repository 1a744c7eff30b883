import { describe, expect, it } from "vitest";
import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import type { FaultAction } from "../../src/simulator/faults.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { ChatType } from "../../src/store/tables/chats.ts";
import { openNewsroom, settle, type Newsroom } from "./newsroom.ts";
import { refused, second, states } from "./rig.ts";
import { draft, revised, type Draft, type Revision } from "./revised.ts";

type Kind = "private" | "group" | "channel";

interface Corrected extends AsyncDisposable {
  readonly room: Newsroom;
  readonly chat: number;
  readonly person: number;
  /** What was told at first, as it is now; undefined where it was deleted. */
  readonly message: () => string | undefined;
  /** The messages that came after it. */
  readonly notices: () => readonly { readonly text: string; readonly replyTo?: number }[];
  /** The editor corrects the story once more, and it settles. */
  readonly correct: () => Promise<void>;
  /** The same with what they said at first. */
  readonly takeBack: () => Promise<void>;
}

const types: Readonly<Record<Kind, ChatType>> = {
  private: "private",
  group: "group",
  channel: "channel",
};

/** A chat of this kind was sent a digest, whose only story is now corrected: 102, not 101. */
async function correctIn(kind: Kind): Promise<Corrected> {
  const room = await openNewsroom("2026-11-22T07:00:00Z");
  const { world, bot, messages } = room.telegram;
  const person = world.addPerson({ firstName: "Layla", started: true });
  const members = {
    [bot.id]: { status: "administrator" },
    [person]: { status: "creator" },
  } as const;
  const place = { title: "place", members };
  const chat =
    kind === "private"
      ? person
      : kind === "group"
        ? world.addGroup(place)
        : world.addChannel(place);
  const schedule = parseScheduleKey("07:30 daily UTC");
  if (schedule === undefined) throw new Error("no schedule");
  const wish = {
    schedule,
    topics: [],
    alerts: true,
    emptyLine: false,
    silent: false,
    cards: false,
  };
  await subscribe(
    room.db,
    { chat: { id: chat, type: types[kind] }, threadId: 0 },
    wish,
    room.now(),
  );
  let story: Draft = draft(0);
  await room.publish([story.story]);
  room.pass(1800 * second);
  await room.quiet();
  const [first] = messages(chat);
  async function revise(how: Revision): Promise<void> {
    story = revised(story, how);
    await room.publish([story.story]);
    room.pass(settle);
    await room.tick();
  }
  const correct = () => revise("correct");
  await correct();
  return {
    room,
    chat,
    person,
    correct,
    takeBack: () => revise("revert"),
    message: () => messages(chat).find(({ messageId }) => messageId === first?.messageId)?.text,
    notices: () =>
      messages(chat).filter(
        ({ messageId, service }) => messageId !== first?.messageId && service !== true,
      ),
    [Symbol.asyncDispose]: () => room[Symbol.asyncDispose](),
  };
}

/** The next edit, or the nth from now, meets it. */
function meet({ room: { telegram } }: Corrected, action: FaultAction, nth = 1): void {
  telegram.faults.add({ method: "editMessageText", nth, times: 1, do: action });
}

const badRequest = (words: string): FaultAction => ({
  type: "refuse",
  code: 400,
  description: `Bad Request: ${words}`,
});

const restart = {
  type: "refuse",
  code: 500,
  description: "Internal Server Error: restart",
} as const;

const now = "• 102 civilians killed";
const was = "• 101 civilians killed";

/** Telegram's edits, and the states of what the outbox has besides the digest. */
async function outcome({ room }: Corrected) {
  const edits = room.telegram.record.entries().filter(({ type }) => type === "edited");
  const [, ...rows] = await states(room.db);
  return { edits: edits.length, rows };
}

describe("an edit", () => {
  it.each<Kind>(["private", "group", "channel"])(
    "that is taken changes the message in a %s, and one notice answers it",
    async (kind) => {
      await using corrected = await correctIn(kind);
      await corrected.room.quiet();
      expect(corrected.message()).toContain(now);
      expect(corrected.message()).not.toContain(was);
      expect(corrected.notices()).toMatchObject([{ replyTo: 1 }]);
      expect(corrected.notices()[0]?.text).toContain("102 civilians killed, not 101");
      expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
    },
  );

  it("that changes nothing was made: its chat is told", async () => {
    await using corrected = await correctIn("private");
    meet(corrected, badRequest("message is not modified: x"));
    await corrected.room.quiet();
    expect(corrected.notices()).toHaveLength(1);
    expect(await outcome(corrected)).toEqual({ edits: 0, rows: ["sent", "sent"] });
  });

  it.each<[string, FaultAction]>([
    ["was made, unanswered", { type: "reset", accepted: true }],
    ["was made, unanswered for too long", { type: "silent", accepted: true }],
    ["was made, half answered", { type: "truncate" }],
    [
      "was made, in an answer that nobody can read",
      {
        type: "answer",
        status: 200,
        contentType: "text/html",
        body: "<html>ok</html>",
        accepted: true,
      },
    ],
    ["was made by a server that failed then", { ...restart, accepted: true }],
  ])("that %s, is made again and found made: one edit, one notice", async (_, action) => {
    await using corrected = await correctIn("private");
    meet(corrected, action);
    await corrected.room.quiet();
    expect(corrected.message()).toContain(now);
    expect(corrected.notices()).toHaveLength(1);
    expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
    expect(refused(corrected.room.telegram, 400)).toMatchObject([
      { description: expect.stringContaining("message is not modified") },
    ]);
  });

  it.each<[string, FaultAction]>([
    ["was cut off", { type: "reset" }],
    ["was never answered", { type: "silent" }],
    ["met a server that restarts", restart],
    [
      "was too many, Telegram did not say for how long",
      {
        type: "refuse",
        code: 429,
        description: "Too Many Requests",
      },
    ],
  ])("that %s is made again: one edit, one notice", async (_, action) => {
    await using corrected = await correctIn("private");
    meet(corrected, action);
    await corrected.room.quiet();
    expect(corrected.message()).toContain(now);
    expect(corrected.notices()).toHaveLength(1);
    expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
  });

  it("that may have been made, and is taken back meanwhile, is made good", async () => {
    await using corrected = await correctIn("private");
    const { room } = corrected;
    meet(corrected, { ...restart, accepted: true });
    await room.send();
    await room.land();
    expect(corrected.message()).toContain(now);
    await corrected.takeBack();
    await room.quiet();
    expect(corrected.message()).toContain(was);
    expect(corrected.message()).not.toContain(now);
  });

  it("is made again however often the server fails, and never given up", async () => {
    await using corrected = await correctIn("private");
    const { telegram } = corrected.room;
    telegram.faults.add({ method: "editMessageText", times: 8, do: restart });
    await corrected.room.quiet();
    expect(refused(telegram, 500)).toHaveLength(8);
    expect(corrected.message()).toContain(now);
    expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
  });

  it("that is too many waits as long as Telegram asks for", async () => {
    await using corrected = await correctIn("private");
    const { room } = corrected;
    const description = "Too Many Requests: retry after 30";
    meet(corrected, { type: "refuse", code: 429, description, parameters: { retry_after: 30 } });
    const asked = room.now().getTime();
    await room.quiet();
    const [edit] = room.telegram.record.entries().filter(({ type }) => type === "edited");
    expect(edit?.time).toBeGreaterThanOrEqual(asked + 30 * second);
    expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
  });

  it("of a message that was deleted is final, and nobody is told", async () => {
    await using corrected = await correctIn("private");
    corrected.room.telegram.world.unsay({ chat: corrected.chat, messageId: 1 });
    await corrected.room.quiet();
    expect(corrected.notices()).toEqual([]);
    expect(await outcome(corrected)).toEqual({ edits: 0, rows: ["dead: uneditable"] });
    await corrected.correct();
    await corrected.room.quiet();
    expect(await outcome(corrected)).toEqual({ edits: 0, rows: ["dead: uneditable"] });
  });

  it.each(["message can't be edited", "MESSAGE_EDIT_TIME_EXPIRED"])(
    "that comes too late (%s) leaves the message, and its chat is told all the same",
    async (words) => {
      await using corrected = await correctIn("private");
      meet(corrected, badRequest(words));
      await corrected.room.quiet();
      expect(corrected.message()).toContain(was);
      expect(corrected.notices()).toMatchObject([{ replyTo: 1 }]);
      expect((await outcome(corrected)).rows).toEqual(["dead: uneditable", "sent"]);
    },
  );

  it("in a channel whose rights are gone is final and harmless", async () => {
    await using corrected = await correctIn("channel");
    const { room, chat } = corrected;
    const { world, bot } = room.telegram;
    const rights = { can_post_messages: false };
    world.setMember({ chat, user: bot.id, member: { status: "administrator", rights } });
    await room.quiet();
    expect(corrected.message()).toContain(was);
    expect(corrected.notices()).toEqual([]);
    expect((await outcome(corrected)).edits).toBe(0);
    world.setMember({ chat, user: bot.id, member: { status: "administrator" } });
    await corrected.correct();
    await room.quiet();
    expect(corrected.message()).toContain("• 103 civilians killed");
    expect(corrected.notices()).toMatchObject([{ replyTo: 1 }]);
  });

  it("to somebody who blocked us is made when they are back", async () => {
    await using corrected = await correctIn("private");
    const { room, person } = corrected;
    room.telegram.world.block({ person });
    await room.quiet();
    expect(corrected.message()).toContain(was);
    room.telegram.world.unblock({ person });
    await room.quiet();
    expect(corrected.message()).toContain(now);
    expect(corrected.notices()).toMatchObject([{ replyTo: 1 }]);
  });

  it("to somebody who is back before we knew that they had gone is made, too", async () => {
    await using corrected = await correctIn("private");
    const { room, person } = corrected;
    meet(corrected, {
      type: "refuse",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    await room.send();
    room.telegram.world.block({ person });
    room.telegram.world.unblock({ person });
    await room.hear();
    await room.tick();
    await room.quiet();
    expect(corrected.message()).toContain(now);
    expect(corrected.notices()).toHaveLength(1);
  });

  it("in a group that became a supergroup is not made: the new chat is told, once", async () => {
    await using corrected = await correctIn("group");
    const { room, chat } = corrected;
    const to = room.telegram.world.migrate({ chat });
    await room.quiet();
    expect(corrected.message()).toContain(was);
    const there = room.telegram.messages(to).filter(({ service }) => service !== true);
    expect(there.map(({ text, replyTo }) => [text.includes("not 101"), replyTo])).toEqual([
      [true, undefined],
    ]);
    await corrected.correct();
    await room.quiet();
    const again = room.telegram.messages(to).filter(({ service }) => service !== true);
    expect(again.at(-1)?.text).toContain("103 civilians killed, not 102");
    expect(again).toHaveLength(2);
  });

  it("whose markup is refused is made as plain text", async () => {
    await using corrected = await correctIn("private");
    meet(corrected, badRequest("can't parse entities: x"));
    await corrected.room.quiet();
    expect(corrected.message()).toContain(now);
    expect(corrected.notices()).toHaveLength(1);
    expect(await outcome(corrected)).toEqual({ edits: 1, rows: ["sent", "sent"] });
  });

  it.each(["BUTTON_DATA_INVALID", "reply markup is too long"])(
    "whose keyboard is refused (%s) is made without it",
    async (words) => {
      await using corrected = await correctIn("private");
      const { room } = corrected;
      const { world, messages, faults } = room.telegram;
      const chat = world.addPerson({ firstName: "James", started: true });
      world.say({ person: chat, chat, text: "/topic0" });
      await room.hear();
      const asked = () => messages(chat).find(({ keyboard }) => keyboard !== undefined);
      const { messageId } = asked() ?? {};
      await corrected.correct();
      faults.add({ method: "editMessageText", chatId: chat, times: 1, do: badRequest(words) });
      await room.quiet();
      const edited = messages(chat).find((one) => one.messageId === messageId);
      expect(edited?.text).toContain("• 103 civilians killed");
      expect(edited).not.toHaveProperty("keyboard");
    },
  );

  it.each(["message is too long", "text must be non-empty", "SOMETHING_NEW"])(
    "that is refused for good (%s) leaves its message alone until the next correction",
    async (words) => {
      await using corrected = await correctIn("private");
      meet(corrected, badRequest(words));
      await corrected.room.quiet();
      expect(corrected.message()).toContain(was);
      expect((await outcome(corrected)).rows).toMatchObject([expect.stringMatching(/^dead/)]);
      await corrected.correct();
      await corrected.room.quiet();
      expect(corrected.message()).toContain("• 103 civilians killed");
      expect(corrected.notices()).toHaveLength(1);
    },
  );
});
