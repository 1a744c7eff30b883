import { describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();
const { open } = stage;

async function send(text: string, more: object = {}): Promise<number> {
  const message = { chat_id: ids.james, text, parse_mode: "HTML", ...more };
  return (await stage.world().bot("sendMessage", message)).message_id;
}

describe("a message", () => {
  it("shows nested formatting as nested elements", async () => {
    const page = await open();
    const id = await send('<b>a <i>b <u>c</u></i></b> <s>d</s> <a href="https://e.org/">e</a>');
    const text = page.locator(`[data-message="${id}"] .text`);
    await expect
      .poll(() => text.locator(".line").innerHTML())
      .toContain("<strong>a <em>b <u>c</u></em></strong> <s>d</s> <a ");
    const link = text.locator("a");
    expect(await link.getAttribute("href")).toBe("https://e.org/");
    expect(await link.getAttribute("rel")).toContain("noopener");
  });

  it("is inert, whatever hostile text it carries", async () => {
    const page = await open();
    const hostile = `<img src=x onerror="window.hit=1">\u202Eevil\u2067 <script>window.hit=1</script>`;
    const id = await send(hostile, {
      parse_mode: undefined,
      reply_markup: { inline_keyboard: [[{ text: hostile, callback_data: "x" }]] },
    });
    const { simulator } = stage.world();
    simulator.reportProblems([
      { level: "error", file: hostile, field: hostile, text: hostile, mend: hostile },
    ]);
    const message = page.locator(`[data-message="${id}"]`);
    await message.waitFor();
    expect(await message.locator(".text").textContent()).toContain("<img src=x onerror=");
    await page.locator("#problems-open").click();
    expect(await page.locator(".problem-text").textContent()).toBe(hostile);
    expect(await page.locator("img, body script").count()).toBe(0);
    expect(await see(page, "window.hit")).toBeUndefined();
    simulator.reportProblems([]);
  });

  it("gives each line the direction of its own first letter", async () => {
    const page = await open();
    const id = await send("قُتل 38 مدنياً\n38 killed\n• 12\n\u2068SOHR\u2069: المصدر");
    await page.locator(`[data-message="${id}"]`).waitFor();
    const directions = await see(
      page,
      `[...document.querySelectorAll('[data-message="${id}"] .line')]
        .map((line) => getComputedStyle(line).direction)`,
    );
    expect(directions).toEqual(["rtl", "ltr", "ltr", "rtl"]);
  });

  it("folds an expandable quote to three lines until it is pressed", async () => {
    const page = await open();
    const lines = Array.from({ length: 9 }, (_, index) => `line ${index}`).join("\n");
    const id = await send(`<blockquote expandable>${lines}</blockquote>`);
    const quote = page.locator(`[data-message="${id}"] .folded`);
    const height = async () => (await quote.boundingBox())?.height ?? 0;
    await quote.waitFor();
    const folded = await height();
    expect(folded).toBeLessThan(90);
    const button = page.locator(`[data-message="${id}"] .unfold`);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await button.click();
    expect(await height()).toBeCloseTo(folded * 3, 0);
    expect(await button.getAttribute("aria-expanded")).toBe("true");
  });

  it("offers nothing to unfold where a quote is short", async () => {
    const page = await open();
    const id = await send("<blockquote expandable>short</blockquote>");
    await page.locator(`[data-message="${id}"] .folded[data-fits="true"]`).waitFor();
    await expect.poll(() => page.locator(`[data-message="${id}"] .unfold`).isVisible()).toBe(false);
  });

  it("keeps a spoiler from sight, and from the list of chats, until it is pressed", async () => {
    const page = await open();
    const id = await send("a <tg-spoiler>secret\n<b>more</b></tg-spoiler>");
    const message = page.locator(`[data-message="${id}"]`);
    await message.waitFor();
    expect(await message.locator(".hidden").first().getAttribute("inert")).toBe("");
    expect(await page.locator("#chats").textContent()).not.toContain("secret");
    await message.locator(".spoiler").first().press("Enter");
    expect(await message.locator(".spoiler").count()).toBe(0);
    expect(await message.locator(".revealed").allTextContents()).toEqual(["secret", "more"]);
  });

  it("changes in place when it is edited, and the button in focus keeps the focus", async () => {
    const page = await open();
    const keyboard = { inline_keyboard: [[{ text: "more", callback_data: "x" }]] };
    const id = await send("37 killed", { reply_markup: keyboard });
    const next = await send("after");
    const message = page.locator(`[data-message="${id}"]`);
    await message.locator(".key").focus();
    await stage.world().bot("editMessageText", {
      chat_id: ids.james,
      message_id: id,
      text: "38 killed",
      reply_markup: keyboard,
    });
    await expect.poll(() => message.locator(".text").textContent()).toBe("38 killed");
    expect(await message.count()).toBe(1);
    expect(await message.locator(".edited").textContent()).toBe("edited");
    expect(await see(page, "document.activeElement.textContent")).toBe("more");
    const neighbour = page.locator(`[data-message="${id}"] + [data-message="${next}"]`);
    expect(await neighbour.count()).toBe(1);
  });

  it("goes when it is deleted, and a reply to it says so", async () => {
    const page = await open();
    const id = await send("original");
    const reply = await send("reply", { reply_parameters: { message_id: id } });
    const quoted = page.locator(`[data-message="${reply}"] .original-text`);
    await expect.poll(() => quoted.textContent()).toBe("original");
    await stage.world().bot("deleteMessage", { chat_id: ids.james, message_id: id });
    await expect.poll(() => quoted.textContent()).toBe("Deleted message");
    expect(await page.locator(`[data-message="${id}"]`).count()).toBe(0);
  });

  it("leads from a reply to its original", async () => {
    const page = await open({ viewport: { width: 900, height: 500 } });
    const id = await send("the first");
    for (let index = 0; index < 20; index += 1) await send(`filler ${index}`);
    const reply = await send("reply", { reply_parameters: { message_id: id } });
    await page.locator(`[data-message="${reply}"] .original`).click();
    await expect.poll(() => see(page, "document.activeElement.dataset.message")).toBe(String(id));
    const box = await page.locator(`[data-message="${id}"]`).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
  });
});

/** Presses a new button; the query is what the bot is told. */
async function pressable(text: string) {
  const page = await open();
  const keyboard = { inline_keyboard: [[{ text, callback_data: "figures" }]] };
  const id = await send("figures", { reply_markup: keyboard });
  const key = page.locator(`[data-message="${id}"] .key`);
  await key.click();
  expect(await key.getAttribute("aria-busy")).toBe("true");
  let update = await stage.world().nextUpdate();
  while (update.callback_query === undefined) update = await stage.world().nextUpdate();
  return { page, key, query: update.callback_query };
}

describe("a file", () => {
  /** A PNG of one red dot. */
  const dot = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
    "base64",
  );

  it("that is a hidden photo is veiled until it is pressed", async () => {
    const page = await open();
    const caption = "The market after the strike";
    const { message_id: id } = await stage
      .world()
      .upload("sendPhoto", { chat_id: ids.james, has_spoiler: true, caption }, { photo: dot });
    const photo = page.locator(`[data-message="${id}"] .photo`);
    await photo.waitFor();
    expect(await photo.locator("img").getAttribute("alt")).toBe(caption);
    expect(await photo.getAttribute("class")).toContain("veiled");
    await photo.locator(".cover").click();
    expect(await photo.getAttribute("class")).not.toContain("veiled");
    await expect
      .poll(() => see(page, `document.querySelector('[data-message="${id}"] img').naturalWidth`))
      .toBe(1);
  });

  it("that is a document is offered under its name", async () => {
    const page = await open();
    const { message_id: id } = await stage
      .world()
      .upload("sendDocument", { chat_id: ids.james }, { document: Buffer.from("a,b") });
    const file = page.locator(`[data-message="${id}"] .file`);
    await expect.poll(() => file.textContent()).toBe("document.bin");
    expect(await file.getAttribute("download")).toBe("document.bin");
  });
});

describe("a button", () => {
  it("spins until the bot answers, and shows the answer", async () => {
    const { page, key, query } = await pressable("Figures");
    expect(query.data).toBe("figures");
    await stage
      .world()
      .bot("answerCallbackQuery", { callback_query_id: query.id, text: "38 killed" });
    await expect.poll(() => page.locator(".toast").textContent()).toBe("38 killed");
    expect(await key.getAttribute("aria-busy")).toBeNull();
  });

  it("shows an alert in a box that Escape closes", async () => {
    const { page, query } = await pressable("الأرقام");
    const answer = { callback_query_id: query.id, text: "قُتل 38", show_alert: true };
    await stage.world().bot("answerCallbackQuery", answer);
    await page.locator("#alert[open]").waitFor();
    expect(await page.locator("#alert-text").textContent()).toBe("قُتل 38");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#alert").isVisible()).toBe(false);
  });

  it("with a deep link starts the bot with its payload, in the page", async () => {
    const page = await open({ chat: ids.group });
    const url = "https://t.me/mujaz_bot?start=s_gh07";
    const id = await send("read on", {
      chat_id: ids.group,
      reply_markup: { inline_keyboard: [[{ text: "Open", url }]] },
    });
    await page.locator(`[data-message="${id}"] .key`).click();
    await expect
      .poll(() => page.locator(".message.out .text").last().textContent())
      .toBe("/start s_gh07");
    expect(await page.locator("#subtitle").textContent()).toContain("@mujaz_bot");
  });

  it("with a web address opens another tab that cannot reach back", async () => {
    const page = await open();
    const url = "https://example.org/report";
    const id = await send("report", {
      reply_markup: { inline_keyboard: [[{ text: "Report", url }]] },
    });
    const key = page.locator(`[data-message="${id}"] .key`);
    await key.waitFor();
    expect(await key.getAttribute("href")).toBe(url);
    expect(await key.getAttribute("target")).toBe("_blank");
    expect(await key.getAttribute("rel")).toContain("noopener");
  });
});
