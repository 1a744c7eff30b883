import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { ids } from "./world.ts";

const stage = useStage();

/** A PNG of one red dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

function article(name: string) {
  return {
    type: "article",
    id: name,
    title: `Result ${name}`,
    description: `About ${name}`,
    input_message_content: { message_text: `Text of ${name}` },
    reply_markup: { inline_keyboard: [[{ text: "Open", url: "https://example.org" }]] },
  };
}

/** The query in these words, answered with these results. */
async function answer(words: string, results: readonly object[], more: object = {}) {
  const { bot, nextUpdate } = stage.world();
  let { inline_query: query } = await nextUpdate();
  while (query?.query !== words) query = (await nextUpdate()).inline_query;
  const given = { inline_query_id: query.id, results, cache_time: 0, ...more };
  await bot<boolean>("answerInlineQuery", given);
  return query;
}

function titles(page: Page) {
  return page.locator(".result-title").allTextContents();
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator("#field").pressSequentially(text);
}

describe("the inline mode in the composer", () => {
  it("asks once the typing pauses, and shows each result with its title and what it is", async () => {
    const page = await stage.open({ chat: ids.group });
    await type(page, "@mujaz_bot douma");
    const { offset } = await answer("douma", [article("a"), article("b")]);
    expect(offset).toBe("");
    await expect.poll(() => titles(page)).toEqual(["Result a", "Result b"]);
    expect(await page.locator(".result-text").first().textContent()).toBe("About a");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const sent = page.locator(".message.out").last();
    await expect.poll(() => sent.textContent()).toContain("Text of b");
    expect(await sent.locator(".via").textContent()).toBe("via @mujaz_bot");
  });

  it("asks for more at the end of the list, and no further", async () => {
    const page = await stage.open({ chat: ids.forum, thread: 2 });
    await type(page, "@mujaz_bot more");
    const all = Array.from({ length: 30 }, (_, index) => article(String(index)));
    await answer("more", all.slice(0, 15), { next_offset: "15" });
    await expect.poll(() => page.locator(".result").count()).toBe(15);
    await page.locator(".result").last().scrollIntoViewIfNeeded();
    expect((await answer("more", all.slice(15))).offset).toBe("15");
    await expect.poll(() => page.locator(".result").count()).toBe(30);
    await page.locator(".result", { hasText: "Result 29" }).click();
    const sent = page.locator(".message.out").last();
    await expect.poll(() => sent.textContent()).toContain("Text of 29");
  });

  it("keeps what is typed with Escape, and is not meant by another bot's name", async () => {
    const page = await stage.open({ chat: ids.group });
    await type(page, "@mujaz_bot x");
    await answer("x", [article("a")]);
    await page.locator(".result").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#results").isVisible()).toBe(false);
    expect(await page.locator("#field").inputValue()).toBe("@mujaz_bot x");
    await page.locator("#field").fill("");
    await type(page, "@other_bot y");
    await page.keyboard.press("Enter");
    const sent = page.locator(".message.out").last();
    await expect.poll(() => sent.textContent()).toContain("@other_bot y");
  });

  it("shows the picture of a result whose file the bot has sent before", async () => {
    const { simulator, upload } = stage.world();
    await upload("sendPhoto", { chat_id: ids.layla }, { photo: dot });
    const file = simulator.messages(ids.layla).at(-1)?.media?.url.split("/").at(-1);
    const page = await stage.open({ person: ids.layla, chat: ids.group });
    await type(page, "@mujaz_bot صورة");
    const photo = {
      type: "photo",
      id: "p",
      photo_file_id: file,
      title: "بطاقة",
      caption: "الأرقام",
    };
    await answer("صورة", [photo]);
    await page.locator(".result-picture").click();
    const sent = page.locator(".message.out").last();
    await expect.poll(() => sent.locator("img").count()).toBe(1);
    expect(await sent.locator(".via").textContent()).toBe("عبر @mujaz_bot");
  });
});
