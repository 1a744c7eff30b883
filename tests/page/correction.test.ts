import { describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();
const { open } = stage;

const was = "<b>\u200Fغارات على دوما</b>\nمقتل 38 مدنياً\n\n<b>Strikes on Douma</b>\n38 killed";
const now =
  "<b>\u200Fغارات على دوما</b>\nتصحيح: مقتل 41 مدنياً، لا 38\n\n<b>Strikes on Douma</b>\nCorrection: 41, not 38";

interface At {
  readonly chat_id: number;
  readonly message_thread_id?: number;
}

/** A message in a place, then corrected and followed by a reply, while the page looks on. */
async function correct(place: At) {
  const { bot } = stage.world();
  const text = { text: was, parse_mode: "HTML" };
  const { message_id } = await bot("sendMessage", { ...place, ...text });
  return {
    id: message_id,
    tell: async () => {
      await bot("editMessageText", {
        chat_id: place.chat_id,
        message_id,
        text: now,
        parse_mode: "HTML",
      });
      const notice = { text: "تصحيح: 41، لا 38\nCorrection: 41, not 38" };
      const reply = { ...place, ...notice, reply_parameters: { message_id } };
      return (await bot("sendMessage", { ...reply, disable_notification: true })).message_id;
    },
  };
}

describe.each([
  {
    name: "ليلى",
    person: ids.layla,
    direction: "rtl",
    edited: "معدّلة",
    silent: "أُرسلت بلا صوت",
  },
  {
    name: "James",
    person: ids.james,
    direction: "ltr",
    edited: "edited",
    silent: "Sent without sound",
  },
])("a correction before $name", ({ person, direction, edited, silent }) => {
  it.each([
    ["a private chat", { chat_id: person }],
    ["a group", { chat_id: ids.group }],
    ["a forum topic", { chat_id: ids.forum, message_thread_id: 2 }],
    ["a channel", { chat_id: ids.channel }],
  ])("in %s changes the old bubble and hangs a reply on it", async (_place, place: At) => {
    const { chat_id: chat, message_thread_id: thread } = place;
    const page = await open({ person, chat, ...(thread !== undefined && { thread }) });
    const { id, tell } = await correct(place);
    const bubble = page.locator(`[data-message="${id}"]`);
    await bubble.waitFor();
    expect(await bubble.locator(".edited").count()).toBe(0);
    const reply = page.locator(`[data-message="${await tell()}"]`);
    await expect.poll(() => bubble.textContent()).toContain("Correction: 41, not 38");
    expect(await bubble.locator(".edited").textContent()).toBe(edited);
    const quote = reply.locator(".original");
    await expect.poll(() => quote.textContent()).toContain("دوما \u2068تصحيح: مقتل 41");
    expect(await quote.locator(".original-text").getAttribute("dir")).toBe("rtl");
    expect(await reply.locator(".silent").getAttribute("aria-label")).toBe(silent);
    expect(await reply.locator(".edited").count()).toBe(0);
    expect(
      await see(
        page,
        `[...document.querySelectorAll('[data-message="${id}"] .line')]
          .filter((line) => line.textContent.trim() !== "")
          .map((line) => getComputedStyle(line).direction)`,
      ),
    ).toEqual(["rtl", "rtl", "ltr", "ltr"]);
    expect(await see(page, "document.documentElement.dir")).toBe(direction);
  });
});
