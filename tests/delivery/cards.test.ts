import { describe, expect, it, onTestFinished } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import type { MessageView } from "../../src/simulator/control.ts";
import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import { aFigure, aStory } from "../builders.ts";
import { openNewsroom, settle, type Newsroom } from "./newsroom.ts";

const was = aStory();
const now = aStory({
  figures: [aFigure({ amount: { type: "count", count: 41 } })],
  corrections: [
    { at: "2018-02-09", reason: "our_error", note: { ar: "خطأ منا.", en: "Our mistake." } },
  ],
});
const withdrawn: Story = {
  ...was,
  withdrawn: { at: "2018-02-10", note: { ar: "ليس صحيحاً.", en: "It is not true." } },
};

interface Desk {
  readonly room: Newsroom;
  readonly emma: number;
  /** What the bot wrote, oldest first. */
  readonly told: () => readonly MessageView[];
  readonly press: (label: string, message?: MessageView) => void;
}

/** Emma, who reads English, has the card of a story. */
async function withCard(): Promise<Desk> {
  const room = await openNewsroom("2026-11-22T10:00:00Z");
  onTestFinished(() => room[Symbol.asyncDispose]());
  const { world } = room.telegram;
  const emma = world.addPerson({ firstName: "Emma", languageCode: "en", started: true });
  await room.publish([was]);
  const told = () => room.telegram.messages(emma).filter(({ from }) => from.isBot);
  const press = (label: string, message = told().at(-1)): void => {
    const button = message?.keyboard?.flat().find(({ text }) => text.replace("✓ ", "") === label);
    if (message === undefined || button?.type !== "callback") throw new Error(label);
    world.press({ person: emma, chat: emma, messageId: message.messageId, data: button.data });
  };
  world.say({ person: emma, chat: emma, text: "/card ghta0207" });
  await room.quiet();
  press("English");
  await room.quiet();
  return { room, emma, told, press };
}

function photos(messages: readonly (MessageView | undefined)[]): readonly string[] {
  return messages.flatMap((message) => message?.media?.url ?? []);
}

describe("a card in a chat", () => {
  it("is edited with a new picture when a figure is corrected, and its chat is told", async () => {
    const { room, told } = await withCard();
    const [card] = told();
    expect(card).toMatchObject({ media: { type: "photo" } });
    await room.publish([now]);
    await room.quiet();
    const [edited, notice, ...more] = told();
    expect(more).toEqual([]);
    expect(edited).toMatchObject({ messageId: card?.messageId, media: { type: "photo" } });
    expect(photos(told())).not.toEqual(photos([card]));
    expect(edited?.text).toContain("Correction (9 February): 41 civilians killed, not 38");
    expect(edited?.text).toContain("• 41 civilians killed, according to");
    expect(JSON.stringify(edited?.keyboard)).toContain("✓ English");
    expect(notice?.text).toContain("41 civilians killed, not 38");
    expect(notice).toMatchObject({ replyTo: card?.messageId });
  });

  it("keeps what was corrected when it is turned dark afterwards", async () => {
    const { room, told, press } = await withCard();
    await room.publish([now]);
    await room.quiet();
    const [light] = told();
    press("Dark", light);
    await room.quiet();
    const [dark] = told();
    expect(dark?.text).toBe(light?.text);
    expect(dark?.media?.url).not.toBe(light?.media?.url);
    await room.publish([was]);
    await room.quiet();
    expect(told()[0]?.text).toContain("38 civilians killed, not 41");
    expect(
      told()[0]
        ?.keyboard?.flat()
        .map(({ text }) => text),
    ).toContain("✓ Dark");
  });

  it("says only that its story was withdrawn, and why", async () => {
    const { room, told } = await withCard();
    const [card] = told();
    await room.publish([withdrawn]);
    await room.quiet();
    const [edited, notice] = told();
    expect(edited?.media?.url).not.toBe(card?.media?.url);
    expect(edited?.text).toContain("This story was withdrawn");
    expect(edited?.text).toContain("It is not true.");
    expect(edited?.text).not.toContain("38");
    expect(notice?.text).toContain("This story was withdrawn on 10 February 2018");
    await room.publish([was]);
    await room.quiet();
    expect(told()[0]?.text).toContain("• 38 civilians killed");
  });

  it.each([
    { times: 2, is: "another", said: /^Eastern Ghouta/ },
    { times: 9, is: "the old", said: /^The picture shows earlier figures/ },
  ])(
    "whose new picture is refused $times times shows $is one, and its words say so",
    async ({ times, is, said }) => {
      const { room, told } = await withCard();
      const [card] = told();
      const refused = { code: 400, description: "Bad Request: IMAGE_PROCESS_FAILED" };
      room.telegram.faults.add({
        method: "editMessageMedia",
        times,
        do: { type: "refuse", ...refused },
      });
      await room.publish([now]);
      await room.quiet();
      const [edited] = told();
      expect(edited?.text).toMatch(said);
      expect(edited?.text).toContain("41 civilians killed");
      expect(edited?.media?.url === card?.media?.url).toBe(is === "the old");
    },
  );

  it("is corrected after a process was killed over the edit", async () => {
    const { room, told } = await withCard();
    room.telegram.faults.add({
      method: "editMessageMedia",
      times: 1,
      do: { type: "silent", accepted: true },
    });
    await room.publish([now]);
    room.pass(settle);
    await room.tick();
    await room.send();
    await room.crash();
    await room.quiet();
    expect(told()[0]?.text).toContain("• 41 civilians killed, according to");
    expect(told()).toHaveLength(2);
  });

  it("becomes words in a message of its own, and stays", async () => {
    const { room, told, press } = await withCard();
    press("As text");
    await room.quiet();
    const [card, words] = told();
    expect(card).toMatchObject({ media: { type: "photo" } });
    expect(words?.media).toBeUndefined();
    await room.publish([now]);
    await room.quiet();
    expect(told()[0]?.text).toContain("41 civilians killed");
    expect(told()[1]?.text).toContain("41 civilians killed");
  });
});

describe("a digest with cards", () => {
  it("is followed by the card of its first story, for those who chose it, and is corrected", async () => {
    const { room, emma } = await withCard();
    const layla = room.telegram.world.addPerson({ firstName: "Layla", started: true });
    const schedule = parseScheduleKey("12:00 daily UTC") ?? never();
    for (const [id, cards] of [
      [emma, true],
      [layla, false],
    ] as const) {
      const wish = { schedule, topics: [], alerts: false, emptyLine: true, silent: false, cards };
      const subscriber = { chat: { id, type: "private" as const }, threadId: 0 };
      await subscribe(room.db, subscriber, wish, room.now());
    }
    const other = aStory({ id: "ghta0208", date: { from: "2026-11-22", to: "2026-11-22" } });
    await room.publish([was, other]);
    room.pass(2 * 3_600_000);
    await room.quiet();
    const got = (id: number) => room.telegram.messages(id).filter(({ from }) => from.isBot);
    expect(photos(got(layla))).toEqual([]);
    const [, digest, card] = got(emma);
    expect(digest?.text).toContain("Digest for");
    expect(card).toMatchObject({ media: { type: "photo" } });
    expect(card?.text).toContain("حتى 22 تشرين الثاني/نوفمبر 2026، النسخة 1");
    await room.publish([was, { ...other, figures: now.figures, corrections: now.corrections }]);
    await room.quiet();
    expect(got(emma)[2]?.text).toContain("41 civilians killed, not 38");
    expect(photos(got(emma))[1]).not.toBe(photos([card])[0]);
  });
});

function never(): never {
  throw new Error("no schedule");
}
