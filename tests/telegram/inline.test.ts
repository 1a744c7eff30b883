import { beforeEach, describe, expect, it } from "vitest";
import { createPace } from "../../src/delivery/pace.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { picturesOn } from "./drawn.ts";
import { choosePrinting } from "../../src/store/chats/chats.ts";
import { createStanding } from "../../src/delivery/standing.ts";
import { openDatabase } from "../../src/store/database.ts";
import { storeUpdates } from "../../src/store/inbox.ts";
import type { Database } from "../../src/store/tables.ts";
import { createBot, type HandleUpdate } from "../../src/telegram/answering/bot.ts";
import { createClient } from "../../src/telegram/api/client.ts";
import { inlineOrder } from "../../src/telegram/updates/inline-order.ts";
import { createDeliver } from "../../src/telegram/sending/deliver.ts";
import { anEdition } from "../builders.ts";
import { bench, stoppedClock, token, type Bench } from "../simulator/harness.ts";
import { testLog } from "./log.ts";

const clock = stoppedClock();
const now = () => new Date(clock.now());
const day = 86_400_000;

let b: Bench;
let db: Database;
let handle: HandleUpdate;

beforeEach(async () => {
  b = await bench({ now: clock.now });
  db = await openDatabase("file::memory:");
  const client = createClient({ token, apiRoot: b.apiRoot });
  const log = testLog();
  const keepStanding = createStanding({ db });
  const search = createStorySearch();
  void search.follow(anEdition());
  const patience = { pace: createPace(), now, sleep };
  const pictures = {
    ...picturesOn(db),
    addressOf: () => "https://bot.example.org/cards/key.png",
  };
  handle = createBot({
    ...patience,
    bot: (await b.call("getMe")).result,
    client,
    pictures,
    db,
    deliver: createDeliver({
      client,
      pictures,
      log,
      moved: () => Promise.resolve(),
      ...patience,
    }),
    log,
    keepStanding,
    search,
    edition: () => anEdition(),
    editors: [],
    defaultZone: "UTC",
    ledgerDays: 30,
    answer: () => Promise.reject(new Error("nobody wrote")),
  });
  return async () => {
    await client.close();
    await db.destroy();
  };
});

/** What the bot was told last. */
async function lastUpdate() {
  return (await b.call("getUpdates", { offset: -1 })).result.at(-1);
}

async function hear(update: unknown, receivedAt = now()): Promise<void> {
  const deadline = new Date(now().getTime() + day);
  await handle(update, { signal: new AbortController().signal, deadline, receivedAt });
}

function ask(query = "ghouta"): string {
  return b.world.askInline({ person: b.layla, query });
}

function answers() {
  return b.record
    .entries()
    .flatMap((entry) =>
      entry.type === "called" && entry.method === "answerInlineQuery" ? [entry.args] : [],
    );
}

describe("an inline query", () => {
  it("is answered for the person alone, for a minute, with a way into the private chat", async () => {
    ask();
    await hear(await lastUpdate());
    expect(answers()).toMatchObject([
      {
        is_personal: true,
        cache_time: 60,
        next_offset: "",
        button: { text: "فتح المحادثة الخاصة", start_parameter: "inline" },
        results: [{ type: "article", title: "الموجز: الغوطة الشرقية" }],
      },
    ]);
  });

  it("offers a briefing that is a single story once", async () => {
    const queryId = ask("ghouta");
    await hear(await lastUpdate());
    const titles = b.world.offered({ queryId })?.results.map(({ title }) => title);
    expect(titles).toEqual(["الموجز: الغوطة الشرقية"]);
  });

  it("has a small picture where the bot has a public address", async () => {
    ask("");
    await hear(await lastUpdate());
    const [thumbnail] = answers().map((answer) => JSON.stringify(answer));
    expect(thumbnail).toContain('"thumbnail_url":"https://bot.example.org/cards/key.png"');
  });

  it("follows what the person chose in the private chat", async () => {
    const chat = { id: b.layla, type: "private" } as const;
    await choosePrinting(db, chat, { language: "en" }, now());
    const queryId = ask();
    await hear(await lastUpdate());
    const [result] = b.world.offered({ queryId })?.results ?? [];
    expect(result?.title).toBe("Briefing: Eastern Ghouta");
  });

  it("that came more than 25 seconds ago is not answered", async () => {
    ask();
    await hear(await lastUpdate(), new Date(now().getTime() - 25_001));
    expect(answers()).toEqual([]);
  });

  it("is left to the newer one that waits behind it", async () => {
    const updates: { readonly update_id: number }[] = [];
    for (const query of ["gh", "ghouta"]) {
      ask(query);
      updates.push(await lastUpdate());
    }
    const waiting = updates.map((update) => ({
      updateId: update.update_id,
      chatId: inlineOrder(b.layla),
      body: JSON.stringify(update),
    }));
    await storeUpdates(db, waiting, now());
    for (const update of updates) await hear(update);
    expect(answers()).toHaveLength(1);
  });
});

/** She sends the first result to the bot itself. */
async function send() {
  const queryId = ask();
  await hear(await lastUpdate());
  const [result] = b.world.offered({ queryId })?.results ?? [];
  const resultId = result?.id ?? "";
  return b.world.chooseInline({ queryId, resultId, chat: b.layla });
}

async function chosenUpdate() {
  const { result } = await b.call("getUpdates");
  return result.find((update: object) => "chosen_inline_result" in update);
}

describe("a result that is sent", () => {
  it("is in the ledger with the story that it shows, however often we are told", async () => {
    const inlineId = await send();
    const chosen = await chosenUpdate();
    await hear(chosen);
    await hear(chosen);
    const rows = await db
      .selectFrom("ledger")
      .innerJoin("shown", "shown.id", "ledger.shown_id")
      .select(["inline_id", "person_id", "shown.shows"])
      .execute();
    const shows = JSON.stringify({ ghta0207: [0] });
    expect(rows).toEqual([{ inline_id: inlineId, person_id: b.layla, shows }]);
  });

  it("is not taken for something that was said to us", async () => {
    await send();
    const { result } = await b.call("getUpdates");
    await hear(result.find((update: object) => "message" in update));
    expect(b.messages(b.layla)).toHaveLength(1);
  });

  it("with a button of before that somebody presses is answered with nothing", async () => {
    const inlineMessageId = await send();
    b.world.pressInline({ person: b.layla, inlineMessageId, data: "1l" });
    await hear(await lastUpdate());
    const answered = b.record.entries().filter(({ type }) => type === "answered");
    expect(answered).toMatchObject([{ text: "" }]);
    expect(b.messages(b.layla)).toHaveLength(1);
  });
});
