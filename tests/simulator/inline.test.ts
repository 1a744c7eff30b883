import { describe, expect, it } from "vitest";
import { bench, stoppedClock, type Bench } from "./harness.ts";

const keyboard = { inline_keyboard: [[{ text: "b", url: "https://example.org" }]] };

function article(id: string, given: object = {}) {
  const content = { input_message_content: { message_text: `text ${id}` } };
  return { type: "article", id, title: `title ${id}`, ...content, ...given };
}

/** Layla asks; the update of it, where the bot was asked. */
async function ask(b: Bench, query: string, offset = "") {
  const id = b.world.askInline({ person: b.layla, query, offset });
  const { result } = await b.call("getUpdates", { offset: -1 });
  const update = result.at(-1);
  return { id, isAsked: update?.inline_query?.id === id };
}

async function answer(b: Bench, id: string, given: object = {}): Promise<string> {
  const parameters = { inline_query_id: id, results: [article("1")], ...given };
  const { ok, description } = await b.call("answerInlineQuery", parameters);
  return ok ? "taken" : (description ?? "");
}

describe("an answer to an inline query", () => {
  it("is given again to the same person for its cache time, without asking the bot", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    const first = await ask(b, "x");
    await answer(b, first.id, { cache_time: 60, is_personal: true });
    clock.pass(59_000);
    const again = await ask(b, "x");
    expect(again.isAsked).toBe(false);
    expect(b.world.offered({ queryId: again.id })?.results).toHaveLength(1);
    expect((await ask(b, "x", "10")).isAsked).toBe(true);
    const other = b.world.addPerson({ firstName: "Omar" });
    const queryId = b.world.askInline({ person: other, query: "x" });
    expect(b.world.offered({ queryId })).toBeUndefined();
    clock.pass(1000);
    expect((await ask(b, "x")).isAsked).toBe(true);
  });

  it("that is not personal is given to everybody, for five minutes", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now });
    await answer(b, (await ask(b, "x")).id);
    clock.pass(299_000);
    const other = b.world.addPerson({ firstName: "Omar" });
    const queryId = b.world.askInline({ person: other, query: "x" });
    expect(b.world.offered({ queryId })?.results).toHaveLength(1);
  });

  it("that is not kept asks the bot each time", async () => {
    const b = await bench();
    await answer(b, (await ask(b, "x")).id, { cache_time: 0 });
    expect((await ask(b, "x")).isAsked).toBe(true);
  });

  it.each([
    [
      "51 results",
      { results: Array.from({ length: 51 }, (_, n) => article(`${n}`)) },
      "RESULTS_TOO_MUCH",
    ],
    ["an id of 65 bytes", { results: [article("x".repeat(65))] }, "RESULT_ID_INVALID"],
    ["an Arabic id of 33 letters", { results: [article("ا".repeat(33))] }, "RESULT_ID_INVALID"],
    ["an offset of 65 bytes", { next_offset: "x".repeat(65) }, "NEXT_OFFSET_INVALID"],
    ["no title", { results: [article("1", { title: "" })] }, "ARTICLE_TITLE_EMPTY"],
    ["a button that starts nothing", { button: { text: "b" } }, "START_PARAM_EMPTY"],
    [
      "a payload with a space",
      { button: { text: "b", start_parameter: "a b" } },
      "START_PARAM_INVALID",
    ],
  ])("with %s is refused", async (_, given, sentence) => {
    const b = await bench();
    expect(await answer(b, (await ask(b, "x")).id, given)).toBe(`Bad Request: ${sentence}`);
  });

  it("is taken once", async () => {
    const b = await bench();
    const { id } = await ask(b, "x");
    expect(await answer(b, id)).toBe("taken");
    expect(await answer(b, id)).toMatch(/^Bad Request: query is too old/);
  });
});

/** She sends the result elsewhere. */
async function chosen(b: Bench, given: object) {
  const { id: queryId } = await ask(b, "x");
  await answer(b, queryId, { results: [article("1", given)] });
  const group = b.world.addSupergroup({
    title: "elsewhere",
    members: { [b.layla]: { status: "member" } },
  });
  const inlineId = b.world.chooseInline({ queryId, resultId: "1", chat: group });
  const { result } = await b.call("getUpdates", { offset: -1 });
  return { group, inlineId, update: result.at(-1)?.chosen_inline_result };
}

describe("a result that is chosen", () => {
  it("is sent by the person through the bot, which learns its query and its inline id", async () => {
    const b = await bench();
    const { group, inlineId, update } = await chosen(b, { reply_markup: keyboard });
    expect(update).toMatchObject({ result_id: "1", query: "x", inline_message_id: inlineId });
    expect(b.messages(group)).toMatchObject([{ from: { id: b.layla }, viaBot: "mujaz_bot" }]);
  });

  it("without a keyboard has no inline id", async () => {
    const b = await bench();
    const { inlineId, update } = await chosen(b, {});
    expect(inlineId).toBe("");
    expect(update).not.toHaveProperty("inline_message_id");
  });

  it("is not told of where there is no feedback", async () => {
    const b = await bench({ inlineMode: { feedback: false } });
    expect((await chosen(b, { reply_markup: keyboard })).update).toBeUndefined();
  });

  it("is edited by its inline id while it is there, whatever the group's limits", async () => {
    const clock = stoppedClock();
    const b = await bench({ now: clock.now, limits: "telegram" });
    const { group, inlineId: inline_message_id } = await chosen(b, { reply_markup: keyboard });
    const edit = async (text: string) =>
      (await b.call("editMessageText", { inline_message_id, text })).description ?? "taken";
    for (let count = 0; count < 25; count += 1) expect(await edit(`${count}`)).toBe("taken");
    const [message] = b.messages(group);
    b.world.unsay({ chat: group, messageId: message?.messageId ?? 0 });
    expect(await edit("gone")).toBe("Bad Request: MESSAGE_ID_INVALID");
  });

  it("in a group of the bot's is seen by it as sent through it", async () => {
    const b = await bench();
    const { id: queryId } = await ask(b, "x");
    await answer(b, queryId);
    const members = { [b.layla]: { status: "member" }, [b.bot.id]: { status: "member" } } as const;
    const chat = b.world.addSupergroup({ title: "ours", members });
    b.world.chooseInline({ queryId, resultId: "1", chat });
    const { result } = await b.call("getUpdates", { offset: 0 });
    const messages = result.flatMap((update: { message?: object }) => update.message ?? []);
    expect(messages.at(-1)).toMatchObject({ text: "text 1", via_bot: { username: "mujaz_bot" } });
  });
});

it("a bot without an inline mode says so and is not asked", async () => {
  const b = await bench({ inlineMode: { on: false } });
  expect((await b.call("getMe")).result.supports_inline_queries).toBe(false);
  expect(() => b.world.askInline({ person: b.layla, query: "x" })).toThrow("no inline mode");
});
