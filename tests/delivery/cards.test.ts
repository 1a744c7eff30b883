import { describe, expect, it, onTestFinished } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import type { MessageView } from "../../src/simulator/control.ts";
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

describe("a card in a chat", () => {
  it("is edited with a new picture when a figure is corrected, and its chat is told", async () => {
    const { room, told } = await withCard();
    const [card] = told();
    expect(card).toMatchObject({ media: { type: "photo" } });
    await room.publish([now]);
    await room.quiet();
    const [edited, notice, ...more] = told();
    expect(more).toEqual([]);
    expect(edited?.messageId).toBe(card?.messageId);
    expect(edited?.media?.url).not.toBe(card?.media?.url);
    expect(edited?.text).toContain("Correction (9 February): 41 civilians killed, not 38");
    expect(edited?.text).toContain("• 41 civilians killed, according to");
    expect(edited?.keyboard?.flat().map(({ text }) => text)).toContain("✓ English");
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
