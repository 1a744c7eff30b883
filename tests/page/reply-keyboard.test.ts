import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();
const { open } = stage;

const rights = { can_post_messages: true };
const connect = {
  text: "📣 اختر قناة",
  request_chat: {
    request_id: 3,
    chat_is_channel: true,
    user_administrator_rights: rights,
    bot_administrator_rights: rights,
    request_title: true,
  },
};

async function offer(chat_id: number, keyboard: object, more: object = {}): Promise<void> {
  const reply_markup = { keyboard, ...more };
  await stage.world().bot("sendMessage", { chat_id, text: "x", reply_markup });
}

function keys(page: Page) {
  return page.locator(".reply-key");
}

/** The update that brings this field of a message or of itself. */
async function update(field: string): Promise<Record<string, unknown>> {
  for (;;) {
    const next: Record<string, unknown> = { ...(await stage.world().nextUpdate()) };
    const message = next["message"];
    const there = { ...next, ...(typeof message === "object" ? message : {}) };
    if (field in there) return there;
  }
}

beforeEach(async () => {
  for (const chat_id of [ids.james, ids.layla]) {
    const reply_markup = { remove_keyboard: true };
    await stage.world().bot("sendMessage", { chat_id, text: "y", reply_markup });
  }
});

describe("the bot's keyboard", () => {
  it("sends the text of its buttons, and goes when the bot takes it away", async () => {
    const page = await open();
    expect(await page.locator("#unfold").isVisible()).toBe(false);
    await offer(ids.james, [["Every day", "Never"]], { input_field_placeholder: "How often?" });
    await expect.poll(() => keys(page).allTextContents()).toEqual(["Every day", "Never"]);
    await expect.poll(() => page.locator("#field").getAttribute("placeholder")).toBe("How often?");
    await keys(page).first().click();
    const last = page.locator(".message.out .text").last();
    await expect.poll(() => last.textContent()).toBe("Every day");
    expect(await keys(page).first().isVisible()).toBe(true);
    await page.locator("#unfold").click();
    expect(await keys(page).first().isVisible()).toBe(false);
    const reply_markup = { remove_keyboard: true };
    await stage.world().bot("sendMessage", { chat_id: ids.james, text: "done", reply_markup });
    await expect.poll(() => keys(page).count()).toBe(0);
  });

  it("for one time folds away once it is used, and can be opened again", async () => {
    const page = await open();
    await offer(ids.james, [["Once"]], { one_time_keyboard: true });
    await keys(page).click();
    await expect.poll(() => keys(page).isVisible()).toBe(false);
    await page.locator("#unfold").click();
    expect(await keys(page).isVisible()).toBe(true);
    expect(await page.locator("#unfold").getAttribute("aria-expanded")).toBe("true");
  });

  it("is there again when the page is loaded again, and in its own chat only", async () => {
    const page = await open();
    await offer(ids.james, [["Here"]]);
    await keys(page).waitFor();
    await page.reload();
    await keys(page).waitFor();
    await page.locator(`[data-place="${ids.group}"]`).click();
    await expect.poll(() => keys(page).count()).toBe(0);
  });
});

describe("the choice of a chat", () => {
  it("lists the channels that fit, makes the bot an administrator and tells it", async () => {
    const { world } = stage.world().simulator;
    const members = { [ids.layla]: { status: "creator" } } as const;
    const chat = world.addChannel({ title: "أخبار الغوطة", members });
    const page = await open({ person: ids.layla });
    await offer(ids.layla, [[connect]]);
    await keys(page).click();
    const rows = page.locator(".picker-chat");
    await rows.waitFor();
    expect(await rows.allTextContents()).toEqual(["أأخبار الغوطةقناة · يصبح الروبوت مشرفاً فيها"]);
    expect(await page.locator("#picker-title").textContent()).toBe(connect.text);
    await rows.click();
    expect(await update("my_chat_member")).toMatchObject({
      my_chat_member: { new_chat_member: { status: "administrator", can_post_messages: true } },
    });
    expect(await update("chat_shared")).toMatchObject({
      chat_shared: { request_id: 3, chat_id: chat, title: "أخبار الغوطة" },
    });
    expect(await page.locator("#picker").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".service").last().textContent()).toContain("الغوطة");
    expect(await page.locator(".service-text").last().getAttribute("dir")).toBe("ltr");
  });

  it("says that no chat fits, and closes without sharing any", async () => {
    const page = await open();
    await offer(ids.james, [[connect]]);
    await keys(page).click();
    await page.locator("#picker-none").waitFor();
    expect(await see(page, "document.querySelectorAll('.picker-chat').length")).toBe(0);
    await page.locator("#picker [data-close]").click();
    expect(await page.locator("#picker").isVisible()).toBe(false);
  });
});

describe("a topic that is closed", () => {
  it("says so to members, and lets them write again once it is reopened", async () => {
    const { world } = stage.world().simulator;
    const threadId = world.addTopic({ chat: ids.forum, name: "إغلاق" });
    const page = await open({ chat: ids.forum, thread: threadId });
    world.closeTopic({ chat: ids.forum, threadId });
    await expect.poll(() => page.locator("#reason").textContent()).toBe("This topic is closed");
    expect(await page.locator("#composer").isVisible()).toBe(false);
    world.reopenTopic({ chat: ids.forum, threadId });
    await expect.poll(() => page.locator("#composer").isVisible()).toBe(true);
    world.renameTopic({ chat: ids.forum, threadId, name: "فتح" });
    await expect.poll(() => page.locator("#title").textContent()).toBe("فتح");
  });
});
