import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Request } from "../../src/commands/request.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { askAlert } from "../../src/store/runs/alerts.ts";
import { anEdition, aStory, aTopic } from "../builders.ts";
import {
  aRequest,
  editor,
  emma,
  labelsOf,
  messagesOf,
  now,
  plainWordsOf,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

const topics = [
  aTopic(),
  aTopic({ id: "strikes", title: { ar: "ضربات التحالف", en: "Coalition strikes" }, aliases: [] }),
];
const old = aStory({ id: "older001", date: { from: "2026-11-01", to: "2026-11-01" } });

function fresh(id: string, topic = "ghouta", breaking = false) {
  const headline = { ar: `خبر ${id}`, en: `Story ${id}` };
  return aStory({ id, topic, headline, breaking, date: { from: "2026-11-21", to: "2026-11-21" } });
}

function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

/** Emma, an editor or not, after an edition brought news on a baseline. */
async function after(edition: Edition, given: Partial<Request> = {}): Promise<Request> {
  const chat = { id: emma.id, type: "private" } as const;
  const request = await aRequest({ person: emma, chat, edition, ...given });
  await recordEdition(request.db, anEdition({ stories: [old], topics }), hoursAgo(40));
  await recordEdition(request.db, edition, hoursAgo(3));
  return request;
}

const two = anEdition({ stories: [old, fresh("ghta0001"), fresh("strk0001", "strikes")], topics });

describe("/digest", () => {
  it("shows the last day where nothing is subscribed, and none of the baseline", async () => {
    const words = plainWordsOf(await type(await after(two), "/digest"));
    expect(words).toContain("Story ghta0001");
    expect(words).toContain("خبر strk0001");
    expect(words).not.toContain("older001");
  });

  it("offers a subscription to a person who has none, and nothing is new", async () => {
    const request = await after(anEdition({ stories: [old], topics }));
    const replies = await type(request, "/digest");
    expect(wordsOf(replies)).toContain("No digests come here.");
    expect(wordsOf(await pressOn(request, replies, "Subscribe"))).toContain("every day at 08:00");
  });

  it("shows what the next digest of this place would hold, and sends none of it", async () => {
    const request = await after(two);
    await type(request, "/subscribe 06:00 strikes");
    const words = wordsOf(await type(request, "/digest"));
    expect(words).toContain("Story strk0001");
    expect(words).not.toContain("Story ghta0001");
    expect(wordsOf(await type(request, "/digest"))).toBe(words);
    expect(await request.db.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });

  it("says so where nothing is new, and when the next one comes", async () => {
    const request = await after(anEdition({ stories: [old], topics }));
    expect(wordsOf(await type(request, "/digest"))).toContain("in the last 24 hours");
    await type(request, "/subscribe 19:00");
    const words = plainWordsOf(await type(request, "/digest"));
    expect(words).toContain("Nothing is new since the last digest.");
    expect(words).toContain("next: today");
  });
});

describe("the rest of a digest", () => {
  const many = anEdition({
    topics,
    stories: Array.from({ length: 20 }, (_, index) => fresh(`ghta00${index + 10}`)),
  });

  it("is behind its button, page after page, each story of the window once", async () => {
    const request = await after(many);
    const preview = await type(request, "/digest");
    const more = labelsOf(preview).at(-1) ?? "";
    expect(more).toContain("14");
    let page = await pressOn(request, preview, more);
    const seen = [wordsOf(page)];
    while (labelsOf(page).includes("Next")) {
      page = await pressOn(request, page, "Next");
      seen.push(wordsOf(page));
    }
    const ids = seen.join("\n").match(/Story ghta00\d\d/g) ?? [];
    expect(ids.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `Story ghta00${index + 10}`),
    );
  });

  it("opens by a link from a channel, on all topics", async () => {
    const request = await after(two);
    const [from, until] = [hoursAgo(24), now].map((time) => Math.floor(time.getTime() / 1000));
    const words = wordsOf(await type(request, `/start news_${from}_${until}`));
    expect(words).toContain("Story ghta0001");
    expect(words).toContain("Story strk0001");
  });

  it.each(["news_1_2", "news_99999999999_1", "news_0_0"])(
    "of a window without news says so: %s",
    async (payload) => {
      expect(wordsOf(await type(await after(two), `/start ${payload}`))).toContain(
        "no longer kept",
      );
    },
  );
});

async function stateOf({ db }: Request): Promise<string | undefined> {
  return (await db.selectFrom("alerts").select("state").executeTakeFirst())?.state;
}

describe("/confirm", () => {
  const urgent = anEdition({ stories: [old, fresh("brkg0001", "ghouta", true)], topics });
  const inEditorsChat = {
    person: { ...emma, id: editor },
    chat: { id: editor, type: "private" },
  } as const;

  async function asked(given: Partial<Request> = inEditorsChat): Promise<Request> {
    const request = await after(urgent, given);
    await askAlert(request.db, { story: "brkg0001", number: 1 }, 2300);
    return request;
  }

  it("lists what waits, with its revision and how many it would reach", async () => {
    const words = plainWordsOf(await type(await asked(), "/confirm"));
    expect(words).toContain("Story brkg0001");
    expect(words).toContain("Revision 1 of brkg0001; 2,300 places would get it.");
  });

  it.each([
    ["Send 1", "confirmed"],
    ["Do not send 1", "declined"],
  ])("“%s” decides it", async (button, state) => {
    const request = await asked();
    const replies = await pressOn(request, await type(request, "/confirm"), button);
    expect(await stateOf(request)).toBe(state);
    expect(wordsOf(replies)).toContain("Nothing waits for a word.");
  });

  it("does not send a story that has changed since the button was made", async () => {
    const request = await asked();
    const data = encodePress({ type: "alert", story: "brkg0001", revision: 2, confirm: true });
    expect((await answer({ type: "press", data }, request))[0]).toMatchObject({ alert: true });
    expect(await stateOf(request)).toBe("asking");
  });

  it.each([
    ["a reader", { person: emma, chat: { id: emma.id, type: "private" } }],
    ["an editor in a group", { ...inEditorsChat, chat: { id: -1001, type: "supergroup" } }],
    ["nobody", { chat: { id: -1001, type: "supergroup" } }],
  ] as const)("is nothing for %s", async (_, given) => {
    const request = await asked(given);
    expect(wordsOf(await type(request, "/confirm"))).not.toContain("brkg0001");
    const data = encodePress({ type: "alert", story: "brkg0001", revision: 1, confirm: true });
    await answer({ type: "press", data }, request);
    expect(await stateOf(request)).toBe("asking");
    expect(messagesOf(await type(request, "/confirm"))).toHaveLength(1);
  });
});
