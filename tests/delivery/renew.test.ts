import { expect, it } from "vitest";
import { renewMessages } from "../../src/delivery/renew.ts";
import { openFresh } from "../postgres/fresh.ts";
import { storeMessages } from "../../src/store/runs/messages.ts";
import { anEdition } from "../builders.ts";
import { content, killed, start, story } from "../store/correcting.ts";
import { fire, follower } from "../store/delivering.ts";
import { renderingOf } from "./world.ts";

it("a message that cannot be told anew keeps no other from it, and is tried again", async () => {
  await using db = await openFresh();
  await follower(db, { chatId: 7, threadId: 0 }, start);
  const runId = await fire(db, 1, start);
  const stored = ["broken", "whole"].map((of) => ({ html: of, shown: content([1], of) }));
  const variants = [{ variant: "x", newsFrom: start, messages: stored }];
  await storeMessages(db, runId, variants, start);
  const plain = anEdition({ stories: [killed(41)] });
  const edition = { ...plain, standings: new Map([[story, { revision: 2 }]]) };
  const rendering = renderingOf({
    renew({ printing }, _keyboard, _stories) {
      tries += 1;
      if (tries === 1) throw new Error("broken");
      return { html: "41", made: { printing, pieces: [], shows: { [story]: [2] } } };
    },
  });
  let tries = 0;
  const renewing = () =>
    renewMessages({ db, rendering, edition: () => edition, now: () => start }, edition);
  const words = async () =>
    (await db.selectFrom("messages").select("html").orderBy("id").execute()).map(
      ({ html }) => html,
    );

  await expect(renewing()).rejects.toThrow("broken");
  expect(await words()).toEqual(["broken", "41"]);
  await renewing();
  expect(await words()).toEqual(["41", "41"]);
});
