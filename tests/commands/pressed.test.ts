import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Request } from "../../src/commands/request.ts";
import { shownOf } from "../../src/delivery/stored.ts";
import type { Story } from "../../src/domain/story.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import type { Press } from "../../src/rendering/message/press.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";
import { aRequest, emma, messagesOf, plainWordsOf, type } from "./requests.ts";

const chat = { id: emma.id, type: "private" } as const;
const messageId = 7;
const noted = {
  at: "2018-02-09",
  reason: "our_error",
  note: { ar: "نُقل الرقم خطأً.", en: "The number was copied wrongly." },
} as const;

function counted(count: number, given: Partial<Story> = {}): Story {
  return aStory({ figures: [aFigure({ amount: { type: "count", count } })], ...given });
}

/** Emma's request while the content says this. */
async function publish(request: Request, story: Story, at: string): Promise<Request> {
  const edition = anEdition({ stories: [story] });
  const standings = await recordEdition(request.db, edition, new Date(at));
  return { ...request, edition: { ...edition, standings } };
}

/** The message is in Emma's chat. */
async function deliver({ db, now }: Request, message: Message | undefined): Promise<void> {
  const shown = message && shownOf(message);
  const place = { chatId: chat.id, threadId: 0, sentId: messageId };
  await recordDelivered(db, [{ ...place, shown, at: now }]);
}

async function corrected(press: "briefing" | "story") {
  const first = await publish(await aRequest({ person: emma, chat }), counted(38), "2026-11-20");
  const [sent] = messagesOf(await type(first, "/ghouta"));
  await deliver(first, sent);
  const story = counted(41, { corrections: [noted] });
  const request = { ...(await publish(first, story, "2026-11-21")), pressed: { messageId } };
  const turn = (language: "ar" | "en") => {
    const to = { story: story.id, language };
    const pressed: Press =
      press === "briefing" ? { type: press, topic: "ghouta", ...to } : { type: press, ...to };
    return answer({ type: "press", data: encodePress(pressed) }, request);
  };
  return { request, turn };
}

describe("a language button under a message that was corrected", () => {
  it.each(["briefing", "story"] as const)(
    "keeps what was corrected said, of a %s",
    async (press) => {
      const { request, turn } = await corrected(press);
      const english = await turn("en");
      expect(plainWordsOf(english)).toContain(
        "Correction (9 February): 41 civilians killed, not 38",
      );
      const [message] = messagesOf(english);
      expect(message?.made?.shows).toEqual({ ghta0207: [1, 2] });
      await deliver(request, message);
      expect(plainWordsOf(await turn("ar"))).toContain(
        "تصحيح (9 شباط/فبراير): مقتل 41 مدنياً، لا 38",
      );
    },
  );

  it("says nothing of it in a message that never showed the old figure", async () => {
    const { request, turn } = await corrected("briefing");
    const [fresh] = messagesOf(await type(request, "/ghouta"));
    await deliver(request, fresh);
    expect(plainWordsOf(await turn("en"))).not.toContain("not 38");
  });
});
