import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();
const { open } = stage;

const english = [
  { command: "ghouta", description: "Eastern Ghouta" },
  { command: "ghouta_hospitals", description: "Hospitals hit" },
  { command: "strikes", description: "Coalition strikes" },
];

beforeAll(async () => {
  await stage.world().bot("setMyCommands", { commands: english });
});

/** The texts of the person's own messages that the page shows. */
function own(page: Page) {
  return page.locator(".message.out .text").allTextContents();
}

function options(page: Page) {
  return page.locator(".option-command").allTextContents();
}

async function ready(page: Page) {
  await page.locator("#menu").waitFor();
}

describe("the composer", () => {
  it("sends a command that is typed in part and completed", async () => {
    const page = await open();
    await page.locator("#start").click();
    await ready(page);
    await page.locator("#field").pressSequentially("/gh");
    expect(await options(page)).toEqual(["/ghouta", "/ghouta_hospitals"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => own(page)).toEqual(["/start", "/ghouta_hospitals"]);
    expect(await page.locator("#field").inputValue()).toBe("");
  });

  it("names the bot in a command that is completed in a group", async () => {
    const page = await open({ chat: ids.group });
    await ready(page);
    await page.locator("#field").pressSequentially("/str");
    await page.locator(".option").click();
    await expect.poll(() => own(page)).toContain("/strikes@mujaz_bot");
  });

  it("closes the completion with Escape and keeps what is typed", async () => {
    const page = await open();
    await ready(page);
    await page.locator("#field").pressSequentially("/g");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#completion").isVisible()).toBe(false);
    expect(await page.locator("#field").inputValue()).toBe("/g");
  });

  it("writes a completed command out with Tab, for words to follow", async () => {
    const page = await open();
    await ready(page);
    await page.locator("#field").pressSequentially("/stri");
    await page.keyboard.press("Tab");
    expect(await page.locator("#field").inputValue()).toBe("/strikes ");
  });

  it("lists all commands from its menu button, newly set ones too", async () => {
    const page = await open();
    await ready(page);
    await page.locator("#menu").click();
    expect(await options(page)).toEqual(["/ghouta", "/ghouta_hospitals", "/strikes"]);
    await page.keyboard.press("Escape");
    const scope = { type: "chat", chat_id: ids.james };
    const commands = [{ command: "only", description: "the only one" }];
    await stage.world().bot("setMyCommands", { commands, scope });
    await expect
      .poll(async () => {
        await page.locator("#field").fill("");
        await page.locator("#field").fill("/");
        return options(page);
      })
      .toEqual(["/only"]);
    await stage.world().bot("deleteMyCommands", { scope });
  });

  it("sends with Enter and breaks the line with Shift and Enter", async () => {
    const page = await open({ chat: ids.group });
    await page.locator("#field").click();
    await page.keyboard.type("one");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("two");
    await page.keyboard.press("Enter");
    const lines = page.locator(".message.out").last().locator(".line");
    await expect.poll(() => lines.allTextContents()).toEqual(["one", "two"]);
  });

  it("sends a command that is pressed in a message", async () => {
    const page = await open();
    const text = "Try /strikes";
    await stage.world().bot("sendMessage", { chat_id: ids.james, text });
    await page.locator(".message.in .command").last().click();
    await expect.poll(async () => (await own(page)).at(-1)).toBe("/strikes");
  });

  it("answers the message that is being replied to", async () => {
    const page = await open({ chat: ids.group });
    const message = { chat_id: ids.group, text: "38 killed" };
    const { message_id: id } = await stage.world().bot("sendMessage", message);
    await page.locator(`[data-message="${id}"] .reply`).click();
    expect(await page.locator("#reply-text").textContent()).toBe("38 killed");
    await page.keyboard.type("By whom?");
    await page.keyboard.press("Enter");
    const last = page.locator(".message.out").last();
    await expect.poll(() => last.locator(".original-text").textContent()).toBe("38 killed");
    await expect.poll(() => page.locator("#reply-bar").isVisible()).toBe(false);
  });

  it("gives way to the reason where the person may not post", async () => {
    const page = await open({ chat: ids.channel });
    await expect.poll(() => page.locator("#composer").isVisible()).toBe(false);
    expect(await page.locator("#reason").textContent()).toContain("Only administrators");
  });

  it("keeps a draft for each chat", async () => {
    const page = await open({ chat: ids.group });
    await page.locator("#field").fill("half a thought");
    await page.locator(`[data-place="${ids.james}"]`).click();
    await expect.poll(() => page.locator("#field").inputValue()).toBe("");
    await page.locator(`[data-place="${ids.group}"]`).click();
    await expect.poll(() => page.locator("#field").inputValue()).toBe("half a thought");
  });

  it("gives the text back, and says so, where sending fails", async () => {
    const page = await open({ chat: ids.group });
    await page.locator("#field").fill("precious");
    const { connections } = stage.world().simulator;
    await connections.pause();
    await page.locator("#field").press("Enter");
    await expect.poll(() => page.locator(".toast").textContent()).toContain("That did not work");
    expect(await page.locator("#field").inputValue()).toBe("precious");
    await connections.resume();
  });

  it("closes for a member who is restricted, and opens again with the draft", async () => {
    const page = await open({ chat: ids.group });
    await page.locator("#field").fill("precious");
    const { setMember } = stage.world().simulator.world;
    const change = { chat: ids.group, user: ids.james };
    const rights = { can_send_messages: false };
    setMember({ ...change, member: { status: "restricted", rights } });
    const reason = page.locator("#reason");
    await expect.poll(() => reason.textContent()).toContain("may not write");
    await expect.poll(() => page.locator("#composer").isVisible()).toBe(false);
    setMember({ ...change, member: { status: "member" } });
    await expect.poll(() => page.locator("#field").isVisible()).toBe(true);
    expect(await page.locator("#field").inputValue()).toBe("precious");
  });
});

describe("the keyboard alone", () => {
  it("leads from the list of chats to a message sent", async () => {
    const page = await open({ person: ids.layla });
    const focus = () => see(page, "document.activeElement.dataset.place");
    await page.locator("#person").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focus()).toBe(String(ids.layla));
    await page.keyboard.press("ArrowDown");
    expect(await focus()).toBe(String(ids.group));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#title").textContent()).toBe("أهل الحي");
    const onField = () => see(page, "document.activeElement.id");
    for (let step = 0; step < 80 && (await onField()) !== "field"; step += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("مرحبا");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await own(page)).at(-1)).toBe("مرحبا");
  });
});
